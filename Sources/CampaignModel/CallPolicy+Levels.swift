import FoundationEssentials

extension CallPolicy {
    /// The fields of `$dialer.redial`, in the order in which records show them.
    package static let redialFields = [
        "startDateTime", "finishDateTime", "allowedDays", "allowedTime", "maxAttempts", "retryIntervalInMinutes",
        "dialerPriority",
    ]

    /// This policy with what it leaves out taken from the level above it: redial from number, number from campaign.
    ///
    /// A field is taken whole: days of one level are not mixed with those of another (campaigns.md 4.2). Start and finish
    /// are a series' own and are not taken; `withDates(from:)` does that.
    package func filled(from lower: CallPolicy) -> CallPolicy {
        CallPolicy(
            start: start, finish: finish,
            allowedDays: allowedDays ?? lower.allowedDays, allowedTime: allowedTime ?? lower.allowedTime,
            retryIntervalInMinutes: retryIntervalInMinutes ?? lower.retryIntervalInMinutes,
            maxAttempts: maxAttempts ?? lower.maxAttempts, gmtZone: gmtZone ?? lower.gmtZone,
            dialerPriority: dialerPriority ?? lower.dialerPriority)
    }

    /// This policy with the start and the finish of the level above it where it has none of its own.
    package func withDates(from lower: CallPolicy) -> CallPolicy {
        var policy = self
        policy.start = start ?? lower.start
        policy.finish = finish ?? lower.finish
        return policy
    }

    /// How many attempts the first series of a number may make: 0 in a request is one call without retries (campaigns.md 5.3).
    package var firstSeriesQuota: Int? { maxAttempts.map { max(1, $0) } }
}
