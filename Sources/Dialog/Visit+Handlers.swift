import BotModel
import Conversations

/// Where the handlers of a phase want the talk to go on.
struct Redirection {
    /// At once.
    var target: StatePath?
    /// After the next request only.
    var deferred: StatePath?
    /// The text of the request, when a handler has changed it.
    var query: String?
    /// Whether a handler has put something into `$parseTree`.
    var setsParseTree = false
}

/// The phases of a request (dsl.md 6.1, 7): who is called, in which state, and what their wishes mean.
extension Visit {
    /// `preMatch`: may rewrite the text, and lead straight into a state.
    mutating func prepare(_ incoming: inout Incoming) {
        let handlers = scripts.handlers(of: .preMatch)
        guard !handlers.isEmpty else { return }
        current = context
        let redirection = call(handlers)
        context = redirection.deferred ?? context
        if let target = redirection.target {
            incoming = .goTo(state: target.description)
        } else if case .text(let text) = incoming {
            incoming = .text(heard(text, as: redirection))
        }
    }

    /// The text that is matched; what handlers have rewritten in vain is told.
    private func heard(_ text: String, as redirection: Redirection) -> String {
        if redirection.setsParseTree { scripts.remark(Self.forgottenTree) }
        guard let query = redirection.query, query != text else { return text }
        if !bot.configuration.hearsRewrittenText { scripts.remark(Self.unheardRewriting) }
        return bot.configuration.hearsRewrittenText ? query : text
    }

    private static let forgottenTree =
        "A preMatch handler has put something into $parseTree; the match of the text takes its place. A preProcess handler may change it."

    private static let unheardRewriting =
        "A preMatch handler has rewritten $request.query; the text is matched as it was said. With `nlp.modifyRequestInPreMatch: true` in chatbot.yaml the rewritten one is."

    /// `selectNLUResult`; the other state that a handler has set in `$temp.targetState`.
    mutating func select() -> StatePath? {
        current = context
        let redirection = call(scripts.handlers(of: .selectNLUResult))
        context = redirection.deferred ?? context
        return redirection.target
    }

    /// `preProcess`: may lead elsewhere. What it answers is said before the state's own words, by the state that was matched.
    ///
    /// - Returns: where the talk is to wait after the state.
    mutating func begin(_ entrance: inout Entrance) -> StatePath? {
        let handlers = scripts.handlers(of: .preProcess)
        guard !handlers.isEmpty else { return nil }
        current = entrance.path
        scripts.enter(current, context: context)
        let redirection = call(handlers)
        if let target = redirection.target { entrance.move(to: target, in: bot) }
        return redirection.deferred
    }

    /// `postProcess`: may say more, and go on to another state; it is called once, whatever it does.
    mutating func finish() {
        let handlers = scripts.handlers(of: .postProcess)
        guard !handlers.isEmpty else { return }
        scripts.enter(current, context: context)
        let redirection = call(handlers)
        context = redirection.deferred ?? context
        guard newSession == nil, let target = redirection.target, let state = step(to: target) else { return }
        walk(from: state)
    }

    /// Notes a failure, and calls the handlers that are bound for such ones. A failure of their own is noted, and that is all.
    ///
    /// - Parameter place: where the talk is when no handler leads it elsewhere; `nil` when that is not decided yet.
    mutating func fail(_ failure: TurnFailure, waitingIn place: StatePath? = nil) -> Redirection {
        var failure = failure
        let isHopeless = isHandlingFailure || handledFailures >= Self.mostHandledFailures
        let handlers = isHopeless ? [] : hearers(of: failure)
        failure.isHandled = !handlers.isEmpty
        handledFailures += handlers.isEmpty ? 0 : 1
        if let place, handlers.isEmpty { failure = failure.waiting(in: place) }
        scripts.note(failure)
        guard !handlers.isEmpty else { return Redirection() }
        scripts.tell(failure)
        isHandlingFailure = true
        defer { isHandlingFailure = false }
        return call(handlers)
    }

    /// A handler that leads back to where it fails is not asked for ever.
    private static let mostHandledFailures = 5

    private func hearers(of failure: TurnFailure) -> [PhaseHandler] {
        for phase in TurnPhase.hearing(of: failure.code) {
            let handlers = scripts.handlers(of: phase).filter { current.isWithin($0.path) }
            if !handlers.isEmpty { return handlers }
        }
        return []
    }

    /// Calls the handlers that are bound for the present state or one above it. After a failure the others have their turn still.
    private mutating func call(_ handlers: [PhaseHandler]) -> Redirection {
        var redirection = Redirection()
        for handler in handlers where current.isWithin(handler.path) {
            do {
                let wish = try scripts.call(handler)
                if wish.startsSession { (context, openSlots, offered) = (.root, nil, nil) }
                newSession = wish.newSession
                guard newSession == nil else { break }
                try take(wish, of: handler.phase, into: &redirection)
            } catch {
                let elsewhere = fail(error)
                redirection.target = elsewhere.target ?? redirection.target
                redirection.deferred = elsewhere.deferred ?? redirection.deferred
                if isHandlingFailure || newSession != nil { break }
            }
        }
        return redirection
    }

    private mutating func take(
        _ wish: ScriptWish, of phase: TurnPhase, into redirection: inout Redirection
    ) throws(TurnFailure) {
        redirection.query = wish.query ?? redirection.query
        redirection.setsParseTree = redirection.setsParseTree || wish.setsParseTree
        if phase == .preMatch || phase == .selectNLUResult || phase == .preProcess {
            if let written = wish.targetState { try lead(by: phase, to: written, &redirection) }
            if let wrong = wish.unreadableTarget { throw .unreadableTarget(wrong, of: phase) }
        }
        guard let transition = wish.transition else { return }
        guard transition.isDeferred else { return try lead(by: phase, to: transition.path, &redirection) }
        redirection.deferred = try way(to: transition.path, isDeferred: true)
    }

    private mutating func lead(
        by phase: TurnPhase, to written: String, _ redirection: inout Redirection
    ) throws(TurnFailure) {
        let path = try way(to: written, isDeferred: false)
        redirection.target = path
        note(phase, leadsTo: path)
    }

    private func way(to written: String, isDeferred: Bool) throws(TurnFailure) -> StatePath {
        let home = bot.home(of: current)
        guard let path = bot.resolve(written, from: home) else {
            throw bot.unknownState(written, from: home, place: nil)
        }
        scripts.trace(.transition(from: current.description, to: path.description, isDeferred: isDeferred))
        return path
    }
}
