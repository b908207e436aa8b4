import BotModel
import Conversations
import Dialog
import JavaScript

/// The handlers of `bind` (dsl.md 7).
extension ScriptHost {
    package func handlers(of phase: TurnPhase) -> [PhaseHandler] {
        let fixed = loadedHandlers[phase] ?? []
        let bound = calls.boundHandlers
        return bound.isEmpty ? fixed : fixed + bound.filter { $0.phase == phase }
    }

    package func call(_ handler: PhaseHandler) throws(TurnFailure) -> ScriptWish {
        guard isTraced else { return try wish(of: handler) }
        let before = slot.usage
        let outcome = Result { () throws(TurnFailure) in try wish(of: handler) }
        trace(.script(ScriptRun(handler.phase, took: slot.usage.since(before))))
        return try outcome.get()
    }

    private func wish(of handler: PhaseHandler) throws(TurnFailure) -> ScriptWish {
        do {
            let wish = ScriptWish(try call("handle", [.number(Double(handler.number))]))
            _ = calls.takeWish()
            return wish
        } catch {
            // Some wishes leave the handler by an exception of their own.
            let wish = try wishes()
            if wish.leavesScript { return wish }
            throw error
        }
    }

    package func tell(_ failure: TurnFailure) {
        if isCut, !hasRecovered { recover() }
        var members: [ScriptValue.Member] = [
            .init("message", .string(failure.ownMessage ?? failure.message)), .init("code", .string(failure.code)),
            .init("type", .string(String(failure.code.prefix { $0 != "/" }))),
        ]
        if let state = failure.state ?? state?.description { members.append(.init("state", .string(state))) }
        if let file = failure.file { members.append(.init("file", .string(file))) }
        if let line = failure.line { members.append(.init("line", .number(Double(line)))) }
        attemptInTurn { () throws(TurnFailure) in try call("tell", [.object(members)]) }
    }

    package func offer(_ hypotheses: Hypotheses) { calls.offer(hypotheses) }

    package func selection() throws(TurnFailure) -> Hypotheses.Selection? {
        let answer = try call("selection", [])
        guard case .object = answer else { return nil }
        return Hypotheses.Selection(
            rule: answer["rule"]?.number.flatMap { Int(exactly: $0) }, state: answer["state"]?.string)
    }

    package func beginSession(with message: String?) {
        calls.forgetEarlierTurns()
        attemptInTurn { () throws(TurnFailure) in
            let kept = try call("beginSession", [message.map { .string($0) } ?? .undefined])
            let opened = OpenedSession(kept, message: message)
            openedSession = opened
            begunSessions.append(BegunSession(message: message, data: opened.data))
        }
    }

    package func beginEvent(_ event: String) {
        attemptInTurn { () throws(TurnFailure) in try call("beginEvent", [.string(event)]) }
    }

    /// After a cut the slot is empty. Whoever wants to hear of it gets the turn as it began, once, with a fresh time limit and what has been said;
    /// what scripts had put elsewhere is lost.
    private func recover() {
        hasRecovered = true
        isCut = false
        calls.forgetBoundHandlers()
        _ = calls.takeWish()
        beginInSlot()
        let said = ScriptValue.array(calls.said.map { .string($0.json) })
        let path = ScriptValue.string(state?.description ?? input.state.contextPath)
        let message = openedSession?.message.map { ScriptValue.string($0) } ?? .undefined
        do { try call("restore", [said, path, message]) } catch {
            // The handlers are not called, and what was said stays said.
            isCut = true
            note(error)
        }
    }

    /// Asks the loaded bot which handlers it has.
    func findHandlers() {
        guard case .array(let list)? = try? slot.callGlobal("__ringback.handlers", []) else { return }
        for (number, handler) in list.enumerated() {
            guard let phase = handler["type"]?.string.flatMap(TurnPhase.init) else { continue }
            let path = StatePath(handler["path"]?.string ?? "/")
            loadedHandlers[phase, default: []].append(PhaseHandler(number: number, phase: phase, path: path))
        }
    }
}

/// A session that has begun in the midst of a turn.
struct OpenedSession {
    /// `$session` and `$client` at that moment, as JSON; `nil` for what cannot be kept so.
    let session: String?
    let client: String?
    let message: String?
    /// Its `$request.data` as JSON.
    let data: String
    /// How many replies are of the session before.
    let replyCount: Int

    /// `$jsapi.startSession`: a script goes on in a session without anything in it.
    init(after earlier: OpenedSession?) {
        session = "{}"
        client = earlier?.client
        message = nil
        data = "{}"
        replyCount = earlier?.replyCount ?? 0
    }

    /// - Parameter answer: what the door `beginSession` answers.
    init(_ answer: ScriptValue, message: String?) {
        let list = if case .array(let list) = answer, list.count == 4 { list } else { [ScriptValue]() }
        session = list.first?.string ?? "{}"
        client = list.isEmpty ? nil : list[1].string
        data = list.last?.string ?? "{}"
        replyCount = list.dropLast().last?.number.flatMap { Int(exactly: $0) } ?? 0
        self.message = message
    }
}

extension ScriptWish {
    /// Whether the script was left on purpose: what it threw is no failure.
    var leavesScript: Bool { stops || newSession != nil }
}
