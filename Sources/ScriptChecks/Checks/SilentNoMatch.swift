import SourceText

/// A local `event: noMatch` without any reaction: it keeps the answer of the global one from being given.
///
/// ```
/// state: Age
///     a: How old are you?
///     state: NoMatch
///         event: noMatch        # bad: who is not understood here hears nothing
/// state: NoMatch
///     event!: noMatch
///     a: Could you say that again?
/// ```
/// Good: an answer below it, or no such state.
package enum SilentNoMatch: Check {
    package static let code = "check/silent-no-match"
    package static let summary = "A local `event: noMatch` without any reaction, which hides the global answer."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let survey = bot.survey
        let global = survey.triggers.first {
            $0.tag.isBang && isNoMatch($0) && !survey.states[$0.state].reactions.isEmpty
        }
        guard let global else { return [] }
        let unread = survey.unreadStates.union(SlippedIndent.states(in: survey).map { survey.states[$0].path })
        return survey.triggers.filter { trigger in
            let state = survey.states[trigger.state]
            return isNoMatch(trigger) && !trigger.tag.isBang && trigger.tag.parameter("toState") == nil
                && state.reactions.isEmpty && !state.hasChildren && !unread.contains(state.path)
        }.map { finding($0, global) }
    }

    private static func isNoMatch(_ trigger: PlacedTrigger) -> Bool {
        trigger.tag.name.text == "event" && trigger.tag.value?.text.lowercased() == "nomatch"
    }

    private static func finding(_ trigger: PlacedTrigger, _ global: PlacedTrigger) -> Diagnostic {
        Diagnostic(
            .warning, code, "What is not understood here gets no answer: this state has no reaction.",
            hint: "Add an answer (`a: …`), or remove the state, so that the global `noMatch` answers.",
            in: trigger.file, at: trigger.tag.span
        )
        .labelled("this would answer", in: global.file, at: global.tag.span)
    }
}
