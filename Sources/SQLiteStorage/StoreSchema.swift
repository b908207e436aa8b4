import CampaignStorage
import GRDB

/// Which program made a SQLite file, and at which version its tables are.
struct StoreSchema {
    /// "RBCK": marks a SQLite file as a Ringback store.
    static let applicationId = 0x5242_434B
    /// The version that this program reads and writes: the number of its migrations.
    static var currentVersion: Int { migrations.count }

    let applicationId: Int
    let version: Int
    let tableCount: Int

    init(of database: Database) throws {
        applicationId = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        tableCount = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    }

    /// Throws when the file belongs to another program or to a later version of this one.
    func check(path: String, mode: StoreMode) throws(StoreError) {
        if tableCount == 0 {
            guard mode == .readWrite else { throw .noStore(path) }
            return
        }
        guard applicationId == Self.applicationId else { throw .foreignDatabase(path) }
        guard version <= Self.currentVersion else {
            throw .newerVersion(path, found: version, known: Self.currentVersion)
        }
        guard mode == .readWrite || version == Self.currentVersion else {
            throw .olderVersion(path, found: version, known: Self.currentVersion)
        }
    }

    /// Runs the migrations that the file has not seen; call it inside one write transaction.
    ///
    /// The version is read inside that transaction, so two programs that make a store at once do not collide.
    static func upgrade(_ database: Database) throws {
        let schema = try StoreSchema(of: database)
        guard schema.version < currentVersion else { return }
        for migration in migrations[schema.version...] { try database.execute(sql: migration) }
        try database.checkForeignKeys()
        try database.execute(sql: "PRAGMA application_id = \(applicationId)")
        try database.execute(sql: "PRAGMA user_version = \(currentVersion)")
    }
}
