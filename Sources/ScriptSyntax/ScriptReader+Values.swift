import SourceText

/// What a tag says after its colon.
struct TagContent {
    var value: PlacedText?
    var parameters: [ScriptParameter] = []
    /// Past the last byte of value and parameters.
    var end: Int
}

/// Values: from the colon to the parameters, a comment, or the last line that still belongs to them.
extension ScriptReader {
    /// Reads the value and the parameters of a tag or a pattern, with the lines further in that continue them.
    mutating func readContent(
        _ style: ValueStyle, from start: Int, line: ScriptLine, indent: Int, isNamedPattern: Bool = false,
        of tag: TagDescription? = nil
    ) -> TagContent {
        var reading = ValueReading(style: style, indent: indent)
        reading.isNamedPattern = isNamedPattern
        reading.onlyParameter = tag?.parameters.count == 1 ? tag?.parameters[0] : nil
        next = line.index + 1
        read(SourceSpan(start, line.textEnd), column: nil, of: line, into: &reading)
        while let following = continuation(of: reading) {
            skipCommentsAndBlanks(before: following, into: &reading)
            next = following.index + 1
            let text = SourceSpan(following.textStart, following.textEnd)
            read(text, column: following.indent, of: following, into: &reading)
        }
        let assembly = TextAssembly(bytes: bytes)
        let value = style == .text ? assembly.block(reading.parts) : assembly.lines(reading.parts)
        return TagContent(value: value, parameters: reading.parameters, end: reading.end)
    }

    private mutating func read(_ span: SourceSpan, column: Int?, of line: ScriptLine, into reading: inout ValueReading)
    {
        var start = bytes.skipBlanks(span.start, span.end)
        if !reading.isInParameters {
            let stop = valueEnd(from: start, to: span.end, reading.style)
            let end = bytes.trimEnd(start, stop)
            pieces.add(.value, start, end)
            reading.add(TextPart(start: start, end: end, column: column, lineStart: line.start), bytes)
            if stop == span.end { return }
            start = stop
        }
        readAfterValue(start, span.end, into: &reading)
    }

    /// Parameters or a comment.
    private mutating func readAfterValue(_ start: Int, _ end: Int, into reading: inout ValueReading) {
        var start = start
        if bytes.starts(start, with: "||") {
            pieces.add(.parameterBar, start, start + 2)
            reading.isInParameters = true
            reading.end = start + 2
            start += 2
        } else if !reading.isInParameters {
            return pieces.add(.comment, start, end)
        }
        readParameters(from: start, to: end, into: &reading)
    }

    // MARK: Where a value ends on its line

    private func valueEnd(from start: Int, to end: Int, _ style: ValueStyle) -> Int {
        guard style != .expression else { return end }
        var offset = start
        var angles = 0
        var hasInterpolations = true
        while offset < end {
            let byte = bytes[offset]
            guard mayEndValue(byte) else {
                offset += 1
                continue
            }
            if hasInterpolations, byte == UInt8(ascii: "{"), bytes.starts(offset, with: "{{") {
                if let close = interpolationEnd(from: offset + 2, to: end) {
                    offset = close
                    continue
                }
                hasInterpolations = false
            }
            if byte == UInt8(ascii: "|"), isParameterBar(offset, start, end) { return offset }
            if angles <= 0, isTrailingComment(offset, start, end, style) { return offset }
            if style == .pattern, byte == UInt8(ascii: "<") { angles += 1 }
            if style == .pattern, byte == UInt8(ascii: ">") { angles -= 1 }
            offset += 1
        }
        return end
    }

    /// Bytes at which it must be asked; the others are passed over quickly.
    private func mayEndValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "<"),
            UInt8(ascii: ">"):
            true
        default: false
        }
    }

    private func interpolationEnd(from start: Int, to end: Int) -> Int? {
        var offset = start
        while offset + 1 < end {
            if bytes.starts(offset, with: "}}") { return offset + 2 }
            offset += 1
        }
        return nil
    }

    private func isParameterBar(_ offset: Int, _ start: Int, _ end: Int) -> Bool {
        guard bytes.starts(offset, with: "||"), offset + 2 <= end else { return false }
        return offset == start || bytes.isBlank(offset - 1) || bytes.isAssignment(offset + 2, end)
    }

    private func isTrailingComment(_ offset: Int, _ start: Int, _ end: Int, _ style: ValueStyle) -> Bool {
        guard style != .text, bytes[offset] == UInt8(ascii: "#") || bytes[offset] == UInt8(ascii: "/") else {
            return false
        }
        guard offset == start || bytes.isBlank(offset - 1) else { return false }
        if bytes[offset] == UInt8(ascii: "#") { return true }
        return style != .address && bytes.starts(offset, with: "//")
    }

    // MARK: Which lines continue a value

    /// The line that continues what is being read, if the next line with text does.
    private mutating func continuation(of reading: ValueReading) -> ScriptLine? {
        var index = next
        while index < source.lineStarts.count {
            let following = line(index)
            index += 1
            if following.isBlank || isCommentLine(following, in: reading.style) { continue }
            guard following.indent > reading.indent, continues(reading, following) else { return nil }
            return following
        }
        return nil
    }

    private mutating func continues(_ reading: ValueReading, _ line: ScriptLine) -> Bool {
        let startsWithBar = bytes.starts(line.textStart, with: "||")
        if startsWithBar, reading.style != .expression { return true }
        let isTag = tagHead(of: line) != nil || isAnnotation(line)
        if reading.isInParameters {
            guard !isTag || reading.isNamedPattern else { return false }
            if reading.expectsParameter { return true }
            if reading.style == .text { refuseTextAfterParameters(line) }
            return false
        }
        if reading.isNamedPattern { return !isPatternDefinition(line) }
        if reading.style == .text {
            noteTagInText(line)
            return true
        }
        return !isTag && isUnfinished(reading, line)
    }

    /// A pattern goes on over every line further in, a condition only where it cannot have ended: nothing yet, an open
    /// bracket, an operator.
    private func isUnfinished(_ reading: ValueReading, _ line: ScriptLine) -> Bool {
        guard reading.style == .expression else { return reading.style == .pattern }
        guard let last = reading.lastByte else { return true }
        return reading.brackets.isOpen || "&|+-*/%,?:=<>!".utf8.contains(last)
            || "&|?:.)]}+*/,".utf8.contains(bytes[line.textStart])
    }

    private mutating func refuseTextAfterParameters(_ line: ScriptLine) {
        report.add(.textAfterParameters, at: SourceSpan(line.textStart, line.textEnd))
        lastUnknown = (line.index, line.indent)
    }

    private mutating func noteTagInText(_ line: ScriptLine) {
        guard let head = tagHead(of: line), let tag = head.description else { return }
        guard tag.kind != .action else { return }
        report.add(.tagInText(head.name.text), at: SourceSpan(line.textStart, head.valueStart))
    }

    /// Comments between the lines of a value, and the empty lines of a text.
    private mutating func skipCommentsAndBlanks(before following: ScriptLine, into reading: inout ValueReading) {
        while next < following.index {
            let line = line(next)
            if !line.isBlank {
                readComment(line)
                continue
            }
            if reading.style == .text, !reading.isInParameters {
                reading.parts.append(TextPart(line))
            }
            next += 1
        }
    }
}

/// How far the reading of one value has come.
struct ValueReading {
    let style: ValueStyle
    let indent: Int
    /// The body of `$Name = …`, which every line further in continues.
    var isNamedPattern = false
    var parts: [TextPart] = []
    var parameters: [ScriptParameter] = []
    /// The name of the one parameter that the tag takes: a value without a name is meant for it.
    var onlyParameter: String?
    var isInParameters = false
    /// The last line ended with a comma or a bar.
    var expectsParameter = false
    /// Of a condition.
    var brackets = BracketScanner.script
    var lastByte: UInt8?
    var end = 0

    init(style: ValueStyle, indent: Int) {
        self.style = style
        self.indent = indent
    }

    mutating func add(_ part: TextPart, _ bytes: ScriptBytes) {
        parts.append(part)
        guard part.start < part.end else { return }
        if style == .expression { brackets.read(bytes, part.start, part.end) }
        lastByte = bytes[part.end - 1]
        end = part.end
    }
}
