import BotModel
import Conversations

/// The end of a turn: what scripts leave behind is measured before it is kept.
extension DialogMachine {
    func end(_ visit: inout Visit, _ input: TurnInput) -> ScriptOutcome {
        var outcome = visit.scripts.end()
        let events = [
            DataLimit.event(of: "session", outcome.session, before: input.state.session),
            DataLimit.event(of: "client", outcome.client, before: input.state.client),
        ].compactMap(\.self)
        guard !events.isEmpty else { return outcome }
        var isHeard = false
        for event in events where !finder.rules(forEvent: event, in: visit.context).isEmpty {
            visit.scripts.beginEvent(event)
            _ = answer(.event(event), &visit)
            _ = answerNewSessions(&visit)
            outcome = visit.scripts.end()
            isHeard = isHeard || event.hasSuffix(DataLimit.hardEvent)
        }
        let isTooBig = outcome.keepWithinLimits(input.state)
        if isTooBig, !isHeard { abort(&outcome, &visit, input.state) }
        return outcome
    }

    /// A bot that leaves too much and hears no event of it is silent, and the talk stays where it was (dsl.md 4.6); what it has done to the
    /// outside stays done.
    private func abort(_ outcome: inout ScriptOutcome, _ visit: inout Visit, _ before: ConversationState) {
        outcome.happenings.removeAll { if case .reply = $0 { true } else { false } }
        (outcome.session, outcome.client) = (before.session, before.client)
        (outcome.history, outcome.drawn) = (before.history, before.drawn)
        (outcome.contextPath, outcome.response, outcome.endsSession) = (nil, nil, false)
        var line = before.line
        line?.interruption = nil
        outcome.line = line?.unlessUsual
        visit = Visit(before, of: self, scripts: visit.scripts)
    }

    /// Whether the turn is of an event that nothing has answered.
    func isPassedOver(_ outcome: ScriptOutcome, _ visit: Visit, _ input: TurnInput) -> Bool {
        guard case .event = input.incoming, !visit.hasAnswered else { return false }
        return !outcome.happenings.contains { if case .reply = $0 { true } else { false } }
    }

    /// The conversation as it is now, but for its timeout.
    func state(after outcome: ScriptOutcome, _ visit: Visit, _ input: TurnInput) -> ConversationState {
        var state = input.state.after(outcome, shown: visit.offered, of: bot)
        state.contextPath = outcome.endsSession ? "/" : outcome.contextPath ?? visit.context.description
        state.timeout = nil
        state.openSlots = outcome.endsSession ? nil : visit.openSlots
        if keepsContextHistory {
            let visited = VisitedState(currentState: visit.current.description, contextPath: state.contextPath)
            let history = ([visited] + (state.contextHistory ?? [])).prefix(bot.configuration.contextHistoryDepth)
            state.contextHistory = outcome.endsSession ? nil : Array(history)
        }
        if case .event("hangup", _) = input.incoming { state.hungUpBy = .caller }
        if outcome.happenings.contains(.hangUp(.bot)) { state.hungUpBy = state.hungUpBy ?? .bot }
        return state
    }
}

extension ScriptOutcome {
    /// What is too big is not kept; in its place stays what was stored before.
    ///
    /// - Returns: whether anything was too big.
    fileprivate mutating func keepWithinLimits(_ before: ConversationState) -> Bool {
        let isTooBig = max(session.utf8.count, client.utf8.count) > DataLimit.hard
        if session.utf8.count > DataLimit.hard {
            happenings.append(.failure(.tooMuchData("$session", session)))
            session = before.session
        }
        if client.utf8.count > DataLimit.hard {
            happenings.append(.failure(.tooMuchData("$client", client)))
            client = before.client
        }
        return isTooBig
    }

    /// What has happened since the session began that lasts.
    var ofSession: ArraySlice<Happening> {
        var left = repliesBeforeSession
        guard left > 0 else { return happenings[...] }
        for (index, happening) in happenings.enumerated() where happening.isReply {
            left -= 1
            if left == 0 { return happenings[(index + 1)...] }
        }
        return []
    }
}

extension Happening {
    /// A hang-up of the bot is a reply of its scripts.
    fileprivate var isReply: Bool {
        switch self {
        case .reply, .hangUp(.bot): true
        default: false
        }
    }
}

extension TurnFailure {
    fileprivate static func tooMuchData(_ name: String, _ json: String) -> TurnFailure {
        let biggest = DataLimit.biggestMember(of: json).map {
            " Its biggest member is `\($0.name.prefix(80))`, \(size($0.size))."
        }
        return TurnFailure(
            code: "dialog/too-much-data",
            message:
                "What the scripts left in \(name) takes \(size(json.utf8.count)); \(size(DataLimit.hard)) is the most.\(biggest ?? "")",
            hint: "\(name) is as before this turn. Keep only what later turns need.")
    }

    /// Kilobytes of 1024 bytes.
    private static func size(_ bytes: Int) -> String { "\((bytes + 1023) / 1024) KB" }
}
