import BotModel
import ScriptSyntax
import SourceText

/// A state that is entered by what the caller says, and then says and does nothing.
///
/// ```
/// state: Thanks
///     q!: thank you          # bad: the bot stays silent
/// ```
/// Good: an answer or a `go!:` below the trigger. States with children are not looked at, since they wait for the next word; neither are
/// events, which bots often only take note of, and states that code asks `$nlp.match` about.
package enum SilentState: Check {
    package static let code = "check/silent-state"
    package static let summary = "A state with a trigger for words, but without any reaction or child."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.states.filter { state in
            state.reactions.isEmpty && !state.hasChildren && !bot.survey.unreadFiles.contains(state.file.path)
                && state.triggers.contains { $0.name.text != "event" && $0.parameter("toState") == nil }
                && !state.triggers.contains { $0.parameter("toState") != nil } && !isClassifier(state, in: bot)
        }.map { state in
            Diagnostic(
                .warning, code, "The state `\(state.path)` has triggers, but the bot says and does nothing in it.",
                hint: "Add an answer (`a: …`) or lead on (`go!: …`).", in: state.file, at: state.tag.span)
        }
    }

    /// Whether code names the state or one above it: `$nlp.match(text, "/Moods")` enters nothing.
    private static func isClassifier(_ state: SurveyedState, in bot: CheckedBot) -> Bool {
        (1...max(state.path.depth, 1)).contains {
            bot.possibleStates.mayName(StatePath(Array(state.path.names.prefix($0))))
        }
    }
}
