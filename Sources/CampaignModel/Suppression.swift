import FoundationEssentials

/// A phone that must not be called: an entry of the do-not-call list (campaigns.md 2 and 17).
package struct Suppression: Sendable, Hashable {
    package var id: String
    /// The digits that the phone is called by (`CampaignNumber.phoneKey`).
    package var phoneKey: String
    /// As it was given.
    package var phone: String
    /// The campaign that it holds for; `nil`: for all.
    package var campaignId: String?
    package var reason: String
    /// Who asked for it: `caller`, `import FILE`, `operator` …
    package var source: String
    package var since: Date
    /// `nil`: for ever.
    package var until: Date?

    package init(
        id: String, phone: String, phoneKey: String? = nil, campaignId: String? = nil, reason: String, source: String,
        since: Date,
        until: Date? = nil
    ) {
        self.id = id
        self.phoneKey = phoneKey ?? CampaignNumber.key(of: phone)
        self.phone = phone
        self.campaignId = campaignId
        self.reason = reason
        self.source = source
        self.since = since
        self.until = until
    }

    package func holds(at moment: Date, inCampaign id: String) -> Bool {
        since <= moment && moment < until ?? .distantFuture && (campaignId ?? id) == id
    }
}
