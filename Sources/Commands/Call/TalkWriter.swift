import Conversations
import FoundationEssentials

/// Turns the records of calls into the lines of a `.talk` file, a case a call.
///
/// A replay of them brings the same turns at the same moments: time that passes is written as `@wait`, to the second.
/// Time beyond the silence that a channel bears is written as `@skip`, since the caller was typing: no silence came.
/// What a replay would not compare gives no line. What chance decided is not written.
package struct TalkWriter {
    /// The moment of the last record.
    private var now = Date.distantPast
    /// Where the clock of a replay stands: never ahead of the call by more than a second.
    private var replayed = Date.distantPast
    private var hasActed = false
    /// The states that have said and matched something in the present turn; told when it is over, since a transition may
    /// still change them.
    private var speaker: String?
    private var matched: String?
    /// What the caller says into an answer; the words that follow are the same ones.
    private var interruption: String?
    /// Seconds of silence that the bot has asked for, and what it has said of keys.
    private var voiceSilence = Self.usualSilence
    private var keys: AwaitedKeys?
    private var silenceLength: TimeInterval { keys.map { Double($0.timeout) / 1000 } ?? voiceSilence }
    private static let usualSilence = ConversationState().silence.length

    package init() {}

    /// The head of a case.
    package mutating func begin(_ facts: CallFacts, at moment: Date) -> [String] {
        let rest = finish()
        let separator = now == .distantPast ? [] : [""]
        now = moment
        replayed = Date(timeIntervalSince1970: moment.timeIntervalSince1970.rounded(.down))
        hasActed = false
        let heads = [
            "# call of \(ClockText.utc(moment))", "at \(ClockText.utc(moment))", "zone \(facts.zone)",
            "number \(facts.number)",
        ]
        return rest + separator + heads
            + (facts.payload == "{}" ? [] : ["payload \(JSONValue.raw(facts.payload).text)"])
    }

    package mutating func lines(of record: CallRecord, at moment: Date) -> [String] {
        let elapsed = moment.timeIntervalSince(now)
        now = moment
        if let act = act(record, after: elapsed) {
            hasActed = true
            return finish() + act
        }
        guard !isInterruption(record) else {
            if case .caller = record { interruption = nil }
            return []
        }
        note(record)
        return answer(record)
    }

    /// Whether the record only goes on with an interruption that is written already.
    private func isInterruption(_ record: CallRecord) -> Bool {
        switch record {
        case .event("bargeInIntent", _, _?): interruption != nil
        case .caller(let text, keypad: false): text == interruption
        default: false
        }
    }

    /// The rest of the last turn.
    package mutating func finish() -> [String] {
        defer { (speaker, matched) = (nil, nil) }
        return (speaker ?? matched).map { ["= " + $0] } ?? []
    }

    private mutating func note(_ record: CallRecord) {
        switch record {
        case .match(let match): matched = match.state
        case .directive("setNoInputTimeout", let arguments): voiceSilence = Self.seconds(in: arguments)
        case .reply(let reply) where reply.type == "dtmf": keys = AwaitedKeys(askedBy: reply)
        case .reply(let reply), .unheard(let reply): if reply.text != nil { speaker = reply.state }
        default: break
        }
    }

    private static func seconds(in arguments: String) -> TimeInterval {
        Double(arguments.filter { $0.isASCII && $0.isNumber }).map { $0 / 1000 } ?? usualSilence
    }

    // MARK: What the caller does

    private mutating func act(_ record: CallRecord, after elapsed: TimeInterval) -> [String]? {
        defer { if record.beginsTurn { (voiceSilence, keys) = (Self.usualSilence, nil) } }
        guard !isInterruption(record) else { return nil }
        return switch record {
        case .interruption(let text, let isHeard): interrupt(text, isHeard)
        case .caller(let text, keypad: true): pause() + ["@dtmf " + text]
        case .caller(let text, keypad: false):
            pause() + ["> " + text.split(whereSeparator: \.isNewline).joined(separator: " ")]
        case .event(silenceEvent, nil, nil) where elapsed > silenceLength - 1: silence()
        case .event("timeout", _?, _): wait(max(0, elapsed.rounded(.up)))
        case .event(let name, _, let data): pause() + ["@event " + name + (data.map { " " + $0 } ?? "")]
        default: nil
        }
    }

    private mutating func interrupt(_ text: String, _ isHeard: Bool) -> [String] {
        interruption = isHeard ? text : nil
        return pause() + ["@interrupt " + text.split(whereSeparator: \.isNewline).joined(separator: " ")]
    }

    /// The whole seconds that have passed since the replay's clock was moved last.
    private mutating func pause(before length: TimeInterval = 0) -> [String] {
        let seconds = (now.timeIntervalSince(replayed) - length).rounded(.down)
        return seconds >= 1 ? wait(seconds) : []
    }

    private mutating func wait(_ seconds: TimeInterval) -> [String] {
        replayed += seconds
        return [(seconds < silenceLength ? "@wait" : "@skip") + " \(Int(seconds))s"]
    }

    private var silenceEvent: String { keys == nil ? "speechNotRecognized" : "noDtmfAnswerEvent" }

    private mutating func silence() -> [String] {
        let lines = pause(before: silenceLength) + ["@silence"]
        replayed += silenceLength
        return lines
    }

    // MARK: What the bot does

    private func answer(_ record: CallRecord) -> [String] {
        switch record {
        case .reply(let reply), .unheard(let reply): return reply.text.map(speech) ?? []
        case .redial(_, accepted: false, _, byStore: false, _): return ["! redial refused"]
        case .redial(let request, _, let notes, let byStore, _):
            // A replay has no store, so there the redial is accepted.
            return (byStore ? notes.suffix(1).map { "// The store refused: " + oneLine($0) } : [])
                + ["! redial" + Self.conditions(request.policy, now: now)]
        case .failure(let failure):
            // No turn of a replay brings what was wrong before the first one.
            return [hasActed ? "! error " + failure.code : "// error[\(failure.code)] " + oneLine(failure.message)]
        case .hangUp(.bot): return ["! hangUp"]
        default: return []
        }
    }

    /// Further lines are indented; a reply without words is a bare `<`.
    private func speech(_ text: String) -> [String] {
        let lines = text.split(whereSeparator: \.isNewline)
        guard let first = lines.first else { return ["<"] }
        return ["< " + first] + lines.dropFirst().map { "  " + $0 }
    }

    private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension CallRecord {
    /// Whether the bot is about to answer: what it has set for the silence holds no longer.
    fileprivate var beginsTurn: Bool {
        switch self {
        case .caller, .event: true
        default: false
        }
    }
}
