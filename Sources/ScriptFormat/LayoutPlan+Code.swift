import ScriptSyntax
import SourceText

/// Blocks of JavaScript move as a whole; what lies inside a string over several lines stays byte for byte.
extension LayoutPlan {
    mutating func planCode(_ code: ScriptCode, below head: Int, depth: Int) {
        let last = table.index(of: code.span.end)
        furthest = max(furthest, last)
        guard !code.span.isEmpty, last >= head else { return }
        let first = code.firstLine - 1
        let strings = StringsOverLines(code.text)
        if first == head { lines[head]?.keepsTrailingBlanks = strings.coverEnd(ofLine: 0) }
        guard max(first, head + 1) <= last else { return }
        let body = max(first, head + 1)...last
        let common = commonColumn(of: body) { strings.coverStart(ofLine: $0 - first) }
        for line in body {
            let isInside = strings.coverStart(ofLine: line - first)
            guard isInside || !table[line].isBlank else { continue }
            if isInside { noteTextInTheWay(line, depth * Self.step) }
            let column = (depth + 1) * Self.step + max(0, table[line].column - common)
            lines[line] = LinePlan(isInside ? .untouched : .column(column), .verbatim)
            lines[line]?.keepsTrailingBlanks = strings.coverEnd(ofLine: line - first)
            lines[line]?.keepsBlankLines = line > first
        }
    }

    private mutating func noteTextInTheWay(_ line: Int, _ columnOfTag: Int) {
        let text = SourceSpan(table[line].textStart, table[line].textEnd)
        guard textInTheWay == nil, !text.isEmpty, table[line].column <= columnOfTag else { return }
        let first = tree.source.bytes[text.start]
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) || first == UInt8(ascii: "_")
        if isLetter || first == UInt8(ascii: "#") || first == UInt8(ascii: "@") { textInTheWay = text }
    }

    /// The leftmost column of the code; comments may stand further out, as lines commented out at the margin do.
    private func commonColumn(of body: ClosedRange<Int>, isInString: (Int) -> Bool) -> Int {
        var ofCode: Int?
        var ofComments: Int?
        for line in body where !table[line].isBlank && !isInString(line) {
            let column = table[line].column
            if beginsComment(table[line].textStart) {
                ofComments = min(ofComments ?? column, column)
            } else {
                ofCode = min(ofCode ?? column, column)
            }
        }
        return ofCode ?? ofComments ?? 0
    }

    private func beginsComment(_ offset: Int) -> Bool {
        let bytes = tree.source.bytes
        return bytes[offset] == UInt8(ascii: "#")
            || bytes[offset] == UInt8(ascii: "/") && offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "/")
    }
}
