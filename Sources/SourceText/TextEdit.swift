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
