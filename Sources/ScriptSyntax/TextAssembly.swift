import SourceText

/// A stretch of one line that belongs to a value.
struct TextPart {
    var start: Int
    var end: Int
    /// The column in which the line's text begins; `nil` for a part that follows something else on its line.
    var column: Int?
    /// The first byte of the line, for keeping blanks beyond the common indent.
    var lineStart: Int

    init(start: Int, end: Int, column: Int?, lineStart: Int) {
        self.start = start
        self.end = end
        self.column = column
        self.lineStart = lineStart
    }

    /// The whole text of a line.
    init(_ line: ScriptLine) {
        self.init(start: line.textStart, end: line.textEnd, column: line.indent, lineStart: line.start)
    }
}

/// Joins the lines of a value into one text.
struct TextAssembly {
    let bytes: ScriptBytes

    /// Lines joined by `\n` with the common indent removed; `nil` when there is no text at all.
    func block(_ parts: [TextPart]) -> PlacedText? {
        let columns = parts.compactMap { $0.start < $0.end ? $0.column : nil }
        let common = columns.min() ?? 0
        return join(parts) { part in part.column == nil ? part.start : cut(part, common) }
    }

    /// Lines joined by `\n`, each trimmed.
    func lines(_ parts: [TextPart]) -> PlacedText? {
        join(parts.filter { $0.start < $0.end }) { $0.start }
    }

    /// The inside of a string over several lines, without its escapes.
    func string(_ parts: [TextPart]) -> PlacedText {
        guard let text = block(parts) else {
            return PlacedText(text: "", span: SourceSpan(parts[0].start, parts[0].start))
        }
        let unescaped = Array(text.text.utf8).withUnsafeBufferPointer { letters in
            ScriptBytes(letters).unescaped(0, letters.count)
        }
        return PlacedText(text: unescaped, span: text.span, lineStarts: text.lineStarts)
    }

    private func join(_ parts: [TextPart], start: (TextPart) -> Int) -> PlacedText? {
        guard let first = parts.firstIndex(where: { $0.start < $0.end }),
            let last = parts.lastIndex(where: { $0.start < $0.end })
        else { return nil }
        if first == last {
            let part = parts[first]
            return PlacedText(text: bytes.text(part.start, part.end), span: SourceSpan(part.start, part.end))
        }
        var joined: [UInt8] = []
        var lines: [PlacedText.Line] = []
        for part in parts[first...last] {
            if !lines.isEmpty { joined.append(UInt8(ascii: "\n")) }
            let isBlank = part.start == part.end
            let begin = lines.isEmpty || isBlank ? part.start : min(start(part), part.end)
            lines.append(PlacedText.Line(startInFile: begin, startInText: joined.count))
            joined += bytes.slice(begin, part.end)
        }
        let span = SourceSpan(lines[0].startInFile, parts[last].end)
        return PlacedText(text: String(decoding: joined, as: UTF8.self), span: span, lines: lines)
    }

    /// Where a line begins once this many columns are taken away.
    private func cut(_ part: TextPart, _ columns: Int) -> Int {
        var column = 0
        var offset = part.lineStart
        while offset < part.start, column < columns {
            column += bytes[offset] == UInt8(ascii: "\t") ? 4 - column % 4 : 1
            offset += bytes.starts(offset, with: "\u{A0}") ? 2 : 1
        }
        return offset
    }
}
