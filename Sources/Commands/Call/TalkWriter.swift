import Conversations
import FoundationEssentials

/// Turns the records of calls into the lines of a `.talk` file, a case a call.
///
/// What a replay would not compare gives no line. Waiting is written as `@wait` where a timeout came due.
package struct TalkWriter {
    private var now = Date.distantPast
    /// The state that has answered the present turn; told when the turn is over, since a transition may still change it.
    private var answeringState: String?

    package init() {}

    /// The head of a case.
    package mutating func begin(_ facts: CallFacts, at moment: Date) -> [String] {
        let rest = finish()
        let separator = now == .distantPast ? [] : [""]
        now = moment
        let heads = [
            "# call of \(ClockText.utc(moment))", "at \(ClockText.utc(moment))", "zone \(facts.zone)",
            "number \(facts.number)",
        ]
        return rest + separator + heads
            + (facts.payload == "{}" ? [] : ["payload \(JSONValue.raw(facts.payload).text)"])
    }

    package mutating func lines(of record: CallRecord, at moment: Date) -> [String] {
        let elapsed = moment.timeIntervalSince(now)
        if let act = act(record, after: elapsed) {
            defer { now = moment }
            return finish() + act
        }
        now = moment
        note(record)
        return answer(record)
    }

    /// The rest of the last turn.
    package mutating func finish() -> [String] {
        defer { answeringState = nil }
        return answeringState.map { ["= " + $0] } ?? []
    }

    private mutating func note(_ record: CallRecord) {
        switch record {
        case .match(let match): answeringState = match.state
        case .reply(let reply) where reply.text != nil: answeringState = reply.state
        default: break
        }
    }

    /// What the caller does; an empty list for what a replay does by itself.
    private func act(_ record: CallRecord, after elapsed: TimeInterval) -> [String]? {
        switch record {
        case .caller(let text, keypad: true): ["@dtmf " + text]
        case .caller(let text, keypad: false): ["> " + text.split(whereSeparator: \.isNewline).joined(separator: " ")]
        case .event("speechNotRecognized", _): ["@silence"]
        case .event("timeout", _): ["@wait \(max(0, Int(elapsed.rounded(.up))))s"]
        case .event("botHangup", _): []
        case .event(let name, _): ["@event " + name]
        default: nil
        }
    }

    private func answer(_ record: CallRecord) -> [String] {
        switch record {
        case .reply(let reply): reply.text.map(speech) ?? []
        case .redial(let request, accepted: true, _): ["! redial" + Self.conditions(request.policy, now: now)]
        case .redial(_, accepted: false, _): ["! redial refused"]
        case .failure(let failure): ["! error " + failure.code]
        case .hangUp(.bot): ["! hangUp"]
        default: []
        }
    }

    private func speech(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: true).enumerated().map { ($0 == 0 ? "< " : "  ") + $1 }
    }
}
