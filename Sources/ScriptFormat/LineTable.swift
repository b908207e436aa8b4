import ScriptSyntax
import SourceText

/// The lines of a script as its pieces tell them.
struct LineTable {
    struct Line {
        /// The blanks before the text, after a byte order mark.
        var margin: SourceSpan
        /// Past the last byte that is not blank; equal to the end of the margin on a blank line.
        var textEnd: Int
        /// Past the last byte before the line end.
        var end: Int
        /// Where the text begins, a tab reaching the next multiple of 4.
        var column: Int
        /// The pieces of the text, as indices.
        var pieces: Range<Int>
        /// Blank lines directly before.
        var blanksBefore = 0

        var textStart: Int { margin.end }
        var isBlank: Bool { textStart == textEnd }
    }

    let lines: [Line]
    private let starts: [Int]
    private let pieces: [ScriptPiece]

    init(_ tree: ScriptTree) {
        pieces = tree.pieces
        starts = tree.source.lineStarts
        var reader = LineTableReader(tree)
        lines = reader.read()
    }

    subscript(index: Int) -> Line { lines[index] }

    /// The line in which a byte lies.
    func index(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// Whether nothing but a comment stands on the line.
    func isComment(_ index: Int) -> Bool {
        lines[index].pieces.first.map { pieces[$0].kind == .comment } ?? false
    }

    /// Columns of a stretch of blanks that begins at the margin.
    static func columns(of blanks: SourceSpan, in bytes: [UInt8], upTo limit: Int = .max) -> (columns: Int, end: Int) {
        var columns = 0
        var offset = blanks.start
        while offset < blanks.end, columns < limit {
            let byte = bytes[offset]
            // Three bytes are a character without width.
            columns += byte == UInt8(ascii: "\t") ? 4 - columns % 4 : byte >= 0xE2 ? 0 : 1
            offset += byte == 0xC2 ? 2 : byte >= 0xE2 ? 3 : 1
        }
        return (columns, offset)
    }
}

/// Cuts the pieces at their line ends.
private struct LineTableReader {
    let bytes: [UInt8]
    let pieces: [ScriptPiece]
    var lines: [LineTable.Line] = []
    var blanks = 0

    init(_ tree: ScriptTree) {
        bytes = tree.source.bytes
        pieces = tree.pieces
    }

    mutating func read() -> [LineTable.Line] {
        var first = 0
        for (index, piece) in pieces.enumerated() where piece.kind == .lineEnd {
            add(first..<index, end: piece.span.start)
            first = index + 1
        }
        add(first..<pieces.count, end: bytes.count)
        return lines
    }

    private mutating func add(_ range: Range<Int>, end: Int) {
        var range = range
        var margin = SourceSpan(end, end)
        if let first = range.first, pieces[first].kind == .byteOrderMark { range.removeFirst() }
        if let first = range.first {
            let span = pieces[first].span
            let isMargin = pieces[first].kind == .indent
            margin = isMargin ? span : SourceSpan(span.start, span.start)
            if isMargin { range.removeFirst() }
        }
        while let last = range.last, pieces[last].kind == .space || pieces[last].kind == .indent { range.removeLast() }
        var textEnd = range.last.map { pieces[$0].span.end } ?? margin.end
        while textEnd > margin.end, isBlank(bytes[textEnd - 1]) { textEnd -= 1 }
        let column = LineTable.columns(of: margin, in: bytes).columns
        let line = LineTable.Line(
            margin: margin, textEnd: textEnd, end: end, column: column, pieces: range, blanksBefore: blanks)
        blanks = line.isBlank ? blanks + 1 : 0
        lines.append(line)
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0A }
}
