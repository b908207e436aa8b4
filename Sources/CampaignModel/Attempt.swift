import FoundationEssentials

/// One call of a number, made or about to be made (campaigns.md 2 and 3).
package struct Attempt: Sendable, Hashable {
    package var id: String
    package var campaignId: String
    package var numberId: String
    package var seriesId: String
    /// The digits of the phone (`CampaignNumber.key`): over all campaigns one of them has one live call at most.
    package var phoneKey: String
    /// 1 for the first attempt of its series.
    package var ordinalInSeries: Int
    /// 1 for the first attempt of its number.
    package var ordinalInNumber: Int
    package var state: AttemptState
    package var outcome: AttemptOutcome?
    package var plannedAt: Date?
    /// The moment at which the dialer decided to call; windows are checked against it.
    package var committedAt: Date
    /// When the line took the call.
    package var ringingAt: Date?
    package var answeredAt: Date?
    package var endedAt: Date?
    package var endedBy: CallEnd?
    /// The dialer that looks after the call (`DialerName`); `nil` for a call of the console.
    package var owner: String?
    /// Until then nobody else looks after it.
    package var leaseUntil: Date?
    /// Grows with every change of owner; who writes with an older one has lost the call.
    package var fence: Int
    /// What the script said that the call came to: `$dialer.setCallResult`.
    package var result: String?
    /// What the line said about the end, for reports: a SIP code, a cause.
    package var lineReason: String?
    /// The conversation after its last turn, as JSON; not part of events.
    package var conversation: String?

    package init(
        id: String, campaignId: String, numberId: String, seriesId: String, phoneKey: String, ordinalInSeries: Int,
        ordinalInNumber: Int, state: AttemptState = .committed, committedAt: Date
    ) {
        self.id = id
        self.campaignId = campaignId
        self.numberId = numberId
        self.seriesId = seriesId
        self.phoneKey = phoneKey
        self.ordinalInSeries = ordinalInSeries
        self.ordinalInNumber = ordinalInNumber
        self.state = state
        self.committedAt = committedAt
        fence = 1
    }

    /// The next attempt of a number, in a series whose use of it is counted already.
    package init(id: String, of number: CampaignNumber, in series: Series, at moment: Date) {
        self.init(
            id: id, campaignId: number.campaignId, numberId: number.id, seriesId: series.id, phoneKey: number.phoneKey,
            ordinalInSeries: series.used, ordinalInNumber: number.attemptsBegun + 1, committedAt: moment)
    }
}

extension Attempt {
    /// The attempt without the words of its talk, as lists of attempts have it.
    package var withoutTalk: Attempt {
        var attempt = self
        attempt.conversation = nil
        return attempt
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

/// Who ended an answered call.
package enum CallEnd: String, Sendable, Hashable, Codable {
    case bot, caller
    /// The program that held the call was gone; a later call to the number noticed.
    case abandoned
}
