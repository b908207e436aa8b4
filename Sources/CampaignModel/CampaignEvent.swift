import FoundationEssentials

/// One line of a campaign's log, never changed once written.
///
/// The log is the truth: playing it from the start gives the records (campaigns.md 2, invariant 8).
package struct CampaignEvent: Sendable, Hashable, Codable {
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
    /// The record before the change; `nil` for a new record and for an event without a change.
    package var before: CampaignRecord?
    /// The record after the change; `nil` for an event without a change.
    package var after: CampaignRecord?
    /// Why, in words for people.
    package var reason: String?

    package init(
        _ cause: CampaignEventCause, seq: Int, before: CampaignRecord? = nil, after: CampaignRecord? = nil
    ) {
        self.campaignId = cause.campaignId
        self.seq = seq
        self.at = cause.at
        self.kind = cause.kind
        self.numberId = cause.numberId
        self.seriesId = cause.seriesId
        self.attemptId = cause.attemptId
        self.actor = cause.actor
        self.before = before
        self.after = after
        self.reason = cause.reason
    }

    /// The records that a log leads to, by id, without the words of the talks.
    package static func replay(_ events: [CampaignEvent]) -> [String: CampaignRecord] {
        var records: [String: CampaignRecord] = [:]
        for case let record? in events.map(\.after) { records[record.id] = record }
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
    case campaignCreated, campaignChanged
    case numberAdded, numberChanged
    case seriesOpened, seriesUsed, seriesReplaced, seriesFinished
    case attemptAnswered, attemptEnded, attemptAbandoned
    case redialRefused
}
