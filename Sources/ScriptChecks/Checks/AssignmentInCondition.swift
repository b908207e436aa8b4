import SourceText

/// `=` where `==` was meant: the condition sets the value instead of asking for it.
///
/// ```
/// if: $session.tries = 3       # bad: always true, and tries is 3 from now on
/// if: $session.tries == 3      # good
/// ```
package enum AssignmentInCondition: Check {
    package static let code = "check/assignment-in-condition"
    package static let summary = "`=` in a condition, where `==` was probably meant."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.scripts.flatMap { script -> [Diagnostic] in
            if script.kind == .condition { return assignments(in: withoutBrackets(script), of: script) }
            return script.tokens.indices.flatMap { token -> [Diagnostic] in
                guard script.isToken(token, "if"), script.isToken(token + 1, "("), !script.isToken(token - 1, ".")
                else { return [] }
                return assignments(in: script.inside(token + 1), of: script)
            }
        }
    }

    /// The condition of `if: (…)`.
    private static func withoutBrackets(_ script: CodePiece) -> Range<Int> {
        let all = script.tokens.indices
        guard script.isToken(0, "("), script.next(after: 0) == all.upperBound else { return all }
        return script.inside(0)
    }

    /// The `=` of a condition. One in brackets of its own, `(match = next())`, is meant so; functions inside are not looked at.
    private static func assignments(in range: Range<Int>, of script: CodePiece) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var token = range.lowerBound
        while token < range.upperBound {
            if script.isToken(token, "=") { found.append(finding(token, script)) }
            token = script.next(after: token)
        }
        return found
    }

    private static func finding(_ token: Int, _ script: CodePiece) -> Diagnostic {
        Diagnostic(
            .warning, code, "This `=` sets a value; a condition compares with `==`.",
            hint: script.kind == .condition
                ? "Write `==`, or set the value in a `script:` before the condition."
                : "Write `==`, or set the value before the `if`.", in: script.file,
            at: script.span(of: token)
        )
        .fixed("Write `==`", by: "==")
    }
}
