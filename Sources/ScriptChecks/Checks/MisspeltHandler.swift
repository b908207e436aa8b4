import SourceText

/// A handler is bound to a phase that is called nearly, but not quite, like one of the platform's.
///
/// ```
/// init:
///     bind("preProces", function(ctx) { … });      // bad: never called
///     bind("preProcess", function(ctx) { … });     // good
/// ```
/// Phases that are like none of the known ones are left alone: the platform may have more of them.
package enum MisspeltHandler: Check {
    package static let code = "check/misspelt-handler"
    package static let summary = "`bind` names a phase that differs a little from a known one."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.scripts.flatMap { script in
            script.tokens.indices.compactMap { token in
                guard script.isToken(token, "bind"), script.isToken(token + 1, "("), isPlatforms(token, in: script),
                    let phase = phase(ofCall: token + 1, in: script), let name = script.string(phase),
                    !phases.contains(name), let meant = Spelling.nearest(to: name, among: phases)
                else { return nil }
                return finding(name, meant, at: script.span(of: phase), in: script.file)
            }
        }
    }

    /// dsl.md 7.
    private static let phases = [
        "preMatch", "selectNLUResult", "preProcess", "postProcess", "onScriptError", "onAnyError", "onDialogError",
    ]

    /// `bind(…)` and `$jsapi.bind(…)`, not the method of another object.
    private static func isPlatforms(_ token: Int, in script: CodePiece) -> Bool {
        !script.isToken(token - 1, ".") || script.isToken(token - 2, "$jsapi")
    }

    /// The string token with the phase: the first argument, or the member `type` of an object in its place.
    private static func phase(ofCall opening: Int, in script: CodePiece) -> Int? {
        guard script.isToken(opening + 1, "{") else { return opening + 1 }
        let members = script.members(ofObject: opening + 1)
        return members.first { script.isToken($0.key, "type") || script.string($0.key) == "type" }?.value.lowerBound
    }

    private static func finding(_ name: String, _ meant: String, at span: SourceSpan, in file: SourceFile) -> Diagnostic
    {
        let inner = SourceSpan(span.start + 1, max(span.end - 1, span.start + 1))
        return Diagnostic(
            .warning, code, "No phase is called `\(name)`, so this handler never runs.",
            hint: "There is `\(meant)`; did you mean that?", in: file, at: inner
        )
        .fixed("Write `\(meant)`", by: meant)
    }
}
