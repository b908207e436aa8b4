import SourceText

/// Parameter lists: `|| modal = true, tts = "Hel+lo", converter = function(pt) { … };`.
extension ScriptReader {
    /// Reads what stands after a bar, or a line that goes on after a comma.
    mutating func readParameters(from start: Int, to end: Int, into reading: inout ValueReading) {
        var list = ParameterList(offset: start, end: end)
        reading.expectsParameter = false
        while true {
            list.offset = bytes.skipBlanks(list.offset, list.end)
            guard list.offset < list.end, !bytes.beginsComment(list.offset) else { break }
            reading.expectsParameter = readSeparator(&list)
            if reading.expectsParameter { continue }
            if let parameter = readParameter(&list, reading) { reading.parameters.append(parameter) }
            reading.end = max(reading.end, list.written)
        }
        if list.isEmpty { reading.expectsParameter = true }
        if list.offset < list.end { pieces.add(.comment, list.offset, list.end) }
    }

    /// A comma, a second bar, or the `;` that some write at the end.
    private mutating func readSeparator(_ list: inout ParameterList) -> Bool {
        let start = list.offset
        switch bytes[start] {
        case UInt8(ascii: ","):
            pieces.add(.comma, start, start + 1)
            list.offset += 1
        case UInt8(ascii: ";"):
            pieces.add(.junk, start, start + 1)
            list.offset += 1
        case UInt8(ascii: "|") where bytes.starts(start, with: "||"):
            pieces.add(.parameterBar, start, start + 2)
            list.offset += 2
        default: return false
        }
        return true
    }

    private mutating func readParameter(_ list: inout ParameterList, _ reading: ValueReading) -> ScriptParameter? {
        list.isEmpty = false
        let start = list.offset
        let nameEnd = bytes.nameEnd(start, list.end)
        let equals = bytes.skipBlanks(nameEnd, list.end)
        let separator = equals < list.end ? bytes[equals] : 0
        guard nameEnd > start, separator == UInt8(ascii: "=") || separator == UInt8(ascii: ":") else {
            return skipParameter(&list, from: start, reading)
        }
        let key = placed(start, nameEnd)
        if separator == UInt8(ascii: ":") {
            report.add(.colonInParameter(key.text), at: SourceSpan(start, equals + 1))
        }
        pieces.add(.parameterName, start, nameEnd)
        pieces.add(.equals, equals, equals + 1)
        list.offset = bytes.skipBlanks(equals + 1, list.end)
        return readValue(of: key, &list, reading)
    }

    /// Passes over something that is not `name = value`; a list is reported once.
    private mutating func skipParameter(
        _ list: inout ParameterList, from start: Int, _ reading: ValueReading
    ) -> ScriptParameter? {
        var end = start
        while end < list.end, bytes[end] != UInt8(ascii: ","), !(end > start && bytes.beginsComment(end)) { end += 1 }
        let trimmed = bytes.trimEnd(start, end)
        if let name = reading.onlyParameter, reading.parameters.isEmpty {
            return takeUnnamed(&list, from: start, to: trimmed, as: name)
        }
        if !list.isReported {
            let finding = SyntaxFinding.missingEquals(clipped(start, trimmed), inPattern: reading.style == .pattern)
            report.add(finding, at: SourceSpan(start, trimmed))
        }
        list.isReported = true
        pieces.add(.junk, start, trimmed)
        list.offset = end
        list.written = trimmed
        return nil
    }

    /// `timeout: /Late || 10 seconds`: the value of the only parameter, without its name.
    private mutating func takeUnnamed(
        _ list: inout ParameterList, from start: Int, to end: Int, as name: String
    ) -> ScriptParameter {
        let written = bytes.text(start, end)
        report.add(.unnamedParameter(name, unquoted(written) ?? written), at: SourceSpan(start, end))
        list.isReported = true
        pieces.add(.parameterValue, start, end)
        list.offset = end
        list.written = end
        let inside = unquoted(written) == nil ? placed(start, end) : placed(start + 1, end - 1)
        let key = PlacedText(text: name, span: SourceSpan(start, start))
        return ScriptParameter(key: key, value: inside, isQuoted: inside.span.start > start)
    }

    /// A piece of the file for a message, at most 40 bytes of it.
    func clipped(_ start: Int, _ end: Int) -> String {
        end - start <= 40 ? bytes.text(start, end) : bytes.text(start, start + 37).filter { $0 != "\u{FFFD}" } + "…"
    }
}

/// The place in a parameter list.
struct ParameterList {
    var offset: Int
    var end: Int
    /// Past the last byte that belongs to a parameter.
    var written = 0
    var isEmpty = true
    /// A list is blamed once, or a line of a megabyte would give as many messages.
    var isReported = false
}
