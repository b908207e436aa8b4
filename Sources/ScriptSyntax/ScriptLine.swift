import SourceText

/// One line of the file as it lies there: where its text stands and how far it is indented.
struct ScriptLine {
    let index: Int
    /// The first byte of the line, after a byte order mark.
    let start: Int
    /// The text without the blanks around it; equal on a blank line.
    let textStart: Int
    let textEnd: Int
    /// Past the last byte before the line end.
    let end: Int
    /// Columns before the text, a tab reaching the next multiple of `ScriptBytes.tabWidth`.
    let indent: Int
    /// The same with tabs to 2 and to 8, for telling whether the width of a tab matters.
    let indentsOfOtherTabs: (narrow: Int, wide: Int)
    /// A no-break space stands among the blanks before the text; web pages put it there.
    let hasNoBreakSpace: Bool

    /// Characters of no width stand there, which are passed over.
    let hasZeroWidth: Bool

    var isBlank: Bool { textStart == textEnd }

    /// All lines of a file.
    static func lines(of source: SourceFile, in bytes: ScriptBytes) -> [ScriptLine] {
        let starts = source.lineStarts
        var lines: [ScriptLine] = []
        lines.reserveCapacity(starts.count)
        for index in starts.indices {
            let next = index + 1 < starts.count ? starts[index + 1] : bytes.count
            lines.append(ScriptLine(index: index, from: starts[index], to: next, in: bytes))
        }
        return lines
    }

    private init(index: Int, from lineStart: Int, to next: Int, in bytes: ScriptBytes) {
        self.index = index
        start = lineStart == 0 && bytes.starts(0, with: "\u{FEFF}") ? 3 : lineStart
        var end = next
        if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end < next, end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        self.end = end
        let margin = Margin(from: start, to: end, in: bytes)
        textStart = margin.end
        textEnd = bytes.trimEnd(margin.end, end)
        indent = margin.columns
        indentsOfOtherTabs = (margin.narrow, margin.wide)
        hasNoBreakSpace = margin.hasNoBreakSpace
        hasZeroWidth = margin.hasZeroWidth
    }

    /// Whether a character of three bytes stands there that takes no room: U+200B, U+2060, U+FEFF.
    static func isZeroWidth(_ offset: Int, _ bytes: ScriptBytes) -> Bool {
        bytes[offset] >= 0xE2
            && (bytes.starts(offset, with: "\u{200B}") || bytes.starts(offset, with: "\u{2060}")
                || bytes.starts(offset, with: "\u{FEFF}"))
    }

    /// The columns of the blanks at the beginning of a line.
    private struct Margin {
        var end: Int
        var columns = 0
        var narrow = 0
        var wide = 0
        var hasNoBreakSpace = false
        var hasZeroWidth = false

        init(from start: Int, to limit: Int, in bytes: ScriptBytes) {
            end = start
            while end < limit {
                if bytes[end] == UInt8(ascii: "\t") {
                    columns += bytes.tabWidth - columns % bytes.tabWidth
                    narrow += 2 - narrow % 2
                    wide += 8 - wide % 8
                } else if bytes.isBlank(end) {
                    advance()
                } else if end + 1 < limit, bytes.starts(end, with: "\u{A0}") {
                    advance()
                    hasNoBreakSpace = true
                    end += 1
                } else if end + 2 < limit, ScriptLine.isZeroWidth(end, bytes) {
                    hasZeroWidth = true
                    end += 2
                } else {
                    return
                }
                end += 1
            }
        }

        private mutating func advance() {
            columns += 1
            narrow += 1
            wide += 1
        }
    }
}
