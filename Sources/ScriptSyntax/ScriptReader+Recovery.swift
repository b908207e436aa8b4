import SourceText

/// Lines that are no part of the language as they stand: what they were probably meant to be.
extension ScriptReader {
    /// The last resort for a line that nobody takes.
    mutating func recover(_ line: ScriptLine) {
        if let head = headWithoutColon(of: line) { return readTag(head, line) }
        pieces.add(.junk, line.textStart, line.textEnd)
        next = line.index + 1
        defer { lastUnknown = (line.index, line.indent) }
        guard !followsUnknownLine(line) else { return }
        let owner = open.owner(of: line.indent)
        // That there is no such tag is said already.
        if let owner, owner.description == nil, !misspelt.mayBeOwn(owner.name.text) { return }
        let word = bytes.text(line.textStart, bytes.wordEnd(line.textStart, min(line.textEnd, line.textStart + 40)))
        let text = clipped(line.textStart, line.textEnd)
        let finding = SyntaxFinding.unknownLine(
            text, firstWord: word, below: owner?.name.text, owner?.body ?? .tags)
        report.add(finding, at: SourceSpan(line.textStart, line.textEnd))
    }

    /// A run of unknown lines, with nothing but comments and blank lines between them, is one mistake; a line further left is another one.
    private func followsUnknownLine(_ line: ScriptLine) -> Bool {
        guard let lastUnknown, line.indent >= lastUnknown.indent else { return false }
        var index = line.index
        while index > lastUnknown.line + 1 {
            let before = self.line(index - 1)
            guard before.isBlank || isCommentLine(before) else { break }
            index -= 1
        }
        return index <= lastUnknown.line + 1
    }

    /// `else` alone on its line, as one bot in use writes it.
    func isBareElse(_ line: ScriptLine) -> Bool {
        guard bytes.starts(line.textStart, with: "else") else { return false }
        let after = bytes.skipBlanks(line.textStart + 4, line.textEnd)
        return after == line.textEnd || bytes.beginsComment(after)
    }

    private mutating func headWithoutColon(of line: ScriptLine) -> TagHead? {
        if isBareElse(line) {
            report.add(.elseWithoutColon, at: SourceSpan(line.textStart, line.textStart + 4))
            return head(of: line, named: line.textStart + 4)
        }
        if let head = elseIfHead(of: line) { return head }
        let wordEnd = bytes.wordEnd(line.textStart, line.textEnd)
        let isBang = wordEnd < line.textEnd && bytes[wordEnd] == UInt8(ascii: "!")
        let nameEnd = isBang ? wordEnd + 1 : wordEnd
        guard nameEnd == line.textEnd || bytes.isBlank(nameEnd), nameEnd - line.textStart <= 20,
            !bytes.isAssignment(line.textStart, line.textEnd)
        else { return nil }
        let name = bytes.text(line.textStart, wordEnd)
        guard isMeantAsTag(name, isBang: isBang, valueStart: bytes.skipBlanks(nameEnd, line.textEnd), line) else {
            return nil
        }
        report.add(.missingColon(isBang ? name + "!" : name), at: SourceSpan(line.textStart, nameEnd))
        var head = head(of: line, named: wordEnd)
        head.isBang = isBang
        head.nameEnd = nameEnd
        head.valueStart = nameEnd
        return head
    }

    /// Whether a line that begins with the name of a tag is that tag without its colon, and no sentence such as
    /// `go home` or `a good day`.
    private func isMeantAsTag(_ name: String, isBang: Bool, valueStart: Int, _ line: ScriptLine) -> Bool {
        guard let tag = TagCatalog.description(of: name) else { return false }
        if isBang { return tag.takesBang }
        if valueStart == line.textEnd { return tag.valueStyle == .code || !tag.requiresValue && name != "a" }
        switch name {
        case "state", "theme", "require", "q", "intent", "intentGroup", "elseif": return true
        case "go", "timeout", "image", "audio", "video":
            return "/.".utf8.contains(bytes[valueStart]) || bytes.starts(valueStart, with: "http")
        case "event": return bytes.nameEnd(valueStart, line.textEnd) == line.textEnd
        case "if": return hasBlock(below: line)
        default: return false
        }
    }

    /// Whether the next line with text is further in.
    private func hasBlock(below line: ScriptLine) -> Bool {
        lines[(line.index + 1)...].first { !$0.isBlank && !isCommentLine($0) }.map { $0.indent > line.indent } ?? false
    }

    private func head(of line: ScriptLine, named nameEnd: Int) -> TagHead {
        let name = placed(line.textStart, nameEnd)
        return TagHead(
            name: name, description: TagCatalog.description(of: name.text), nameEnd: nameEnd, colon: nil,
            valueStart: nameEnd)
    }

    /// `else if: condition`, read as `elseif:`.
    private mutating func elseIfHead(of line: ScriptLine) -> TagHead? {
        guard bytes.starts(line.textStart, with: "else") else { return nil }
        let second = bytes.skipBlanks(line.textStart + 4, line.textEnd)
        let nameEnd = second + 2
        guard second > line.textStart + 4, nameEnd <= line.textEnd, bytes.starts(second, with: "if") else { return nil }
        guard bytes.wordEnd(second, line.textEnd) == nameEnd else { return nil }
        let span = SourceSpan(line.textStart, nameEnd)
        let colon = bytes.skipBlanks(nameEnd, line.textEnd)
        let hasColon = colon < line.textEnd && bytes[colon] == UInt8(ascii: ":")
        report.add(.elseIf(hasColon ? "elseif" : "elseif:"), at: span)
        return TagHead(
            name: PlacedText(text: "elseif", span: span), description: TagCatalog.description(of: "elseif"),
            nameEnd: nameEnd, colon: hasColon ? colon : nil, valueStart: hasColon ? colon + 1 : nameEnd)
    }

    // MARK: Indents

    /// Reports what makes the nesting doubtful: an indented beginning, tabs whose width matters, odd blanks.
    mutating func checkIndent(of line: ScriptLine) {
        if line.hasNoBreakSpace { report.addOnce(.noBreakSpace, at: SourceSpan(line.start, line.textStart)) }
        if isFirstLine, line.indent > 0 { report.add(.indentedFirstLine, at: SourceSpan(line.start, line.textStart)) }
        isFirstLine = false
        hasTabs =
            hasTabs || line.indentsOfOtherTabs.narrow != line.indent || line.indentsOfOtherTabs.wide != line.indent
        guard hasTabs, !hasAmbiguousTabs, open.dependOnTabs(line) else { return }
        hasAmbiguousTabs = true
        report.add(.ambiguousTabs, at: SourceSpan(line.start, line.textStart))
    }
}
