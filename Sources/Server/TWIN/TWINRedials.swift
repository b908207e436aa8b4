import CampaignModel

/// `redialStrategyOptions` (campaigns.md 5.4 and 9).
enum TWINRedials {
    /// The rules and what the engine calls their cases.
    ///
    /// A call that was rejected, or of which nothing was heard, has no rule here and is not repeated.
    static let rules: [(name: String, outcomes: [AttemptOutcome])] = [
        ("busy", [.busy]), ("noAnswer", [.noAnswer]), ("answerMash", [.answeredMachine]),
        ("congestion", [.congestion, .trunkFailure, .failed]), ("answerNoList", [.answeredNoSuccess]),
    ]

    static let limits = ["candidateLimit", "numberLimit"]

    /// The 400 days within which allowed moments are looked for.
    static let longestPause = 400 * 86_400
    static let mostCalls = 1000
}

extension AutoCallReader {
    mutating func readRedials(_ fields: Fields) {
        guard let place = fields.required("redialStrategyOptions", &findings), let options = place.fields(&findings)
        else { return }
        options.warnOfOthers(
            than: ["redialStrategyEn"] + (TWINRedials.limits + TWINRedials.rules.map(\.name)),
            which: "has no effect", &findings)
        guard let isOn = options.required("redialStrategyEn", &findings)?.boolean(&findings) else { return }
        // What is switched off says nothing to the engine and goes back as it came.
        var off = options.members
        if isOn {
            let on = readLimits(options) + readRules(options)
            off = off.without(on + ["redialStrategyEn"])
        }
        draft.kept.append(.init("redialStrategyOptions", .object(off)))
    }

    /// The names of those that are on.
    private mutating func readLimits(_ options: Fields) -> [String] {
        draft.limits.perContact = limit("candidateLimit", options)
        draft.limits.perNumber = limit("numberLimit", options)
        return zip(TWINRedials.limits, [draft.limits.perContact, draft.limits.perNumber]).compactMap {
            $1 == nil ? nil : $0
        }
    }

    private mutating func limit(_ name: String, _ options: Fields) -> Int? {
        guard let fields = options[name]?.fields(&findings), isOn(fields) else { return nil }
        return fields.required("count", &findings)?.whole(1...TWINRedials.mostCalls, &findings)
    }

    private mutating func readRules(_ options: Fields) -> [String] {
        TWINRedials.rules.compactMap { name, outcomes in
            guard let fields = options.required(name, &findings)?.fields(&findings), isOn(fields) else { return nil }
            let time = fields.required("time", &findings)?.whole(0...TWINRedials.longestPause, &findings)
            let count = fields.required("count", &findings)?.whole(1...TWINRedials.mostCalls, &findings)
            guard let time, let count else { return name }
            draft.retryRules.append(RetryRule(outcomes, afterSeconds: time, maxUses: count))
            return name
        }
    }

    private mutating func isOn(_ fields: Fields) -> Bool {
        fields.required("redial", &findings)?.boolean(&findings) ?? false
    }
}

extension TWINRedials {
    /// The options that say the rules and limits of a campaign.
    ///
    /// - Parameter off: what was switched off in the request, as it came.
    static func encode(_ draft: CampaignDraft, off: [PolicyValue.Member]) -> PolicyValue {
        let limits = zip(limits, [draft.limits.perContact, draft.limits.perNumber]).compactMap { name, count in
            count.map { PolicyValue.Member(name, .object(options(count: $0))) }
        }
        let rules = draft.retryRules.flatMap(rules)
        let on = limits + rules
        guard !on.isEmpty || !off.contains(where: { $0.name == "redialStrategyEn" }) else { return .object(off) }
        var members = [PolicyValue.Member("redialStrategyEn", .boolean(true))] + on
        let missing = Self.rules.map(\.name).filter { name in !on.contains { $0.name == name } }
        members += off.without(on.map(\.name) + ["redialStrategyEn"])
        for name in missing where !off.contains(where: { $0.name == name }) {
            members.append(.init(name, .object([.init("redial", .boolean(false))])))
        }
        return .object(members)
    }

    /// A rule of another surface may have the outcomes of several.
    private static func rules(_ rule: RetryRule) -> [PolicyValue.Member] {
        rules.filter { !Set($0.outcomes).isDisjoint(with: rule.outcomes) }.map { name, _ in
            let time = PolicyValue.Member("time", .number(Double(rule.afterSeconds)))
            return .init(name, .object(options(count: rule.maxUses) + [time]))
        }
    }

    private static func options(count: Int) -> [PolicyValue.Member] {
        [.init("redial", .boolean(true)), .init("count", .number(Double(count)))]
    }
}
