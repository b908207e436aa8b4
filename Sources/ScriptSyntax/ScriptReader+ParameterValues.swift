import SourceText

/// The values of parameters: strings, words, arrays, objects, functions.
extension ScriptReader {
    mutating func readValue(
        of key: PlacedText, _ list: inout ParameterList, _ reading: ValueReading
    ) -> ScriptParameter {
        let start = list.offset
        let quote = bytes[start]
        if start < list.end, quote == UInt8(ascii: "'") { noteSingleQuotes(list) }
        if start < list.end, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") && closes(quote, list) {
            return readQuoted(key, &list, reading)
        }
        if start < list.end, key.text == "converter" || bytes.starts(start, with: "function") {
            return readFunction(key, &list, reading)
        }
        let value = readBare(&list, reading)
        if value.text.isEmpty { report.add(.emptyParameter(key.text), at: key.span) }
        return ScriptParameter(key: key, value: value, isQuoted: false)
    }

    // MARK: Quoted values

    private func closes(_ quote: UInt8, _ list: ParameterList) -> Bool {
        bytes.closingQuote(from: list.offset, to: list.end).map { close in
            let after = bytes.skipBlanks(close + 1, list.end)
            return after == list.end || bytes[after] == UInt8(ascii: ",")
        } ?? false
    }

    /// The language knows double quotes only. Where the single ones close, one sees what they hold.
    private mutating func noteSingleQuotes(_ list: ParameterList) {
        guard let close = bytes.closingQuote(from: list.offset, to: list.end) else { return }
        let inner = bytes.text(list.offset + 1, close)
        let isPlain = closes(UInt8(ascii: "'"), list) && !inner.contains("\"") && !inner.contains("\\")
        report.add(
            isPlain ? .singleQuotes(inner) : .singleQuotesInText, at: SourceSpan(list.offset, close + 1))
    }

    private mutating func readQuoted(
        _ key: PlacedText, _ list: inout ParameterList, _ reading: ValueReading
    ) -> ScriptParameter {
        let open = list.offset
        guard let close = bytes.closingQuote(from: open, to: list.end) else {
            if let parameter = readQuotedLines(key, &list, reading) { return parameter }
            let end = bytes.trimEnd(open, list.end)
            report.add(.unclosedQuote(key.text), at: SourceSpan(open, open + 1))
            pieces.add(.parameterValue, open, end)
            list.written = end
            list.offset = list.end
            return quoted(key, open + 1, end)
        }
        pieces.add(.parameterValue, open, close + 1)
        list.written = close + 1
        list.offset = bytes.skipBlanks(close + 1, list.end)
        skipAfterQuote(&list)
        return quoted(key, open + 1, close)
    }

    /// A string that is closed on one of the lines further in, as the graphical editor writes long ones.
    private mutating func readQuotedLines(
        _ key: PlacedText, _ list: inout ParameterList, _ reading: ValueReading
    ) -> ScriptParameter? {
        guard let closing = lineWithClosingQuote(reading) else { return nil }
        let open = list.offset
        pieces.add(.parameterValue, open, bytes.trimEnd(open, list.end))
        var parts = [TextPart(start: open + 1, end: bytes.trimEnd(open + 1, list.end), column: nil, lineStart: open)]
        for index in next..<closing.line.index where !line(index).isBlank {
            let line = line(index)
            pieces.add(.parameterValue, line.textStart, line.textEnd)
            parts.append(TextPart(line))
        }
        pieces.add(.parameterValue, closing.line.textStart, closing.quote + 1)
        parts.append(TextPart(closing.line))
        parts[parts.count - 1].end = closing.quote
        next = closing.line.index + 1
        list = ParameterList(
            offset: bytes.skipBlanks(closing.quote + 1, closing.line.textEnd), end: closing.line.textEnd,
            written: closing.quote + 1, isEmpty: false, isReported: list.isReported)
        skipAfterQuote(&list)
        return ScriptParameter(key: key, value: TextAssembly(bytes: bytes).string(parts), isQuoted: true)
    }

    /// The line further in on which a string that is still open ends. Outside texts a tag may stand there instead.
    private func lineWithClosingQuote(_ reading: ValueReading) -> (line: ScriptLine, quote: Int)? {
        var index = next
        while index < source.lineStarts.count {
            let line = line(index)
            index += 1
            if line.isBlank { continue }
            guard line.indent > reading.indent, reading.style == .text || tagHead(of: line) == nil else { return nil }
            if let quote = bytes.firstQuote(from: line.textStart, to: line.textEnd) { return (line, quote) }
        }
        return nil
    }

    private func quoted(_ key: PlacedText, _ start: Int, _ end: Int) -> ScriptParameter {
        let value = PlacedText(text: bytes.unescaped(start, end), span: SourceSpan(start, max(start, end)))
        return ScriptParameter(key: key, value: value, isQuoted: true)
    }

    /// Text between a closing quote and the next comma is almost always a quote that was not escaped.
    private mutating func skipAfterQuote(_ list: inout ParameterList) {
        let start = list.offset
        guard start < list.end, !bytes.beginsComment(start), !bytes.starts(start, with: "||"),
            bytes[start] != UInt8(ascii: ","), bytes[start] != UInt8(ascii: ";")
        else { return }
        var end = start
        while end < list.end, bytes[end] != UInt8(ascii: ",") { end += 1 }
        let trimmed = bytes.trimEnd(start, end)
        if !list.isReported { report.add(.textAfterQuote(clipped(start, trimmed)), at: SourceSpan(start, trimmed)) }
        list.isReported = true
        pieces.add(.junk, start, trimmed)
        list.written = trimmed
        list.offset = end
    }

    // MARK: Values without quotes

    /// A word, a number, a path, an array or an object: up to the next comma outside brackets.
    private mutating func readBare(_ list: inout ParameterList, _ reading: ValueReading) -> PlacedText {
        let start = list.offset
        let isObject = bytes[start] == UInt8(ascii: "{") && bytes[start + 1] != UInt8(ascii: "{")
        let isData = bytes[start] == UInt8(ascii: "[") || isObject
        var brackets = BracketScanner.script
        var end = start
        while end < list.end {
            let byte = bytes[end]
            if !brackets.isOpen {
                if byte == UInt8(ascii: ",") || end > start && bytes.beginsComment(end) { break }
                if byte == UInt8(ascii: "|"), bytes.starts(end, with: "||") { break }
            }
            if brackets.isOpen || !Self.quotes.contains(byte) { brackets.read(byte, at: end) }
            end += 1
        }
        if isData, brackets.isOpen, end == list.end { return readOn(start, brackets, &list, reading) }
        return finishBare(start, end, &list)
    }

    private static let quotes = Array("\"'`".utf8)

    private mutating func finishBare(_ start: Int, _ end: Int, _ list: inout ParameterList) -> PlacedText {
        var trimmed = bytes.trimEnd(start, end)
        if trimmed > start, bytes[trimmed - 1] == UInt8(ascii: ";") { trimmed = bytes.trimEnd(start, trimmed - 1) }
        pieces.add(.parameterValue, start, trimmed)
        list.offset = trimmed
        list.written = max(list.written, trimmed)
        while list.offset < end, bytes[list.offset] != UInt8(ascii: ";") { list.offset += 1 }
        return placed(start, trimmed)
    }

    /// A function is the rest of the line, and of the lines after it while a bracket is open.
    private mutating func readFunction(
        _ key: PlacedText, _ list: inout ParameterList, _ reading: ValueReading
    ) -> ScriptParameter {
        let start = list.offset
        var brackets = BracketScanner.script
        brackets.read(bytes, start, list.end)
        let isOpen = brackets.isOpen
        let value = isOpen ? readOn(start, brackets, &list, reading) : finishBare(start, list.end, &list)
        return ScriptParameter(key: key, value: value, isQuoted: false)
    }

    /// Goes on over the lines further in until the brackets are closed.
    private mutating func readOn(
        _ start: Int, _ opened: BracketScanner, _ list: inout ParameterList, _ reading: ValueReading
    ) -> PlacedText {
        let first = TextPart(start: start, end: bytes.trimEnd(start, list.end), column: nil, lineStart: start)
        var brackets = opened
        brackets.endLine()
        let parts = readOpenLines(first, &brackets, below: reading.indent)
        let last = parts[parts.count - 1]
        list = ParameterList(
            offset: last.end, end: last.end, written: last.end, isEmpty: false, isReported: list.isReported)
        var text = parts
        if last.end > last.start, bytes[last.end - 1] == UInt8(ascii: ";") { text[text.count - 1].end -= 1 }
        return TextAssembly(bytes: bytes).block(text) ?? placed(start, start)
    }

    /// The lines of a value that goes on until its brackets are closed, or until a line is not further in.
    mutating func readOpenLines(_ first: TextPart, _ brackets: inout BracketScanner, below indent: Int) -> [TextPart] {
        var parts = [first]
        pieces.add(.parameterValue, first.start, first.end)
        while brackets.isOpen, next < source.lineStarts.count {
            let line = line(next)
            if line.isBlank {
                next += 1
            } else if bytes[line.textStart] == UInt8(ascii: "#") {
                readComment(line)
            } else {
                guard line.indent > indent else { break }
                next += 1
                brackets.read(bytes, line.textStart, line.textEnd)
                pieces.add(.parameterValue, line.textStart, line.textEnd)
                parts.append(TextPart(line))
            }
        }
        if brackets.isOpen, let opener = brackets.opener {
            report.add(.unclosedBracket(bytes.text(opener, opener + 1)), at: SourceSpan(opener, opener + 1))
        }
        return parts
    }
}
