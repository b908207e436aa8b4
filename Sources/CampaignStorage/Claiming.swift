import CampaignModel
import CivilTime
import FoundationEssentials

/// A call that a dialer has decided to make: from the moment at which this is stored the phone may ring.
package struct Claim: Sendable {
    package var campaign: Campaign
    package var number: CampaignNumber
    package var series: Series
    package var attempt: Attempt
}

/// What a claim may use.
package struct ClaimRoom: Sendable, Hashable {
    /// The most calls that the dialer can begin before their time is over.
    package var most: Int
    /// Free agents or sessions; `nil` when nobody counts them.
    package var agents: Int?
    package var waitingForAgents: Int

    package init(most: Int, agents: Int? = nil, waitingForAgents: Int = 0) {
        (self.most, self.agents, self.waitingForAgents) = (most, agents, waitingForAgents)
    }
}

/// Step 1 of reliable dialing (campaigns.md 14.2): decides in one transaction whom to call now.
///
/// Everything is asked again here, since time has passed since the plan: the campaign's state, lines and rate, the number's
/// window, the do-not-call list, the series' quota, and whether the phone is in a call of any campaign.
package struct Claiming {
    private let transaction: any CampaignTransaction
    private let book: ScheduleBook
    private let now: Date
    private let owner: String
    private let leaseUntil: Date
    private(set) package var identifiers: any RandomNumberGenerator & Sendable
    private var changes: [RecordChange] = []
    private var claims: [Claim] = []
    /// Whether to claim again at once: there was no room for more, or numbers were set aside that could not be called after all.
    private(set) package var hasMore = false

    /// How long a phone is left alone because it is in another call, before it is asked again.
    private static let pauseForPhone: TimeInterval = 30
    /// How long an uncertain call may have lasted: until then the phone is left alone.
    package static let longestCall: TimeInterval = 3600
    /// How many due numbers one claim sets aside.
    private static let mostInVain = 200
    private static let actor = "dialer"

    package init(
        _ transaction: any CampaignTransaction, book: ScheduleBook, owner: String, at now: Date, leaseUntil: Date,
        identifiers: any RandomNumberGenerator & Sendable
    ) {
        (self.transaction, self.book, self.owner, self.now) = (transaction, book, owner, now)
        (self.leaseUntil, self.identifiers) = (leaseUntil, identifiers)
    }

    /// The calls to make now, none when the campaign is not running or nothing is due.
    package mutating func claim(campaign id: String, room: ClaimRoom) throws(StoreError) -> [Claim] {
        guard var campaign = try transaction.lockCampaign(id: id), campaign.state == .running,
            now < campaign.lastMoment ?? .distantFuture
        else { return [] }
        let allowed = try allowance(of: campaign, room)
        guard allowed > 0 else { return [] }
        try claim(upTo: allowed, of: campaign)
        // Another phone of a contact may have become due by what was set aside.
        hasMore = hasMore || claims.count == room.most || changes.count > claims.count
        if campaign.pacing.callsPerSecond != nil, !claims.isEmpty {
            campaign.nextCallAt = campaign.pacing.nextCall(after: claims.count, at: now, before: campaign.nextCallAt)
            let cause = CampaignEventCause(.campaignChanged, at: now, actor: Self.actor, campaignId: id, reason: "rate")
            changes.append(RecordChange([.campaign(campaign)], because: cause))
        }
        try transaction.save(changes)
        return claims
    }

    private func allowance(of campaign: Campaign, _ room: ClaimRoom) throws(StoreError) -> Int {
        let counts = try transaction.liveCounts(ofCampaign: campaign.id)
        var allowed = campaign.pacing.allowance(
            live: counts.live, ringing: counts.unanswered, agents: room.agents,
            waiting: room.waitingForAgents, nextCallAt: campaign.nextCallAt, now: now)
        allowed = min(allowed, room.most)
        guard allowed > 0, let total = campaign.limits.total else { return allowed }
        return min(allowed, total - (try transaction.attemptCount(ofCampaign: campaign.id)))
    }

    private mutating func claim(upTo allowed: Int, of campaign: Campaign) throws(StoreError) {
        var phones: Set<String> = []
        var asked: Set<String> = []
        while claims.count < allowed {
            // What is not called now stays first in the order until its change is written, so ask for more than that.
            let due = try transaction.dueNumbers(ofCampaign: campaign.id, limit: allowed - claims.count + asked.count)
                .filter { !asked.contains($0.id) }
            guard !due.isEmpty else { return }
            // A window that closes makes many numbers wait at once, and no transaction is to be long.
            hasMore = asked.count > Self.mostInVain
            guard !hasMore else { return }
            asked.formUnion(due.map(\.id))
            let facts = try Facts(of: due, at: now, transaction)
            for number in due {
                try claim(number, of: campaign, facts, phones: &phones)
            }
        }
    }

    private mutating func claim(
        _ number: CampaignNumber, of campaign: Campaign, _ facts: Facts, phones: inout Set<String>
    ) throws(StoreError) {
        if let entry = facts.suppression(of: number, at: now) {
            return try suppress(number, entry, facts, of: campaign)
        }
        let series = facts.series[number.id] ?? firstSeries(of: number, in: campaign)
        // A dialer whose clock was ahead may have taken it for due.
        let due = number.nextDueAt ?? now
        guard try isOpen(number, series, in: campaign), due <= now else {
            return try replan(number, from: max(due, now), series, opened: facts.series[number.id], in: campaign)
        }
        guard series.used < series.quota else {
            var number = number
            number.end(as: .notDone, reason: "exhausted: all \(series.quota) attempts were made")
            return try note(.numberChanged, number, closing: facts.series[number.id], of: campaign)
        }
        guard !facts.phonesInCalls.contains(number.phoneKey), phones.insert(number.phoneKey).inserted else {
            return waitForPhone(number)
        }
        commit(number, series, in: campaign)
    }

    private mutating func commit(_ number: CampaignNumber, _ series: Series, in campaign: Campaign) {
        var (number, series) = (number, series)
        series.used += 1
        if !series.plannedMoments.isEmpty { series.plannedMoments.removeFirst() }
        var attempt = Attempt(id: RecordID.make(at: now, using: &identifiers), of: number, in: series, at: now)
        (attempt.plannedAt, attempt.owner, attempt.leaseUntil) = (number.nextDueAt, owner, leaseUntil)
        number.begin(series)
        claims.append(Claim(campaign: campaign, number: number, series: series, attempt: attempt))
        note(.attemptCommitted, number, [.series(series), .attempt(attempt)], attempt: attempt)
    }

    private mutating func firstSeries(of number: CampaignNumber, in campaign: Campaign) -> Series {
        let policy = campaign.resolved(for: number)
        return Series(
            id: RecordID.make(at: now, using: &identifiers), numberId: number.id, ordinal: number.seriesCount + 1,
            origin: .initial, policyGiven: number.policy, policyResolved: policy,
            quota: campaign.firstQuota(policy), openedAt: now)
    }

    /// Whether the number may be called now; one whose zone is not known any more may not.
    private func isOpen(
        _ number: CampaignNumber, _ series: Series, in campaign: Campaign
    ) throws(StoreError) -> Bool {
        do throws(StoreError) {
            return try book.timetable(of: number, in: campaign, policy: series.policyResolved).contains(now)
        } catch {
            guard error.kind == .unusable else { throw error }
            return false
        }
    }

    // MARK: What is not called after all

    private mutating func suppress(
        _ number: CampaignNumber, _ entry: Suppression, _ facts: Facts, of campaign: Campaign
    ) throws(StoreError) {
        var number = number
        number.end(by: entry)
        try note(.numberSuppressed, number, closing: facts.series[number.id], of: campaign)
    }

    private mutating func replan(
        _ number: CampaignNumber, from moment: Date, _ series: Series, opened: Series?, in campaign: Campaign
    ) throws(StoreError) {
        var number = number
        try NumberPlanning(campaign, book: book, at: now).plan(&number, from: moment, series: series)
        guard number.state.isFinal else { return note(.numbersPlanned, number) }
        try note(.numbersPlanned, number, closing: opened, of: campaign)
    }

    /// A number for which no call follows: its series is over, and another phone of its contact may be next.
    private mutating func note(
        _ kind: CampaignEventKind, _ number: CampaignNumber, closing series: Series?, of campaign: Campaign
    ) throws(StoreError) {
        let over = try transaction.over(number, series, of: campaign, book: book, at: now)
        note(kind, over.number, over.others)
    }

    private mutating func waitForPhone(_ number: CampaignNumber) {
        var number = number
        let moment = now.addingTimeInterval(Self.pauseForPhone)
        (number.isDue, number.nextDueAt, number.turnsAt) = (false, moment, moment)
        number.reason = WaitReason.phoneInCall.rawValue
        note(.numberChanged, number)
    }

    private mutating func note(
        _ kind: CampaignEventKind, _ number: CampaignNumber, _ rest: [CampaignRecord] = [], attempt: Attempt? = nil
    ) {
        let cause = CampaignEventCause(
            kind, at: now, actor: Self.actor, campaignId: number.campaignId, numberId: number.id,
            seriesId: attempt?.seriesId, attemptId: attempt?.id)
        changes.append(RecordChange([.number(number)] + rest, because: cause))
    }
}

extension CampaignNumber {
    /// An attempt of a series begins; its use is counted.
    fileprivate mutating func begin(_ series: Series) {
        if currentSeriesId != series.id { seriesCount = max(seriesCount, series.ordinal) }
        currentSeriesId = series.id
        attemptsTotal += 1
        attemptsBegun += 1
        if series.origin == .redial || series.origin == .recall { attemptsExtra += 1 }
        state = .committed
        reason = "attempt \(series.used) of \(series.quota)"
        pauseTurns()
    }
}

/// What a claim asks of the store for all due numbers together.
private struct Facts {
    let series: [String: Series]
    let phonesInCalls: Set<String>
    private let suppressions: [String: [Suppression]]

    init(of numbers: [CampaignNumber], at now: Date, _ reading: any CampaignReading) throws(StoreError) {
        let keys = numbers.map(\.phoneKey)
        phonesInCalls = try reading.phonesInCalls(
            among: keys, uncertainSince: now.addingTimeInterval(-Claiming.longestCall))
        suppressions = Dictionary(grouping: try reading.suppressions(ofPhones: keys), by: \.phoneKey)
        let open = try reading.series(ids: numbers.compactMap(\.currentSeriesId))
        series = Dictionary(open.map { ($0.numberId, $0) }, uniquingKeysWith: { $1 })
    }

    func suppression(of number: CampaignNumber, at now: Date) -> Suppression? {
        suppressions[number.phoneKey]?.first { $0.holds(at: now, inCampaign: number.campaignId) }
    }
}
