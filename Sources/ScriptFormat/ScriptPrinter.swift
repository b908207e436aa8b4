import ScriptSyntax
import SourceText

/// Writes the lines of a script where the plan puts them.
struct ScriptPrinter {
    private let tree: ScriptTree
    private let bytes: [UInt8]
    private let table: LineTable
    private let plan: LayoutPlan
    private var output: [UInt8] = []
    /// How far lines that nobody understood move: as far as the last tag above them.
    private var shift = 0
    /// Blank lines since the last line that was written.
    private var blankLines = 0

    init(_ tree: ScriptTree) {
        self.tree = tree
        bytes = tree.source.bytes
        table = LineTable(tree)
        plan = LayoutPlan(tree, table)
        output.reserveCapacity(bytes.count + bytes.count / 8)
    }

    /// The text: lines end with LF and without blanks, the last one too; no byte order mark.
    consuming func print() -> [UInt8] {
        for index in table.lines.indices {
            guard let plan = plan.lines[index] else {
                if table[index].isBlank { blankLines += 1 } else { writeUnknown(index) }
                continue
            }
            write(index, plan)
        }
        return output
    }

    private mutating func write(_ index: Int, _ plan: LinePlan) {
        let line = table[index]
        writeBlankLines(before: plan)
        if plan.isAnchor, let column = plan.margin.column { shift = column - line.column }
        write(plan.margin, of: line)
        switch plan.content {
        case .tokens: writeTokens(of: line)
        case .valueLine: ButtonLine.write(bytes[line.textStart..<line.textEnd], of: tree, line.pieces, to: &output)
        case .verbatim: output += bytes[line.textStart..<line.textEnd]
        }
        if plan.keepsTrailingBlanks { output += bytes[line.textEnd..<max(line.end, line.textEnd)] }
        output.append(UInt8(ascii: "\n"))
    }

    private mutating func writeUnknown(_ index: Int) {
        let line = table[index]
        writeBlankLines(before: nil)
        write(.column(max(0, line.column + shift)), of: line)
        output += bytes[line.textStart..<line.textEnd]
        output.append(UInt8(ascii: "\n"))
    }

    private mutating func writeBlankLines(before plan: LinePlan?) {
        defer { blankLines = 0 }
        guard !output.isEmpty else { return }
        var count = plan?.keepsBlankLines == true ? blankLines : min(blankLines, 1)
        if plan?.wantsBlankLine == true { count = max(count, 1) }
        for _ in 0..<count { output.append(UInt8(ascii: "\n")) }
    }

    private mutating func write(_ margin: LinePlan.Margin, of line: LineTable.Line) {
        switch margin {
        case .column(let column): writeBlanks(column)
        case .columnThen(let column, let rest):
            writeBlanks(column)
            output += bytes[rest.start..<rest.end]
        case .untouched: output += bytes[line.margin.start..<line.margin.end]
        }
    }

    private mutating func writeBlanks(_ count: Int) {
        for _ in 0..<count { output.append(UInt8(ascii: " ")) }
    }

    // MARK: Tokens

    private mutating func writeTokens(of line: LineTable.Line) {
        var left: ScriptPiece?
        var end = line.textStart
        for piece in tree.pieces[line.pieces] where piece.kind != .space {
            if let left { writeGap(TokenSpacing.between(left, piece, in: bytes), SourceSpan(end, piece.span.start)) }
            end = min(piece.span.end, line.textEnd)
            output += bytes[piece.span.start..<max(end, piece.span.start)]
            left = piece
        }
    }

    private mutating func writeGap(_ spacing: TokenSpacing, _ gap: SourceSpan) {
        switch spacing {
        case .none: break
        case .one: output.append(UInt8(ascii: " "))
        case .asWritten: output += bytes[gap.start..<gap.end]
        }
    }
}
