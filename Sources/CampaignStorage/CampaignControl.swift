import CampaignModel
import FoundationEssentials

extension CampaignTransaction {
    /// Ends numbers that are planned and not in a call; one line in the log for all of them.
    ///
    /// - Returns: how many; when it is `limit`, there may be more.
    package func cancelNumbers(
        ofCampaign id: String, reason: String, at now: Date, limit: Int
    ) throws(StoreError) -> Int {
        _ = try lockCampaign(id: id)
        let open = try openNumbers(ofCampaign: id, limit: limit).filter {
            $0.state != .committed && $0.state != .inCall
        }
        guard !open.isEmpty else { return 0 }
        var records: [CampaignRecord] = []
        for var series in try series(ids: open.compactMap(\.currentSeriesId)) where series.state == .open {
            series.close()
            records.append(.series(series))
        }
        for var number in open {
            number.end(as: .canceled, reason: "canceled: \(reason)")
            number.currentSeriesId = nil
            records.append(.number(number))
        }
        let cause = CampaignEventCause(.numbersCanceled, at: now, actor: "dialer", campaignId: id, reason: reason)
        try save([RecordChange(records, because: cause)])
        return open.count
    }
}

extension CampaignTransaction {
    /// Carries out a command on a campaign.
    ///
    /// - Returns: the campaign as it stands then, and what the table of commands answered.
    package func control(
        campaign id: String, _ command: CampaignControl, actor: String, reason: String? = nil, at now: Date
    ) throws(StoreError) -> (campaign: Campaign, answer: CampaignAnswer) {
        guard var campaign = try lockCampaign(id: id) else {
            throw StoreError(.missing, "The campaign is gone.")
        }
        let startsLater = campaign.startsAt.map { $0 > now } ?? false
        let answer = campaign.state.answer(to: command, startsLater: startsLater)
        guard case .becomes(let state) = answer else { return (campaign, answer) }
        campaign.state = state
        campaign.stateReason = reason ?? "\(command.rawValue) by \(actor)"
        if state == .running { campaign.begin(at: now) }
        let cause = CampaignEventCause(command.kind(state), at: now, actor: actor, campaignId: id, reason: reason)
        try save(.campaign(campaign), because: cause)
        return (campaign, answer)
    }

    /// Works out the next moments of numbers again, after the campaign's policy, zone or profile was changed; one page of them.
    ///
    /// A retry counts from the end of the last call, as before.
    /// - Parameter seq: of the last number of the page before.
    /// - Returns: the `seq` to go on from; `nil` after the last page.
    package func replan(
        _ campaign: Campaign, after seq: Int, limit: Int, book: ScheduleBook, at now: Date
    ) throws(StoreError) -> Int? {
        _ = try lockCampaign(id: campaign.id)
        let page = try numbers(ofCampaign: campaign.id, after: seq, limit: limit)
        guard let last = page.last else { return nil }
        let waiting = page.filter { $0.nextDueAt != nil && !$0.state.isFinal && $0.state != .inCall }
        let called = waiting.filter { $0.state == .onRetry }
        let attempts = Dictionary(grouping: try self.attempts(ofNumbers: called.map(\.id)), by: \.numberId)
        let open = Dictionary(
            try series(ids: waiting.compactMap(\.currentSeriesId)).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let planning = NumberPlanning(campaign, book: book, at: now)
        var records: [CampaignRecord] = []
        for var number in waiting {
            var series = number.currentSeriesId.flatMap { open[$0] }
            if series?.origin == .initial { series?.policyResolved = campaign.resolved(for: number) }
            let end = attempts[number.id]?.last { $0.state == .ended }?.endedAt
            let interval = Double(max(1, series?.policyResolved.retryIntervalInMinutes ?? 30)) * 60
            let due = number.state == .onRetry ? end.map { $0.addingTimeInterval(interval) } ?? now : now
            try planning.plan(&number, from: due, series: series)
            if number.state.isFinal { series?.close() }
            if let series { records.append(.series(series)) }
            records.append(.number(number))
        }
        if !records.isEmpty {
            let cause = CampaignEventCause(.numbersPlanned, at: now, actor: "operator", campaignId: campaign.id)
            try save([RecordChange(records, because: cause)])
        }
        return last.seq
    }
}

extension Campaign {
    /// Runs from now on; its lifetime counts from the first start.
    package mutating func begin(at moment: Date) {
        state = .running
        startedAt = startedAt ?? moment
    }
}

extension CampaignControl {
    fileprivate func kind(_ state: CampaignState) -> CampaignEventKind {
        switch self {
        case .start, .resume: .campaignStarted
        case .pause: .campaignPaused
        case .stop, .remove: state == .finished ? .campaignFinished : .campaignStopped
        case .reload, .addNumbers: .campaignChanged
        }
    }
}

extension CampaignReading {
    /// Why a number is not being called.
    package func why(_ number: CampaignNumber, book: ScheduleBook, at now: Date) throws(StoreError) -> WhyNotCalled {
        guard let campaign = try campaign(id: number.campaignId) else {
            throw StoreError(.missing, "The campaign of the number is gone.")
        }
        let series = try number.currentSeriesId.andThen { id throws(StoreError) in try self.series(id: id) }
        let policy = series?.policyResolved ?? campaign.resolved(for: number)
        var lawless = campaign
        lawless.profile = .none
        let zone = try (number.zone ?? policy.gmtZone ?? campaign.zone).andThen { name throws(StoreError) in
            try book.zone(named: name)
        }
        let isHere = number.state == .committed || number.state == .inCall
        let phones = try phonesInCalls(
            among: isHere ? [] : [number.phoneKey], uncertainSince: now.addingTimeInterval(-Claiming.longestCall))
        let obstacles = CallObstacles(
            campaign: campaign, number: number,
            timetable: zone == nil ? nil : try book.timetable(of: number, in: campaign, policy: policy),
            ownHours: zone == nil ? nil : try book.timetable(of: number, in: lawless, policy: policy),
            zone: zone ?? .utc,
            suppression: try suppressions(ofPhones: [number.phoneKey]).first {
                $0.holds(at: now, inCampaign: campaign.id)
            },
            isPhoneInCall: !phones.isEmpty, live: try liveCounts(ofCampaign: campaign.id).live,
            ahead: number.isDue ? try dueAhead(of: number, limit: 100_000) : nil)
        return obstacles.why(at: now)
    }
}
