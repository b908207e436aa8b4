import FoundationEssentials

/// A list of numbers to call, with the policy and the zone that its numbers fall back on (campaigns.md 2).
package struct Campaign: Sendable, Hashable {
    package var id: String
    /// The name by which commands address it; unique in a store.
    package var name: String
    package var state: CampaignState
    /// Why it is in this state, in words for people: who paused it, how it ended.
    package var stateReason: String?
    /// The lowest of the three levels campaign < number < redial (campaigns.md 5.1).
    package var defaultPolicy: CallPolicy
    /// The zone of numbers without one of their own, as given; `nil` refuses such numbers at import.
    package var zone: String?
    package var profile: LegalProfile
    package var pacing: Pacing
    /// By outcome; none: every vain call is retried after the policy's interval (campaigns.md 5.4).
    package var retryRules: [RetryRule]
    package var limits: CallLimits
    /// The bot that talks, as `ringback` commands name one; `nil`: nobody does.
    package var bot: String?
    /// Numbers may still come: the campaign does not finish when all it has are final (campaigns.md 3).
    package var isInputOpen: Bool
    /// A scheduled campaign starts then.
    package var startsAt: Date?
    /// No call from then on, and the campaign is finished.
    package var endsAt: Date?
    /// From the first start on.
    package var lifetimeInSeconds: Int?
    /// The moment before which the rate of calls lets no further one begin.
    package var nextCallAt: Date?
    package var startedAt: Date?
    package var createdAt: Date
    /// What a surface keeps with the campaign and the engine does not read: webhooks, recording, transfer. JSON.
    package var extras: String?

    package init(
        id: String, name: String, state: CampaignState = .draft, defaultPolicy: CallPolicy = CallPolicy(),
        zone: String? = nil, profile: LegalProfile = .default, pacing: Pacing = Pacing(),
        retryRules: [RetryRule] = [], limits: CallLimits = CallLimits(), bot: String? = nil,
        isInputOpen: Bool = false, createdAt: Date
    ) {
        self.id = id
        self.name = name
        self.state = state
        self.defaultPolicy = defaultPolicy
        self.zone = zone
        self.profile = profile
        self.pacing = pacing
        self.retryRules = retryRules
        self.limits = limits
        self.bot = bot
        self.isInputOpen = isInputOpen
        self.createdAt = createdAt
    }

    /// The quota of a first series, and the most attempts that redials may add to one number (campaigns.md 5.3).
    ///
    /// 0 and an absent field count as one call without retries.
    package var maxAttempts: Int { max(1, defaultPolicy.maxAttempts ?? 1) }

    /// When it ends by itself: the earlier of `endsAt` and the end of its lifetime.
    package var lastMoment: Date? {
        let end = lifetimeInSeconds.flatMap { seconds in startedAt?.addingTimeInterval(Double(seconds)) }
        return [endsAt, end].compactMap(\.self).min()
    }
}
