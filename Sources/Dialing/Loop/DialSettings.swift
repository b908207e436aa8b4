import FoundationEssentials

/// How a dialer works, beyond what its campaigns say.
package struct DialSettings: Sendable {
    /// How long nobody else looks after a call of a dialer that is not heard of, in seconds of its clock.
    package var lease: TimeInterval
    /// The most numbers that are planned anew or settled in one transaction.
    package var batch: Int
    /// Free agents, for campaigns that are paced by them; `nil` when nobody counts them.
    package var agents: Int?
    /// Whether another dialer is known to have ended, so that nobody waits for the end of its leases.
    package var isGone: @Sendable (DialerName) -> Bool
    /// Random bits of ids; a seed makes a simulation repeat itself.
    package var identifiers: any RandomNumberGenerator & Sendable

    package init(
        lease: TimeInterval = 30, batch: Int = 500, agents: Int? = nil,
        identifiers: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
        isGone: @escaping @Sendable (DialerName) -> Bool = \.isGone
    ) {
        (self.lease, self.batch, self.agents) = (lease, batch, agents)
        (self.identifiers, self.isGone) = (identifiers, isGone)
    }
}

/// What a dialer has done, for whoever watches it.
package enum DialNews: Sendable, Hashable {
    case rang(phone: String, campaign: String, at: Date)
    case ended(outcome: String, campaign: String, at: Date)
    case finished(campaign: String, at: Date)
    /// The store or the line cannot be used just now; it is tried again.
    case trouble(String)
}
