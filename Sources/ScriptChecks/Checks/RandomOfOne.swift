import SourceText

/// A `random:` with one thing to choose from, or none.
///
/// ```
/// random:
///     a: Hello!       # bad: the only choice
/// ```
/// Good: two answers or more, or the answer without `random:`.
package enum RandomOfOne: Check {
    package static let code = "check/random-of-one"
    package static let summary = "A `random:` with fewer than two things to choose from."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.blocks.filter { $0.owner.name.text == "random" && $0.tags.count < 2 }.map { block in
            let isEmpty = block.tags.isEmpty
            return Diagnostic(
                isEmpty ? .warning : .note, code,
                isEmpty ? "This `random:` holds nothing to choose from." : "This `random:` has only one thing to choose from.",
                hint: isEmpty ? "Indent the answers below it." : "Add another, or remove `random:`.", in: block.file,
                at: block.owner.span)
        }
    }
}
