import CampaignModel
import FoundationEssentials

/// Which of a person's phones is next when one of them has been called, or will not be called after all.
struct ContactTurn {
    private let transaction: any CampaignTransaction
    private let campaign: Campaign
    private let book: ScheduleBook
    private let now: Date

    init(_ transaction: any CampaignTransaction, _ campaign: Campaign, book: ScheduleBook, at now: Date) {
        (self.transaction, self.campaign, self.book, self.now) = (transaction, campaign, book, now)
    }

    /// A phone as it is from now on, not yet written, with its last call where that has just ended.
    struct Turned {
        var number: CampaignNumber
        var series: Series?
        var attempt: Attempt?
        /// What follows that call.
        var after: AfterCall?
    }

    /// The phone, which may have to wait for another one, and the others that change.
    func follow(_ turned: Turned) throws(StoreError) -> (number: CampaignNumber, others: [CampaignNumber]) {
        guard
            let contact = try turned.number.contactId.andThen({ id throws(StoreError) in
                try transaction.contact(id: id)
            })
        else { return (turned.number, []) }
        let phones = try phones(of: contact, turned)
        let plan = ContactPlan.make(phones, strategy: contact.strategy, limit: campaign.limits.perContact, now: now)
        var (own, others) = (turned.number, [CampaignNumber]())
        for phone in phones where !phone.number.state.isFinal {
            let isOwn = phone.number.id == own.id
            let number = try carryOut(plan, phone.number, isOwn: isOwn, series: isOwn ? turned.series : nil)
            if isOwn { own = number } else { others.append(number) }
        }
        return (own, others)
    }

    private func carryOut(
        _ plan: ContactPlan, _ phone: CampaignNumber, isOwn: Bool, series: Series?
    ) throws(StoreError) -> CampaignNumber {
        var number = phone
        switch plan {
        case .call(let next, let from) where next == number.id:
            let stored = try number.currentSeriesId.andThen { id throws(StoreError) in try transaction.series(id: id) }
            try NumberPlanning(campaign, book: book, at: now).plan(&number, from: from, series: series ?? stored)
        case .call: number.wait(.afterOtherPhone)
        // Who was not called has not answered.
        case .over(.done, _) where !isOwn: number.end(as: .canceled, reason: "canceled: another phone was answered")
        case .over(let state, let reason): number.end(as: state, reason: reason)
        }
        return number
    }

    private func phones(of contact: Contact, _ turned: Turned) throws(StoreError) -> [ContactPhone] {
        let numbers = try transaction.numbers(ofContact: contact.id)
        let attempts = Dictionary(grouping: try transaction.attempts(ofNumbers: numbers.map(\.id)), by: \.numberId)
        var phones: [ContactPhone] = []
        for number in numbers {
            let rang = (attempts[number.id] ?? []).filter { $0.state == .ended || $0.id == turned.attempt?.id }
            let isOwn = number.id == turned.number.id
            let after = isOwn && turned.attempt != nil ? turned.after : try after(rang, number)
            phones.append(ContactPhone(number: isOwn ? turned.number : number, calls: rang.count, after: after))
        }
        return phones
    }

    private func after(_ rang: [Attempt], _ number: CampaignNumber) throws(StoreError) -> AfterCall? {
        guard let last = rang.last, let series = try transaction.series(id: last.seriesId) else { return nil }
        return campaign.next(after: rang, of: series, end: last.endedAt ?? last.committedAt)
    }
}
