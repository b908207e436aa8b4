/// A span of a file and the text that should stand there instead.
package struct TextEdit: Sendable, Hashable {
    /// The path of the file, as in `SourceFile.path`.
    package let file: String
    package let span: SourceSpan
    package let replacement: String

    package init(file: String, span: SourceSpan, replacement: String) {
        self.file = file
        self.span = span
        self.replacement = replacement
    }
}

extension SourceFile {
    /// The text with the edits made. They lie in this file, in order, and none touches another.
    package func applying(_ edits: [TextEdit]) -> String { applying(edits, from: 0, to: bytes.count) }

    func applying(_ edits: [TextEdit], from start: Int, to end: Int) -> String {
        var result: [UInt8] = []
        var position = start
        for edit in edits {
            precondition(position <= edit.span.start && edit.span.end <= end, "edits overlap or leave the text")
            result += bytes[position..<edit.span.start]
            result += edit.replacement.utf8
            position = edit.span.end
        }
        result += bytes[position..<end]
        return String(decoding: result, as: UTF8.self)
    }
}
