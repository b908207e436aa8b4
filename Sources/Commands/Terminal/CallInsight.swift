import BotModel
import BotRuntime
import CivilTime
import Conversations
import Dialog
import Entities
import FoundationEssentials

/// Answers an author's questions about a call that is going on.
struct CallInsight {
    private let call: PhoneCall
    private let transcript: CallTranscript

    init(_ call: PhoneCall, _ transcript: CallTranscript) {
        self.call = call
        self.transcript = transcript
    }

    func answer(_ look: ConsoleLine.Look, at now: Date) -> String {
        switch look {
        case .help: ConsoleLine.help
        case .why: why
        case .state: state(at: now)
        case .session: "        $session \(call.state.session)\n        $client \(call.state.client)"
        }
    }

    private var why: String {
        if let explanation {
            let detours = call.lastMatch?.detours ?? []
            return ([explanation] + detours.map { "        Then " + CallTranscript.text(of: $0) }).joined(
                separator: "\n")
        }
        guard let match = call.lastMatch else { return "        No rule has answered yet." }
        var detailed = transcript
        detailed.trace = true
        let text = detailed.text(of: .match(match)) ?? ""
        return match.runnersUp.isEmpty ? text + "\n          No other rule matched." : text
    }

    /// As `match --explain` says it; nil when it was no rule of a text that answered (a button, an event), or the bot has
    /// been changed since.
    private var explanation: String? {
        guard let heard = call.lastHeard, let runtime = call.partner as? BotRuntime else { return nil }
        let zone = (try? Zone.named(call.facts.zone)) ?? .utc
        let explanation = runtime.explainer().explanation(
            of: heard.text, in: StatePath(heard.context), at: EntityMoment(now: heard.at.epochSecond, zone: zone))
        let answer = explanation.found.first?.rule ?? explanation.substitute?.rule?.rule
        guard answer?.source == call.lastMatch?.rule, answer?.place.line == call.lastMatch?.line else { return nil }
        let text = ExplanationText(explanation, heard.text, runtime.bot).text
        return text.split(separator: "\n").map { "        " + $0 }.joined(separator: "\n")
    }

    private func state(at now: Date) -> String {
        let keys = call.state.line?.keys.map { "; it waits for " + ($0.most.map { "\($0) " } ?? "") + "keys" } ?? ""
        let text = "        \(call.state.contextPath), \(ClockText.utc(now))" + keys
        guard let timeout = call.state.timeout else { return text }
        let left = max(0, Int(timeout.due.timeIntervalSince(now).rounded(.up)))
        return text + "; in \(left) s of silence on to \(timeout.targetState)"
    }
}
