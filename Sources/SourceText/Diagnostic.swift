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
    /// Other places that explain this one: "first declared here".
    package var labels: [Label] = []
    /// What an editor or `check --fix` may do about it; only where it is sure to be meant.
    package var fixIts: [FixIt] = []

    /// The place holds something that must not be seen, a password: its line is not shown.
    package var isConfidential = false

    /// A second place and what it has to do with the diagnostic.
    package struct Label: Sendable, Hashable {
        package let message: String
        package let file: String
        package let span: SourceSpan
        package let start: SourcePosition
        package let end: SourcePosition

        package init(_ message: String, in file: SourceFile, at span: SourceSpan) {
            self.message = message
            self.file = file.path
            self.span = span
            start = file.position(at: span.start)
            end = file.position(at: span.end)
        }
    }

    /// A change of the text that removes what the diagnostic complains about.
    package struct FixIt: Sendable, Hashable {
        /// An order: "Write `/Order`".
        package let title: String
        package let edits: [TextEdit]

        package init(_ title: String, _ edits: [TextEdit]) {
            self.title = title
            self.edits = edits
        }
    }

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

    /// The same with one more place: `.labelled("first declared here", in: file, at: span)`.
    package func labelled(_ message: String, in file: SourceFile, at span: SourceSpan) -> Diagnostic {
        var diagnostic = self
        diagnostic.labels.append(Label(message, in: file, at: span))
        return diagnostic
    }

    /// The same with that name as a way to mend it, when the written one is surely a slip of the finger.
    package func corrected(_ written: String, to meant: String) -> Diagnostic {
        Spelling.isSlip(written, of: meant) ? fixed("Write `\(meant)`", by: meant) : self
    }

    /// The same with a way to mend it: this span of the diagnostic's own file becomes that text.
    package func fixed(_ title: String, replacing span: SourceSpan? = nil, by text: String) -> Diagnostic {
        var diagnostic = self
        diagnostic.fixIts.append(FixIt(title, [TextEdit(file: file, span: span ?? self.span, replacement: text)]))
        return diagnostic
    }
}
