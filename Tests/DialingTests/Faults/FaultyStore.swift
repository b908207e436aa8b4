import CampaignModel
import CampaignStorage
import Dialing
import Foundation

/// A store as one worker sees it: full or busy for a while, and a commit may be kept without anybody learning it.
final class FaultyStore: CampaignStore, @unchecked Sendable {
    private let worker: FaultWorker
    private var store: any CampaignStore { worker.world.store }

    init(_ worker: FaultWorker) { self.worker = worker }

    func transaction<Result>(
        _ body: (any CampaignTransaction) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try pass(.transaction)
        let result = try store.transaction { transaction throws(StoreError) in
            worker.isInTransaction = true
            defer { worker.isInTransaction = false }
            let result = try body(transaction)
            try pass(.commit)
            return result
        }
        if worker.pass(.committed) == .outcomeUnknown { throw StoreError(.unusable, "outcome unknown") }
        try checkAlive()
        return result
    }

    func read<Result>(_ body: (any CampaignReading) throws(StoreError) -> Result) throws(StoreError) -> Result {
        try pass(.read)
        return try store.read { reading throws(StoreError) in
            worker.isInTransaction = true
            defer { worker.isInTransaction = false }
            return try body(reading)
        }
    }

    private func pass(_ point: FaultPoint) throws(StoreError) {
        if case .store(let kind, let seconds) = worker.pass(point) { worker.world.breakStore(kind, for: seconds) }
        try checkAlive()
        guard point != .commit, let trouble = worker.world.storeTrouble else { return }
        if point == .transaction || trouble == .busy { throw StoreError(trouble, "the store is \(trouble)") }
    }

    private func checkAlive() throws(StoreError) {
        if worker.isDead { throw StoreError(.unusable, "this program is dead") }
    }
}
