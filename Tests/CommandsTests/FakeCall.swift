import CampaignModel
import Commands
import Conversations
import Dialing
import FoundationEssentials

/// A bot of a few lines: what it does with an incoming thing is looked up by the thing's text.
final class ScriptedPartner: CallPartner {
    var loadFailures: [TurnFailure] = []
    var isTraced = false
    var answers: [String: [Happening]]
    /// The timeout that a turn leaves behind, by the same key.
    var timeouts: [String: (seconds: TimeInterval, target: String)] = [:]

    /// The state in which a turn leaves the talk, by the same key.
    var entered: [String: String] = [:]
    /// The paths that the bot has; `nil` for any.
    var places: Set<String>?

    init(_ answers: [String: [Happening]]) { self.answers = answers }

    func turn(
        _ state: ConversationState, _ incoming: Incoming, in call: CallFacts, at now: Date, random: inout RandomSource
    ) -> TurnResult {
        var state = state
        let key = Self.key(incoming)
        state.timeout = timeouts[key].map {
            PendingTimeout(due: now.addingTimeInterval($0.seconds), targetState: $0.target)
        }
        state.contextPath = entered[key] ?? state.contextPath
        return TurnResult(state: state, happenings: answers[key] ?? [])
    }

    func answers(_ text: String, in state: ConversationState) -> Bool { answers[text] != nil }
    func answers(event: String, in state: ConversationState) -> Bool { answers["@" + event] != nil }

    func leads(to target: String, from path: String) -> Bool { places?.contains(target) ?? true }

    func nearestPlace(to path: String) -> String {
        guard let places else { return path }
        var names = path.split(separator: "/")
        while !names.isEmpty, !places.contains("/" + names.joined(separator: "/")) { names.removeLast() }
        return "/" + names.joined(separator: "/")
    }

    private static func key(_ incoming: Incoming) -> String {
        switch incoming {
        case .text(let text): text
        case .event(let name, _): "@" + name
        case .goTo(let state): "go " + state
        }
    }
}

/// A ledger that only remembers what it was told, in the common order of everything that happened.
final class RememberingKeeper: CallKeeper {
    var client = "{}"
    var outcome: RedialOutcome?
    var refusal: Trouble?
    let diary: Diary

    init(_ diary: Diary, outcome: RedialOutcome? = nil) {
        self.diary = diary
        self.outcome = outcome
    }

    func keep(_ turn: TurnToKeep, at now: Date) throws -> RedialOutcome? {
        if let refusal { throw refusal }
        diary.lines.append("kept" + (turn.redial == nil ? "" : " with redial"))
        return turn.redial == nil ? nil : outcome
    }

    func end(at now: Date, by party: CallEnd) throws { diary.lines.append("ended by \(party.rawValue)") }
}

/// What happened, in order: records as JSON, and what the keeper was told.
final class Diary {
    var lines: [String] = []

    /// The records as people read them.
    var shown: [String] = []

    var records: [String] { lines.filter { $0.hasPrefix("{") } }
}

/// A call with a scripted bot, and the diary of it.
struct FakeCall {
    let diary = Diary()
    let partner: ScriptedPartner
    let keeper: RememberingKeeper
    let call: PhoneCall

    init(_ answers: [String: [Happening]], outcome: RedialOutcome? = nil) {
        let diary = diary
        partner = ScriptedPartner(answers)
        keeper = RememberingKeeper(diary, outcome: outcome)
        call = PhoneCall(
            partner: partner, keeper: keeper, facts: CallFacts(number: "+16500000000"), random: .seeded(1)
        ) { record, _ in
            diary.lines.append(record.json().text)
            let transcript = CallTranscript(style: Style(isOn: false), echoesCaller: true, trace: false)
            diary.shown += [transcript.text(of: record)].compactMap(\.self)
        }
    }
}

/// The moment of the documentation's example.
let nine = Date(timeIntervalSince1970: 1_795_424_400)

extension Happening {
    static func match(_ state: String, _ rule: String, _ score: Double, rank: Double) -> Happening {
        .match(RuleMatch(state: state, rule: rule, file: "src/main.sc", line: 3, score: score, rank: rank))
    }

    static func says(_ text: String, in state: String) -> Happening {
        .reply(Reply(type: "text", text: text, state: state, json: #"{"type":"text","text":"\#(text)"}"#))
    }

    /// In an hour, for a quarter of an hour, twice, with five minutes between.
    static let redialInAnHour = Happening.redial(
        RedialRequest(
            policy: CallPolicy(
                start: nine.addingTimeInterval(3600), finish: nine.addingTimeInterval(4500), retryIntervalInMinutes: 5,
                maxAttempts: 2)), refusal: nil)
}

extension RedialOutcome {
    static let twice = RedialOutcome.scheduled(
        id: "S1", quota: 2, attempts: [nine.addingTimeInterval(3600), nine.addingTimeInterval(3900)], notes: [])
}
