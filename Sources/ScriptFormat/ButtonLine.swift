import ScriptSyntax

/// A line below `buttons:`: `"Yes" -> /Order`, with one blank on each side of the arrow.
enum ButtonLine {
    /// Writes the line; a comment after it keeps one blank before it.
    static func write(
        _ text: ArraySlice<UInt8>, of tree: ScriptTree, _ pieces: Range<Int>, to output: inout [UInt8]
    ) {
        let last = pieces.last.map { tree.pieces[$0] }
        let hasComment = last?.kind == .comment && pieces.count > 1
        let end = hasComment ? last?.span.start ?? text.endIndex : text.endIndex
        output += spaced(trimmed(text[..<end]))
        guard hasComment else { return }
        output.append(UInt8(ascii: " "))
        output += text[end...]
    }

    /// The button with its arrow parted from what stands beside it.
    static func spaced(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard let arrow = arrow(in: text) else { return Array(text) }
        let label = trimmed(text[..<arrow])
        let target = trimmed(text[(arrow + 2)...])
        return Array(label) + Array((target.isEmpty ? " ->" : " -> ").utf8) + Array(target)
    }

    /// The first `->` outside quotes and brackets, with something before it.
    private static func arrow(in text: ArraySlice<UInt8>) -> Int? {
        var quote: UInt8 = 0
        var depth = 0
        var offset = text.startIndex
        while offset < text.endIndex {
            let byte = text[offset]
            if quote != 0 {
                if byte == UInt8(ascii: "\\") { offset += 1 } else if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                depth += 1
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                depth -= 1
            } else if depth == 0, offset > text.startIndex, text[offset...].starts(with: "->".utf8) {
                return offset
            }
            offset += 1
        }
        return nil
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = text.firstIndex { !isBlank($0) } ?? text.endIndex
        let last = text[start...].lastIndex { !isBlank($0) }
        return text[start..<(last.map { $0 + 1 } ?? start)]
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
