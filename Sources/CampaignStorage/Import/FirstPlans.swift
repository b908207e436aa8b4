import CampaignModel
import FoundationEssentials

/// The first calls of fresh numbers: worked out once for all rows with the same policy and zone.
struct FirstPlans {
    private struct Key: Hashable {
        let policy: CallPolicy
        let zone: String?
    }

    private let campaign: Campaign
    private let planning: NumberPlanning
    private let now: Date
    private var plans: [Key: Result<CampaignNumber, ImportFault>] = [:]

    init(_ campaign: Campaign, book: ScheduleBook, at now: Date) {
        (self.campaign, self.now) = (campaign, now)
        planning = NumberPlanning(campaign, book: book, at: now)
    }

    /// A number without its id and phone, planned; or why none may be called like that.
    mutating func plan(of draft: NumberDraft) throws(StoreError) -> Result<CampaignNumber, ImportFault> {
        let key = Key(policy: draft.policy, zone: draft.zone)
        if let known = plans[key] { return known }
        let made = try make(draft)
        plans[key] = made
        return made
    }

    private func make(_ draft: NumberDraft) throws(StoreError) -> Result<CampaignNumber, ImportFault> {
        var policy = draft.policy
        (policy.start, policy.finish) = (policy.start?.asStored, policy.finish?.asStored)
        var number = CampaignNumber(
            id: "", campaignId: campaign.id, phone: draft.phone.text, policy: policy, zone: draft.zone, reason: "",
            addedAt: now.asStored)
        let resolved = campaign.resolved(for: number)
        guard number.zone ?? resolved.gmtZone ?? campaign.zone != nil else {
            return .failure(.zoneMissing(campaign.name))
        }
        if let finish = resolved.finish, finish <= now {
            return .failure(.finishInPast(finish, isOwn: policy.finish != nil, now: now))
        }
        try planning.planFirst(&number)
        return number.state.isFinal
            ? .failure(.neverAllowed(number.reason, profile: campaign.profile)) : .success(number)
    }
}

extension ImportFault {
    fileprivate static func zoneMissing(_ campaign: String) -> ImportFault {
        ImportFault(
            .zoneMissing, field: "gmtZone", "The number has no time zone, and its campaign \(campaign) has none.",
            hint: "Give the row a gmtZone such as Europe/Moscow, or the campaign a zone: nobody may be called at night."
        )
    }

    fileprivate static func finishInPast(_ finish: Date, isOwn: Bool, now: Date) -> ImportFault {
        ImportFault(
            .finishInPast, field: "finishDateTime",
            "The finish \(finish.isoText)\(isOwn ? "" : " of the campaign's policy") has passed; it is \(now.isoText).",
            hint: "Give a later finishDateTime, or none.")
    }

    fileprivate static func neverAllowed(_ reason: String, profile: LegalProfile) -> ImportFault {
        let sentence = reason.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? reason
        let hours = profile.hours?.byDefault.map { $0.map(\.description).joined(separator: ", ") }
        return ImportFault(
            .neverAllowed, field: "allowedTime", "Its times allow no call: \(sentence).",
            hint: "Look at allowedDays, allowedTime, startDateTime and finishDateTime together"
                + (hours.map {
                    "; the legal profile `\(profile.name)` lets calls begin only \($0) on the callee's clock."
                } ?? "."))
    }
}

extension CampaignNumber {
    /// An entry of the do-not-call list holds for it.
    mutating func end(by entry: Suppression) {
        end(as: .suppressed, reason: "suppressed: \(entry.reason) (\(entry.source), \(entry.since.isoText))")
    }
}
