import Conversations
import SourceText

extension BotRuntime {
    /// What loading the bot's scripts found, for `check`: syntax errors of blocks and expressions, failures of `init:` and `.js`.
    package var loadDiagnostics: [Diagnostic] {
        loadFailures.compactMap { failure in
            guard let file = failure.file.flatMap({ bot.files[$0] }) else { return nil }
            return Diagnostic(
                .error, failure.code, failure.message, hint: failure.hint, in: file,
                at: Self.span(of: failure, in: file))
        }
    }

    /// From the failure's column to the end of its line, without the blanks before it.
    private static func span(of failure: TurnFailure, in file: SourceFile) -> SourceSpan {
        let line = min(max(failure.line ?? 1, 1), file.lineStarts.count)
        let text = file.line(line)
        let blanks = text.prefix { $0 == " " || $0 == "\t" }.utf8.count
        let before =
            failure.column.map { text.unicodeScalars.prefix($0 - 1).reduce(0) { $0 + UTF8.width($1) } } ?? blanks
        let start = file.lineStarts[line - 1]
        return SourceSpan(start + min(before, text.utf8.count), start + max(before, text.utf8.count))
    }
}
