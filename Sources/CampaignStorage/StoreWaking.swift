import Foundation

/// Lets a dialer sleep until a store may hold something new.
package protocol StoreWaking: Sendable {
    /// Blocks the thread until campaigns or numbers may have changed since the last call, at most for a while.
    ///
    /// A change that came between two calls is not missed: the next call returns at once.
    /// - Returns: whether a change was told; without one the caller looks as well, since time changes numbers too.
    @discardableResult
    func waitForChange(timeout: TimeInterval) throws(StoreError) -> Bool
}

/// For a store that tells nobody of its changes: a wait that is short enough to look again.
package struct PlainWait: StoreWaking {
    /// The longest wait.
    package static let longest: TimeInterval = 1

    package init() {}

    package func waitForChange(timeout: TimeInterval) -> Bool {
        Thread.sleep(forTimeInterval: min(max(timeout, 0), Self.longest))
        return false
    }
}

extension CampaignStore {
    package func waking() throws(StoreError) -> any StoreWaking { PlainWait() }
}
