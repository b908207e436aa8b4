import ScriptSyntax
import SourceText

/// Comments go where the thing goes that they belong to. Steps inwards among them stay, for a state that was commented
/// out is still readable then, and a comment between the lines of a value stands as deep as these.
extension LayoutPlan {
    /// Plans comments that stand side by side in the tree; gives the lines of those that follow everything planned yet.
    ///
    /// - Parameter column: where the things beside them stand in the file.
    mutating func plan(
        _ comments: [PlacedText], _ depth: Int, besideColumn column: Int?, after sibling: ScriptItem?
    ) -> [Int] {
        var following: [Int] = []
        for (index, comment) in comments.enumerated() {
            let head = table.index(of: comment.span.start)
            let isHeld = index == 0 && sibling?.mayHoldComments == true
            let inwards = isHeld ? 0 : stepInwards(of: head, from: column, depth)
            let isInside = head < furthest && sibling?.mayHoldComments == false
            let base = depth * Self.step
            plan(comment, head: head, column: isInside ? columnOfLine(above: head, atLeast: base) : base + inwards)
            if head > furthest { following.append(head) }
        }
        return following
    }

    private func stepInwards(of head: Int, from column: Int?, _ depth: Int) -> Int {
        guard let column else { return 0 }
        let mostAfterCode = columnOfCode.map { max(0, $0 - depth * Self.step) } ?? .max
        return min(max(0, table[head].column - column), mostAfterCode)
    }

    /// Where the line above goes; the first line of a value counts as one level deeper.
    private func columnOfLine(above line: Int, atLeast base: Int) -> Int {
        let above = line - 1 - table[line].blanksBefore
        guard above >= 0, let plan = lines[above], !plan.isAnchor else { return base + Self.step }
        return max(base, plan.margin.column ?? base + Self.step)
    }

    private mutating func plan(_ comment: PlacedText, head: Int, column: Int) {
        let last = table.index(of: comment.span.end)
        for line in head...last where !table[line].isBlank {
            var plan = LinePlan(
                .column(max(column, column + table[line].column - table[head].column)), .verbatim)
            plan.keepsBlankLines = lines[line]?.keepsBlankLines ?? false
            lines[line] = plan
        }
    }
}

extension ScriptItem {
    /// A comment deeper than this item would be read as part of it.
    fileprivate var mayHoldComments: Bool {
        if case .tag = self { true } else { false }
    }
}
