import SourceText

/// A handler that is bound to nearly the name of a phase, and therefore never runs.
///
/// ```
/// init:
///     bind("preproces", function ($context) { … });        // bad
///     bind("preProcess", function ($context) { … });       // good
/// ```
/// Only what is near a known phase is reported, in `bind(…)` and `$jsapi.bind(…)`, as first argument or as `type:` of an object.
package enum MisspeltHandler: Check {
    package static let code = "check/misspelt-handler"
    package static let summary = "A handler is bound to nearly the name of a phase."

    /// dsl.md 7.
    private static let phases = [
        "preMatch", "selectNLUResult", "preProcess", "postProcess", "onScriptError", "onAnyError", "onDialogError",
    ]
    private static let book = NameBook(phases)

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.scripts.flatMap { script in
            script.tokens.indices.compactMap { token -> Diagnostic? in
                guard isBind(token, in: script), let name = name(ofCall: token, in: script),
                    let written = script.string(name), !phases.contains(written),
                    let near = book.near(written, most: 1).first
                else { return nil }
                return finding(written, near, at: script.span(of: name), in: script.file)
            }
        }
    }

    private static func isBind(_ token: Int, in script: CodePiece) -> Bool {
        guard script.isToken(token, "bind"), script.isToken(token + 1, "(") else { return false }
        return !script.isToken(token - 1, ".") || script.isToken(token - 2, "$jsapi")
    }

    /// The token of the phase: `bind("preMatch", …)`, `bind({type: "preMatch", …})`.
    private static func name(ofCall token: Int, in script: CodePiece) -> Int? {
        guard script.isToken(token + 2, "{") else { return token + 2 }
        return script.members(ofObject: token + 2).first { script.name(ofKey: $0.key) == "type" }?.value.first
    }

    private static func finding(
        _ written: String, _ near: String, at span: SourceSpan, in file: SourceFile
    ) -> Diagnostic {
        Diagnostic(
            .warning, code, "There is no phase `\(written)`, so this handler never runs.",
            hint: "There is `\(near)`; did you mean that?", in: file, at: span
        )
        .fixed(
            "Write `\(near)`", replacing: SourceSpan(span.start + 1, max(span.start + 1, span.end - 1)), by: near)
    }
}
