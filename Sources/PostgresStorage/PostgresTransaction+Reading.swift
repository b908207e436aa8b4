import CampaignModel
import CampaignStorage
import FoundationEssentials

extension PostgresTransaction {
    func campaigns() throws(StoreError) -> [Campaign] { try all(#"ORDER BY "name""#) }
    func campaign(named name: String) throws(StoreError) -> Campaign? {
        try first(#"WHERE "name" = $1"#, [.text(name)])
    }
    func campaign(id: String) throws(StoreError) -> Campaign? { try first(#"WHERE "id" = $1"#, [.text(id)]) }

    // MARK: Numbers

    func numbers(ofCampaign id: String, after seq: Int, limit: Int) throws(StoreError) -> [CampaignNumber] {
        try all(
            #"WHERE "campaignId" = $1 AND "seq" > $2 ORDER BY "seq" LIMIT $3"#,
            [.text(id), .integer(seq), .integer(limit)])
    }

    func lastNumberSeq(ofCampaign id: String) throws(StoreError) -> Int {
        try count(#"SELECT max("seq") FROM "number" WHERE "campaignId" = $1"#, [.text(id)])
    }

    func numberStates(ofCampaign id: String) throws(StoreError) -> [NumberState: Int] {
        let sql = #"SELECT "state", count(*) FROM "number" WHERE "campaignId" = $1 GROUP BY "state""#
        let rows = try connection.run(sql, [.text(id)])
        return (0..<rows.count).reduce(into: [:]) { counts, row in
            if let state = rows.text(row, 0).flatMap(NumberState.init) { counts[state] = rows.integer(row, 1) }
        }
    }

    func number(id: String) throws(StoreError) -> CampaignNumber? { try first(#"WHERE "id" = $1"#, [.text(id)]) }

    func numbers(phoneKey: String, ofCampaign id: String) throws(StoreError) -> [CampaignNumber] {
        try all(#"WHERE "phoneKey" = $1 AND "campaignId" = $2 ORDER BY "seq""#, [.text(phoneKey), .text(id)])
    }

    func numbers(phoneKeys: [String], ofCampaign id: String?) throws(StoreError) -> [CampaignNumber] {
        let ofCampaign = id == nil ? "" : #" AND "campaignId" = $2"#
        return try all(
            #"WHERE "phoneKey" = ANY($1)\#(ofCampaign)"#, [.texts(phoneKeys)] + (id.map { [.text($0)] } ?? []))
    }

    func numbers(ofContact id: String) throws(StoreError) -> [CampaignNumber] {
        try all(#"WHERE "contactId" = $1 ORDER BY "placeInContact""#, [.text(id)])
    }

    func contact(id: String) throws(StoreError) -> Contact? { try first(#"WHERE "id" = $1"#, [.text(id)]) }

    func openNumbers(ofCampaign id: String, limit: Int) throws(StoreError) -> [CampaignNumber] {
        try all(
            #"WHERE "campaignId" = $1 AND \#(PostgresText.openNumbers) LIMIT $2"#, [.text(id), .integer(limit)])
    }

    func client(ofNumber id: String, bot: String) throws(StoreError) -> String? {
        let sql = #"SELECT "data" FROM "client" WHERE "numberId" = $1 AND "bot" = $2"#
        let rows = try connection.run(sql, [.text(id), .text(bot)])
        return rows.count > 0 ? rows.text(0, 0) : nil
    }

    // MARK: The order of calls

    func dueNumbers(ofCampaign id: String, limit: Int) throws(StoreError) -> [CampaignNumber] {
        let locking = writes ? " FOR UPDATE SKIP LOCKED" : ""
        return try connection.run(PostgresText.dueNumbers + locking, [.text(id), .integer(limit)]).records()
    }

    func turningNumbers(ofCampaign id: String, at now: Date, limit: Int) throws(StoreError) -> [CampaignNumber] {
        try all(
            """
            WHERE "campaignId" = $1 AND "turnsAt" IS NOT NULL AND "turnsAt" <= $2 ORDER BY "turnsAt", "seq" LIMIT $3
            """, [.text(id), .integer(Int(now.microseconds)), .integer(limit)])
    }

    func nextTurn(ofCampaign id: String) throws(StoreError) -> Date? {
        let sql = #"SELECT min("turnsAt") FROM "number" WHERE "campaignId" = $1 AND "turnsAt" IS NOT NULL"#
        return try connection.run(sql, [.text(id)]).integer(0, 0).map { Date(microseconds: Int64($0)) }
    }

    func dueAhead(of number: CampaignNumber, limit: Int) throws(StoreError) -> Int {
        let sql = """
            SELECT count(*) FROM (SELECT 1 FROM "number" WHERE "campaignId" = $1 AND "isDue" = 1
            AND (\(PostgresText.callOrder)) < (SELECT \(PostgresText.callOrder) FROM "number" WHERE "id" = $2)
            ORDER BY \(PostgresText.callOrder) LIMIT $3) AS ahead
            """
        return try count(sql, [.text(number.campaignId), .text(number.id), .integer(limit)])
    }

    // MARK: Series and attempts

    func series(ids: [String]) throws(StoreError) -> [Series] {
        ids.isEmpty ? [] : try all(#"WHERE "id" = ANY($1)"#, [.texts(ids)])
    }

    func series(ofNumber id: String) throws(StoreError) -> [Series] {
        try all(#"WHERE "numberId" = $1 ORDER BY "ordinal""#, [.text(id)])
    }

    func openSeries(ofCampaign id: String) throws(StoreError) -> [Series] {
        let condition = #"WHERE "state" = 'open' AND "numberId" IN (SELECT "id" FROM "number" WHERE "campaignId" = $1)"#
        return try all(condition, [.text(id)])
    }

    func attempt(id: String) throws(StoreError) -> Attempt? { try first(#"WHERE "id" = $1"#, [.text(id)]) }

    func attempts(ofNumber id: String) throws(StoreError) -> [Attempt] {
        try all(#"WHERE "numberId" = $1 ORDER BY "ordinalInNumber""#, [.text(id)])
    }

    func attempts(ofNumbers ids: [String]) throws(StoreError) -> [Attempt] {
        try attemptsWithoutTalk(#"WHERE "numberId" = ANY($1) ORDER BY "numberId", "ordinalInNumber""#, [.texts(ids)])
    }

    func attemptCount(ofCampaign id: String) throws(StoreError) -> Int {
        try count(#"SELECT count(*) FROM "attempt" WHERE "campaignId" = $1 AND "state" <> 'notDialed'"#, [.text(id)])
    }

    func liveAttempts(ofCampaign id: String?) throws(StoreError) -> [Attempt] {
        let live = "WHERE " + PostgresText.liveAttempts
        guard let id else { return try attemptsWithoutTalk(live + #" ORDER BY "id""#) }
        return try attemptsWithoutTalk(live + #" AND "campaignId" = $1 ORDER BY "id""#, [.text(id)])
    }

    func liveCounts(ofCampaign id: String) throws(StoreError) -> LiveCounts {
        let sql = """
            SELECT count(*), count(*) FILTER (WHERE "state" <> 'answered') FROM "attempt"
            WHERE \(PostgresText.liveAttempts) AND "campaignId" = $1
            """
        let rows = try connection.run(sql, [.text(id)])
        return LiveCounts(live: rows.integer(0, 0) ?? 0, unanswered: rows.integer(0, 1) ?? 0)
    }

    func phonesInCalls(among keys: [String], uncertainSince: Date) throws(StoreError) -> Set<String> {
        let sql = """
            SELECT "phoneKey" FROM "attempt" WHERE \(PostgresText.liveAttempts) AND "phoneKey" = ANY($1)
            UNION SELECT "phoneKey" FROM "attempt"
            WHERE "state" = 'uncertain' AND "phoneKey" = ANY($1) AND "committedAt" > $2
            """
        let rows = try connection.run(sql, [.texts(keys), .integer(Int(uncertainSince.microseconds))])
        return Set((0..<rows.count).compactMap { rows.text($0, 0) })
    }

    func suppressions(ofPhones keys: [String]) throws(StoreError) -> [Suppression] {
        try all(#"WHERE "phoneKey" = ANY($1)"#, [.texts(keys)])
    }

    func suppressions(after key: String, limit: Int) throws(StoreError) -> [Suppression] {
        try all(#"WHERE "phoneKey" > $1 ORDER BY "phoneKey", "id" LIMIT $2"#, [.text(key), .integer(limit)])
    }

    // MARK: The log

    func events(ofCampaign id: String, from seq: Int) throws(StoreError) -> [CampaignEvent] {
        let select = PostgresText.select(CampaignEvent.table, CampaignEvent.columns)
        let sql = select + #"WHERE "campaignId" = $1 AND "seq" >= $2 ORDER BY "seq""#
        let (rows, kinds) = (
            try connection.run(sql, [.text(id), .integer(seq)]), CampaignEvent.columns.map(\.kind)
        )
        var events: [CampaignEvent] = []
        for row in 0..<rows.count {
            var reader = RowReader(rows.values(of: row, kinds), of: CampaignEvent.table)
            events.append(try CampaignEvent(&reader))
        }
        return events
    }

    func lastSeq(ofCampaign id: String) throws(StoreError) -> Int {
        try lockLog(ofCampaign: id)
        return try count(#"SELECT max("seq") FROM "event" WHERE "campaignId" = $1"#, [.text(id)])
    }

    // MARK: Asking

    private func all<Record: RowRecord>(
        _ condition: String, _ parameters: [PGParameter] = []
    ) throws(StoreError) -> [Record] {
        try connection.run(PostgresText.select(Record.table, Record.columns) + condition, parameters).records()
    }

    func first<Record: RowRecord>(_ condition: String, _ parameters: [PGParameter]) throws(StoreError) -> Record? {
        let found: [Record] = try all(condition, parameters)
        return found.first
    }

    private func attemptsWithoutTalk(
        _ condition: String, _ parameters: [PGParameter] = []
    ) throws(StoreError) -> [Attempt] {
        let select = PostgresText.select(Attempt.table, Attempt.columns, without: "conversation")
        return try connection.run(select + condition, parameters).records()
    }

    private func count(_ sql: String, _ parameters: [PGParameter]) throws(StoreError) -> Int {
        try connection.run(sql, parameters).integer(0, 0) ?? 0
    }
}
