import Conversations
import FoundationEssentials

/// What a caller does beside speaking: keys, words into the bot's answer, and nothing while time passes.
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
        silentSince = now
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

// MARK: Time

extension PhoneCall {
    /// Lets time pass in which nobody speaks: timeouts, and silences that the bot cares for, come in their order, each at its own moment.
    ///
    /// - Throws: `MalformedAct` when they do not come to an end.
    package func wait(_ length: TimeInterval, from now: Date) throws {
        try pass(length, from: now) { $0.heedsSilence ? $0.silentSince : nil }
    }

    /// Lets time pass in which somebody speaks, so that only timeouts come due.
    package func skip(_ length: TimeInterval, from now: Date) throws {
        try pass(length, from: now) { _ in nil }
        silentSince = now.addingTimeInterval(length)
    }

    /// The caller keeps silent, from now on, as long as the channel waits; a timeout that comes due before has moved the talk on.
    ///
    /// Unlike a silence that comes by itself, one that was asked for is told even when no state answers it.
    package func waitInSilence(from now: Date) throws {
        let silence = state.silence
        guard try pass(silence.length, from: now, silentSince: { _ in nil }) == 0, !isOver else { return }
        try send(event: silence.event, data: nil, at: now.addingTimeInterval(silence.length))
    }

    /// - Returns: how often something came by itself.
    @discardableResult
    private func pass(
        _ length: TimeInterval, from now: Date, silentSince: (PhoneCall) -> Date?
    ) throws -> Int {
        let end = now.addingTimeInterval(length)
        var (moment, passed) = (now, 0)
        while let (ring, due) = state.nextRing(silentSince: silentSince(self), by: end) {
            passed += 1
            guard passed <= 1000 else { throw MalformedAct.endlessWait }
            moment = max(moment, due)
            switch ring {
            case .timeout: try passTimeout(at: moment)
            case .silence: try keepSilent(at: moment)
            }
        }
        return passed
    }
}

extension MalformedAct {
    fileprivate static let endlessWait = MalformedAct(
        "1000 timeouts or silences came due within one wait; if two states send the talk to and fro by `timeout`, give one of them a longer interval, and to let time pass without silence there is @skip 2h"
    )
}

extension CallRecord {
    /// Replies to `bargeInIntent` are thrown away.
    fileprivate var unsaid: CallRecord {
        guard case .reply(let reply) = self else { return self }
        return .note("Not said, since `bargeInIntent` only asks: \(reply.text ?? reply.type)")
    }
}
