/// Something an author should know about a text: where it is, what was found, and what to do.
package struct Diagnostic: Sendable, Hashable {
    package enum Severity: String, Sendable { case error, warning, note }

    package var severity: Severity
    /// A stable name such as `link/unknown-state`: the stage, then what was found.
    package var code: String
    /// What was found and what was expected, one or two sentences.
    package var message: String
    /// What the author can do, one sentence.
    package var hint: String?
    /// The path of the file, as in `SourceFile.path`.
    package var file: String
    package var span: SourceSpan
    /// Where the span begins and ends for people; filled by the stage, which has the file at hand.
    package var start: SourcePosition
    package var end: SourcePosition

    package init(
        _ severity: Severity, _ code: String, _ message: String, hint: String? = nil, in file: SourceFile,
        at span: SourceSpan
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.hint = hint
        self.file = file.path
        self.span = span
        start = file.position(at: span.start)
        end = file.position(at: span.end)
    }
}
