import FoundationEssentials

/// A person with several phones, of whom one call at a time is made (campaigns.md 2 and 9).
package struct Contact: Sendable, Hashable {
    package var id: String
    package var campaignId: String
    /// What the caller's own systems know the person by.
    package var externalId: String?
    package var strategy: ContactStrategy
    /// JSON that a surface hands back with every report.
    package var callbackData: String?
    package var addedAt: Date

    package init(
        id: String, campaignId: String, externalId: String? = nil, strategy: ContactStrategy = .oneAfterAnother,
        callbackData: String? = nil, addedAt: Date
    ) {
        self.id = id
        self.campaignId = campaignId
        self.externalId = externalId
        self.strategy = strategy
        self.callbackData = callbackData
        self.addedAt = addedAt
    }

    /// The id of an imported contact: a person who is named again is found by it, in this import or a later one.
    package static func id(named name: String, inCampaign id: String) -> String { id + "/" + name }
}

/// Which of a person's phones comes next.
package enum ContactStrategy: String, Sendable, Hashable, Codable {
    /// All calls to one phone, then all to the next.
    case oneAfterAnother
    /// A call to each phone, then the retries of all of them as they fall due.
    case inTurn
}
