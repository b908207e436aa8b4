import BotModel
import SourceText

/// A state that says or does something, but that nothing can enter.
///
/// ```
/// state: Start
///     q!: hello
///     a: Hello!
///     go: /Order
/// state: Ordr            # bad: no trigger, and nobody leads here
///     a: What would you like?
/// ```
/// Good: `state: Order`. A state counts as reachable as soon as any text of the code or data could be its name, since paths may be
/// put together while the bot runs; states that only hold other states are not looked at.
package enum UnreachableState: Check {
    package static let code = "check/unreachable-state"
    package static let summary = "A state that no trigger, transition, button, timeout, script or test leads to."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let survey = bot.survey
        let candidates = survey.states.filter { state in
            !state.reactions.isEmpty && !state.triggers.contains { $0.parameter("toState") == nil }
        }
        guard !candidates.isEmpty else { return [] }
        let reached = Set(
            survey.mentions.compactMap { $0.targetState == $0.state ? nil : $0.targetState })
        return candidates.filter { !reached.contains($0.number) && !bot.possibleStates.mayName($0.path) }.map(finding)
    }

    private static func finding(_ state: SurveyedState) -> Diagnostic {
        Diagnostic(
            .warning, code,
            "Nothing leads to the state `\(state.path)`: it has no trigger, and no transition, button or script names it.",
            hint: "Give it a trigger (`q:`, `intent:`, `event:`), lead to it with `go!: \(state.path)`, or remove it.",
            in: state.file, at: state.tag.span)
    }
}
