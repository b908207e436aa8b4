import CampaignModel
import FoundationEssentials

/// A call that rang in a simulated network.
struct NetworkRing: Hashable {
    var call: OutgoingCall
    var at: Date
    var until: Date
    var outcome: AttemptOutcome
}

/// What a simulated network remembers.
protocol NetworkMemory: AnyObject {
    /// The calls that rang, by id.
    var rings: [String: NetworkRing] { get }
    /// Calls that were never made, and never will be.
    var revoked: Set<String> { get }
    /// How often each phone has rung.
    var counts: [String: Int] { get }

    /// Runs a step while nobody else reads or writes, with all known that is written.
    ///
    /// - Returns: `nil` when somebody else is at it for longer than `patience`, in seconds of the wall's clock.
    func locked<Result>(
        patience: TimeInterval, _ step: () throws(LineTrouble) -> Result
    ) throws(LineTrouble) -> Result?
    /// Remembers durably that a phone rings.
    func append(_ ring: NetworkRing) throws(LineTrouble)
    func revoke(_ id: String, at moment: Date) throws(LineTrouble)
}

/// The memory of a network that nobody shares.
final class BriefMemory: NetworkMemory {
    private(set) var rings: [String: NetworkRing] = [:]
    private(set) var revoked: Set<String> = []
    private(set) var counts: [String: Int] = [:]

    func locked<Result>(
        patience: TimeInterval, _ step: () throws(LineTrouble) -> Result
    ) throws(LineTrouble) -> Result? { try step() }

    func append(_ ring: NetworkRing) {
        rings[ring.call.id] = ring
        counts[ring.call.phoneKey, default: 0] += 1
    }

    func revoke(_ id: String, at moment: Date) { revoked.insert(id) }
}
