import Conversations
import FoundationEssentials

/// What the bot did since the caller's last act: one turn, or several when timeouts came due in a silence.
struct PlayedTurn {
    let step: TalkStep
    var happenings: [Moment] = []
    /// The state of the conversation after it.
    var state: ConversationState
    /// When the last turn began.
    var at: Date
    /// What the last turn left in `$response` beside the replies.
    private(set) var response: TestJSON?
    private var repliesSeen = 0
    private var failuresSeen: Set<Int> = []
    private var mailsSeen = 0
    private var sessions: [BegunSession] = []
    private var sessionsSeen = 0

    /// A happening and the moment of its turn.
    struct Moment {
        let happening: Happening
        let at: Date
    }

    init(step: TalkStep, state: ConversationState, at: Date) {
        self.step = step
        self.state = state
        self.at = at
    }

    mutating func add(_ result: TurnResult, at now: Date) {
        sessions += result.begunSessions
        happenings += result.happenings.map { Moment(happening: $0, at: now) }
        state = result.state
        response = result.response.flatMap { TestJSON($0) }
        at = now
    }

    var replies: [Reply] {
        happenings.compactMap { if case .reply(let reply) = $0.happening { reply } else { nil } }
    }

    var textReplies: [Reply] { replies.filter { $0.text != nil } }

    var matches: [RuleMatch] {
        happenings.compactMap { if case .match(let match) = $0.happening { match } else { nil } }
    }

    var failures: [TurnFailure] {
        happenings.compactMap { if case .failure(let failure) = $0.happening { failure } else { nil } }
    }

    /// The state that answered: that of the reply named last, so that each of two replies can have its own; with none
    /// named yet, that of the turn's last reply, else the one that matched. A turn that matched nothing and said nothing,
    /// such as one into a silent state, has only the state in which it left the talk.
    var answeringState: String? {
        let replies = textReplies
        let reply = repliesSeen > 0 ? replies[repliesSeen - 1] : replies.last
        if let answered = reply?.state ?? matches.last?.state { return answered }
        return happenings.isEmpty ? nil : state.contextPath
    }

    mutating func nextReply() -> Reply? {
        let replies = textReplies
        guard repliesSeen < replies.count else { return nil }
        repliesSeen += 1
        return replies[repliesSeen - 1]
    }

    /// The next new session that no step has named.
    mutating func nextSession() -> BegunSession? {
        guard sessionsSeen < sessions.count else { return nil }
        sessionsSeen += 1
        return sessions[sessionsSeen - 1]
    }

    /// The next letter that no step has named.
    mutating func nextMail() -> SentMail? {
        let mails = happenings.compactMap { SentMail($0.happening) }
        guard mailsSeen < mails.count else { return nil }
        mailsSeen += 1
        return mails[mailsSeen - 1]
    }

    /// The first failure of that code that no step has named.
    mutating func takeFailure(code: String?) -> Bool {
        let failures = failures
        let found = failures.indices.first { !failuresSeen.contains($0) && (code == nil || failures[$0].code == code) }
        guard let found else { return false }
        failuresSeen.insert(found)
        return true
    }

    /// A failure that a handler of the bot has answered is part of the talk.
    var unnamedFailures: [TurnFailure] {
        failures.enumerated().filter { !failuresSeen.contains($0.offset) && !$0.element.isHandled }.map(\.element)
    }
}
