import CampaignModel

extension CampaignNumber: RowRecord {
    package static let table = "number"
    package static let columns: [RowColumn] = [
        .fixed("id"), .fixed("campaignId"), .fixed("seq", .integer), .fixed("phone"), .fixed("phoneKey"),
        .changing("payload", .json), .changing("policy", .json), .changing("zone"), .changing("state"),
        .changing("reason"), .changing("currentSeriesId"), .changing("nextDueAt", .integer),
        .changing("isDue", .integer), .changing("windowStart", .integer), .changing("windowEnd", .integer),
        .changing("turnsAt", .integer), .changing("priority", .integer), .changing("hasOwnPolicy", .integer),
        .fixed("contactId"), .fixed("placeInContact", .integer), .changing("seriesCount", .integer),
        .changing("attemptsTotal", .integer), .changing("attemptsBegun", .integer),
        .changing("attemptsExtra", .integer), .changing("client", .json), .fixed("addedAt", .integer),
    ]

    package var row: [FieldValue] {
        [
            .text(id), .text(campaignId), .init(seq), .text(phone), .text(phoneKey), .json(payload),
            .json(policy == Self.noPolicy ? "{}" : StoredJSON.text(of: policy)), .init(zone), .text(state.rawValue),
            .text(reason),
            .init(currentSeriesId), .init(nextDueAt), .init(isDue), .init(windowStart), .init(windowEnd),
            .init(turnsAt), .init(priority), .init(hasOwnPolicy), .init(contactId), .init(placeInContact),
            .init(seriesCount), .init(attemptsTotal), .init(attemptsBegun), .init(attemptsExtra),
            client.map(FieldValue.json) ?? .null, .init(addedAt),
        ]
    }

    /// Most numbers have none of their own.
    private static let noPolicy = CallPolicy()

    package init(_ row: inout RowReader) throws(StoreError) {
        let (id, campaignId, seq, phone, key) = (row.text(), row.text(), row.int(), row.text(), row.text())
        let (payload, policy, zone) = (row.text(), try row.json(or: CallPolicy()), row.textOrNil())
        let (state, reason): (NumberState, String) = (try row.word(), row.text())
        let (series, due, isDue, start, end, turn) = (
            row.textOrNil(), row.dateOrNil(), row.flag(), row.dateOrNil(), row.dateOrNil(), row.dateOrNil()
        )
        let (priority, _, contact, place) = (row.int(), row.flag(), row.textOrNil(), row.int())
        let counts = (row.int(), row.int(), row.int(), row.int())
        let (client, added) = (row.textOrNil(), row.date())
        self.init(
            id: id, campaignId: campaignId, seq: seq, phone: phone, phoneKey: key, payload: payload, policy: policy,
            zone: zone,
            state: state, reason: reason, addedAt: added)
        (currentSeriesId, nextDueAt, self.isDue, windowStart, windowEnd, turnsAt) = (
            series, due, isDue, start, end, turn
        )
        (self.priority, contactId, placeInContact, self.client) = (priority, contact, place, client)
        (seriesCount, attemptsTotal, attemptsBegun, attemptsExtra) = counts
    }
}

extension Contact: RowRecord {
    package static let table = "contact"
    package static let columns: [RowColumn] = [
        .fixed("id"), .fixed("campaignId"), .fixed("externalId"), .changing("strategy"),
        .changing("callbackData", .json), .fixed("addedAt", .integer),
    ]

    package var row: [FieldValue] {
        [
            .text(id), .text(campaignId), .init(externalId), .text(strategy.rawValue),
            callbackData.map(FieldValue.json) ?? .null, .init(addedAt),
        ]
    }

    package init(_ row: inout RowReader) throws(StoreError) {
        self.init(
            id: row.text(), campaignId: row.text(), externalId: row.textOrNil(), strategy: try row.word(),
            callbackData: row.textOrNil(), addedAt: row.date())
    }
}

extension Suppression: RowRecord {
    package static let table = "suppression"
    package static let columns: [RowColumn] = [
        .fixed("id"), .fixed("phoneKey"), .fixed("phone"), .fixed("campaignId"), .changing("reason"),
        .changing("source"), .changing("since", .integer), .changing("until", .integer),
    ]

    package var row: [FieldValue] {
        [
            .text(id), .text(phoneKey), .text(phone), .init(campaignId), .text(reason), .text(source), .init(since),
            .init(until),
        ]
    }

    package init(_ row: inout RowReader) throws(StoreError) {
        let (id, key) = (row.text(), row.text())
        self.init(
            id: id, phone: row.text(), phoneKey: key, campaignId: row.textOrNil(), reason: row.text(),
            source: row.text(),
            since: row.date(), until: row.dateOrNil())
    }
}
