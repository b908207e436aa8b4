import BotModel
import SourceText

/// A test that expects a state which the bot does not have.
///
/// ```
/// = /Ordr       # bad, in a .talk file: there is only /Order
/// = /Order      # good
/// ```
package enum UnknownTestState: Check {
    package static let code = "check/unknown-test-state"
    package static let summary = "A test names a state that does not exist."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        guard !bot.bot.vocabulary.libraries.areOpen else { return [] }
        var suggestions = StateSuggestions(bot.bot)
        return bot.testReferences.filter { reference in
            !reference.path.trimmed.isEmpty && bot.bot.resolve(reference.path, from: .root) == nil
        }.map { finding($0, in: bot.bot, &suggestions) }
    }

    private static func finding(
        _ reference: TestReference, in bot: Bot, _ suggestions: inout StateSuggestions
    ) -> Diagnostic {
        if let bare = StatePath.unquoted(reference.path) { return quoted(reference, bare, in: bot) }
        return Diagnostic(
            .warning, code, "The test names the state `\(reference.path)`, which does not exist.",
            hint: suggestions.nearest(to: reference.path).map { "There is `\($0)`; did you mean that?" }
                ?? "Rename it in the test as in the script.",
            in: reference.file, at: reference.span)
    }

    private static func quoted(_ reference: TestReference, _ bare: String, in bot: Bot) -> Diagnostic {
        let diagnostic = Diagnostic(
            .warning, code,
            "The test names the state `\(reference.path)`: the quotes are read as a part of its name.",
            hint: "Write `\(bare)`, without quotes.", in: reference.file, at: reference.span)
        let isSure =
            bot.resolve(bare, from: .root) != nil && reference.file.text(in: reference.span) == reference.path
        return isSure ? diagnostic.fixed("Write `\(bare)`", by: bare) : diagnostic
    }
}
