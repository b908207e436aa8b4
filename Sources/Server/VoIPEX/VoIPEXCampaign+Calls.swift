import CampaignModel

/// How often and how fast a campaign calls.
extension VoIPEXCampaign {
    func rules(_ fields: Fields, _ findings: inout Findings) -> [RetryRule] {
        let places = fields["rescheduleRules"]?.elements(&findings) ?? []
        return places.compactMap { rule($0, &findings) }
    }

    private func rule(_ place: Place, _ findings: inout Findings) -> RetryRule? {
        guard let fields = place.fields(&findings) else { return nil }
        fields.warnOfOthers(than: ["status", "retryAfter", "maxAttempts"], &findings)
        let word = fields.required("status", &findings)?.word(VoIPEXStatus.allCases.map(\.rawValue), &findings)
        let seconds = fields.required("retryAfter", &findings)?.whole(0...Self.longestPause, &findings)
        let uses = fields.required("maxAttempts", &findings)?.whole(1...1000, &findings)
        guard let status = word.flatMap(VoIPEXStatus.init), let seconds, let uses else { return nil }
        if status == .number {
            findings.warn(
                place.pointer, "Numbers that do not exist are never called again, whatever the rule for RS_NUMBER says."
            )
        }
        return RetryRule(status.outcomes, afterSeconds: seconds, maxUses: uses)
    }

    /// The 400 days within which allowed moments are looked for.
    private static let longestPause = 400 * 86_400

    func readEndpoint(_ fields: Fields, _ draft: inout CampaignDraft, _ findings: inout Findings) {
        guard let endpoint = fields["endpoint"]?.fields(&findings) else { return }
        endpoint.warnOfOthers(than: ["type", "boostFactor", "maxWaitingCalls", "queue"], &findings)
        let type = endpoint["type"]?.word(["phone", "queue"], &findings) ?? "phone"
        let boost = boost(endpoint, &findings)
        let waiting = endpoint["maxWaitingCalls"]?.whole(0...1_000_000, &findings)
        guard type == "queue" else { return draft.kept.append(.init("endpoint", .object(endpoint.members))) }
        let queue = endpoint.required("queue", &findings)?.text(&findings)
        let agents = AgentPacing()
        draft.pacing.agents = AgentPacing(
            boost: boost ?? agents.boost, maxWaiting: waiting ?? agents.maxWaiting, queue: queue)
    }

    private func boost(_ endpoint: Fields, _ findings: inout Findings) -> Double? {
        guard let place = endpoint["boostFactor"] else { return nil }
        guard case .number(let boost) = place.value else {
            findings.fault(
                place.pointer, .notANumber, "\(place.name) is \(place.value.described), not a number.",
                "Write a number above 0: 1.1.")
            return nil
        }
        guard boost > 0, boost <= 100 else {
            let code: RequestFault.Code = boost > 0 ? .tooLarge : .tooSmall
            findings.fault(
                place.pointer, code, "\(place.name) is \(place.value.jsonText).",
                "Write a number above 0 and up to 100: 1.1.")
            return nil
        }
        return boost
    }
}

/// A campaign as this surface says it.
extension VoIPEXCampaign {
    /// The body of a request that makes this campaign; one of another surface has no `callerId`.
    package static func encode(_ draft: CampaignDraft) -> PolicyValue {
        var members = [PolicyValue.Member("name", .string(draft.name))]
        members.append(.init("activePeriod", period(draft.defaultPolicy)))
        members.append(.init("callLists", .array(draft.lists.compactMap(Double.init).map { .number($0) })))
        members.append(.init("rescheduleRules", .array(draft.retryRules.flatMap(rules))))
        if let bot = draft.bot { members.append(.init("ivr", .string(bot))) }
        if let agents = draft.pacing.agents { members.append(.init("endpoint", endpoint(agents))) }
        let kept = draft.kept(by: surface)
        return .object(members + kept.filter { $0.name != "endpoint" || draft.pacing.agents == nil })
    }

    /// This surface has one interval for all days; of a policy with more the first of its default is said.
    private static func period(_ policy: CallPolicy) -> PolicyValue {
        let interval = policy.allowedTime?.byDefault?.first ?? DayInterval(from: 0, to: 1440)
        let days = Weekday.allCases.enumerated().filter { policy.allowedDays?.contains($1) ?? true }
        return .object([
            .init("startTime", .string(DayInterval.clockText(interval.from))),
            .init("endTime", .string(DayInterval.clockText(interval.to))),
            .init("weekDays", .array(days.map { .number(Double($0.offset + 1)) })),
        ])
    }

    /// One rule a status; a rule of another surface may have the outcomes of several.
    private static func rules(_ rule: RetryRule) -> [PolicyValue] {
        VoIPEXStatus.allCases.filter { !Set($0.outcomes).isDisjoint(with: rule.outcomes) }.map { status in
            .object([
                .init("status", .string(status.rawValue)), .init("retryAfter", .number(Double(rule.afterSeconds))),
                .init("maxAttempts", .number(Double(rule.maxUses))),
            ])
        }
    }

    private static func endpoint(_ agents: AgentPacing) -> PolicyValue {
        var members: [PolicyValue.Member] = [
            .init("type", .string("queue")), .init("boostFactor", .number(agents.boost)),
            .init("maxWaitingCalls", .number(Double(agents.maxWaiting))),
        ]
        if let queue = agents.queue { members.append(.init("queue", .string(queue))) }
        return .object(members)
    }
}
