import ArgumentParser
import CampaignStorage
import Foundation
import SQLiteStorage

#if Postgres
    import PostgresStorage
#endif

/// Opens what `--store` names: a SQLite file, or a PostgreSQL database where that is built in.
enum StoreOpening {
    static func open(_ store: String, _ mode: StoreMode) throws -> any CampaignStore {
        do { return try openNow(store, mode) } catch let error as StoreError { throw Trouble(error) }
    }

    /// The same, but a store that another program holds at the moment is waited for, as long as nobody stops us.
    static func openWhenFree(
        _ store: String, _ mode: StoreMode, isStopped: () -> Bool
    ) throws -> any CampaignStore {
        while true {
            do {
                return try openNow(store, mode)
            } catch let error as StoreError {
                guard error.kind == .busy, !isStopped() else { throw Trouble(error) }
                Thread.sleep(forTimeInterval: 0.2)
            }
        }
    }

    private static func openNow(_ store: String, _ mode: StoreMode) throws -> any CampaignStore {
        try isAddress(store) ? openAddress(store, mode) : SQLiteCampaignStore(path: store, mode: mode)
    }

    /// The store without the password that an address may hold.
    static func name(of store: String) -> String {
        guard isAddress(store), let end = store.lastIndex(of: "@"), let begin = store.firstRange(of: "://")?.upperBound,
            begin <= end, let colon = store[begin..<end].firstIndex(of: ":")
        else { return store }
        return String(store[..<colon] + store[end...])
    }

    private static func isAddress(_ store: String) -> Bool {
        store.hasPrefix("postgres://") || store.hasPrefix("postgresql://")
    }

    #if Postgres
        static let help: ArgumentHelp = "The campaign store: a SQLite file, or postgres://user@host/database."

        private static func openAddress(_ store: String, _ mode: StoreMode) throws -> any CampaignStore {
            try PostgresCampaignStore(url: store, mode: mode)
        }
    #else
        static let help: ArgumentHelp = "The campaign store, a SQLite file."

        private static func openAddress(_ store: String, _ mode: StoreMode) throws -> any CampaignStore {
            throw Trouble(
                .usage, "--store: PostgreSQL is not built into this program.",
                hint: "Build it in with `make build TRAITS=Postgres`, or give the path of a SQLite file.")
        }
    #endif
}
