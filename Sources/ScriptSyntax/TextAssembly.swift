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
    func block(_ parts: [TextPart]) -> PlacedText? { joined(withoutCommonIndent(parts)) }

    /// Lines joined by `\n`, each trimmed.
    func lines(_ parts: [TextPart]) -> PlacedText? { joined(parts.filter { $0.start < $0.end }) }

    /// The inside of a string over several lines, without its escapes.
    func string(_ parts: [TextPart]) -> PlacedText {
        let text = joined(withoutCommonIndent(parts)) { Array(bytes.unescaped($0, $1).utf8) }
        return text ?? PlacedText(text: "", span: SourceSpan(parts[0].start, parts[0].start))
    }

    private func withoutCommonIndent(_ parts: [TextPart]) -> [TextPart] {
        let parts = withoutEmptyEnds(parts)
        let common = parts.reduce(Int.max) { $1.start < $1.end ? min($0, $1.column ?? Int.max) : $0 }
        return parts.enumerated().map { index, part in
            guard index > 0, part.column != nil, part.start < part.end else { return part }
            var part = part
            part.start = min(cut(part, common), part.end)
            return part
        }
    }

    private func withoutEmptyEnds(_ parts: [TextPart]) -> ArraySlice<TextPart> {
        guard let first = parts.firstIndex(where: { $0.start < $0.end }),
            let last = parts.lastIndex(where: { $0.start < $0.end })
        else { return [] }
        return parts[first...last]
    }

    /// One text of the parts; each is taken as it stands or as `read` gives it.
    private func joined(_ parts: [TextPart], read: ((Int, Int) -> [UInt8])? = nil) -> PlacedText? {
        guard let first = parts.first, let last = parts.last else { return nil }
        if parts.count == 1, read == nil {
            return PlacedText(text: bytes.text(first.start, first.end), span: SourceSpan(first.start, first.end))
        }
        var text: [UInt8] = []
        var lines: [PlacedText.Line] = []
        for part in parts {
            if !lines.isEmpty { text.append(UInt8(ascii: "\n")) }
            lines.append(PlacedText.Line(startInFile: part.start, startInText: text.count))
            if let read { text += read(part.start, part.end) } else { text += bytes.slice(part.start, part.end) }
        }
        let span = SourceSpan(first.start, last.end)
        return PlacedText(text: String(decoding: text, as: UTF8.self), span: span, lines: lines)
    }

    /// Where a line begins once this many columns are taken away.
    private func cut(_ part: TextPart, _ columns: Int) -> Int {
        var column = 0
        var offset = part.lineStart
        while offset < part.start, column < columns {
            column += bytes[offset] == UInt8(ascii: "\t") ? bytes.tabWidth - column % bytes.tabWidth : 1
            offset += bytes.starts(offset, with: "\u{A0}") ? 2 : 1
        }
        return offset
    }
}
