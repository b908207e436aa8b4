import FoundationEssentials

/// One call of a number, made or about to be made (campaigns.md 2 and 3).
package struct Attempt: Sendable, Hashable, Codable {
    package var id: String
    package var numberId: String
    package var seriesId: String
    /// 1 for the first attempt of its series.
    package var ordinalInSeries: Int
    /// 1 for the first attempt of its number.
    package var ordinalInNumber: Int
    package var state: AttemptState
    package var outcome: AttemptOutcome?
    package var plannedAt: Date?
    /// The moment at which the dialer decided to call; windows are checked against it.
    package var committedAt: Date
    package var answeredAt: Date?
    package var endedAt: Date?
    package var endedBy: CallEnd?
    /// The conversation after its last turn, as JSON; not part of events.
    package var conversation: String?

    package init(
        id: String, numberId: String, seriesId: String, ordinalInSeries: Int, ordinalInNumber: Int,
        state: AttemptState = .committed, outcome: AttemptOutcome? = nil, plannedAt: Date? = nil, committedAt: Date,
        answeredAt: Date? = nil, endedAt: Date? = nil, endedBy: CallEnd? = nil, conversation: String? = nil
    ) {
        self.id = id
        self.numberId = numberId
        self.seriesId = seriesId
        self.ordinalInSeries = ordinalInSeries
        self.ordinalInNumber = ordinalInNumber
        self.state = state
        self.outcome = outcome
        self.plannedAt = plannedAt
        self.committedAt = committedAt
        self.answeredAt = answeredAt
        self.endedAt = endedAt
        self.endedBy = endedBy
        self.conversation = conversation
    }
}

/// Where an attempt stands; a number has one live attempt at most.
package enum AttemptState: String, Sendable, Hashable, Codable, CaseIterable {
    case committed, originated, ringing, answered
    /// It rang, and is over.
    case ended
    /// Proved that nothing rang; the quota was given back.
    case notDialed
    /// Nobody can tell; never dialed again by itself.
    case uncertain

    /// Whether the phone may be ringing or talking.
    package var isLive: Bool {
        switch self {
        case .committed, .originated, .ringing, .answered: true
        case .ended, .notDialed, .uncertain: false
        }
    }
}

/// How a call came out.
package enum AttemptOutcome: String, Sendable, Hashable, Codable {
    case answered, noAnswer, busy, failed, nonexistent
}

/// Who ended an answered call.
package enum CallEnd: String, Sendable, Hashable, Codable {
    case bot, caller
    /// The program that held the call was gone; a later call to the number noticed.
    case abandoned
}
