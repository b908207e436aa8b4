import SourceText

/// A `random:` with nothing to choose from, mostly since its answers are not indented.
///
/// ```
/// random:
/// a: Hello!           # bad: stands beside `random:`, not below it
/// ```
package enum EmptyRandom: Check {
    package static let code = "check/empty-random"
    package static let summary = "A `random:` with nothing below it to choose from."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.blocks.filter { $0.owner.name.text == "random" && $0.tags.isEmpty }.map { block in
            Diagnostic(
                .warning, code, "This `random:` holds nothing to choose from.",
                hint: "Indent the answers below it, or remove it.", in: block.file, at: block.owner.span)
        }
    }
}
