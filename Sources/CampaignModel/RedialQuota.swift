/// How many attempts a redial series may make (campaigns.md 5.3).
package enum RedialQuota: Sendable, Hashable {
    /// `notes` say where it is less than was asked for.
    case granted(Int, notes: [String])
    /// The attempts that redials may add to this number are used up; `message` says so with the figures.
    case extraBudgetExhausted(message: String)
}

/// The quota of a new redial series: what was asked for (or the campaign's attempts), at most 5, at most what is left.
///
/// All redial series of a number together make no more attempts than the campaign's `maxAttempts`; `extraUsed` is how many
/// they have *made* so far.
package func redialQuota(requested: Int?, campaignMaxAttempts: Int, extraUsed: Int) -> RedialQuota {
    let left = campaignMaxAttempts - extraUsed
    guard left > 0 else {
        return .extraBudgetExhausted(
            message: "All \(campaignMaxAttempts) additional attempts of this number are used "
                + "(the campaign's maxAttempts); no new series is planned. "
                + "The redial's own maxAttempts cannot raise that: give the campaign more, or call another number.")
    }
    let wanted = max(1, requested ?? campaignMaxAttempts)
    let quota = min(wanted, PolicyDraft.mostRedialAttempts, left)
    guard quota < wanted else { return .granted(quota, notes: []) }
    let reason =
        quota == left
        ? "\(left) of the campaign's \(campaignMaxAttempts) additional attempts of this number are left"
        : "a redial makes at most \(PolicyDraft.mostRedialAttempts)"
    return .granted(quota, notes: ["\(wanted) attempts were asked for, \(quota) will be made: \(reason)."])
}
