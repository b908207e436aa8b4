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
        let slipped = SlippedIndent.states(in: bot.survey)
        let unread = bot.survey.unreadStates
        let silent = bot.survey.states.filter {
            isSilent($0) && !unread.contains($0.path) && !slipped.contains($0.number)
        }
        guard !silent.isEmpty else { return [] }
        let classifiers = classifiers(in: bot)
        return silent.filter { state in !classifiers.contains { state.path.isWithin($0) } }.map(finding)
    }

    private static func isSilent(_ state: SurveyedState) -> Bool {
        state.reactions.isEmpty && !state.hasChildren && !state.isOn("modal")
            && state.triggers.contains { $0.name.text != "event" && $0.parameter("toState") == nil }
            && !state.triggers.contains { $0.parameter("toState") != nil }
    }

    /// The states that code names and may only ask about: `$nlp.match(text, "/Moods")`.
    private static func classifiers(in bot: CheckedBot) -> Set<StatePath> {
        let paths = bot.survey.scripts.flatMap { script in
            script.tokens.indices.filter { token in
                let place = script.tokens[token]
                return place.kind == .string && place.end - place.start > 3
                    && script.file.bytes[place.start + 1] == .slash
            }.compactMap(script.string)
        }
        return Set(paths.map { StatePath($0) })
    }

    private static func finding(_ state: SurveyedState) -> Diagnostic {
        // Where the caller is only asked to wait, silence may be the answer to a local trigger.
        Diagnostic(
            state.triggers.contains(where: \.isBang) ? .warning : .note, code,
            "The state `\(state.path)` has triggers, but the bot says and does nothing in it.",
            hint: "Add an answer (`a: …`) or lead on (`go!: …`).", in: state.file, at: state.tag.span)
    }
}
