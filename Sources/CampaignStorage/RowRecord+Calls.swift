import CampaignModel
import FoundationEssentials

extension Campaign: RowRecord {
    package static let table = "campaign"
    package static let columns: [RowColumn] = [
        .fixed("id"), .changing("name"), .changing("state"), .changing("stateReason"),
        .changing("defaultPolicy", .json), .changing("zone"), .changing("profile", .json), .changing("pacing", .json),
        .changing("retryRules", .json), .changing("limits", .json), .changing("bot"),
        .changing("isInputOpen", .integer), .changing("startsAt", .integer), .changing("endsAt", .integer),
        .changing("lifetimeInSeconds", .integer), .changing("nextCallAt", .integer), .changing("startedAt", .integer),
        .fixed("createdAt", .integer), .changing("extras", .json),
    ]

    package var row: [FieldValue] {
        [
            .text(id), .text(name), .text(state.rawValue), .init(stateReason),
            .json(StoredJSON.text(of: defaultPolicy)),
            .init(zone), .json(StoredJSON.text(of: profile)), .json(StoredJSON.text(of: pacing)),
            .json(StoredJSON.text(of: retryRules)), .json(StoredJSON.text(of: limits)), .init(bot),
            .init(isInputOpen), .init(startsAt), .init(endsAt), .init(lifetimeInSeconds), .init(nextCallAt),
            .init(startedAt), .init(createdAt), extras.map(FieldValue.json) ?? .null,
        ]
    }

    package init(_ row: inout RowReader) throws(StoreError) {
        let (id, name, state): (String, String, CampaignState) = (row.text(), row.text(), try row.word())
        let (why, policy, zone) = (row.textOrNil(), try row.json(or: CallPolicy()), row.textOrNil())
        let profile = try row.json(or: LegalProfile.default)
        let (pacing, rules, limits) = (
            try row.json(or: Pacing()), try row.json(or: [RetryRule]()), try row.json(or: CallLimits())
        )
        let (bot, isOpen, starts, ends, lifetime) = (
            row.textOrNil(), row.flag(), row.dateOrNil(), row.dateOrNil(), row.intOrNil()
        )
        let (next, started, created, extras) = (row.dateOrNil(), row.dateOrNil(), row.date(), row.textOrNil())
        self.init(
            id: id, name: name, state: state, defaultPolicy: policy, zone: zone, profile: profile, pacing: pacing,
            retryRules: rules, limits: limits, bot: bot, isInputOpen: isOpen, createdAt: created)
        (stateReason, startsAt, endsAt, lifetimeInSeconds) = (why, starts, ends, lifetime)
        (nextCallAt, startedAt, self.extras) = (next, started, extras)
    }
}

extension Series: RowRecord {
    package static let table = "series"
    package static let columns: [RowColumn] = [
        .fixed("id"), .fixed("numberId"), .fixed("ordinal", .integer), .fixed("origin"), .fixed("openedByAttemptId"),
        .fixed("policyGiven", .json), .changing("policyResolved", .json), .changing("quota", .integer),
        .changing("used", .integer), .changing("state"), .changing("plannedMoments", .json),
        .fixed("openedAt", .integer),
    ]

    package var row: [FieldValue] {
        [
            .text(id), .text(numberId), .init(ordinal), .text(origin.rawValue), .init(openedByAttemptId),
            .json(StoredJSON.text(of: policyGiven)), .json(StoredJSON.text(of: policyResolved)), .init(quota),
            .init(used), .text(state.rawValue), .json(Self.text(of: plannedMoments)), .init(openedAt),
        ]
    }

    private static func text(of moments: [Date]) -> String {
        "[" + moments.map { String($0.microseconds) }.joined(separator: ",") + "]"
    }

    private static func moments(of text: String) -> [Date] {
        text.split { !$0.isNumber && $0 != "-" }.compactMap { Int64($0) }.map(Date.init(microseconds:))
    }

    package init(_ row: inout RowReader) throws(StoreError) {
        let (id, numberId, ordinal) = (row.text(), row.text(), row.int())
        let (origin, openedBy): (SeriesOrigin, String?) = (try row.word(), row.textOrNil())
        let (given, resolved) = (try row.json(or: CallPolicy()), try row.json(or: CallPolicy()))
        let (quota, used) = (row.int(), row.int())
        let (state, moments): (SeriesState, [Date]) = (try row.word(), Self.moments(of: row.text()))
        self.init(
            id: id, numberId: numberId, ordinal: ordinal, origin: origin, openedByAttemptId: openedBy,
            policyGiven: given, policyResolved: resolved, quota: quota, used: used, state: state,
            plannedMoments: moments, openedAt: row.date())
    }
}

extension Attempt: RowRecord {
    package static let table = "attempt"
    package static let columns: [RowColumn] = [
        .fixed("id"), .fixed("campaignId"), .fixed("numberId"), .fixed("seriesId"), .fixed("phoneKey"),
        .fixed("ordinalInSeries", .integer), .fixed("ordinalInNumber", .integer), .changing("state"),
        .changing("outcome"), .fixed("plannedAt", .integer), .fixed("committedAt", .integer),
        .changing("ringingAt", .integer), .changing("answeredAt", .integer), .changing("endedAt", .integer),
        .changing("endedBy"), .changing("owner"), .changing("leaseUntil", .integer), .changing("fence", .integer),
        .changing("result"), .changing("lineReason"), .changing("conversation", .json),
    ]

    package var row: [FieldValue] {
        [
            .text(id), .text(campaignId), .text(numberId), .text(seriesId), .text(phoneKey), .init(ordinalInSeries),
            .init(ordinalInNumber), .text(state.rawValue), .init(outcome?.rawValue), .init(plannedAt),
            .init(committedAt), .init(ringingAt), .init(answeredAt), .init(endedAt), .init(endedBy?.rawValue),
            .init(owner), .init(leaseUntil), .init(fence), .init(result), .init(lineReason),
            conversation.map(FieldValue.json) ?? .null,
        ]
    }

    package init(_ row: inout RowReader) throws(StoreError) {
        let ids = (row.text(), row.text(), row.text(), row.text(), row.text())
        let ordinals = (row.int(), row.int())
        let (state, outcome): (AttemptState, AttemptOutcome?) = (try row.word(), try row.wordOrNil())
        let (planned, committed, ringing, answered, ended) = (
            row.dateOrNil(), row.date(), row.dateOrNil(), row.dateOrNil(), row.dateOrNil()
        )
        let (endedBy, owner, lease, fence): (CallEnd?, String?, Date?, Int) = (
            try row.wordOrNil(), row.textOrNil(), row.dateOrNil(), row.int()
        )
        let (result, lineReason, talk) = (row.textOrNil(), row.textOrNil(), row.textOrNil())
        self.init(
            id: ids.0, campaignId: ids.1, numberId: ids.2, seriesId: ids.3, phoneKey: ids.4,
            ordinalInSeries: ordinals.0, ordinalInNumber: ordinals.1, state: state, committedAt: committed)
        (self.outcome, plannedAt, ringingAt, answeredAt, endedAt) = (outcome, planned, ringing, answered, ended)
        (self.endedBy, self.owner, leaseUntil, self.fence) = (endedBy, owner, lease, fence)
        (self.result, self.lineReason, conversation) = (result, lineReason, talk)
    }
}
