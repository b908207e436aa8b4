import CampaignStorage
import Dispatch
import Synchronization

/// The connections of a store: each thread that asks gets one for itself, or waits for one.
final class ConnectionPool: Sendable {
    private let idle = Mutex<[PGConnection]>([])
    private let free: DispatchSemaphore
    private let open: @Sendable () throws(StoreError) -> PGConnection

    /// - Parameter most: the most connections at a time.
    init(most: Int, open: @escaping @Sendable () throws(StoreError) -> PGConnection) {
        free = DispatchSemaphore(value: most)
        self.open = open
    }

    /// Lends a connection to the body.
    ///
    /// When a connection turns out to be lost, the idle ones are let go as well: the server has probably been restarted.
    func lend<Result>(_ body: (PGConnection) throws(StoreError) -> Result) throws(StoreError) -> Result {
        free.wait()
        defer { free.signal() }
        let known = idle.withLock { $0.popLast() }
        let connection = if let known { known } else { try open() }
        defer {
            if connection.isLost {
                idle.withLock { $0.removeAll() }
            } else {
                idle.withLock { $0.append(connection) }
            }
        }
        return try body(connection)
    }
}
