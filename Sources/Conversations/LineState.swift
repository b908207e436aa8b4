import CampaignModel
import FoundationEssentials

/// What the phone does with the line after a turn. It holds until the next turn, which sets all of it anew.
package struct LineState: Sendable, Hashable, Codable {
    /// The silence after which `speechNotRecognized` comes, where the bot has set it; milliseconds.
    package var noInputTimeout: Int?
    /// The keys that the bot waits for.
    package var keys: AwaitedKeys?
    /// How the caller may break in, where the bot has said it.
    package var bargeIn: BargeIn?
    /// What the answer that plays last says about breaking in.
    package var answer: AnswerMarks?
    /// Set for the turn that answers a caller who has broken in.
    package var interruption: AnswerMarks?

    package init() {}

    /// A line as usual needs not be kept.
    package var unlessUsual: LineState? { self == LineState() ? nil : self }
}

/// Keys of the telephone that the bot waits for.
package struct AwaitedKeys: Sendable, Hashable, Codable {
    /// How many are taken; `nil` for any number.
    package var most: Int?
    /// Milliseconds after which `noDtmfAnswerEvent` comes.
    package var timeout: Int

    package init(most: Int?, timeout: Int) {
        self.most = most
        self.timeout = timeout
    }
}

/// `$dialer.bargeInResponse`: what happens when the caller speaks into an answer (dsl.md 6.7).
package struct BargeIn: Sendable, Hashable, Codable {
    package enum Mode: String, Sendable, Hashable, Codable {
        /// The caller is not heard.
        case disabled
        /// The bot falls silent at once.
        case forced
        /// The bot ends the answer that plays, and says none of those behind it.
        case phrase
    }

    package var mode: Mode

    package init(mode: Mode) { self.mode = mode }

    /// For a bot that has said nothing. Uncertain: a project of the platform has a setting of its own, which its files do not have.
    package static let usual = BargeIn(mode: .forced)
}

/// `bargeInTransition`, `bargeInLabel` and `bargeInIf` of an answer.
package struct AnswerMarks: Sendable, Hashable, Codable {
    /// The absolute path of the context in which an interruption is answered.
    package var transition: String?
    package var label: String?
    /// The name of the condition: the bot is asked first whether it lets itself be interrupted.
    package var condition: String?

    package init(transition: String? = nil, label: String? = nil, condition: String? = nil) {
        self.transition = transition
        self.label = label
        self.condition = condition
    }
}

// MARK: Silence

/// How long a caller may keep silent, and the event that tells the bot of it.
package struct CallerSilence: Sendable, Hashable {
    /// Seconds.
    package let length: TimeInterval
    package let event: String
}

extension ConversationState {
    package var silence: CallerSilence {
        if let keys = line?.keys {
            return CallerSilence(length: Double(keys.timeout) / 1000, event: "noDtmfAnswerEvent")
        }
        return CallerSilence(length: Double(line?.noInputTimeout ?? 5000) / 1000, event: "speechNotRecognized")
    }
}

/// What comes by itself when time passes.
package enum LineRing: Sendable, Hashable {
    /// The pending `timeout:` of the state.
    case timeout
    /// The caller has kept silent, or pressed no key, as long as the channel waits.
    case silence(event: String)
}

extension ConversationState {
    /// What comes by itself first, up to a moment, and when it is due; of two at once the timeout.
    ///
    /// - Parameter silentSince: when the caller's silence began; `nil` while it does not count.
    package func nextRing(silentSince: Date?, by end: Date) -> (ring: LineRing, due: Date)? {
        guard hungUpBy == nil else { return nil }
        let silence = silence
        let silenceDue = silentSince?.addingTimeInterval(silence.length)
        if let due = timeout?.due, due <= min(end, silenceDue ?? end) { return (.timeout, due) }
        guard let due = silenceDue, due <= end else { return nil }
        return (.silence(event: silence.event), due)
    }
}

/// The silence that a bot may ask for, in milliseconds.
package enum NoInputTimeout {
    /// The bounds of the vendor's page. Uncertain: its runtime is said to take 100 and more, and an older library to fall
    /// back on 5000 for a number outside.
    package static let range = 1000.0...20_000

    /// The nearest one that is possible; `nil` for no number.
    package static func clamped(_ milliseconds: Double) -> Int? {
        guard !milliseconds.isNaN else { return nil }
        return Int(min(max(milliseconds, range.lowerBound), range.upperBound))
    }
}

// MARK: Keys

extension AwaitedKeys {
    /// Those that a reply of type `dtmf` asks for: any number, and five seconds, unless it says otherwise.
    package init(askedBy reply: Reply) {
        let wish = try? JSONDecoder().decode(KeysWire.self, from: Data(reply.json.utf8))
        most = wish?.max.flatMap { $0 >= 1 ? Int(min($0, 1000)) : nil }
        timeout = Int(min(max(wish?.timeout ?? 5000, 0), 600_000))
    }
}

/// `{type: "dtmf", max: 4, timeout: 10000}`; a field that is no number counts as left out.
private struct KeysWire: Decodable {
    let max: Double?
    let timeout: Double?

    private enum CodingKeys: String, CodingKey { case max, timeout }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        max = try? fields.decode(Double.self, forKey: .max)
        timeout = try? fields.decode(Double.self, forKey: .timeout)
    }
}

extension ConversationState {
    /// Of keys that the caller presses those that the bot waits for; the rest reach nobody.
    package func awaited(of keys: String) -> String { String(keys.prefix(line?.keys?.most ?? keys.count)) }
}

// MARK: Breaking in

/// What becomes of words that the caller speaks into an answer.
package enum BreakingIn: Sendable, Hashable {
    /// Nobody hears them.
    case impossible
    case free
    /// The bot decides, in the event `bargeInIntent`; when it refuses, the words are heard behind the answer.
    case asked
}

extension ConversationState {
    /// How the caller may break in on the last answer.
    package var bargeIn: BargeIn { line?.bargeIn ?? .usual }

    package var breakingIn: BreakingIn {
        guard bargeIn.mode != .disabled else { return .impossible }
        return line?.answer?.condition == nil ? .free : .asked
    }

    /// The conversation after the turn that has answered `bargeInIntent`, which began as this one.
    ///
    /// The bot was only asked, and what it said is thrown away: so the talk is where it was, with its buttons, its silence and its keys. What
    /// scripts have kept, and a call that has ended, stay. Uncertain: whether a transition of the handler moves the talk nobody has written down.
    package func asked(_ answered: ConversationState) -> ConversationState {
        var state = self
        (state.session, state.client) = (answered.session, answered.client)
        (state.redialUsed, state.voice) = (answered.redialUsed, answered.voice)
        state.hungUpBy = answered.hungUpBy
        return state
    }

    /// The caller has broken in: what comes next is answered in the context that the answer names.
    package mutating func breakIn() {
        var line = line ?? LineState()
        let marks = line.answer ?? AnswerMarks()
        line.interruption = marks
        self.line = line
        contextPath = marks.transition ?? contextPath
    }

    /// The data of the event `bargeInIntent` for a text, as JSON: what was heard, and what the answer says about it.
    package func bargeInIntent(_ text: String) -> String {
        let marks = line?.answer
        let members = [
            ("text", text), ("resultType", "final"), ("bargeInIf", marks?.condition),
            ("bargeInTransition", marks?.transition), ("bargeInLabel", marks?.label),
        ]
        return PolicyValue.object(
            members.compactMap { name, value in value.map { PolicyValue.Member(name, .string($0)) } }
        ).jsonText
    }
}

extension TurnResult {
    /// Whether a turn that answered `bargeInIntent` lets the caller break in: the last `bargeInInterrupt` counts.
    package var letsCallerBreakIn: Bool {
        let answers = happenings.compactMap { happening -> String? in
            guard case .directive("bargeInInterrupt", let arguments) = happening else { return nil }
            return arguments
        }
        return answers.last?.contains("true") ?? false
    }
}
