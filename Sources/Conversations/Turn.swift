import CampaignModel
import FoundationEssentials

/// What a bot did with one incoming thing: the new state, and everything that happened, in order.
package struct TurnResult: Sendable, Hashable {
    package var state: ConversationState
    package var happenings: [Happening]
    /// What scripts have put into `$response` beside the replies, a JSON object; it goes to the channel.
    package var response: String?
    /// The sessions that began in the midst of the turn, in their order.
    package var begunSessions: [BegunSession] = []

    package init(state: ConversationState, happenings: [Happening]) {
        self.state = state
        self.happenings = happenings
    }
}

/// A session that a script or a tag began: `newSession`.
package struct BegunSession: Sendable, Hashable {
    /// Its first request; without one the talk waits at the root.
    package let message: String?
    /// What the bot gave it as `$request.data`, a JSON object.
    package let data: String

    package init(message: String?, data: String = "{}") {
        self.message = message
        self.data = data
    }
}

/// One thing that happened in a turn.
package enum Happening: Sendable, Hashable {
    case match(RuleMatch)
    case reply(Reply)
    /// `$dialer.redial`: what was asked for; `refusal` says why it was not accepted.
    case redial(RedialRequest, refusal: String?)
    case hangUp(Party)
    /// Any other wish of the script to its channel, by name, with JSON arguments: `setCallResult`, `reportData` …
    case directive(name: String, arguments: String)
    case failure(TurnFailure)
    /// `log(…)` of a script.
    case log(String)
    /// Something that the author should know and nobody said: a request that was not made, a service that is not there.
    case note(String)
    /// Only in a turn that is traced.
    case step(TraceStep)
}

/// The rule that won a turn.
package struct RuleMatch: Sendable, Hashable {
    package var state: String
    /// The pattern's or event's source text.
    package var rule: String
    package var file: String
    package var line: Int
    /// The match's own score, and the rank after context.
    package var score: Double
    package var rank: Double
    /// The next best rules, best first.
    package var runnersUp: [RunnerUp]
    /// Where handlers of the bot have led the talk in place of the rule's own state, in their order.
    package var detours: [Detour] = []

    package struct Detour: Sendable, Hashable {
        /// The handler's phase: `preProcess`, `onAnyError` …
        package let handler: String
        package let state: String

        package init(handler: String, state: String) {
            self.handler = handler
            self.state = state
        }
    }

    package init(
        state: String, rule: String, file: String, line: Int, score: Double, rank: Double, runnersUp: [RunnerUp] = []
    ) {
        self.state = state
        self.rule = rule
        self.file = file
        self.line = line
        self.score = score
        self.rank = rank
        self.runnersUp = runnersUp
    }
}

/// A rule that matched and lost.
package struct RunnerUp: Sendable, Hashable {
    package var state: String
    package var rule: String
    package var score: Double
    package var rank: Double

    package init(state: String, rule: String, score: Double, rank: Double) {
        self.state = state
        self.rule = rule
        self.score = score
        self.rank = rank
    }
}

/// Something the caller hears or sees.
package struct Reply: Sendable, Hashable {
    /// `text`, or the type of another reply (`audio`, `buttons`, `switch` …).
    package var type: String
    /// The words of a text reply.
    package var text: String?
    /// The state that said it.
    package var state: String
    /// The whole reply object as JSON.
    package var json: String

    package init(type: String, text: String?, state: String, json: String) {
        self.type = type
        self.text = text
        self.state = state
        self.json = json
    }
}

/// A failure of the bot while running; the conversation goes on.
package struct TurnFailure: Error, Sendable, Hashable {
    /// `script/exception`, `script/syntax`, `script/time`, `script/memory`, `dialog/unknown-state`, `dialog/transitions` …
    package var code: String
    package var message: String
    /// What a script that catches the error finds as its `message`, where that is another text.
    package var ownMessage: String?
    package var hint: String?
    package var file: String?
    package var line: Int?
    package var column: Int?
    /// The line of the file, as it is written.
    package var sourceLine: String?
    /// The calls that led there, innermost first; only those in the bot's own files.
    package var stack: [Frame] = []
    /// The state that was running.
    package var state: String?
    /// What the caller had said; `nil` for an event.
    package var phrase: String?
    /// Whether a handler of the bot was called for it, so that nobody else need apologise.
    package var isHandled = false

    /// A call in a script of the bot.
    package struct Frame: Sendable, Hashable {
        /// `nil` for the code of a tag or of a file itself.
        package var function: String?
        package var file: String
        package var line: Int
        package var column: Int

        package init(function: String?, file: String, line: Int, column: Int) {
            self.function = function
            self.file = file
            self.line = line
            self.column = column
        }
    }

    package init(
        code: String, message: String, hint: String? = nil, file: String? = nil, line: Int? = nil, column: Int? = nil
    ) {
        self.code = code
        self.message = message
        self.hint = hint
        self.file = file
        self.line = line
        self.column = column
    }
}
