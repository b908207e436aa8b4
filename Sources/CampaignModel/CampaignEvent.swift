import FoundationEssentials

/// One line of a campaign's log, never changed once written.
///
/// The log is the truth: playing it from the start gives the records (campaigns.md 2, invariant 8).
package struct CampaignEvent: Sendable, Hashable {
    package var campaignId: String
    /// 1, 2, 3 … in each campaign, without gaps.
    package var seq: Int
    package var at: Date
    package var kind: CampaignEventKind
    package var numberId: String?
    package var seriesId: String?
    package var attemptId: String?
    /// Who did it: `console`, `script`, `caller`, `bot`, `dialer` …
    package var actor: String
    /// All records that the event made or changed, as they are after it; none for an event without a change.
    package var records: [CampaignRecord]
    /// Why, in words for people.
    package var reason: String?

    package init(_ cause: CampaignEventCause, seq: Int, records: [CampaignRecord] = []) {
        self.campaignId = cause.campaignId
        self.seq = seq
        self.at = cause.at
        self.kind = cause.kind
        self.numberId = cause.numberId
        self.seriesId = cause.seriesId
        self.attemptId = cause.attemptId
        self.actor = cause.actor
        self.records = records
        self.reason = cause.reason
    }

    /// An event as a store gives it back.
    package init(
        campaignId: String, seq: Int, at: Date, kind: CampaignEventKind, numberId: String?, seriesId: String?,
        attemptId: String?, actor: String, records: [CampaignRecord], reason: String?
    ) {
        let cause = CampaignEventCause(
            kind, at: at, actor: actor, campaignId: campaignId, numberId: numberId, seriesId: seriesId,
            attemptId: attemptId, reason: reason)
        self.init(cause, seq: seq, records: records)
    }

    /// The records that a log leads to, by id, without the words of the talks.
    package static func replay(_ events: [CampaignEvent]) -> [String: CampaignRecord] {
        var records: [String: CampaignRecord] = [:]
        for record in events.lazy.flatMap(\.records) { records[record.id] = record }
        return records
    }
}

/// What an event tells besides the change itself.
package struct CampaignEventCause: Sendable, Hashable {
    package var kind: CampaignEventKind
    package var at: Date
    package var campaignId: String
    package var numberId: String?
    package var seriesId: String?
    package var attemptId: String?
    package var actor: String
    package var reason: String?

    package init(
        _ kind: CampaignEventKind, at: Date, actor: String, campaignId: String, numberId: String? = nil,
        seriesId: String? = nil, attemptId: String? = nil, reason: String? = nil
    ) {
        self.kind = kind
        self.at = at
        self.campaignId = campaignId
        self.numberId = numberId
        self.seriesId = seriesId
        self.attemptId = attemptId
        self.actor = actor
        self.reason = reason
    }
}

/// What can happen in a campaign.
package enum CampaignEventKind: String, Sendable, Hashable, Codable {
    case campaignCreated, campaignChanged, campaignStarted, campaignPaused, campaignStopped, campaignFinished
    /// A batch of numbers and contacts: one event however many.
    case numbersImported
    case numberAdded, numberChanged
    /// A batch of numbers whose next moments were worked out again: a window closed, a policy was changed.
    case numbersPlanned
    case numberSuppressed, numbersCanceled, phoneSuppressed
    case seriesOpened, seriesUsed, seriesReplaced, seriesFinished
    /// The decision to call: from here on the phone may ring.
    case attemptCommitted
    case attemptRinging, attemptAnswered, attemptEnded, attemptAbandoned
    /// It was proved that nothing rang; the quota was given back.
    case attemptNotDialed
    case attemptUncertain
    /// Another dialer looks after the call from here on.
    case attemptAdopted
    case redialRefused
}
