import CampaignModel
import FoundationEssentials

/// Works out when numbers are called next, in a transaction: after an import, when time changes something, when a policy was changed.
package struct NumberPlanning {
    private let campaign: Campaign
    private let book: ScheduleBook
    private let now: Date

    package init(_ campaign: Campaign, book: ScheduleBook, at now: Date) {
        (self.campaign, self.book, self.now) = (campaign, book, now)
    }

    /// Plans the first call of a fresh number.
    package func planFirst(_ number: inout CampaignNumber) throws(StoreError) {
        let policy = campaign.resolved(for: number)
        try plan(&number, from: max(policy.start ?? now, now), policy: policy, isRetry: false)
    }

    /// Plans the next call of a number from a moment on, by its open series or, before that, by its own policy.
    ///
    /// A number whose zone is not known any more is `invalid`: it must not keep others from being called.
    package func plan(
        _ number: inout CampaignNumber, from due: Date, series: Series?
    ) throws(StoreError) {
        let policy = series?.policyResolved ?? campaign.resolved(for: number)
        do throws(StoreError) {
            try plan(&number, from: max(policy.start ?? due, due), policy: policy, isRetry: (series?.used ?? 0) > 0)
        } catch {
            guard error.kind == .unusable else { throw error }
            number.end(as: .invalid, reason: "invalid: \(error.message)")
        }
    }

    private func plan(
        _ number: inout CampaignNumber, from due: Date, policy: CallPolicy, isRetry: Bool
    ) throws(StoreError) {
        number.priority = policy.dialerPriority ?? 5
        let window = try book.opening(from: max(due, now), of: number, in: campaign, policy: policy)
        number.plan(from: due, in: window, finish: policy.finish, isRetry: isRetry, now: now)
    }

    /// A number that time has changed: it becomes due, or its window closed and the next one is looked for.
    package func turn(_ number: inout CampaignNumber, series: Series?) throws(StoreError) {
        let isRetry = (series?.used ?? 0) > 0
        guard number.isDue || number.windowEnd.map({ $0 <= now }) ?? false else {
            return number.turn(at: now, isRetry: isRetry)
        }
        try plan(&number, from: now, series: series)
    }
}

extension CampaignTransaction {
    /// Brings a campaign's numbers up to a moment: the ones whose time has come become due, those whose window has closed wait
    /// for the next one or are over. One line in the log for all of them.
    ///
    /// - Returns: how many were changed; when it is `limit`, there may be more.
    package func turnNumbers(
        of campaign: Campaign, book: ScheduleBook, at now: Date, limit: Int
    ) throws(StoreError) -> Int {
        let turning = try turningNumbers(ofCampaign: campaign.id, at: now, limit: limit)
        guard !turning.isEmpty else { return 0 }
        let planning = NumberPlanning(campaign, book: book, at: now)
        var records: [CampaignRecord] = []
        for var number in turning {
            let series = try number.currentSeriesId.andThen { id throws(StoreError) in try self.series(id: id) }
            try planning.turn(&number, series: series)
            if number.state.isFinal {
                let over = try over(number, series, of: campaign, book: book, at: now)
                records += over.others
                number = over.number
            }
            records.append(.number(number))
        }
        let cause = CampaignEventCause(.numbersPlanned, at: now, actor: "dialer", campaignId: campaign.id)
        try save([RecordChange(records, because: cause)])
        return turning.count
    }

    /// What follows when no call of a number does: its series is closed, another phone of its contact may be next.
    ///
    /// - Returns: the number, not written, and the other records that change.
    func over(
        _ number: CampaignNumber, _ series: Series?, of campaign: Campaign, book: ScheduleBook, at now: Date
    ) throws(StoreError) -> (number: CampaignNumber, others: [CampaignRecord]) {
        let turned = ContactTurn.Turned(number: number, series: series)
        let followed = try ContactTurn(self, campaign, book: book, at: now).follow(turned)
        var (number, others) = (followed.number, followed.others.map { CampaignRecord.number($0) })
        // A first series that was never written is not kept for its end.
        if var series, number.currentSeriesId == series.id {
            series.close()
            number.currentSeriesId = nil
            others.append(.series(series))
        }
        return (number, others)
    }
}

extension Series {
    /// No call of it follows.
    package mutating func close(_ final: SeriesState = .finished) {
        state = final
        plannedMoments = []
    }
}

extension Optional {
    /// `flatMap` for steps that throw.
    package func andThen<Result>(
        _ step: (Wrapped) throws(StoreError) -> Result?
    ) throws(StoreError) -> Result? {
        guard let self else { return nil }
        return try step(self)
    }
}
