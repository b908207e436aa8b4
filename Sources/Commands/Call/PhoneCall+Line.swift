import Conversations
import FoundationEssentials

/// What a caller does beside speaking and keeping silent: keys, and words into the bot's answer.
extension PhoneCall {
    /// The caller presses keys. A bot that waits for some of them gets these; the rest reach nobody.
    package func press(_ keys: String, at now: Date) throws {
        let taken = state.awaited(of: keys)
        if taken.count < keys.count {
            let rest = String(keys.dropFirst(taken.count))
            handOut(
                .note(
                    "The bot waits for \(taken.count == 1 ? "1 key" : "\(taken.count) keys"); `\(rest)` came too late and was not used."
                ), now)
        }
        try say(taken, keypad: true, at: now)
    }

    /// The caller speaks into the bot's last answer (dsl.md 6.7).
    package func interrupt(_ text: String, at now: Date) throws {
        let breakingIn = state.breakingIn
        handOut(.interruption(text, isHeard: breakingIn != .impossible), now)
        switch breakingIn {
        case .impossible:
            return handOut(.note("The bot cannot be interrupted here (bargeIn is \"disabled\"); nobody hears it."), now)
        case .free: state.breakIn()
        case .asked:
            let isLetIn = try asksBot(state.bargeInIntent(text), at: now)
            guard !isOver else { return }
            if isLetIn {
                state.breakIn()
            } else {
                handOut(.note("The bot is not interrupted: it ends its answer first, then it hears this."), now)
            }
        }
        try say(text, at: now)
    }

    /// The event `bargeInIntent` by hand: the bot decides, and nobody has said anything that it could answer.
    func askAboutBreakingIn(_ data: String?, at now: Date) throws {
        let isLetIn = try asksBot(data ?? state.bargeInIntent(""), at: now)
        guard !isOver else { return }
        let decision = isLetIn ? "The bot lets the caller break in." : "The bot does not let the caller break in."
        handOut(.note(decision + " To speak into its answer, type `@interrupt WORDS`."), now)
    }

    /// Lets the bot decide in the event `bargeInIntent`; what it says there reaches nobody.
    private func asksBot(_ data: String, at now: Date) throws -> Bool {
        handOut(.event(name: "bargeInIntent", target: nil, data: data), now)
        guard partner.answers(event: "bargeInIntent", in: state) else {
            handOut(.note("No state answers the event `bargeInIntent`, so nobody lets the caller break in."), now)
            return false
        }
        let before = state
        for record in try run(.event("bargeInIntent", data: data), at: now) { handOut(record.unsaid, now) }
        state = before.asked(state)
        let letsIn = letsCallerBreakIn
        try closeIfBotHungUp(at: now)
        return letsIn
    }
}

extension CallRecord {
    /// Replies to `bargeInIntent` are thrown away.
    fileprivate var unsaid: CallRecord {
        guard case .reply(let reply) = self else { return self }
        return .note("Not said, since `bargeInIntent` only asks: \(reply.text ?? reply.type)")
    }
}
