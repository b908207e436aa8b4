import ScriptSyntax
import SourceText

/// Two `go:` in a row: each only says where the dialog waits next, so the last one counts.
///
/// ```
/// go: /Menu
/// go: /Order        # bad: the first has no effect
/// ```
package enum SecondTransition: Check {
    package static let code = "check/second-transition"
    package static let summary = "A `go:` that a later one in the same place overrules."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.blocks.compactMap { block in
            guard block.owner.name.text != "random" else { return nil }
            let transitions = block.tags.filter { $0.name.text == "go" && !$0.isBang }
            guard transitions.count > 1, let last = transitions.last else { return nil }
            return Diagnostic(
                .warning, code, "This `go:` has no effect: a later one overrules it.",
                hint: "Keep the one that is meant; `go!:` would enter the state at once.", in: block.file,
                at: transitions[0].span
            )
            .labelled("this one counts", in: block.file, at: last.span)
        }
    }
}
