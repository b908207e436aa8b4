import CampaignModel

/// What a store knows of a number before a call to it.
package struct KnownNumber: Sendable, Hashable {
    /// As given at import or in an earlier call, else the campaign's; `nil` when there is none.
    package let zone: String?
    /// All calls so far, those from the console too.
    package let calls: Int
    /// Attempts that redials have made, and the most that they may make (campaigns.md 5.3).
    package let redialAttempts: Int
    package let mostRedialAttempts: Int

    init(_ number: CampaignNumber?, in campaign: Campaign) {
        zone = number?.zone ?? campaign.zone
        calls = number?.attemptsTotal ?? 0
        redialAttempts = number?.attemptsExtra ?? 0
        mostRedialAttempts = campaign.maxAttempts
    }
}
