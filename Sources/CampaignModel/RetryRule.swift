import FoundationEssentials

/// What follows a call with certain outcomes (campaigns.md 5.4).
package struct RetryRule: Sendable, Hashable, Codable {
    package var outcomes: [AttemptOutcome]
    /// From the end of the call.
    package var afterSeconds: Int
    /// How often the rule may be used for one number.
    package var maxUses: Int

    package init(_ outcomes: [AttemptOutcome], afterSeconds: Int, maxUses: Int) {
        self.outcomes = outcomes
        self.afterSeconds = afterSeconds
        self.maxUses = maxUses
    }
}

/// The most calls, over all series and rules together.
package struct CallLimits: Sendable, Hashable, Codable {
    package var perNumber: Int?
    package var perContact: Int?
    /// Of the whole campaign.
    package var total: Int?

    package init(perNumber: Int? = nil, perContact: Int? = nil, total: Int? = nil) {
        self.perNumber = perNumber
        self.perContact = perContact
        self.total = total
    }
}

/// What a number does after a call.
package enum AfterCall: Sendable, Hashable {
    /// Its next call is due at the earliest then.
    case retry(at: Date)
    case final(NumberState, reason: String)
}

extension Campaign {
    /// What follows the last of a number's calls.
    ///
    /// - Parameters:
    ///   - attempts: all of the number's that rang, by ordinal; the last one is the call that has ended.
    ///   - series: the one that the call belongs to, its use counted.
    ///   - end: the moment at which the call was over.
    package func next(after attempts: [Attempt], of series: Series, end: Date) -> AfterCall {
        let outcome = attempts.last?.outcome ?? .failed
        if outcome == .nonexistent {
            return .final(.nonexistent, reason: "nonexistent: the network knows no such number")
        }
        guard let rule = retryRules.first(where: { $0.outcomes.contains(outcome) }) else {
            if outcome.isAnswered { return .final(.done, reason: outcome.rawValue) }
            guard retryRules.isEmpty else {
                return .final(.notDone, reason: "exhausted: no rule calls again after \(outcome.rawValue)")
            }
            return flat(attempts, of: series, end: end)
        }
        let uses = attempts.count { $0.outcome.map(rule.outcomes.contains) ?? false }
        guard uses <= rule.maxUses else {
            return .final(
                outcome.isAnswered ? .done : .notDone,
                reason: "exhausted: \(rule.maxUses) calls after \(outcome.rawValue) were made")
        }
        return limited(attempts, retryAt: end.addingTimeInterval(Double(rule.afterSeconds)))
    }

    private func flat(_ attempts: [Attempt], of series: Series, end: Date) -> AfterCall {
        guard series.used < series.quota else {
            return .final(
                .notDone,
                reason:
                    "exhausted: all \(series.quota) attempts were made, the last one \(attempts.last?.outcome?.rawValue ?? "failed")"
            )
        }
        let minutes = max(1, series.policyResolved.retryIntervalInMinutes ?? 30)
        return limited(attempts, retryAt: end.addingTimeInterval(Double(minutes) * 60))
    }

    /// The most calls to one number. Rules of vendors that name no total must not stack without bound (campaigns.md 5.4).
    private var mostCallsPerNumber: Int { limits.perNumber ?? (retryRules.isEmpty ? .max : 10) }

    /// How many attempts the first series of a number may make; where rules say what follows, only they and the limits do.
    package func firstQuota(_ policy: CallPolicy) -> Int {
        min(policy.firstSeriesQuota ?? (retryRules.isEmpty ? 1 : .max), mostCallsPerNumber)
    }

    private func limited(_ attempts: [Attempt], retryAt: Date) -> AfterCall {
        let most = mostCallsPerNumber
        guard attempts.count < most else {
            return .final(.notDone, reason: "exhausted: a number is called \(most) times at most")
        }
        return .retry(at: retryAt)
    }
}
