import CampaignModel
import FoundationEssentials

/// Everything that is kept of a conversation between two turns: a few kilobytes of plain data.
package struct ConversationState: Sendable, Hashable, Codable {
    /// The path of the state the talk is in; `/` at first.
    package var contextPath: String
    /// `$session` and `$client` as JSON objects.
    package var session: String
    package var client: String
    /// Set by an accepted `$dialer.redial`; survives a new session, since the guard is per call.
    package var redialUsed: Bool
    /// Set when the bot or the caller ended the call.
    package var hungUpBy: Party?
    /// The pending `timeout:` reaction.
    package var timeout: PendingTimeout?
    /// The buttons with a transition that the bot showed last; saying the text of one leads straight there.
    package var offered: [OfferedButton]?
    /// The intent whose slots the bot is asking for.
    package var openSlots: OpenSlots?
    /// Where earlier requests led, the newest first; kept only for bots that ask for it.
    package var contextHistory: [VisitedState]?
    /// What chance has given in this session; `nil` where nobody has asked for it.
    package var drawn: DrawnNumbers?
    /// What was said in this session, oldest first; kept only for bots that ask for it.
    package var history: [SpokenLine]?
    /// What the phone does with the line until the next turn; `nil` when all is as usual.
    package var line: LineState?
    /// What the bot has set for its voice and its hearing, for the rest of the call.
    package var voice: VoiceSettings?

    package init(contextPath: String = "/", session: String = "{}", client: String = "{}") {
        self.contextPath = contextPath
        self.session = session
        self.client = client
        redialUsed = false
    }
}

/// Who ended the call.
package enum Party: String, Sendable, Hashable, Codable { case bot, caller }

/// A button that leads to a state.
package struct OfferedButton: Sendable, Hashable, Codable {
    package var text: String
    /// The absolute path of the state.
    package var targetState: String

    package init(text: String, targetState: String) {
        self.text = text
        self.targetState = targetState
    }
}

/// Where a request has led.
package struct VisitedState: Sendable, Hashable, Codable {
    /// The path of the state that ran last, and of the one from which the next request counts.
    package var currentState: String
    package var contextPath: String

    package init(currentState: String, contextPath: String) {
        self.currentState = currentState
        self.contextPath = contextPath
    }
}

/// Something that the caller or the bot has said.
package struct SpokenLine: Sendable, Hashable, Codable {
    package var isBot: Bool
    package var text: String

    package init(isBot: Bool, text: String) {
        self.isBot = isBot
        self.text = text
    }
}

extension [SpokenLine] {
    /// The newest lines, as many as a conversation keeps: a hundred, and sixteen thousand characters in all.
    package var bounded: [SpokenLine] {
        var room = 16_000
        let kept = suffix(100).reversed().prefix { line in
            room -= line.text.unicodeScalars.count
            return room >= 0
        }
        return kept.reversed()
    }
}

/// A silence after which the talk goes on in another state.
package struct PendingTimeout: Sendable, Hashable, Codable {
    package var due: Date
    package var targetState: String

    package init(due: Date, targetState: String) {
        self.due = due
        self.targetState = targetState
    }
}

/// Something that reaches the bot.
package enum Incoming: Sendable, Hashable {
    /// What the caller says or types; keypad digits come as text too.
    case text(String)
    /// An event of the channel: `speechNotRecognized`, `hangup` …; `data` is JSON for `$request.data.eventData`.
    case event(String, data: String? = nil)
    /// Straight into a state, as a button with a transition or a due timeout does.
    case goTo(state: String)
}
