import BotModel
import CivilTime
import Conversations
import Entities
import FoundationEssentials
import PatternMatching

/// What a turn begins with, as scripts may see it.
package struct TurnInput: Sendable {
    package var state: ConversationState
    package var incoming: Incoming
    package var call: CallFacts
    package var now: Date
    package var random: RandomSource
    /// Whether the steps of the turn are among its happenings.
    package var isTraced: Bool

    package init(
        state: ConversationState, incoming: Incoming, call: CallFacts, now: Date, random: RandomSource,
        isTraced: Bool = false
    ) {
        self.state = state
        self.incoming = incoming
        self.call = call
        self.now = now
        self.random = random
        self.isTraced = isTraced
    }

    /// When and where the text is said.
    package var moment: EntityMoment {
        EntityMoment(now: now.epochSecond, zone: (try? Zone.named(call.zone)) ?? .utc)
    }
}

/// What a script block wants of the dialog when it is done.
package struct ScriptWish: Sendable, Hashable {
    /// `$reactions.transition`: the last one of the block.
    package var transition: Transition?
    /// `$jsapi.stopScript()`: the remaining reactions of the state are skipped.
    package var stops = false
    /// `$jsapi.startSession()`: the context is the root again.
    package var startsSession = false
    /// `$reactions.newSession()`: nothing more of this request runs.
    package var newSession: NewSession?
    /// Of a handler: what it left in `$temp.targetState`, and the text of the request when it has rewritten it.
    package var targetState: String?
    package var query: String?
    /// Of a handler: what stands in `$temp.targetState` and is no text, as it is shown.
    package var unreadableTarget: String?
    /// Of a `preMatch` handler: whether there is something in `$parseTree`.
    package var setsParseTree = false

    package struct Transition: Sendable, Hashable {
        package var path: String
        package var isDeferred: Bool

        package init(path: String, isDeferred: Bool) {
            self.path = path
            self.isDeferred = isDeferred
        }
    }

    /// A session that begins in the middle of a turn.
    package struct NewSession: Sendable, Hashable {
        /// Its first request; without one the talk waits at the root.
        package var message: String?

        package init(message: String?) { self.message = message }
    }

    package init() {}
}

/// What scripts leave behind at the end of a turn.
package struct ScriptOutcome: Sendable {
    /// `$session` and `$client` as JSON.
    package var session: String
    package var client: String
    package var redialUsed: Bool
    /// Replies, directives, failures and log lines, in order.
    package var happenings: [Happening]
    package var random: RandomSource
    /// What scripts have put into `$response` beside the replies: a JSON object.
    package var response: String? = nil
    /// What was said in the session up to now, for bots that ask for it.
    package var history: [SpokenLine]? = nil
    /// What `random` has drawn last in the session.
    package var drawn: DrawnNumbers? = nil
    /// What the phone shall do with the line.
    package var line: LineState? = nil
    package var voice: VoiceSettings? = nil
    /// `$jsapi.stopSession()`: what comes next belongs to a new session.
    package var endsSession = false
    /// The path that scripts have set as `$session.contextPath`, when there is such a state.
    package var contextPath: String? = nil
    /// How many of the replies were made before a session began in the midst of the turn.
    package var repliesBeforeSession = 0
    package var begunSessions: [BegunSession] = []

    package init(
        session: String, client: String, redialUsed: Bool, happenings: [Happening], random: RandomSource
    ) {
        self.session = session
        self.client = client
        self.redialUsed = redialUsed
        self.happenings = happenings
        self.random = random
    }
}

/// Runs the script parts of a turn. The dialog knows no JavaScript; a few lines of fake evaluator test it.
///
/// The calls of a turn come in this order: `begin`, then any of the others, then `end`. When what scripts leave is too big, the turn goes on:
/// `beginEvent`, any of the others, and `end` again, for each event. Each `end` tells of the whole turn. A thrown `TurnFailure` has been
/// noted by nobody yet: the dialog hands it to `note`.
package protocol ScriptEvaluating: AnyObject {
    func begin(_ input: TurnInput)
    /// Makes the captures of the winning pattern known and runs their converters.
    func take(_ tree: ParseNode?) throws(TurnFailure)
    /// Makes the intent known that was recognised.
    func recognise(_ intent: RecognisedIntent)
    /// What a tag of the bot was given, as `$request.data.args`.
    func setArguments(_ arguments: ReplyField) throws(TurnFailure)
    /// Tells scripts where they are.
    func enter(_ state: StatePath, context: StatePath)
    func run(_ block: CodeReference) throws(TurnFailure) -> ScriptWish
    func holds(_ condition: CodeReference) throws(TurnFailure) -> Bool
    func text(of expression: CodeReference) throws(TurnFailure) -> String
    /// What scripts in the conditions and insertions of a tag have wished since this was last asked; `nil` when nothing, which costs nothing.
    func wishOfTag() throws(TurnFailure) -> ScriptWish?
    /// Appends a reply of the state that runs.
    func reply(type: String, fields: [(name: String, value: ReplyField)]) throws(TurnFailure)
    func note(_ failure: TurnFailure)
    /// Something that the author should know and that is no failure.
    func remark(_ text: String)
    /// The handlers of a phase, in the order in which they were bound; of most phases none.
    func handlers(of phase: TurnPhase) -> [PhaseHandler]
    func call(_ handler: PhaseHandler) throws(TurnFailure) -> ScriptWish
    /// Makes a failure known to the handlers that are called for it.
    func tell(_ failure: TurnFailure)
    /// Makes known what was understood, best first.
    func offer(_ hypotheses: Hypotheses)
    /// What handlers have made of it; `nil` when they left it as it was.
    func selection() throws(TurnFailure) -> Hypotheses.Selection?
    /// The rest of the turn is of a new session, and the answer to this message.
    func beginSession(with message: String?)
    /// What follows is the answer to an event that the dialog itself has raised.
    func beginEvent(_ event: String)
    /// A step of the dialog, for a turn that is traced.
    func trace(_ step: TraceStep)
    /// Chance for `random:`, which avoids repeats.
    func random(below bound: Int) -> Int
    func end() -> ScriptOutcome
}

/// A field of a reply object.
package enum ReplyField: Sendable, Hashable {
    case text(String)
    case flag(Bool)
    case number(Double)
    case null
    case list([ReplyField])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package let name: String
        package let value: ReplyField

        package init(_ name: String, _ value: ReplyField) {
            self.name = name
            self.value = value
        }
    }
}
