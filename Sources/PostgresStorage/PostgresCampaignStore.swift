import CampaignModel
import CampaignStorage

/// The campaign store in a PostgreSQL database, for many machines.
///
/// Every thread works on a connection of its own, so transactions run beside each other: what they read of a campaign
/// stands still once they have locked it. A commit has reached the disk when the call returns (campaigns.md 14.3).
package final class PostgresCampaignStore: CampaignStore {
    private let address: PGAddress
    private let channel: String
    private let pool: ConnectionPool
    /// The most connections of one store.
    private static let connections = 8

    /// Opens a store, and makes or upgrades its tables when it may write.
    ///
    /// - Parameter url: `postgres://user@host:5432/database`, with everything that libpq reads there.
    package init(url: String, mode: StoreMode) throws(StoreError) {
        let address = try PGAddress(url)
        self.address = address
        pool = ConnectionPool(most: Self.connections) { () throws(StoreError) in
            try PGConnection(address, settings: mode.settings)
        }
        channel = try pool.lend { connection throws(StoreError) in
            guard connection.serverVersion >= 120_000 else {
                throw .oldServer(address, version: connection.serverVersion)
            }
            return try PostgresSchema.open(connection, mode)
        }
    }

    /// A body may be run again when the server gave the transaction up before its commit: because it met another one, or
    /// because the connection broke. A commit of which nobody knows is never repeated; that is told as `uncertain`.
    package func transaction<Result>(
        _ body: (any CampaignTransaction) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try persistently { connection throws(StoreError) in
            try connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED")
            let transaction = PostgresTransaction(connection, writes: true)
            let result = try body(transaction)
            // A body that swallowed an error has lost its transaction all the same.
            if let failure = connection.failure { throw .postgres(failure, self.address) }
            try self.commit(connection, tellsOthers: transaction.isNews)
            return result
        }
    }

    package func read<Result>(
        _ body: (any CampaignReading) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try persistently { connection throws(StoreError) in
            try connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            let result = try body(PostgresTransaction(connection, writes: false))
            try connection.execute("COMMIT")
            return result
        }
    }

    /// Listens on a connection of its own for changes that any program makes.
    package func waking() throws(StoreError) -> any StoreWaking { try ChangeListener(address, channel: channel) }

    /// The value of one of PostgreSQL's settings on a connection (`synchronous_commit` …), for checks.
    package func setting(_ name: String) throws(StoreError) -> String? {
        try pool.lend { connection throws(StoreError) in
            try connection.run("SELECT current_setting($1)", [.text(name)]).text(0, 0)
        }
    }

    // MARK: Transactions

    private func commit(_ connection: PGConnection, tellsOthers: Bool) throws(StoreError) {
        do throws(StoreError) {
            try connection.execute(tellsOthers ? "NOTIFY \(channel); COMMIT" : "COMMIT")
        } catch {
            guard let failure = connection.failure, failure.isLost else { throw error }
            throw .uncertainCommit(failure, address)
        }
    }

    /// Runs a transaction, and again where that can help.
    private func persistently<Result>(
        _ body: (PGConnection) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        var patience = Patience()
        while true {
            var failure: PGFailure?
            do throws(StoreError) {
                return try pool.lend { connection throws(StoreError) in
                    connection.forgetFailure()
                    do throws(StoreError) { return try body(connection) } catch {
                        failure = connection.failure
                        _ = try? connection.execute("ROLLBACK")
                        throw error
                    }
                }
            } catch {
                guard error.kind != .uncertain, let failure, patience.allowsAnother(after: failure) else { throw error }
            }
        }
    }
}

/// How often a transaction is begun again.
private struct Patience {
    private var meetings = 4
    private var connections = 1

    mutating func allowsAnother(after failure: PGFailure) -> Bool {
        if failure.isLost {
            connections -= 1
            return connections >= 0
        }
        guard failure.isContention else { return false }
        meetings -= 1
        return meetings >= 0
    }
}

extension StoreMode {
    /// What every connection is told at first.
    fileprivate var settings: String {
        """
        SET lock_timeout = '5s';
        SET idle_in_transaction_session_timeout = '60s';
        SET jit = off;
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local');
        SET default_transaction_read_only = \(self == .readOnly ? "on" : "off")
        """
    }
}
