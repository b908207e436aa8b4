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
}

/// Tag lines: `indent name!: value || parameters`.
extension ScriptReader {
    /// The tag that begins a line, if one does.
    func tagHead(of line: ScriptLine) -> TagHead? {
        guard let head = wordAndColon(of: line), let colon = head.colon else { return nil }
        if head.description != nil { return head }
        let looksLikeAddress = bytes.starts(colon + 1, with: "//")
        return colon == head.nameEnd && !looksLikeAddress ? head : nil
    }

    private func wordAndColon(of line: ScriptLine) -> TagHead? {
        let start = line.textStart
        guard bytes[start] < UInt8(ascii: "0") || bytes[start] > UInt8(ascii: "9") else { return nil }
        let wordEnd = bytes.wordEnd(start, line.textEnd)
        guard wordEnd > start, wordEnd - start <= 100 else { return nil }
        let isBang = bytes[wordEnd] == UInt8(ascii: "!")
        let nameEnd = isBang ? wordEnd + 1 : wordEnd
        let colon = bytes.skipBlanks(nameEnd, line.textEnd)
        guard colon < line.textEnd, bytes[colon] == UInt8(ascii: ":") else { return nil }
        let name = placed(start, wordEnd)
        return TagHead(
            name: name, description: TagCatalog.description(of: name.text), isBang: isBang, nameEnd: nameEnd,
            colon: colon, valueStart: colon + 1)
    }

    mutating func readTag(_ head: TagHead, _ line: ScriptLine) {
        if readMisspeltSetting(head, line) { return }
        let head = head.description == nil ? mended(head) : head
        makeRoom(for: head, line)
        pieces.add(.tagName, line.textStart, head.nameEnd)
        if let colon = head.colon {
            pieces.add(.colon, colon, colon + 1)
            let gap = SourceSpan(head.nameEnd, colon)
            if !gap.isEmpty { report.add(.blankBeforeColon(head.name.text), at: gap) }
        }
        let style = head.description?.valueStyle ?? .plain
        let tag = style == .code ? codeTag(head, line) : valueTag(head, style, line)
        enter(tag)
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

    private mutating func check(_ head: TagHead, _ value: PlacedText?) {
        let name = head.name.text
        let span = SourceSpan(head.name.span.start, head.valueStart)
        if value == nil, head.description?.requiresValue == true {
            report.add(.missingValue(of: head.isBang ? name + "!" : name), at: span)
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
