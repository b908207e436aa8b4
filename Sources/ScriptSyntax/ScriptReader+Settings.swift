import SourceText

/// Lines below a tag that are no tags: settings, lines of buttons, named patterns.
extension ScriptReader {
    /// Reads a line that its tag takes; `false` when nobody takes it.
    mutating func readNestedLine(_ line: ScriptLine) -> Bool {
        guard let owner = ownerOfNestedLine(line) else { return false }
        makeRoom(below: owner, line)
        switch owner.body {
        case .settings: readSetting(line, of: owner)
        case .lines: readValueLine(line, of: owner)
        case .patterns: readPattern(line)
        case .tags: preconditionFailure("a line was given to a tag that takes tags only")
        }
        return true
    }

    /// The tag that takes the line: the one it stands below or, where the indentation was lost, beside.
    private func ownerOfNestedLine(_ line: ScriptLine) -> OpenTag? {
        if let owner = open.owner(of: line.indent), takes(owner, line) { return owner }
        guard let sibling = open.sibling(at: line.indent), sibling.isEmpty || sibling.isFlat else { return nil }
        return takes(sibling, line) ? sibling : nil
    }

    private func takes(_ owner: OpenTag, _ line: ScriptLine) -> Bool {
        switch owner.body {
        case .tags: return false
        case .settings: return bytes.isAssignment(line.textStart, line.textEnd)
        case .lines: return owner.indent < line.indent || Array("\"'{".utf8).contains(bytes[line.textStart])
        case .patterns:
            let isNamed = bytes[line.textStart] == UInt8(ascii: "$") && line.textStart + 1 < line.textEnd
            return isNamed && bytes.nameEnd(line.textStart + 1, line.textEnd) > line.textStart + 1
                || bytes.isAssignment(line.textStart, line.textEnd)
        }
    }

    private mutating func makeRoom(below owner: OpenTag, _ line: ScriptLine) {
        placeComments(before: line.indent)
        open.close(to: owner.indent + 1)
        placeRemainingComments()
        guard owner.indent == line.indent, !owner.isFlat else { return }
        open.markFlat()
        guard open.around?.isFlat != true else { return }
        report.add(.flatLines(below: owner.name.text), at: SourceSpan(line.textStart, line.textEnd))
    }

    // MARK: name = value

    private mutating func readSetting(_ line: ScriptLine, of owner: OpenTag) {
        let nameEnd = bytes.nameEnd(line.textStart, line.textEnd)
        let equals = bytes.skipBlanks(nameEnd, line.textEnd)
        readSetting(placed(line.textStart, nameEnd), separator: equals, line, of: owner)
    }

    private mutating func readSetting(_ key: PlacedText, separator: Int, _ line: ScriptLine, of owner: OpenTag) {
        pieces.add(.parameterName, key.span.start, key.span.end)
        pieces.add(.equals, separator, separator + 1)
        next = line.index + 1
        let start = bytes.skipBlanks(separator + 1, line.textEnd)
        let (value, isQuoted) = settingValue(from: start, line, of: owner)
        open.add(.setting(ScriptParameter(key: key, value: value, isQuoted: isQuoted)))
    }

    private mutating func settingValue(
        from start: Int, _ line: ScriptLine, of owner: OpenTag
    ) -> (PlacedText, isQuoted: Bool) {
        let byte = start < line.textEnd ? bytes[start] : 0
        let isObject = byte == UInt8(ascii: "{") && bytes[start + 1] != UInt8(ascii: "{")
        if byte == UInt8(ascii: "[") || isObject { return (openValue(from: start, line, of: owner), false) }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), let value = quotedSetting(start, line) {
            return (value, true)
        }
        return (plainSetting(from: start, line, of: owner), false)
    }

    /// JSON, over as many lines as its brackets are open.
    private mutating func openValue(from start: Int, _ line: ScriptLine, of owner: OpenTag) -> PlacedText {
        var brackets = BracketScanner.script
        brackets.read(bytes, start, line.textEnd)
        var first = TextPart(start: start, end: line.textEnd, column: nil, lineStart: line.start)
        if !brackets.isOpen { first.end = endBeforeComment(start, line.textEnd) }
        let parts = readOpenLines(first, &brackets, below: owner.indent)
        if first.end < line.textEnd {
            pieces.add(.comment, bytes.skipBlanks(first.end, line.textEnd), line.textEnd)
        }
        return TextAssembly(bytes: bytes).block(parts) ?? placed(start, start)
    }

    /// A value that is one string from its first to its last quote.
    private mutating func quotedSetting(_ start: Int, _ line: ScriptLine) -> PlacedText? {
        guard let close = bytes.closingQuote(from: start, to: line.textEnd) else {
            if continuation(of: line) != nil { return nil }
            report.add(.unclosedQuote(nil), at: SourceSpan(start, start + 1))
            return nil
        }
        let after = bytes.skipBlanks(close + 1, line.textEnd)
        let isComment = after < line.textEnd && bytes.beginsComment(after)
        let isSeparator = after + 1 == line.textEnd && [UInt8(ascii: ","), UInt8(ascii: ";")].contains(bytes[after])
        guard after == line.textEnd || isComment || isSeparator else { return nil }
        pieces.add(.parameterValue, start, close + 1)
        if after < line.textEnd { pieces.add(isComment ? .comment : .junk, after, line.textEnd) }
        return PlacedText(text: bytes.unescaped(start + 1, close), span: SourceSpan(start + 1, close))
    }

    /// Text up to the end of its line and over the lines further in. Below `require:` a comment may follow.
    private mutating func plainSetting(from start: Int, _ line: ScriptLine, of owner: OpenTag) -> PlacedText {
        let end = owner.name.text == "require" ? endBeforeComment(start, line.textEnd) : line.textEnd
        pieces.add(.parameterValue, start, end)
        if end < line.textEnd { pieces.add(.comment, bytes.skipBlanks(end, line.textEnd), line.textEnd) }
        var parts = [TextPart(start: start, end: end, column: nil, lineStart: line.start)]
        while let following = continuation(of: line) {
            for index in next..<following.index { parts.append(TextPart(self.line(index))) }
            readTextLine(following, into: &parts)
        }
        return TextAssembly(bytes: bytes).block(parts) ?? placed(min(start, line.textEnd), min(start, line.textEnd))
    }

    private mutating func readTextLine(_ line: ScriptLine, into parts: inout [TextPart]) {
        if isCommentLine(line, in: .text) { return readComment(line) }
        pieces.add(.parameterValue, line.textStart, line.textEnd)
        parts.append(TextPart(line))
        next = line.index + 1
    }

    /// The next line with text, if it is further in than this one.
    private func continuation(of line: ScriptLine) -> ScriptLine? {
        guard let following = lines[min(next, lines.count)...].first(where: { !$0.isBlank }) else { return nil }
        return following.indent > line.indent ? following : nil
    }

    /// The end of a value before a comment on the same line, outside quotes and brackets.
    private func endBeforeComment(_ start: Int, _ end: Int) -> Int {
        var brackets = BracketScanner.script
        for offset in start..<max(start, end) {
            if !brackets.isOpen, !brackets.isInQuotes, offset > start, bytes.beginsComment(offset) {
                return bytes.trimEnd(start, offset)
            }
            brackets.read(bytes[offset], at: offset)
        }
        return end
    }

    /// `type: scriptEs6` below `require:`, `prompt: Your name?` below `InputText:`: the colon of a tag where an equals sign belongs.
    mutating func readMisspeltSetting(_ head: TagHead, _ line: ScriptLine) -> Bool {
        guard let colon = head.colon, !head.isBang, let owner = open.owner(of: line.indent),
            owner.body == .settings,
            owner.description?.parameters.contains(head.name.text) == true
        else { return false }
        report.add(
            .colonInSetting(head.name.text, of: owner.name.text), at: SourceSpan(head.name.span.start, colon + 1))
        makeRoom(below: owner, line)
        readSetting(head.name, separator: colon, line, of: owner)
        return true
    }

    // MARK: Lines of values

    /// `"Yes" -> /Order` or `{text: "Site", url: "…"}`; brackets may stay open over several lines.
    private mutating func readValueLine(_ line: ScriptLine, of owner: OpenTag) {
        next = line.index + 1
        let end = endBeforeComment(line.textStart, line.textEnd)
        var brackets = BracketScanner.script
        brackets.read(bytes, line.textStart, end)
        let first = TextPart(start: line.textStart, end: end, column: line.indent, lineStart: line.start)
        let parts = readOpenLines(first, &brackets, below: min(owner.indent, line.indent - 1))
        if end < line.textEnd { pieces.add(.comment, bytes.skipBlanks(end, line.textEnd), line.textEnd) }
        if let text = TextAssembly(bytes: bytes).block(parts) { open.add(.line(text)) }
    }
}
