import Foundation
import Testing

/// The protocol of campaigns.md 14.2: two workers, a reconciler, a pause, a network, a gate and a line, in every order there is.
struct DialingProtocolTests {
    @Test(arguments: DialingRule.ringingTwice) func ringsTwice(_ rule: DialingRule) {
        let fault = explore(rule).fault?.name
        #expect(fault == DialingState.ringsTwice)
    }

    @Test(arguments: DialingRule.ringingInPause) func ringsAfterThePauseHasAnswered(_ rule: DialingRule) {
        let fault = explore(rule).fault?.name
        #expect(fault == DialingState.ringsInPause)
    }

    /// Nothing rings twice, and every attempt can still come to its end, whatever has happened so far.
    @Test(arguments: DialingRule.safe) func isSafe(_ rule: DialingRule) { checkSafety(rule) }

    @Test(.enabled("`make torture` explores this") { isLong }, arguments: DialingRule.safeAtLength)
    func isSafeAtLength(_ rule: DialingRule) { checkSafety(rule) }

    private static let isLong = ProcessInfo.processInfo.environment["RINGBACK_DIALING"] == "all"

    private func checkSafety(_ rule: DialingRule) {
        let exploration = explore(rule, isStrict: rule.gate == .ours)
        let fault = exploration.fault?.steps
        #expect(fault == nil)
        guard fault == nil else { return }
        let trap = exploration.trap(isEnd: \.isSettled)
        #expect(trap == nil)
        let missing = rule.happenings.indices.filter { !exploration.states.contains(where: rule.happenings[$0]) }
        #expect(missing == [])
    }

    private func explore(_ rule: DialingRule, isStrict: Bool = false) -> Exploration<DialingState> {
        let exploration = Exploration(
            from: DialingState(quota: rule.quota), moves: { DialingMoves.all(by: rule, from: $0) },
            fault: { $0.fault(isStrict: isStrict) })
        print(report(rule, exploration))
        return exploration
    }

    private func report(_ rule: DialingRule, _ exploration: Exploration<DialingState>) -> String {
        let title = "dialing: \(rule.name): \(exploration.states.count) states"
        guard let fault = exploration.fault else { return title + ", safe" }
        let steps = fault.steps.enumerated().map { "dialing:   \($0 + 1). \($1)" }
        return ([title + ", \(fault.name):"] + steps).joined(separator: "\n")
    }
}
