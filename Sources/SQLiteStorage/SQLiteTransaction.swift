import CampaignModel
import CampaignStorage
import FoundationEssentials
import GRDB

/// The writes of one transaction, as SQL.
struct SQLiteTransaction: CampaignTransaction {
    let database: Database
    let path: String

    init(_ database: Database, path: String) {
        self.database = database
        self.path = path
    }

    // The file has one writer at a time, and this is it.
    func lockCampaign(id: String) throws(StoreError) -> Campaign? { try campaign(id: id) }

    func put(_ records: [CampaignRecord]) throws(StoreError) {
        try StoreError.translating(path) {
            var writers: [String: RowWriter] = [:]
            for record in records {
                let writer = try writers[record.table] ?? RowWriter(database, record.table, record.columns)
                writers[record.table] = writer
                try writer.write(record.row)
            }
        }
    }

    func append(_ events: [CampaignEvent]) throws(StoreError) {
        try StoreError.translating(path) {
            let writer = try RowWriter(database, CampaignEvent.table, CampaignEvent.columns)
            for event in events { try writer.write(event.row) }
        }
    }

    func putClient(_ client: String, ofNumber id: String, bot: String) throws(StoreError) {
        try run(
            """
            INSERT INTO client (numberId, bot, data) VALUES (?, ?, ?)
            ON CONFLICT (numberId, bot) DO UPDATE SET data = excluded.data
            """, [id, bot, client])
    }

    func renewLeases(of owner: String, until: Date) throws(StoreError) {
        try run("UPDATE attempt SET leaseUntil = ? WHERE \(Self.live) AND owner = ?", [until.microseconds, owner])
    }

    func removeSuppressions(ids: [String]) throws(StoreError) {
        for id in ids { try run("DELETE FROM suppression WHERE id = ?", [id]) }
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws(StoreError) {
        try StoreError.translating(path) { try database.cachedStatement(sql: sql).execute(arguments: arguments) }
    }

    /// The condition of the index `attemptLive`, word for word, as SQLite would not know it otherwise.
    static let live = "(state = 'committed' OR state = 'originated' OR state = 'ringing' OR state = 'answered')"
}
