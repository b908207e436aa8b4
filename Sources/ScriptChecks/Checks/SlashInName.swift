import ScriptSyntax
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
        bot.survey.states.compactMap { state -> Diagnostic? in
            guard let name = state.tag.value, name.text.contains("/") else { return nil }
            let plain = name.text.filter { $0 != "/" }
            if name.text == state.path.description, state.path.depth == 1 { return needless(plain, name, state) }
            let diagnostic = Diagnostic(
                .warning, code, "The name `\(name.text)` contains `/`, so it is read as the path `\(state.path)`.",
                hint: "Name it `\(plain)`; its theme and the states above it give the path.", in: state.file,
                at: name.span)
            return name.text.dropFirst() == plain ? diagnostic.fixed("Write `\(plain)`", by: plain) : diagnostic
        }
    }

    /// Directly below the root the path is what the author wants, with the slash or without.
    private static func needless(_ plain: String, _ name: PlacedText, _ state: SurveyedState) -> Diagnostic {
        Diagnostic(
            .note, code, "The names of states are written without `/`.",
            hint: "Write `state: \(plain)`; its path is `/\(plain)` anyway.", in: state.file, at: name.span
        )
        .fixed("Write `\(plain)`", by: plain)
    }
}
