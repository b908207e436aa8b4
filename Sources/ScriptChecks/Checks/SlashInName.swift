import SourceText

/// A state's name with a slash in it: no path leads to it, since `/` separates names.
///
/// ```
/// state: /Menu        # bad: `go!: /Menu` looks for a state named `Menu`
/// state: Menu         # good
/// ```
package enum SlashInName: Check {
    package static let code = "check/slash-in-name"
    package static let summary = "A state's name contains `/`, so no transition can name it."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.states.compactMap { state in
            guard let name = state.tag.value, name.text.contains("/") else { return nil }
            let plain = name.text.filter { $0 != "/" }
            let diagnostic = Diagnostic(
                .warning, code, "The name `\(name.text)` contains `/`, so no transition can lead here.",
                hint: "Name it `\(plain)`; its path is `\(state.path.parent.child(plain))`.", in: state.file,
                at: name.span)
            return name.text.dropFirst() == plain ? diagnostic.fixed("Write `\(plain)`", by: plain) : diagnostic
        }
    }
}
