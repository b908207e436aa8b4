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
/// Good: `state: Order`. States that only lead to each other are not reached either; of them the first is named. A state counts as reachable as
/// soon as any text of the code or data could be its name, since paths may be put together while the bot runs; states that only hold other states
/// are not looked at.
package enum UnreachableState: Check {
    package static let code = "check/unreachable-state"
    package static let summary = "A state that no trigger, transition, button, timeout, script or test leads to."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let survey = bot.survey
        let candidates = survey.states.filter { state in
            !state.reactions.isEmpty && !state.triggers.contains { $0.parameter("toState") == nil }
        }
        guard !candidates.isEmpty else { return [] }
        var reachable = Reachability(of: bot.bot, survey)
        guard candidates.contains(where: { !reachable.states.contains($0.path) }) else { return [] }
        let possible = bot.possibleStates()
        for state in survey.states where !reachable.states.contains(state.path) && possible.mayName(state.path) {
            reachable.enter(state.path)
        }
        return findings(candidates.filter { !reachable.states.contains($0.path) }, reachable)
    }

    /// First those to which nothing leads, then of those left the first of each ring: what they lead to is reached when they are.
    private static func findings(_ lost: [SurveyedState], _ reachable: Reachability) -> [Diagnostic] {
        var reachable = reachable
        let alone = lost.filter { !reachable.named.contains($0.path) }
        for state in alone { reachable.enter(state.path) }
        var found = alone.map(finding)
        for state in lost where !reachable.states.contains(state.path) {
            found.append(ringFinding(state))
            reachable.enter(state.path)
        }
        return found
    }

    private static func finding(_ state: SurveyedState) -> Diagnostic {
        Diagnostic(
            .warning, code,
            "Nothing leads to the state `\(state.path)`: it has no trigger, and no transition, button or script names it.",
            hint: "Give it a trigger (`q:`, `intent:`, `event:`), lead to it with `go!: \(state.path)`, or remove it.",
            in: state.file, at: state.tag.span)
    }

    private static func ringFinding(_ state: SurveyedState) -> Diagnostic {
        Diagnostic(
            .warning, code,
            "No dialog comes to the state `\(state.path)`: only states that are not reached themselves lead to it.",
            hint: "Give it a trigger (`q:`, `intent:`, `event:`), lead to it with `go!: \(state.path)`, or remove it.",
            in: state.file, at: state.tag.span)
    }
}
