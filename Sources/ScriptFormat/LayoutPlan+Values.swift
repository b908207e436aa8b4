import ScriptSyntax
import SourceText

/// Values over several lines.
extension LayoutPlan {
    /// The lines that continue a value or its parameters: moved as one block to one level below the tag.
    mutating func planRegion(after head: Int, to end: Int, _ depth: Int, text: [PlacedText]) {
        let last = table.index(of: end)
        furthest = max(furthest, last)
        guard last > head else { return }
        let region = (head + 1)...last
        let common = region.filter { !table[$0].isBlank && !table.isComment($0) }.map { table[$0].column }.min() ?? 0
        let base = (depth + 1) * Self.step
        let keepsMargins = text.contains(where: \.hasStepsInwards) && region.contains(where: hasTabInMargin)
        let keepsBlankLines = text.contains(where: \.hasBlankLines)
        for line in region where !table[line].isBlank {
            let column = table[line].column
            lines[line] = LinePlan(keepsMargins ? cut(line, common, base) : .column(max(base, base + column - common)))
            lines[line]?.keepsBlankLines = keepsBlankLines
        }
    }

    /// JSON over several lines: its inner layout goes with its first line.
    mutating func planData(from head: Int, to end: Int, _ depth: Int) {
        let last = table.index(of: end)
        furthest = max(furthest, last)
        guard last > head else { return }
        let base = depth * Self.step
        for line in (head + 1)...last where !table[line].isBlank {
            lines[line] = LinePlan(.column(max(base, base + table[line].column - table[head].column)))
        }
    }

    private func hasTabInMargin(_ line: Int) -> Bool {
        let margin = table[line].margin
        return tree.source.bytes[margin.start..<margin.end].contains { $0 != 0x20 }
    }

    /// What the margin has beyond the common columns, byte by byte.
    private func cut(_ line: Int, _ common: Int, _ base: Int) -> LinePlan.Margin {
        let margin = table[line].margin
        let rest = LineTable.columns(of: margin, in: tree.source.bytes, upTo: common).end
        return .columnThen(base, SourceSpan(rest, margin.end))
    }
}

extension PlacedText {
    /// A text of which later lines begin with blanks: they are part of what is said.
    fileprivate var hasStepsInwards: Bool {
        zip(text.utf8, text.utf8.dropFirst()).contains { $0 == UInt8(ascii: "\n") && ($1 <= 0x20 || $1 == 0xC2) }
    }

    fileprivate var hasBlankLines: Bool {
        zip(text.utf8, text.utf8.dropFirst()).contains { $0 == UInt8(ascii: "\n") && $1 == UInt8(ascii: "\n") }
    }
}
