import CampaignModel
import CampaignStorage
import Foundation
import GRDB

/// The campaign store in one SQLite file: WAL, every commit synced to the disk before the call returns.
///
/// SQLite's usual setting for WAL may lose the last commits when the power fails; a lost "about to dial" would ring a
/// person twice (campaigns.md 14.3), so commits here are `synchronous=FULL`.
package final class SQLiteCampaignStore: CampaignStore {
    /// The path as it was given.
    package let path: String
    private let queue: DatabaseQueue
    /// The file that was opened: another one may be put in its place.
    private let file: StoreFile.Identity?

    /// Opens a store, and makes or upgrades its tables when it may write.
    ///
    /// - Throws: ``StoreError`` when the file cannot be used; a file that is not ours is left as it was.
    package init(path: String, mode: StoreMode) throws(StoreError) {
        self.path = path
        let exists = try StoreFile(path: path).check(mode)
        queue = try StoreError.translating(path) {
            if exists { try Self.checkContent(of: path, mode: mode) }
            return try mode == .readOnly ? Self.open(path, readonly: true) : Self.openForWriting(path)
        }
        file = StoreFile(path: path).identity
    }

    package func transaction<Result>(
        _ body: (any CampaignTransaction) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        // What is written into a file that nobody finds any more is lost, and the call that it records would be made twice.
        guard StoreFile(path: path).identity == file else { throw .replaced(path) }
        return try StoreError.translating(path) {
            try queue.write { database in try body(SQLiteTransaction(database, path: path)) }
        }
    }

    package func read<Result>(
        _ body: (any CampaignReading) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try StoreError.translating(path) {
            // Not `queue.read`: its `PRAGMA query_only` makes SQLite compile every statement anew, and no body can write.
            try queue.inDatabase { database in
                var result: Result?
                try database.inTransaction(.deferred) {
                    result = try body(SQLiteTransaction(database, path: path))
                    return .commit
                }
                guard let result else { preconditionFailure("a body that did not throw has a result") }
                return result
            }
        }
    }

    /// The value of one of SQLite's settings on this connection (`synchronous`, `journal_mode` …), for checks.
    package func setting(_ name: String) throws(StoreError) -> String? {
        try StoreError.translating(path) {
            try queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA \(name)") }
        }
    }

    // MARK: Opening

    private static func open(_ path: String, readonly: Bool, references: Bool = true) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.foreignKeysEnabled = references
        configuration.busyMode = .timeout(5)
        // In KiB: the index of phones, which come in no order, stays in memory while hundreds of thousands are imported.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -32768") }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func openForWriting(_ path: String) throws -> DatabaseQueue {
        // A step may make a table anew, which no table that refers to it lets it do; references are checked at its end.
        let upgrading = try open(path, readonly: false, references: false)
        try makeDurable(upgrading)
        try upgrading.write(StoreSchema.upgrade)
        try upgrading.close()
        let queue = try open(path, readonly: false)
        try makeDurable(queue)
        return queue
    }

    private static func makeDurable(_ queue: DatabaseQueue) throws {
        try queue.inDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode=WAL")
            // After the journal mode: what is set earlier may be set back.
            try database.execute(sql: "PRAGMA synchronous=FULL")
        }
    }

    // Through a connection of its own that cannot write, so that a strange file stays as it was.
    private static func checkContent(of path: String, mode: StoreMode) throws {
        let queue = try open(path, readonly: true)
        let schema = try queue.read(StoreSchema.init(of:))
        try queue.close()
        try schema.check(path: path, mode: mode)
    }
}
