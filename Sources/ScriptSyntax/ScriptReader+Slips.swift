import SourceText

/// Values that hold what was meant to stand beside them: parameters without their two bars, quotes and colons at names.
///
/// The platform takes them as they stand, so they are read so and told.
extension ScriptReader {
    mutating func checkForSlips(_ head: TagHead, _ value: PlacedText) {
        if let tag = head.description, !tag.parameters.isEmpty { checkForBars(tag, value.span) }
        guard head.name.text == "state" else { return }
        let name = value.text
        if let inner = unquoted(name) {
            report.add(.quotedName(inner), at: value.span)
        } else if name.hasSuffix(":"), name.utf8.count > 1 {
            report.add(.colonAfterName(String(name.dropLast())), at: value.span)
        }
    }

    /// The inside of a text in quotes.
    func unquoted(_ text: String) -> String? {
        guard text.utf8.count > 2, let first = text.utf8.first, first == text.utf8.last else { return nil }
        return first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") ? String(text.dropFirst().dropLast()) : nil
    }

    /// `state: Menu modal = true`, `a: Hello | tts = "Hello"`: told for the first parameter.
    private mutating func checkForBars(_ tag: TagDescription, _ span: SourceSpan) {
        for equals in span.start..<span.end where bytes[equals] == UInt8(ascii: "=") {
            let nameEnd = bytes.trimEnd(span.start, equals)
            var start = nameEnd
            while start > span.start, nameEnd - start <= 30, bytes.nameEnd(start - 1, start) == start { start -= 1 }
            let name = bytes.text(start, nameEnd)
            guard start < nameEnd, bytes[equals + 1] != UInt8(ascii: "="), tag.parameters.contains(name) else {
                continue
            }
            let before = bytes.trimEnd(span.start, start)
            let bar = bytes[before - 1] == UInt8(ascii: "|") && bytes[before - 2] != UInt8(ascii: "|")
            if bar, before > span.start {
                return report.add(.oneBar(name), at: SourceSpan(before - 1, before))
            }
            if tag.valueStyle == .plain, before > span.start, before < start {
                return report.add(.noBars(name), at: SourceSpan(before, nameEnd))
            }
        }
    }

    // MARK: Bytes

    /// Bytes that no editor shows: zeros, and carriage returns that end no line. Each kind is told once.
    mutating func checkBytes() {
        if let zero = bytes.first(0, from: 0) { report.add(.zeroByte, at: SourceSpan(zero, zero + 1)) }
        var offset = 0
        while let found = bytes.first(UInt8(ascii: "\r"), from: offset) {
            offset = found + 1
            guard bytes[offset] != UInt8(ascii: "\n") else { continue }
            let line = lines[source.lineIndex(of: found)]
            guard found > line.textStart, found < line.textEnd else { continue }
            let isOneLine = lines.dropFirst().allSatisfy(\.isBlank)
            return report.add(isOneLine ? .oldLineEnds : .carriageReturn, at: SourceSpan(found, found + 1))
        }
    }
}
