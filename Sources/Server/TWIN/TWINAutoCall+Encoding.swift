import CampaignModel
import CivilTime

/// A campaign as this surface says it.
extension TWINAutoCall {
    /// The body of a request that makes this campaign.
    package static func encode(_ draft: CampaignDraft, zones: ZoneDirectory = .system) -> PolicyValue {
        let own = ["cps", "additionalOptions", "redialStrategyOptions"]
        var members = [PolicyValue.Member("name", .string(draft.name))]
        if let bot = draft.bot { members.append(.init("defaultExecData", .string(bot))) }
        members += start(draft, zones) + strategy(draft) + phones(draft)
        members.append(.init("cps", rate(draft)))
        members.append(.init("additionalOptions", options(draft)))
        let off = kept("redialStrategyOptions", of: draft) ?? []
        members.append(.init("redialStrategyOptions", TWINRedials.encode(draft, off: off)))
        let kept = draft.surface == surface ? draft.kept : defaults
        return .object(members + kept.without(own + members.map(\.name)))
    }

    /// What this surface needs and campaigns of others do not say.
    private static let defaults: [PolicyValue.Member] = [
        .init("defaultExec", .string("robot")), .init("secondExec", .string("end")),
        .init("cidType", .string("default")),
    ]
    private static let defaultOptions: [PolicyValue.Member] = [
        .init("fullListMethod", .string("reject")), .init("fullListTime", .number(0)),
        .init("recordCall", .boolean(false)),
    ]

    private static func kept(_ name: String, of draft: CampaignDraft) -> [PolicyValue.Member]? {
        PolicyValue.object(draft.kept(by: surface))[name]?.members
    }

    private static func start(_ draft: CampaignDraft, _ zones: ZoneDirectory) -> [PolicyValue.Member] {
        var members: [PolicyValue.Member] = []
        switch draft.start {
        case .byCommand: members.append(.init("startType", .string("manual")))
        case .at(let moment):
            let zone = draft.zone.flatMap { try? Zone.named($0, in: zones) } ?? .utc
            members += [.init("startType", .string("time")), .init("startMoment", .string(wallText(moment, in: zone)))]
        }
        if let seconds = draft.lifetimeInSeconds { members.append(.init("lifetime", .number(Double(seconds)))) }
        return members
    }

    private static func strategy(_ draft: CampaignDraft) -> [PolicyValue.Member] {
        [.init("callStrategy", .string(draft.strategy == .inTurn ? "PARALLEL" : "STEP_2_STEP"))]
    }

    private static func phones(_ draft: CampaignDraft) -> [PolicyValue.Member] {
        guard draft.normalisation == .russian else { return [] }
        let action = actions.first { $0.badPhones == draft.badPhones }?.word
        let members = [PolicyValue.Member("phoneNormalization", .string("RU"))]
        return members + (action.map { [.init("normalizationErrorAction", .string($0))] } ?? [])
    }

    /// As it was given, while it is still true; a campaign without a rate is said with the fastest that two digits say.
    private static func rate(_ draft: CampaignDraft) -> PolicyValue {
        let rate = TWINRate(callsPerSecond: draft.pacing.callsPerSecond ?? 100)
        guard let given = PolicyValue.object(draft.kept(by: surface))["cps"],
            TWINRate(of: given)?.callsPerSecond == rate.callsPerSecond
        else { return rate.value }
        return given
    }

    /// This surface has one interval for all days; of a policy with more the first of its default is said.
    private static func options(_ draft: CampaignDraft) -> PolicyValue {
        let kept = kept("additionalOptions", of: draft) ?? defaultOptions
        guard let interval = draft.defaultPolicy.allowedTime?.byDefault?.first else { return .object(kept) }
        let hours = TWINHours(interval)
        let said: [PolicyValue.Member] = [
            .init("useTr", .boolean(true)), .init("allowCallTimeFrom", .number(Double(hours.from))),
            .init("allowCallTimeTo", .number(Double(hours.to))),
        ]
        return .object(kept.without(said.map(\.name)) + said)
    }
}
