import CampaignModel
import CampaignStorage
import CivilTime
import FoundationEssentials

/// Records in one transaction that a number answered: campaign, number, series, attempt.
struct CallOpening {
    private let transaction: any CampaignTransaction
    private let now: Date
    private(set) var identifiers: any RandomNumberGenerator
    /// Where the call stands in its campaign, once it is open.
    private(set) var standing: CallStanding?
    /// `$client` of the number as the bot left it, once the call is open.
    private(set) var client = "{}"
    private static let actor = "console"

    init(_ transaction: any CampaignTransaction, at now: Date, identifiers: any RandomNumberGenerator) {
        self.transaction = transaction
        self.now = now
        self.identifiers = identifiers
    }

    mutating func open(
        campaign name: String, number phone: String, zone: String, payload: String, plannedAttempt: String?, bot: String
    ) throws(StoreError) -> CallRows {
        let campaign = try campaign(named: name)
        var number = try number(phone, of: campaign, zone: zone, payload: payload)
        try closeAbandoned(of: &number, in: campaign)
        let series = try series(for: plannedAttempt, of: number, in: campaign)
        let attempt = try answer(number, in: campaign, series: series, isPlanned: plannedAttempt != nil)
        number.zone = zone
        if payload != "{}" { number.payload = payload }
        number.count(attempt, of: series, now: now)
        standing = CallStanding(
            campaign: campaign, number: number, series: series,
            manualCalls: try transaction.manualCalls(toNumber: number.id))
        try takeClient(of: &number, for: bot)
        let rows = CallRows(campaign: campaign, number: number, attempt: attempt)
        try transaction.save(
            .number(number), because: rows.cause(.numberChanged, at: now, actor: Self.actor, series: series.id))
        return rows
    }

    private mutating func newId() -> String { RecordID.make(at: now, using: &identifiers) }

    // MARK: Campaign and number

    private mutating func campaign(named name: String) throws(StoreError) -> Campaign {
        if let known = try transaction.campaign(named: name), let locked = try transaction.lockCampaign(id: known.id) {
            return locked
        }
        let campaign = Campaign.console(id: newId(), name: name, createdAt: now)
        try transaction.save(
            .campaign(campaign), because: .init(.campaignCreated, at: now, actor: Self.actor, campaignId: campaign.id))
        return campaign
    }

    private mutating func number(
        _ phone: String, of campaign: Campaign, zone: String, payload: String
    ) throws(StoreError) -> CampaignNumber {
        if let known = try transaction.number(phone: phone, ofCampaign: campaign.id) { return known }
        let number = CampaignNumber(
            id: newId(), campaignId: campaign.id, seq: try transaction.lastNumberSeq(ofCampaign: campaign.id) + 1,
            phone: phone, payload: payload, zone: zone,
            reason: "added by a call from the console", addedAt: now)
        let cause = CampaignEventCause(
            .numberAdded, at: now, actor: Self.actor, campaignId: campaign.id, numberId: number.id)
        try transaction.save(.number(number), because: cause)
        return number
    }

    // What a killed process left: its call ends here, the series that it opened stays.
    private func closeAbandoned(of number: inout CampaignNumber, in campaign: Campaign) throws(StoreError) {
        guard let attempt = try transaction.attempts(ofNumber: number.id).last(where: \.state.isLive) else { return }
        try Settlement(transaction, book: ScheduleBook(), at: now, actor: Self.actor)
            .end(attempt.id, CallEnding(.answered, endedAt: now, endedBy: .abandoned))
        number = try transaction.number(id: number.id) ?? number
    }

    // What an old store kept for all bots together is now the bot's that calls first.
    private mutating func takeClient(of number: inout CampaignNumber, for bot: String) throws(StoreError) {
        let own = try transaction.client(ofNumber: number.id, bot: bot)
        if own == nil, let shared = number.client {
            try transaction.putClient(shared, ofNumber: number.id, bot: bot)
            number.client = nil
            client = shared
        } else {
            client = own ?? "{}"
        }
    }

    // MARK: Series and attempt

    private mutating func series(
        for plannedAttempt: String?, of number: CampaignNumber, in campaign: Campaign
    ) throws(StoreError) -> Series {
        guard let plannedAttempt else { return try openManual(for: number, in: campaign) }
        return try use(plannedAttempt, of: number, in: campaign)
    }

    private func use(
        _ plannedAttempt: String, of number: CampaignNumber, in campaign: Campaign
    ) throws(StoreError) -> Series {
        let id = String(plannedAttempt.prefix { $0 != "/" })
        guard var series = try transaction.series(id: id), series.numberId == number.id,
            series.nextPlannedAttempt == plannedAttempt
        else {
            throw StoreError(
                .conflict,
                "The planned call \(plannedAttempt) of \(number.phone) was already made, or a later redial replaced it.",
                hint: "`ringback campaign show \(campaign.name) --numbers` lists what is planned now.")
        }
        series.used += 1
        series.plannedMoments.removeFirst()
        let cause = CampaignEventCause(
            .seriesUsed, at: now, actor: Self.actor, campaignId: campaign.id, numberId: number.id, seriesId: id,
            reason: "attempt \(series.used) of \(series.quota)")
        try transaction.save(.series(series), because: cause)
        return series
    }

    // A call outside every plan is a series of its own that is over at once; what is planned stays planned.
    private mutating func openManual(
        for number: CampaignNumber, in campaign: Campaign
    ) throws(StoreError) -> Series {
        let ordinal = (try transaction.series(ofNumber: number.id).last?.ordinal ?? 0) + 1
        let series = Series(
            id: newId(), numberId: number.id, ordinal: ordinal, origin: .manual, quota: 1, used: 1, state: .finished,
            openedAt: now)
        let cause = CampaignEventCause(
            .seriesOpened, at: now, actor: Self.actor, campaignId: campaign.id, numberId: number.id,
            seriesId: series.id, reason: "a call from the console")
        try transaction.save(.series(series), because: cause)
        return series
    }

    private mutating func answer(
        _ number: CampaignNumber, in campaign: Campaign, series: Series, isPlanned: Bool
    ) throws(StoreError) -> Attempt {
        var attempt = Attempt(id: newId(), of: number, in: series, at: now)
        (attempt.state, attempt.outcome, attempt.answeredAt) = (.answered, .answered, now)
        if isPlanned { attempt.plannedAt = number.nextDueAt }
        let rows = CallRows(campaign: campaign, number: number, attempt: attempt)
        try transaction.save(
            .attempt(attempt), because: rows.cause(.attemptAnswered, at: now, actor: Self.actor, series: series.id))
        return attempt
    }
}

extension CampaignReading {
    /// How many calls to the number persons have made outside every plan: each is a series of its own.
    func manualCalls(toNumber id: String) throws(StoreError) -> Int {
        try series(ofNumber: id).count { $0.origin == .manual }
    }
}

extension CampaignNumber {
    fileprivate mutating func count(_ attempt: Attempt, of series: Series, now: Date) {
        attemptsTotal += 1
        attemptsBegun += 1
        seriesCount = max(seriesCount, series.ordinal)
        if series.origin == .redial { attemptsExtra += 1 }
        if currentSeriesId == series.id { nextDueAt = series.plannedMoments.first }
        // What is planned stays planned; no dialer takes it before this call is over.
        (isDue, turnsAt) = (false, nil)
        state = .inCall
        reason = "in a call since \(now.isoText)"
    }
}

extension Campaign {
    /// What a console call assumes of a campaign that nobody has made: five attempts, half an hour apart, at any hour.
    package static func console(id: String, name: String, createdAt: Date) -> Campaign {
        Campaign(
            id: id, name: name, state: .running,
            defaultPolicy: CallPolicy(retryIntervalInMinutes: 30, maxAttempts: 5), profile: .none, createdAt: createdAt)
    }
}
