import SourceText

/// A state's name with a slash in it: it is read as a path, since `/` separates names.
///
/// ```
/// state: /Menu        # bad: below `theme: /shop` it is `/shop/Menu`, not `/Menu`
/// state: Menu         # good
/// ```
package enum SlashInName: Check {
    package static let code = "check/slash-in-name"
    package static let summary = "A state's name contains `/`, so it is read as a path."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.states.compactMap { state in
            guard let name = state.tag.value, name.text.contains("/") else { return nil }
            let plain = name.text.filter { $0 != "/" }
            let diagnostic = Diagnostic(
                .warning, code, "The name `\(name.text)` contains `/`, so it is read as the path `\(state.path)`.",
                hint: "Name it `\(plain)`; its theme and the states above it give the path.", in: state.file,
                at: name.span)
            return name.text.dropFirst() == plain ? diagnostic.fixed("Write `\(plain)`", by: plain) : diagnostic
        }
    }
}
