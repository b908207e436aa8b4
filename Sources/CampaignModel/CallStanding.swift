/// Where a call stands in its campaign, as scripts may ask: how often the number was called, how often it still may be, and when.
package struct CallStanding: Sendable, Hashable {
    /// What addresses the campaign: its name.
    package var campaign: String
    package var campaignPolicy: CallPolicy
    /// What was given for this number only.
    package var numberPolicy: CallPolicy
    /// Minutes between the attempts of the present series.
    package var retryIntervalInMinutes: Int?
    package var history: DialHistory

    package init(
        campaign: String, campaignPolicy: CallPolicy = CallPolicy(), numberPolicy: CallPolicy = CallPolicy(),
        retryIntervalInMinutes: Int? = nil, history: DialHistory
    ) {
        self.campaign = campaign
        self.campaignPolicy = campaignPolicy
        self.numberPolicy = numberPolicy
        self.retryIntervalInMinutes = retryIntervalInMinutes
        self.history = history
    }

    /// - Parameters:
    ///   - number: as it is once the present call is counted.
    ///   - series: the one that the present call belongs to.
    ///   - manualCalls: how many calls to the number persons have made outside every plan, the present one counted.
    package init(campaign: Campaign, number: CampaignNumber, series: Series, manualCalls: Int = 0) {
        let policy = series.policyResolved.filled(from: number.policy).filled(from: campaign.defaultPolicy)
        self.init(
            campaign: campaign.name, campaignPolicy: campaign.defaultPolicy, numberPolicy: number.policy,
            retryIntervalInMinutes: policy.retryIntervalInMinutes,
            history: DialHistory(campaign: campaign, number: number, series: series, manualCalls: manualCalls))
    }
}

/// The counters of `$dialer.getDialHistory()`.
package struct DialHistory: Sendable, Hashable {
    /// Of the present series; a redial begins them anew.
    package var completedAttempts: Int
    package var availableAttempts: Int
    /// Of the number, over all of its series.
    package var completedAttemptsToPhone: Int
    package var availableAttemptsToPhone: Int

    package init(
        completedAttempts: Int, availableAttempts: Int, completedAttemptsToPhone: Int, availableAttemptsToPhone: Int
    ) {
        self.completedAttempts = completedAttempts
        self.availableAttempts = availableAttempts
        self.completedAttemptsToPhone = completedAttemptsToPhone
        self.availableAttemptsToPhone = availableAttemptsToPhone
    }

    /// The present call counts as completed, and a call that a person made as the first of the campaign's series. The
    /// number may be called twice its campaign's `maxAttempts`: the first series and the redials (campaigns.md 5.3). Of the
    /// calls that persons made only the last one counts, so that trying a bot again and again uses up nothing.
    /// Uncertain: whether the platform counts the present call.
    init(campaign: Campaign, number: CampaignNumber, series: Series, manualCalls: Int) {
        let quota = series.origin == .manual ? campaign.maxAttempts : series.quota
        completedAttempts = series.used
        availableAttempts = max(0, quota - series.used)
        completedAttemptsToPhone = max(0, number.attemptsTotal - max(0, manualCalls - 1))
        availableAttemptsToPhone = max(0, 2 * min(campaign.maxAttempts, 1_000_000) - completedAttemptsToPhone)
    }
}
