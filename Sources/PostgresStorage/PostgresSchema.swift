import CampaignStorage

/// Whose tables a schema of a database holds, and at which version they are.
struct PostgresSchema {
    /// The version that this program reads and writes: the number of its migrations.
    static var currentVersion: Int { migrations.count }

    private let name: String
    /// The last migration that was run; `nil` when there has been none.
    private let version: Int?
    /// Tables of the names that a store uses, and no list of migrations.
    private let isForeign: Bool

    /// Finds the store of a connection, and makes or upgrades it when it may write.
    ///
    /// - Returns: the channel on which its changes are told, quoted.
    static func open(_ connection: PGConnection, _ mode: StoreMode) throws(StoreError) -> String {
        var schema = try PostgresSchema(of: connection)
        try schema.check(connection.address, mode)
        if mode == .readWrite, schema.version ?? 0 < currentVersion { schema = try upgrade(connection) }
        // PostgreSQL's names have 63 bytes.
        return PGConnection.quoted("ringback." + schema.name.prefix(24))
    }

    private init(of connection: PGConnection) throws(StoreError) {
        guard let name = try connection.run("SELECT current_schema()").text(0, 0) else {
            throw .noSchema(connection.address)
        }
        self.name = name
        let sql = "SELECT tablename FROM pg_tables WHERE schemaname = $1 AND tablename = ANY($2)"
        let found = try connection.run(
            sql, [.text(name), .texts(["ringbackMigration", "campaign", "number", "event"])])
        let tables = Set((0..<found.count).compactMap { found.text($0, 0) })
        let isOurs = tables.contains("ringbackMigration")
        version =
            isOurs ? try connection.execute(#"SELECT max("version") FROM "ringbackMigration""#).integer(0, 0) : nil
        isForeign = !isOurs && !tables.isEmpty
    }

    /// Throws when the tables belong to another program or to a later version of this one.
    private func check(_ address: PGAddress, _ mode: StoreMode) throws(StoreError) {
        guard !isForeign else { throw .foreignDatabase(address) }
        guard let version else {
            if mode == .readOnly { throw .noStore(address) }
            return
        }
        guard version <= Self.currentVersion else {
            throw .newerVersion(address, found: version, known: Self.currentVersion)
        }
        guard mode == .readWrite || version == Self.currentVersion else {
            throw .olderVersion(address, found: version, known: Self.currentVersion)
        }
    }

    /// Runs the migrations that the schema has not seen, all of them or none; a program that comes at the same time waits.
    private static func upgrade(_ connection: PGConnection) throws(StoreError) -> PostgresSchema {
        try connection.execute("BEGIN")
        do throws(StoreError) {
            try connection.run("SELECT pg_advisory_xact_lock($1)", [.integer(lock)])
            let schema = try PostgresSchema(of: connection)
            try schema.check(connection.address, .readWrite)
            try schema.runMigrations(on: connection)
            try connection.execute("COMMIT")
            return schema
        } catch {
            _ = try? connection.execute("ROLLBACK")
            throw error
        }
    }

    private func runMigrations(on connection: PGConnection) throws(StoreError) {
        for (index, migration) in Self.migrations.enumerated().dropFirst(version ?? 0) {
            try connection.execute(migration)
            try connection.run(#"INSERT INTO "ringbackMigration" ("version") VALUES ($1)"#, [.integer(index + 1)])
        }
    }

    /// "RBCK": the advisory lock of those who upgrade.
    private static let lock = 0x5242_434B
}
