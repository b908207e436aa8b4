import CampaignModel
import Synchronization

/// A store that lives as long as the process: for tests and for trying things out.
package final class MemoryCampaignStore: CampaignStore {
    private let records = Mutex(MemoryRecords())

    package init() {}

    package func transaction<Result>(
        _ body: (any CampaignTransaction) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try records.withLock { records throws(StoreError) in
            let transaction = MemoryTransaction(records)
            let result = try body(transaction)
            records = transaction.records
            return result
        }
    }

    package func read<Result>(
        _ body: (any CampaignReading) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try body(MemoryTransaction(records.withLock { $0 }))
    }
}

/// Everything in a memory store; a copy of it is a transaction.
struct MemoryRecords: Sendable {
    var campaigns: [String: Campaign] = [:]
    var numbers: [String: CampaignNumber] = [:]
    /// `$client` by number and bot.
    var clients: [String: [String: String]] = [:]
    var series: [String: Series] = [:]
    var attempts: [String: Attempt] = [:]
    var events: [String: [CampaignEvent]] = [:]
    /// Ids of numbers in the order in which they were added.
    var order: [String] = []
}

/// The changes of one transaction, on its own copy of the records.
final class MemoryTransaction: CampaignTransaction {
    private(set) var records: MemoryRecords

    init(_ records: MemoryRecords) { self.records = records }

    func put(_ record: CampaignRecord) throws(StoreError) {
        switch record {
        case .campaign(let campaign): records.campaigns[campaign.id] = campaign
        case .number(let number):
            if records.numbers.updateValue(number, forKey: number.id) == nil { records.order.append(number.id) }
        case .series(let series): records.series[series.id] = series
        case .attempt(let attempt): try put(attempt)
        }
    }

    func putClient(_ client: String, ofNumber id: String, bot: String) {
        records.clients[id, default: [:]][bot] = client
    }

    private func put(_ attempt: Attempt) throws(StoreError) {
        let others = records.attempts.values.filter { $0.numberId == attempt.numberId && $0.id != attempt.id }
        guard !attempt.state.isLive || !others.contains(where: \.state.isLive) else {
            throw StoreError(.conflict, "This number is already in a call.")
        }
        records.attempts[attempt.id] = attempt
    }

    func append(_ event: CampaignEvent) throws(StoreError) {
        records.events[event.campaignId, default: []].append(event)
    }

    func campaigns() -> [Campaign] { records.campaigns.values.sorted { $0.name < $1.name } }
    func campaign(named name: String) -> Campaign? { records.campaigns.values.first { $0.name == name } }
    func campaign(id: String) -> Campaign? { records.campaigns[id] }

    func numbers(ofCampaign id: String) -> [CampaignNumber] {
        records.order.compactMap { records.numbers[$0] }.filter { $0.campaignId == id }
    }

    func numberStates(ofCampaign id: String) -> [NumberState: Int] {
        Dictionary(grouping: numbers(ofCampaign: id), by: \.state).mapValues(\.count)
    }

    func number(id: String) -> CampaignNumber? { records.numbers[id] }

    func number(phone: String, ofCampaign id: String) -> CampaignNumber? {
        let key = CampaignNumber.key(of: phone)
        return records.numbers.values.first { $0.campaignId == id && $0.phoneKey == key }
    }

    func client(ofNumber id: String, bot: String) -> String? { records.clients[id]?[bot] }

    func series(id: String) -> Series? { records.series[id] }

    func series(ofNumber id: String) -> [Series] {
        records.series.values.filter { $0.numberId == id }.sorted { $0.ordinal < $1.ordinal }
    }

    func openSeries(ofCampaign id: String) -> [Series] {
        records.series.values.filter { $0.state == .open && records.numbers[$0.numberId]?.campaignId == id }
    }

    func attempt(id: String) -> Attempt? { records.attempts[id] }

    func attempts(ofNumber id: String) -> [Attempt] {
        records.attempts.values.filter { $0.numberId == id }.sorted { $0.ordinalInNumber < $1.ordinalInNumber }
    }

    func attempts(ofCampaign id: String) -> [Attempt] {
        numbers(ofCampaign: id).flatMap { attempts(ofNumber: $0.id) }.map { attempt in
            var attempt = attempt
            attempt.conversation = nil
            return attempt
        }
    }

    func events(ofCampaign id: String, from seq: Int) -> [CampaignEvent] {
        records.events[id, default: []].filter { $0.seq >= seq }
    }

    func lastSeq(ofCampaign id: String) -> Int { records.events[id]?.last?.seq ?? 0 }
}
