import CampaignModel
import CivilTime
import FoundationEssentials

/// What a redial request comes to: the quota and the moments of the series it opens.
///
/// A pure function of its arguments; the console and the dialer both plan by it.
package struct SeriesPlan: Sendable, Hashable {
    /// The request's own policy.
    package let given: CallPolicy
    /// With the number's and the campaign's fields where the request has none (campaigns.md 5.1).
    package let resolved: CallPolicy
    package let quota: Int
    /// The earliest moments, one at least and `quota` at most: fewer when the finish comes first.
    package let moments: [Date]
    /// Sentences about what is not as it was asked for.
    package let notes: [String]

    /// A plan, or the sentence that says why there is none.
    package enum Decision: Sendable, Hashable {
        case planned(SeriesPlan)
        case refused(reason: String)
    }

    /// Plans the series of a redial request made at `now`.
    ///
    /// - Parameter zone: the callee's; redial has no field for it.
    package static func make(
        request: RedialRequest, campaign: Campaign, number: CampaignNumber, zone: Zone, now: Date
    ) -> Decision {
        let granted = redialQuota(
            requested: request.policy.maxAttempts ?? number.policy.maxAttempts,
            campaignMaxAttempts: campaign.maxAttempts, extraUsed: number.attemptsExtra)
        guard case .granted(let budget, var quotaNotes) = granted else { return refusal(granted) }
        let left = campaign.limits.perNumber.map { $0 - number.attemptsTotal } ?? budget
        guard left > 0 else { return .refused(reason: "extraBudgetExhausted: \(limitSentence(campaign)).") }
        let quota = min(budget, left)
        if quota < budget { quotaNotes.append("Only \(quota) of \(budget) attempts: \(limitSentence(campaign)).") }
        let policy = resolve(request.policy, campaign: campaign, number: number)
        let from = max(policy.start ?? now, now)
        let timetable = Timetable(policy: policy, zone: zone, profile: campaign.profile)
        let moments = timetable.attempts(quota: quota, from: from)
        guard !moments.isEmpty else {
            let refusal = NoMoment(given: request.policy, policy: policy, from: from, campaign: campaign)
            return .refused(reason: refusal.sentence)
        }
        let notes = request.notes + quotaNotes + late(policy, now: now) + shortfall(moments, of: quota, policy)
        return .planned(
            SeriesPlan(
                given: request.policy, resolved: policy, quota: quota, moments: moments,
                notes: notes + unusualHours(moments, zone: zone, profile: campaign.profile)))
    }

    // The dates of the number belong to its first series only and must not kill a later redial; those of the campaign
    // bound everything (campaigns.md 5.1).
    private static func resolve(_ given: CallPolicy, campaign: Campaign, number: CampaignNumber) -> CallPolicy {
        var policy = given.filled(from: number.policy).filled(from: campaign.defaultPolicy)
        policy.start = [given.start, campaign.defaultPolicy.start].compactMap(\.self).max()
        policy.finish = [given.finish, campaign.defaultPolicy.finish].compactMap(\.self).min()
        return policy
    }
}

// MARK: What is said about a plan

extension SeriesPlan {
    private static func refusal(_ quota: RedialQuota) -> Decision {
        guard case .extraBudgetExhausted(let message) = quota else {
            preconditionFailure("a granted quota was taken for a refusal")
        }
        return .refused(reason: "extraBudgetExhausted: \(message)")
    }

    private static func limitSentence(_ campaign: Campaign) -> String {
        "a number of this campaign is called \(campaign.limits.perNumber ?? 0) times at most"
    }

    // More than a second, since a script that asks for "now" is stored a little later.
    private static func late(_ policy: CallPolicy, now: Date) -> [String] {
        guard let start = policy.start, now.timeIntervalSince(start) > 1 else { return [] }
        return ["startDateTime \(start.isoText) has passed; the attempts are planned from now, \(now.isoText)."]
    }

    private static func shortfall(_ moments: [Date], of quota: Int, _ policy: CallPolicy) -> [String] {
        guard moments.count < quota, let finish = policy.finish else { return [] }
        return ["Only \(moments.count) of \(quota) attempts fit before the finish \(finish.isoText)."]
    }

    private static func unusualHours(_ moments: [Date], zone: Zone, profile: LegalProfile) -> [String] {
        guard profile.hours == nil, let moment = moments.first(where: { isOutsideUsualHours($0, zone: zone) }) else {
            return []
        }
        return ["The call at \(moment.isoText(in: zone)) is outside 08:00-21:00 of the callee."]
    }
}
