import FoundationEssentials

/// What became of a redial request.
package enum RedialOutcome: Sendable, Hashable {
    /// - Parameter attempts: the earliest moments, taking calls as instantaneous.
    case scheduled(id: String, quota: Int, attempts: [Date], notes: [String])
    /// Not accepted, with the reason (`extraBudgetExhausted`, no allowed moment …) as a sentence.
    case refused(reason: String)
}

/// The next call that a number's open series plans.
package struct PlannedCall: Sendable, Hashable {
    /// The earliest moment of the call.
    package let moment: Date
    /// What the ledger of that call is opened with, so that nobody plays it a second time.
    package let plannedAttempt: String
    package let seriesId: String
}
