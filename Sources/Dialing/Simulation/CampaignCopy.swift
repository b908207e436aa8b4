import CampaignModel
import CampaignStorage
import CivilTime
import FoundationEssentials

/// A campaign in a store of its own, as it stands, ready to be simulated.
struct CampaignCopy {
    let campaign: Campaign
    let store = MemoryCampaignStore(keepsLog: false)
    /// The callees' zones by phone.
    private(set) var zones: [String: Zone] = [:]
    /// Calls that are live; they go on in the simulation.
    private(set) var live: [OutgoingCall] = []
    private let source: any CampaignStore
    private let start: Date
    private let book = ScheduleBook()

    init(of name: String, in source: any CampaignStore, at start: Date) throws(StoreError) {
        (self.source, self.start) = (source, start)
        campaign = try source.read { reading throws(StoreError) in
            guard let campaign = try reading.campaign(named: name) else {
                throw StoreError(
                    .missing, "The store has no campaign \(name).", hint: "`ringback campaign list` names those it has."
                )
            }
            return try campaign.simulated(from: start)
        }
    }

    /// Copies in pages, so that a large store is not held up.
    mutating func fill() throws(StoreError) {
        let made = campaign
        try store.transaction { transaction throws(StoreError) in try transaction.put([.campaign(made)]) }
        var last = 0
        while true {
            let page = try source.read { reading throws(StoreError) in
                try Page(reading, ofCampaign: campaign.id, after: last)
            }
            guard let seq = page.numbers.last?.seq else { return }
            try keep(page)
            last = seq
        }
    }

    private mutating func keep(_ page: Page) throws(StoreError) {
        let planning = NumberPlanning(campaign, book: book, at: start)
        var records = page.others
        for var number in page.numbers {
            zones[number.phoneKey] = try zone(of: number)
            // What was added later than the simulation begins is planned as if it had been there.
            if number.addedAt > start, number.state == .planned, number.currentSeriesId == nil {
                try planning.planFirst(&number)
            }
            records.append(.number(number))
        }
        for attempt in page.attempts { records.append(.attempt(adopted(attempt, page))) }
        try store.transaction { transaction throws(StoreError) in try transaction.put(records) }
    }

    private func zone(of number: CampaignNumber) throws(StoreError) -> Zone? {
        guard let name = number.zone ?? number.policy.gmtZone ?? campaign.zone else { return nil }
        return try book.zone(named: name)
    }

    /// The dialer that looks after a live call is not here: the simulated one takes it over.
    private mutating func adopted(_ attempt: Attempt, _ page: Page) -> Attempt {
        guard attempt.state.isLive, let number = page.numbers.first(where: { $0.id == attempt.numberId }) else {
            return attempt
        }
        live.append(OutgoingCall(attempt, phone: number.phone, campaign: campaign.name))
        var attempt = attempt
        (attempt.owner, attempt.leaseUntil) = (attempt.owner ?? "console", .distantPast)
        return attempt
    }

    private struct Page {
        let numbers: [CampaignNumber]
        let attempts: [Attempt]
        let others: [CampaignRecord]

        private static let length = 2000

        init(_ reading: any CampaignReading, ofCampaign id: String, after seq: Int) throws(StoreError) {
            numbers = try reading.numbers(ofCampaign: id, after: seq, limit: Self.length)
            let called = numbers.filter { $0.attemptsBegun > 0 }.map(\.id)
            attempts = called.isEmpty ? [] : try reading.attempts(ofNumbers: called)
            let series = Set(numbers.compactMap(\.currentSeriesId) + attempts.map(\.seriesId))
            var others = try reading.series(ids: series.sorted()).map { CampaignRecord.series($0) }
            for contact in Set(numbers.compactMap(\.contactId)).sorted() {
                if let contact = try reading.contact(id: contact) { others.append(.contact(contact)) }
            }
            others += try reading.suppressions(ofPhones: numbers.map(\.phoneKey)).map { .suppression($0) }
            self.others = others
        }
    }
}

extension Campaign {
    /// The campaign as it would run from a moment on: started, going on after a pause, and with no numbers to come.
    fileprivate func simulated(from start: Date) throws(StoreError) -> Campaign {
        var campaign = self
        campaign.isInputOpen = false
        switch state {
        case .draft, .paused:
            startsAt.map { $0 > start } ?? false ? campaign.state = .scheduled : campaign.begin(at: start)
        case .scheduled, .running: break
        case .stopping, .finished, .deleted:
            throw StoreError(
                .conflict, "The campaign \(name) is \(state.rawValue): there is nothing left to simulate.",
                hint: "Create another one with its numbers, or name one that is not over.")
        }
        return campaign
    }
}
