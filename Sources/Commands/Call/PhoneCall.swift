import CampaignModel
import Conversations
import Dialing
import FoundationEssentials

/// One call: takes what the caller does, lets the bot answer, and hands out what happened.
///
/// It owns no clock and no terminal: every act comes with its moment, and records go to `handOut`. A turn is kept
/// before the first of its replies is handed out, so a bot never says what could still be lost.
package final class PhoneCall {
    package let facts: CallFacts
    package internal(set) var state: ConversationState
    /// The rule that answered what came last from the caller or the channel, for `:why`; nil when none did.
    package private(set) var lastMatch: RuleMatch?
    /// What the bot heard last, and the state in which it heard it; nil after an event.
    package private(set) var lastHeard: (text: String, context: String, at: Date)?
    /// The series that the call has scheduled, if any.
    package private(set) var series: PlannedSeries?
    /// When the caller was last busy, or the bot: from then on silence counts. `nil` before anybody has spoken.
    var silentSince: Date?
    /// Whether the last turn let the caller break in.
    private(set) var letsCallerBreakIn = false
    /// Changed by `goOn(with:)`.
    package private(set) var partner: any CallPartner

    private let keeper: any CallKeeper
    private var random: RandomSource
    let handOut: (CallRecord, Date) -> Void

    package init(
        partner: any CallPartner, keeper: any CallKeeper, facts: CallFacts, random: RandomSource,
        handOut: @escaping (CallRecord, Date) -> Void
    ) {
        self.partner = partner
        self.keeper = keeper
        self.facts = facts
        self.random = random
        self.handOut = handOut
        state = ConversationState(client: keeper.client)
    }

    package var isOver: Bool { state.hungUpBy != nil }

    /// When a `timeout:` of the present state comes due.
    package var timeoutDue: Date? { isOver ? nil : state.timeout?.due }

    /// How long the caller may keep silent now, and what the channel reports then.
    package var silence: CallerSilence { state.silence }

    /// Whether the bot answers silence from where the talk stands.
    package var heedsSilence: Bool { !isOver && partner.answers(event: silence.event, in: state) }

    /// Rings, answers, and lets the bot greet.
    package func begin(at now: Date) throws {
        silentSince = now
        handOut(.call(number: facts.number, at: now), now)
        for failure in partner.loadFailures { handOut(.failure(failure), now) }
        guard partner.answers("/start", in: state) else {
            return handOut(.note("The bot waits for you to speak first: no state answers `/start`."), now)
        }
        try say("/start", at: now)
    }

    /// Another version of the bot takes over; the talk goes on in the state it is in, or in the nearest one around it.
    ///
    /// - Returns: what the new version no longer has, for the author.
    package func goOn(with partner: any CallPartner) -> [String] {
        self.partner = partner
        var notes: [String] = []
        let place = partner.nearestPlace(to: state.contextPath)
        if place != state.contextPath {
            notes.append("The state `\(state.contextPath)` is no longer there; the call goes on in `\(place)`.")
            state.contextPath = place
        }
        if let timeout = state.timeout, !partner.leads(to: timeout.targetState, from: place) {
            notes.append("The timeout to `\(timeout.targetState)` was dropped, for that state is no longer there.")
            state.timeout = nil
        }
        state.offered = state.offered?.filter { partner.leads(to: $0.targetState, from: place) }
        return notes
    }

    /// The caller says something, or presses keys: digits reach the bot as text.
    package func say(_ text: String, keypad: Bool = false, at now: Date) throws {
        handOut(.caller(text, keypad: keypad), now)
        state.timeout = nil
        try take(.text(text), at: now)
    }

    /// An event of the channel, by hand.
    package func send(event name: String, data: String?, at now: Date) throws {
        if name == "bargeInIntent" { return try askAboutBreakingIn(data, at: now) }
        silentSince = now
        handOut(.event(name: name, target: nil, data: data), now)
        guard partner.answers(event: name, in: state) else {
            return handOut(.note("No state answers the event `\(name)`; nothing happens."), now)
        }
        try take(.event(name, data: data), isHeard: !Self.withoutListener.contains(name), at: now)
    }

    /// The caller has kept silent.
    ///
    /// - Returns: whether the bot cares; when not, nothing was said.
    @discardableResult
    package func keepSilent(at now: Date) throws -> Bool {
        guard heedsSilence else { return false }
        let event = silence.event
        handOut(.event(name: event, target: nil), now)
        try take(.event(event), at: now)
        return true
    }

    /// The pending `timeout:` is due: the talk moves on to its state.
    package func passTimeout(at now: Date) throws {
        guard let timeout = state.timeout else { return }
        state.timeout = nil
        handOut(.event(name: "timeout", target: timeout.targetState), now)
        try take(.goTo(state: timeout.targetState), at: now)
    }

    /// The caller hangs up; scripts that answer `hangup` still run, but nothing they say is heard.
    package func hangUp(at now: Date) throws {
        guard !isOver else { return }
        handOut(.hangUp(.caller), now)
        try close("hangup", by: .caller, at: now)
    }
}

extension PhoneCall {
    /// Events at which nobody is on the line: the bot's replies reach no one (dsl.md 6.6).
    private static let withoutListener: Set = ["ringing", "onCallNotConnected", "onCallNotConnectedTechnical"]

    private func take(_ incoming: Incoming, isHeard: Bool = true, at now: Date) throws {
        let turn = try run(incoming, at: now)
        if turn.isEmpty { handOut(.note("No state answers this; the bot says nothing."), now) }
        for record in turn { handOut(isHeard ? record : record.unheard, now) }
        try closeIfBotHungUp(at: now)
    }

    func closeIfBotHungUp(at now: Date) throws {
        if state.hungUpBy == .bot { try close("botHangup", by: .bot, at: now) }
    }

    /// Runs and keeps a turn. What it returns may be handed out, since it is stored.
    func run(_ incoming: Incoming, at now: Date) throws -> [CallRecord] {
        let context = state.contextPath
        silentSince = now
        var result = partner.turn(state, incoming, in: facts, at: now, random: &random)
        if result.hangsUp { result.state.hungUpBy = .bot }
        let outcome = try keeper.keep(result.toKeep, at: now)
        let changes = partner.isTraced ? state.changes(to: result.state) : []
        state = result.state
        letsCallerBreakIn = result.letsCallerBreakIn
        switch incoming {
        case .text(let text): (lastHeard, lastMatch) = ((text, context, now), result.lastMatch)
        case .event: (lastHeard, lastMatch) = (nil, result.lastMatch)
        // No rule was asked; what was heard before can still be explained.
        case .goTo: break
        }
        if case .scheduled(let id, let quota, let attempts, _) = outcome {
            series = PlannedSeries(id: id, quota: quota, attempts: attempts)
        }
        return result.records(with: outcome) + changes.map(CallRecord.change)
    }

    /// The line is closed: one last event for the bot, then the attempt is over.
    private func close(_ event: String, by party: Party, at now: Date) throws {
        state.timeout = nil
        state.hungUpBy = nil
        if partner.answers(event: event, in: state) {
            handOut(.event(name: event, target: nil), now)
            for record in try run(.event(event), at: now) { handOut(record.unheard, now) }
        }
        state.hungUpBy = party
        try keeper.end(at: now, by: party == .bot ? .bot : .caller)
    }
}

/// The calls that a redial has planned: earliest moments.
package struct PlannedSeries: Sendable, Hashable {
    package var id: String
    package var quota: Int
    package var attempts: [Date]

    package init(id: String, quota: Int, attempts: [Date]) {
        self.id = id
        self.quota = quota
        self.attempts = attempts
    }
}
