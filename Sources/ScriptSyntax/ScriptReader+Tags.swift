import SourceText

/// What stands before the value of a tag.
struct TagHead {
    var name: PlacedText
    /// `nil` for a name that the language does not have.
    var description: TagDescription?
    var isBang = false
    /// The bytes of the name with its `!`.
    var nameEnd: Int
    /// The colon, or `nil` when it is missing and the line was understood nevertheless.
    var colon: Int?
    /// Where the value may begin.
    var valueStart: Int
    /// Letters or marks that only look like those of the tag; they are told when it is read.
    var lookalike: Lookalike?

    /// As it is written without slips: `go!`.
    var shownName: String { isBang ? name.text + "!" : name.text }
}

/// Tag lines: `indent name!: value || parameters`.
extension ScriptReader {
    /// The tag that begins a line, if one does.
    func tagHead(of line: ScriptLine) -> TagHead? {
        guard let head = wordAndColon(of: line), let colon = head.colon else { return lookalikeHead(of: line) }
        if head.description != nil { return head }
        let looksLikeAddress = bytes.starts(colon + 1, with: "//")
        let hasBlank = colon > head.name.span.end + (head.isBang ? 1 : 0)
        return !hasBlank && !looksLikeAddress ? head : nil
    }

    private func wordAndColon(of line: ScriptLine) -> TagHead? {
        let start = line.textStart
        guard bytes[start] < UInt8(ascii: "0") || bytes[start] > UInt8(ascii: "9") else { return nil }
        let wordEnd = bytes.wordEnd(start, line.textEnd)
        guard wordEnd > start, wordEnd - start <= 100 else { return nil }
        let bang = bytes.skipBlanks(wordEnd, line.textEnd)
        let isBang = bytes[bang] == UInt8(ascii: "!")
        let nameEnd = isBang ? bang + 1 : wordEnd
        let colon = bytes.skipBlanks(nameEnd, line.textEnd)
        guard colon < line.textEnd, bytes[colon] == UInt8(ascii: ":") else { return nil }
        let name = placed(start, wordEnd)
        return TagHead(
            name: name, description: TagCatalog.description(of: name.text), isBang: isBang, nameEnd: nameEnd,
            colon: colon, valueStart: colon + 1)
    }

    mutating func readTag(_ head: TagHead, _ line: ScriptLine) {
        if readMisspeltSetting(head, line) { return }
        var head = head.description == nil ? mended(head) : head
        makeRoom(for: head, line)
        if let lookalike = head.lookalike {
            report.add(.lookalike(lookalike, in: head.shownName), at: SourceSpan(line.textStart, head.nameEnd))
        }
        pieces.add(.tagName, line.textStart, head.nameEnd)
        head = readColon(head)
        let style = head.description?.valueStyle ?? .plain
        let tag = style == .code ? codeTag(head, line) : valueTag(head, style, line)
        enter(tag)
    }

    /// The colon, which stands directly after the name and only once.
    private mutating func readColon(_ head: TagHead) -> TagHead {
        guard let colon = head.colon else { return head }
        var head = head
        pieces.add(.colon, colon, colon + 1)
        let gap = SourceSpan(head.name.span.end, colon)
        if gap.end - gap.start > (head.isBang ? 1 : 0) {
            report.add(.blankBeforeColon(head.shownName, replacement: head.isBang ? "!" : ""), at: gap)
        }
        guard bytes[colon + 1] == UInt8(ascii: ":"), head.description != nil else { return head }
        report.add(.doubleColon(head.shownName), at: SourceSpan(colon, colon + 2))
        pieces.add(.junk, colon + 1, colon + 2)
        head.valueStart = colon + 2
        return head
    }

    /// The head with the tag that was surely meant in place of the written one.
    private mutating func mended(_ head: TagHead) -> TagHead {
        guard let meant = misspelt.description(of: head.name.text) else { return head }
        report.add(.misspeltTag(head.name.text, meant: meant.name), at: head.name.span)
        var head = head
        head.description = meant
        head.name = PlacedText(text: meant.name, span: head.name.span)
        return head
    }

    private mutating func valueTag(_ head: TagHead, _ style: ValueStyle, _ line: ScriptLine) -> OpenTag {
        let content = readContent(
            style, from: head.valueStart, line: line, indent: line.indent, of: head.description)
        check(head, content.value)
        return OpenTag(
            head, value: content.value, code: nil, parameters: content.parameters,
            end: max(content.end, head.valueStart), line)
    }

    private mutating func codeTag(_ head: TagHead, _ line: ScriptLine) -> OpenTag {
        OpenTag(head, value: nil, code: readCode(head, line), parameters: [], end: line.textEnd, line)
    }

    /// `//Order`, with a name right after it.
    private func isDoubleSlash(_ place: Int) -> Bool {
        guard place + 2 < bytes.count else { return false }
        let slash = UInt8(ascii: "/")
        return bytes[place] == slash && bytes[place + 1] == slash && bytes[place + 2] > 0x20
            && bytes[place + 2] != slash
    }

    private mutating func check(_ head: TagHead, _ value: PlacedText?) {
        let name = head.name.text
        let span = SourceSpan(head.name.span.start, head.valueStart)
        if value == nil, head.description?.requiresValue == true {
            let shown = head.isBang ? name + "!" : name
            let comment = bytes.skipBlanks(head.valueStart, bytes.count)
            let isPath = ["go", "theme", "timeout", "require"].contains(name) && isDoubleSlash(comment)
            report.add(isPath ? .doubleSlash(shown) : .missingValue(of: shown), at: span)
        }
        guard let value else { return }
        if name == "theme", !value.text.hasPrefix("/") {
            let path = unquoted(value.text) ?? value.text
            report.add(.themeWithoutSlash(value.text, path: path), at: value.span)
        }
        checkForSlips(head, value)
        if name == "else" || name == "random" { report.add(.valueNotTaken(by: name, value.text), at: value.span) }
    }

    // MARK: Nesting

    /// Closes what the line does not belong to, so that the innermost open tag is the one it stands below.
    mutating func makeRoom(for head: TagHead, _ line: ScriptLine) {
        placeComments(before: line.indent)
        open.close(to: line.indent + 1)
        while let sibling = open.innermost, sibling.indent >= line.indent, !adopts(sibling, head) {
            open.closeInnermost()
        }
        placeRemainingComments()
        noteLostIndentation(of: head, line)
    }

    /// Whether a tag in the same column belongs below that one, because the indentation was lost.
    ///
    /// Sure only where the tag could not stand beside the other one: a reaction beside a `state:` that itself stands
    /// in a theme or at the margin, a `state:` beside an empty theme.
    private func adopts(_ sibling: OpenTag, _ head: TagHead) -> Bool {
        guard sibling.isEmpty || sibling.isFlat else { return false }
        let isState = head.name.text == "state"
        if sibling.name.text == "theme" { return isState }
        guard sibling.name.text == "state", !isState else { return false }
        let isInState = open.around.map { $0.name.text == "state" } ?? false
        let isForScripts = ["init", "patterns"].contains(head.name.text)
        return !isInState && !isForScripts && sibling.description?.mayHold(head.name.text) == true
    }

    private mutating func noteLostIndentation(of head: TagHead, _ line: ScriptLine) {
        guard let owner = open.innermost, owner.indent == line.indent, !owner.isFlat else { return }
        open.markFlat()
        mayBeWideTabs = mayBeWideTabs || owner.otherIndents.wide < line.indentsOfOtherTabs.wide
        let span = SourceSpan(line.textStart, head.valueStart)
        if owner.name.text == "theme" { return report.add(.flatTheme(owner.value?.text), at: span) }
        let finding = SyntaxFinding.flatState(owner.value?.text, head.isBang ? head.name.text + "!" : head.name.text)
        if open.around?.isFlat == true { report.addOnce(finding, at: span) } else { report.add(finding, at: span) }
    }

    /// Opens the tag. What is nested deeper than anything a person writes is read, but left out of the tree.
    private mutating func enter(_ tag: OpenTag) {
        open.open(tag)
        if open.depth > ScriptParser.deepestNesting { report.addOnce(.tooDeep, at: tag.name.span) }
    }
}
