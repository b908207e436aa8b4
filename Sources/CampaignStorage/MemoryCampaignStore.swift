import CampaignModel
import FoundationEssentials
import Synchronization

/// A store that lives as long as the process: for tests, and for campaigns that are only simulated.
package final class MemoryCampaignStore: CampaignStore {
    private let records: Mutex<MemoryRecords>

    /// - Parameter keepsLog: a simulation that nobody asks for its log does without.
    package init(keepsLog: Bool = true) {
        records = Mutex(MemoryRecords(keepsLog: keepsLog))
    }

    package func transaction<Result>(
        _ body: (any CampaignTransaction) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try records.withLock { records throws(StoreError) in
            let transaction = MemoryTransaction(records)
            do throws(StoreError) {
                let result = try body(transaction)
                transaction.finish()
                return result
            } catch {
                transaction.undo()
                throw error
            }
        }
    }

    package func read<Result>(
        _ body: (any CampaignReading) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try records.withLock { records throws(StoreError) in try body(MemoryTransaction(records)) }
    }
}
