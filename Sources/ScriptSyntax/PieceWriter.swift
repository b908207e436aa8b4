import SourceText

/// Cuts the file into pieces. Whatever is not named is blank, line end or junk, so no byte is ever lost.
struct PieceWriter {
    private let bytes: ScriptBytes
    private(set) var pieces: [ScriptPiece] = []
    private var cursor = 0
    private var isAtLineStart = true

    init(_ bytes: ScriptBytes) {
        self.bytes = bytes
        if bytes.starts(0, with: "\u{FEFF}") {
            pieces.append(ScriptPiece(.byteOrderMark, SourceSpan(0, 3)))
            cursor = 3
        }
    }

    /// Names these bytes. Pieces come in file order; what lies before them since the last one is filled in.
    mutating func add(_ kind: ScriptPiece.Kind, _ start: Int, _ end: Int) {
        assert(start >= cursor, "a piece at \(start) although \(cursor) bytes are written")
        guard end > max(start, cursor) else { return }
        fill(to: start)
        pieces.append(ScriptPiece(kind, SourceSpan(cursor, end)))
        cursor = end
        isAtLineStart = false
    }

    mutating func finish() { fill(to: bytes.count) }

    private mutating func fill(to end: Int) {
        while cursor < end {
            let (kind, length) = gap(to: end)
            pieces.append(ScriptPiece(kind, SourceSpan(cursor, cursor + length)))
            cursor += length
            isAtLineStart = kind == .lineEnd
        }
    }

    private func gap(to end: Int) -> (ScriptPiece.Kind, length: Int) {
        let lineEnd = lineEndLength(at: cursor)
        if lineEnd > 0 { return (.lineEnd, lineEnd) }
        var offset = cursor
        while offset < end {
            let width = blankLength(at: offset) + (isAtLineStart ? zeroWidthLength(at: offset) : 0)
            if width == 0 { break }
            offset += width
        }
        if offset > cursor { return (isAtLineStart ? .indent : .space, offset - cursor) }
        while offset < end, lineEndLength(at: offset) == 0 { offset += 1 }
        return (.junk, offset - cursor)
    }

    private func lineEndLength(at offset: Int) -> Int {
        switch bytes[offset] {
        case UInt8(ascii: "\n"): 1
        case UInt8(ascii: "\r"): bytes[offset + 1] == UInt8(ascii: "\n") ? 2 : 0
        default: 0
        }
    }

    /// 0 when no character without width stands there; `ScriptLine` passes over the same ones.
    private func zeroWidthLength(at offset: Int) -> Int { ScriptLine.isZeroWidth(offset, bytes) ? 3 : 0 }

    /// 0 when there is no blank; the first byte of a line end is none.
    private func blankLength(at offset: Int) -> Int {
        switch bytes[offset] {
        case 0x20, 0x09, 0x0B, 0x0C: 1
        case UInt8(ascii: "\r"): bytes[offset + 1] == UInt8(ascii: "\n") ? 0 : 1
        case 0xC2: bytes[offset + 1] == 0xA0 ? 2 : 0
        default: 0
        }
    }
}
