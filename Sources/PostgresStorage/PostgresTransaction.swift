import CampaignModel
import CampaignStorage
import FoundationEssentials

/// One transaction, as SQL.
final class PostgresTransaction: CampaignTransaction {
    let connection: PGConnection
    /// Whether it may write; then it locks what it is about to change.
    let writes: Bool
    /// Whether something was written that other dialers may want to know.
    private(set) var isNews = false
    private var lockedCampaigns: Set<String> = []

    init(_ connection: PGConnection, writes: Bool) {
        (self.connection, self.writes) = (connection, writes)
    }

    func lockCampaign(id: String) throws(StoreError) -> Campaign? {
        lockedCampaigns.insert(id)
        return try first(#"WHERE "id" = $1 FOR UPDATE"#, [.text(id)])
    }

    func put(_ records: [CampaignRecord]) throws(StoreError) {
        let batches = Dictionary(grouping: records, by: \.table)
        for table in Self.tables {
            guard let batch = batches[table] else { continue }
            if table == Campaign.table || table == CampaignNumber.table { isNews = true }
            let last = batch.lastOfEach(\.id)
            try write(last.map(\.row), to: table, last[0].columns)
        }
    }

    func append(_ events: [CampaignEvent]) throws(StoreError) {
        guard !events.isEmpty else { return }
        try write(events.map(\.row), to: CampaignEvent.table, CampaignEvent.columns)
    }

    func putClient(_ client: String, ofNumber id: String, bot: String) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO "client" ("numberId", "bot", "data") VALUES ($1, $2, $3)
            ON CONFLICT ("numberId", "bot") DO UPDATE SET "data" = excluded."data"
            """, [.text(id), .text(bot), .text(client)])
    }

    func renewLeases(of owner: String, until: Date) throws(StoreError) {
        try connection.run(
            #"UPDATE "attempt" SET "leaseUntil" = $1 WHERE \#(PostgresText.liveAttempts) AND "owner" = $2"#,
            [.integer(Int(until.microseconds)), .text(owner)])
    }

    func removeSuppressions(ids: [String]) throws(StoreError) {
        try connection.run(#"DELETE FROM "suppression" WHERE "id" = ANY($1)"#, [.texts(ids)])
    }

    /// The next line of a log has one number only if nobody else writes one meanwhile.
    func lockLog(ofCampaign id: String) throws(StoreError) {
        guard writes, lockedCampaigns.insert(id).inserted else { return }
        try connection.run(#"SELECT 1 FROM "campaign" WHERE "id" = $1 FOR UPDATE"#, [.text(id)])
    }

    // A row refers only to tables before its own.
    private static let tables = [
        Campaign.table, Contact.table, CampaignNumber.table, Series.table, Attempt.table, Suppression.table,
    ]

    private func write(_ rows: [[FieldValue]], to table: String, _ columns: [RowColumn]) throws(StoreError) {
        let arrays = columns.indices.map { index in
            PGParameter.column(rows.map { $0[index] }, columns[index].kind)
        }
        try connection.run(PostgresText.upsert(table, columns), arrays)
    }
}

extension [CampaignRecord] {
    /// One statement writes a row once: of several states of it the last one holds.
    fileprivate func lastOfEach(_ key: (CampaignRecord) -> String) -> [CampaignRecord] {
        var known: Set<String> = []
        return reversed().filter { known.insert(key($0)).inserted }.reversed()
    }
}
