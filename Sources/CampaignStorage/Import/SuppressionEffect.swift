import CampaignModel
import FoundationEssentials

/// What new entries of the do-not-call list do to the numbers of all campaigns, in the transaction that stores them.
struct SuppressionEffect {
    private let transaction: any CampaignTransaction
    private let book: ScheduleBook
    private let now: Date

    init(_ transaction: any CampaignTransaction, book: ScheduleBook, at now: Date) {
        (self.transaction, self.book, self.now) = (transaction, book, now)
    }

    /// Stores the entries and ends the numbers that they hold for; a line of the log for each campaign that is touched.
    ///
    /// - Returns: how many numbers were ended.
    func add(_ entries: [Suppression], source: String) throws(StoreError) -> Int {
        try transaction.put(entries.map(CampaignRecord.suppression))
        let byPhone = Dictionary(grouping: entries, by: \.phoneKey)
        let touched = try numbers(byPhone.keys).map(\.campaignId) + entries.compactMap(\.campaignId)
        var count = 0
        // In one order, so that two that do this at once do not wait for each other.
        for id in Set(touched).sorted() {
            guard let campaign = try transaction.lockCampaign(id: id) else { continue }
            count += try end(byPhone, in: campaign, source: source)
        }
        return count
    }

    private func numbers(_ keys: some Sequence<String>) throws(StoreError) -> [CampaignNumber] {
        try transaction.numbers(phoneKeys: Array(keys), ofCampaign: nil)
    }

    private func end(
        _ byPhone: [String: [Suppression]], in campaign: Campaign, source: String
    ) throws(StoreError) -> Int {
        var records = byPhone.values.joined().filter { $0.campaignId == campaign.id }.map(CampaignRecord.suppression)
        var ended: [CampaignNumber] = []
        for var number in try transaction.numbers(phoneKeys: Array(byPhone.keys), ofCampaign: campaign.id) {
            guard number.isBetweenCalls,
                let entry = byPhone[number.phoneKey]?.first(where: { $0.holds(at: now, inCampaign: campaign.id) })
            else { continue }
            number.end(by: entry)
            if var series = try openSeries(of: number) {
                series.close()
                number.currentSeriesId = nil
                records.append(.series(series))
            }
            ended.append(number)
        }
        records += ended.map(CampaignRecord.number)
        records += try nextPhones(after: ended, in: campaign).map(CampaignRecord.number)
        guard !records.isEmpty else { return 0 }
        let cause = CampaignEventCause(.phoneSuppressed, at: now, actor: source, campaignId: campaign.id)
        try transaction.save([RecordChange(records, because: cause)])
        return ended.count
    }

    /// The phones of persons who have waited for one that is not called any more.
    private func nextPhones(after ended: [CampaignNumber], in campaign: Campaign) throws(StoreError) -> [CampaignNumber]
    {
        let over = Dictionary(ended.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        var changed: [CampaignNumber] = []
        for id in Set(ended.compactMap(\.contactId)).sorted() {
            guard let contact = try transaction.contact(id: id) else { continue }
            let numbers = try transaction.numbers(ofContact: id).map { over[$0.id] ?? $0 }
            let rest = numbers.filter { !$0.state.isFinal }
            guard !rest.isEmpty, rest.allSatisfy({ $0.state == .waiting }) else { continue }
            let plan = ContactPlan.make(
                try phones(numbers, campaign), strategy: contact.strategy, limit: campaign.limits.perContact, now: now)
            changed += try follow(plan, rest, campaign)
        }
        return changed
    }

    private func phones(_ numbers: [CampaignNumber], _ campaign: Campaign) throws(StoreError) -> [ContactPhone] {
        let attempts = Dictionary(grouping: try transaction.attempts(ofNumbers: numbers.map(\.id)), by: \.numberId)
        var phones: [ContactPhone] = []
        for number in numbers {
            let rang = (attempts[number.id] ?? []).filter { $0.state == .ended }
            phones.append(
                ContactPhone(number: number, calls: rang.count, after: try transaction.next(after: rang, in: campaign)))
        }
        return phones
    }

    private func follow(
        _ plan: ContactPlan, _ rest: [CampaignNumber], _ campaign: Campaign
    ) throws(StoreError) -> [CampaignNumber] {
        switch plan {
        case .call(let id, let from):
            guard var next = rest.first(where: { $0.id == id }) else { return [] }
            try NumberPlanning(campaign, book: book, at: now).plan(&next, from: from, series: try openSeries(of: next))
            return [next]
        case .over(let state, let reason):
            return rest.map { number in
                var number = number
                number.end(as: state, reason: reason)
                return number
            }
        }
    }

    private func openSeries(of number: CampaignNumber) throws(StoreError) -> Series? {
        try number.currentSeriesId.andThen { id throws(StoreError) in try transaction.series(id: id) }
    }
}

extension CampaignNumber {
    /// Not final, and no call of it is under way.
    fileprivate var isBetweenCalls: Bool {
        switch state {
        case .planned, .waiting, .onRetry: true
        default: false
        }
    }
}
