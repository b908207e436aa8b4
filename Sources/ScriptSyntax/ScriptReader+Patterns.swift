import SourceText

/// `$Name = body || converter = f` below `patterns:`.
extension ScriptReader {
    /// Whether `$Name =` stands at the beginning of a line. A pattern itself never contains that.
    func isPatternDefinition(_ line: ScriptLine) -> Bool {
        bytes[line.textStart] == UInt8(ascii: "$") && bytes.isAssignment(line.textStart, line.textEnd)
    }

    /// Reads the line as a named pattern, with what is missing reported.
    mutating func readPattern(_ line: ScriptLine) {
        let hasDollar = bytes[line.textStart] == UInt8(ascii: "$")
        let nameStart = hasDollar ? line.textStart + 1 : line.textStart
        let nameEnd = bytes.nameEnd(nameStart, line.textEnd)
        let name = placed(nameStart, nameEnd)
        if !hasDollar { report.add(.patternWithoutDollar(name.text), at: name.span) }
        pieces.add(.parameterName, line.textStart, nameEnd)
        let bodyStart = readEqualsOfPattern(name, nameEnd, line)
        let content = readPatternContent(from: bodyStart, line)
        let whole = SourceSpan(line.textStart, max(content.end, bodyStart))
        // Without `=` that was said.
        if content.value == nil, bodyStart > equalsPlace(nameEnd, line) {
            report.add(.emptyPattern(name.text), at: SourceSpan(line.textStart, nameEnd))
        }
        let body = content.value ?? PlacedText(text: "", span: SourceSpan(whole.end, whole.end))
        open.add(.pattern(PatternDefinition(name: name, body: body, parameters: content.parameters, span: whole)))
    }

    private func equalsPlace(_ nameEnd: Int, _ line: ScriptLine) -> Int { bytes.skipBlanks(nameEnd, line.textEnd) }

    private mutating func readEqualsOfPattern(_ name: PlacedText, _ nameEnd: Int, _ line: ScriptLine) -> Int {
        let equals = equalsPlace(nameEnd, line)
        let separator = equals < line.textEnd ? bytes[equals] : 0
        if separator != UInt8(ascii: "=") {
            report.add(.patternWithoutEquals(name.text), at: SourceSpan(line.textStart, nameEnd))
            guard separator == UInt8(ascii: ":") else { return equals }
        }
        pieces.add(.equals, equals, equals + 1)
        return equals + 1
    }

    private mutating func readPatternContent(from start: Int, _ line: ScriptLine) -> TagContent {
        readContent(.pattern, from: start, line: line, indent: line.indent, isNamedPattern: true)
    }
}
