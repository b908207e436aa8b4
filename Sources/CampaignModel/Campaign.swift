import FoundationEssentials

/// A list of numbers to call, with the policy and the zone that its numbers fall back on (campaigns.md 2).
package struct Campaign: Sendable, Hashable, Codable {
    package var id: String
    /// The name by which commands address it; unique in a store.
    package var name: String
    package var state: CampaignState
    /// The lowest of the three levels campaign < number < redial (campaigns.md 5.1).
    package var defaultPolicy: CallPolicy
    /// The zone of numbers without one of their own, as given; `nil` refuses such numbers at import.
    package var zone: String?
    package var profile: LegalProfile
    package var createdAt: Date

    package init(
        id: String, name: String, state: CampaignState = .draft, defaultPolicy: CallPolicy = CallPolicy(),
        zone: String? = nil, profile: LegalProfile = .default, createdAt: Date
    ) {
        self.id = id
        self.name = name
        self.state = state
        self.defaultPolicy = defaultPolicy
        self.zone = zone
        self.profile = profile
        self.createdAt = createdAt
    }

    /// The quota of a first series, and the most attempts that redials may add to one number (campaigns.md 5.3).
    ///
    /// 0 and an absent field count as one call without retries.
    package var maxAttempts: Int { max(1, defaultPolicy.maxAttempts ?? 1) }
}

/// Where a campaign stands (campaigns.md 3).
package enum CampaignState: String, Sendable, Hashable, Codable, CaseIterable {
    case draft, scheduled, running, paused, stopping, finished
}

/// Which hours the law leaves for calls.
package enum LegalProfile: String, Sendable, Hashable, Codable, CaseIterable {
    /// 08:00-21:00 on the callee's wall clock, whatever the policy says.
    case `default`
    /// No hours of its own.
    case none
}
