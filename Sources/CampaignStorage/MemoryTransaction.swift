import CampaignModel
import FoundationEssentials

/// The changes of one transaction: made in place, and taken back when it fails.
final class MemoryTransaction: CampaignTransaction {
    let records: MemoryRecords
    private var undoing: [() -> Void] = []

    init(_ records: MemoryRecords) { self.records = records }

    /// Keeps the changes.
    func finish() { undoing.removeAll() }

    /// Takes the changes back, the last one first.
    func undo() {
        while let step = undoing.popLast() { step() }
    }

    private func change(_ step: @escaping () -> Void, undo: @escaping () -> Void) {
        step()
        undoing.append(undo)
    }

    // MARK: Writing

    func lockCampaign(id: String) -> Campaign? { records.campaigns[id] }

    func put(_ changed: [CampaignRecord]) throws(StoreError) {
        for record in changed {
            switch record {
            case .campaign(let campaign):
                replace(\.campaigns, campaign.id, campaign)
            case .number(let number): put(number)
            case .series(let series):
                if records.series[series.id] == nil { add(series.id, to: \.seriesOfNumber, series.numberId) }
                replace(\.series, series.id, series)
            case .attempt(let attempt): try put(attempt)
            case .contact(let contact): replace(\.contacts, contact.id, contact)
            case .suppression(let suppression):
                if records.suppressions[suppression.id] == nil {
                    add(suppression.id, to: \.suppressionsOfPhone, suppression.phoneKey)
                }
                replace(\.suppressions, suppression.id, suppression)
            }
        }
    }

    private func replace<Value>(
        _ path: ReferenceWritableKeyPath<MemoryRecords, [String: Value]>, _ id: String, _ value: Value?
    ) {
        let before = records[keyPath: path][id]
        records[keyPath: path][id] = value
        undoing.append { [records] in records[keyPath: path][id] = before }
    }

    private func add(_ id: String, to path: ReferenceWritableKeyPath<MemoryRecords, [String: [String]]>, _ key: String)
    {
        records[keyPath: path][key, default: []].append(id)
        undoing.append { [records] in records[keyPath: path][key]?.removeLast() }
    }

    private func put(_ number: CampaignNumber) {
        let before = records.numbers[number.id]
        if before == nil {
            add(number.id, to: \.order, number.campaignId)
            add(number.id, to: \.numbersOfPhone, number.phoneKey)
            if let contact = number.contactId { add(number.id, to: \.numbersOfContact, contact) }
        }
        records.numbers[number.id] = number
        place(number, instead: before)
        undoing.append { [records] in
            records.numbers[number.id] = before
            MemoryTransaction.place(before, instead: number, in: records)
        }
    }

    private func place(_ number: CampaignNumber, instead of: CampaignNumber?) {
        Self.place(number, instead: of, in: records)
    }

    private static func place(_ number: CampaignNumber?, instead before: CampaignNumber?, in records: MemoryRecords) {
        guard let either = number ?? before else { return }
        let campaign = either.campaignId
        if before?.state != number?.state {
            if let state = before?.state { records.stateCounts[campaign, default: [:]][state, default: 0] -= 1 }
            if let state = number?.state { records.stateCounts[campaign, default: [:]][state, default: 0] += 1 }
        }
        records.due[campaign, default: MemoryQueue()].set(either.id, number.flatMap(DueKey.init))
        records.turns[campaign, default: MemoryQueue()].set(either.id, number.flatMap(TurnKey.init))
    }

    private func put(_ attempt: Attempt) throws(StoreError) {
        let before = records.attempts[attempt.id]
        let live = records.liveAttempts[attempt.phoneKey]
        if attempt.state.isLive {
            guard live == nil || live == attempt.id else {
                throw StoreError(.conflict, "This number is already in a call.")
            }
            replace(\.liveAttempts, attempt.phoneKey, attempt.id)
        } else if live == attempt.id {
            replace(\.liveAttempts, attempt.phoneKey, nil)
        }
        if before == nil { add(attempt.id, to: \.attemptsOfNumber, attempt.numberId) }
        replace(\.attempts, attempt.id, attempt)
        Self.count(attempt, instead: before, in: records)
        undoing.append { [records] in Self.count(before, instead: attempt, in: records) }
    }

    private static func count(_ attempt: Attempt?, instead before: Attempt?, in records: MemoryRecords) {
        if let before { records.attemptCounts[before.campaignId, default: AttemptCounts()].add(before, -1) }
        if let attempt { records.attemptCounts[attempt.campaignId, default: AttemptCounts()].add(attempt, 1) }
    }

    func putClient(_ client: String, ofNumber id: String, bot: String) {
        var clients = records.clients[id] ?? [:]
        clients[bot] = client
        replace(\.clients, id, clients)
    }

    func append(_ events: [CampaignEvent]) throws(StoreError) {
        for event in events {
            replace(\.lastSeqs, event.campaignId, event.seq)
            guard records.keepsLog else { continue }
            records.events[event.campaignId, default: []].append(event)
            undoing.append { [records] in records.events[event.campaignId]?.removeLast() }
        }
    }

    func renewLeases(of owner: String, until: Date) {
        for id in records.liveAttempts.values {
            guard var attempt = records.attempts[id], attempt.owner == owner else { continue }
            attempt.leaseUntil = until
            replace(\.attempts, id, attempt)
        }
    }

    func removeSuppressions(ids: [String]) {
        for id in ids {
            guard let key = records.suppressions[id]?.phoneKey else { continue }
            let rest = records.suppressionsOfPhone[key, default: []].filter { $0 != id }
            replace(\.suppressionsOfPhone, key, rest)
            replace(\.suppressions, id, nil)
        }
    }
}
