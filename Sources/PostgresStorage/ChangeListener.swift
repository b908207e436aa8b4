import CampaignStorage
import Foundation
import Synchronization

/// Hears, on a connection of its own, when any program has changed campaigns or numbers of the store.
final class ChangeListener: StoreWaking {
    private let address: PGAddress
    private let channel: String
    private let connection: Mutex<PGConnection?>

    /// - Parameter channel: quoted, as it stands in SQL.
    init(_ address: PGAddress, channel: String) throws(StoreError) {
        (self.address, self.channel) = (address, channel)
        connection = Mutex(try PGConnection(address, settings: "LISTEN \(channel)"))
    }

    func waitForChange(timeout: TimeInterval) throws(StoreError) -> Bool {
        let end = ContinuousClock.now + .seconds(min(max(timeout, 0), 86_400))
        return try connection.withLock { connection throws(StoreError) in
            guard let known = connection else {
                connection = try PGConnection(address, settings: "LISTEN \(channel)")
                // What happened while nobody listened is not known.
                return true
            }
            guard let isTold = Self.wait(on: known, until: end) else {
                connection = nil
                return true
            }
            return isTold
        }
    }

    /// - Returns: `nil` when the connection is lost.
    private static func wait(on connection: PGConnection, until end: ContinuousClock.Instant) -> Bool? {
        while true {
            guard let isTold = connection.takeNotifications() else { return nil }
            if isTold { return true }
            guard PGSocket.wait(connection.socket, POLLIN, until: end) else { return false }
        }
    }
}
