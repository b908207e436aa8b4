import FoundationEssentials

/// A row of attempts planned together: the first ones of a number, or those of one redial (campaigns.md 5).
package struct Series: Sendable, Hashable {
    package var id: String
    package var numberId: String
    /// 1 for the first series of the number.
    package var ordinal: Int
    package var origin: SeriesOrigin
    /// The attempt whose script asked for this series.
    package var openedByAttemptId: String?
    /// What was asked for; reports and "why not called" show it.
    package var policyGiven: CallPolicy
    /// What it came to, with the levels below filled in; the schedule follows it.
    package var policyResolved: CallPolicy
    /// The most attempts of this series.
    package var quota: Int
    /// Attempts made so far; never above `quota`.
    package var used: Int
    package var state: SeriesState
    /// The earliest moments of the attempts still to come, taking calls as instantaneous.
    package var plannedMoments: [Date]
    package var openedAt: Date

    package init(
        id: String, numberId: String, ordinal: Int, origin: SeriesOrigin, openedByAttemptId: String? = nil,
        policyGiven: CallPolicy = CallPolicy(), policyResolved: CallPolicy = CallPolicy(), quota: Int, used: Int = 0,
        state: SeriesState = .open, plannedMoments: [Date] = [], openedAt: Date
    ) {
        self.id = id
        self.numberId = numberId
        self.ordinal = ordinal
        self.origin = origin
        self.openedByAttemptId = openedByAttemptId
        self.policyGiven = policyGiven
        self.policyResolved = policyResolved
        self.quota = quota
        self.used = used
        self.state = state
        self.plannedMoments = plannedMoments
        self.openedAt = openedAt
    }

    /// The name of the next attempt to come, or `nil` when none is left.
    ///
    /// Whoever plays it hands the name back, so that one planned attempt is never played twice.
    package var nextPlannedAttempt: String? {
        state == .open && used < quota && !plannedMoments.isEmpty ? "\(id)/\(used + 1)" : nil
    }
}

/// What opened a series.
package enum SeriesOrigin: String, Sendable, Hashable, Codable {
    case initial, redial, recall
    /// A call that a person made from the console, outside every plan.
    case manual
}

/// Where a series stands.
package enum SeriesState: String, Sendable, Hashable, Codable {
    case open, finished
    /// A later redial took its place; its attempts to come were dropped.
    case replaced
}
