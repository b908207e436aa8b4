import CampaignModel
import FoundationEssentials

/// How a call was found to have ended.
package struct CallEnding: Sendable, Hashable {
    package var outcome: AttemptOutcome
    package var answeredAt: Date?
    /// The moment from which the next interval counts.
    package var endedAt: Date
    package var endedBy: CallEnd?
    /// `$dialer.setCallResult`.
    package var result: String?
    package var lineReason: String?

    package init(
        _ outcome: AttemptOutcome, endedAt: Date, answeredAt: Date? = nil, endedBy: CallEnd? = nil,
        result: String? = nil, lineReason: String? = nil
    ) {
        (self.outcome, self.endedAt, self.answeredAt, self.endedBy) = (outcome, endedAt, answeredAt, endedBy)
        (self.result, self.lineReason) = (result, lineReason)
    }
}

/// What becomes of a number, its series and its contact when one of its calls is over.
package struct Settlement {
    private let transaction: any CampaignTransaction
    private let book: ScheduleBook
    private let now: Date
    private let actor: String

    package init(_ transaction: any CampaignTransaction, book: ScheduleBook, at now: Date, actor: String) {
        (self.transaction, self.book, self.now, self.actor) = (transaction, book, now, actor)
    }

    /// Records the end of a call and plans what follows it.
    ///
    /// - Parameter fence: of the dialer that looks after the call; `nil` for whoever holds the talk itself.
    /// - Returns: `false` when the call was over already or another dialer looks after it; then nothing was written.
    @discardableResult
    package func end(_ attemptId: String, fence: Int? = nil, _ ending: CallEnding) throws(StoreError) -> Bool {
        guard var rows = try rows(of: attemptId, fence: fence) else { return false }
        rows.attempt.state = .ended
        rows.attempt.take(ending)
        try follow(&rows, ending)
        let isAbandoned = ending.endedBy == .abandoned
        try save(rows, isAbandoned ? .attemptAbandoned : .attemptEnded, reason: ending.outcome.rawValue)
        return true
    }

    /// Records that nothing rang, and gives the quota back.
    @discardableResult
    package func notDialed(_ attemptId: String, fence: Int? = nil, reason: String) throws(StoreError) -> Bool {
        guard var rows = try rows(of: attemptId, fence: fence) else { return false }
        rows.attempt.state = .notDialed
        rows.attempt.endedAt = now
        rows.attempt.lineReason = reason
        rows.number.giveBack(rows.series)
        rows.series?.used -= 1
        try rows.planning(book, now).plan(&rows.number, from: now, series: rows.series)
        try closeSeries(of: &rows)
        try save(rows, .attemptNotDialed, reason: reason)
        return true
    }

    /// Records that nobody can tell whether the phone rang: it is never called again by itself.
    @discardableResult
    package func uncertain(_ attemptId: String, fence: Int? = nil, reason: String) throws(StoreError) -> Bool {
        guard var rows = try rows(of: attemptId, fence: fence) else { return false }
        rows.attempt.state = .uncertain
        rows.attempt.endedAt = now
        rows.attempt.lineReason = reason
        rows.number.end(as: .uncertain, reason: "uncertain: \(reason)")
        try closeSeries(of: &rows)
        // A talk may have opened another one.
        if var open = try rows.number.currentSeriesId.andThen({ id throws(StoreError) in try transaction.series(id: id)
        }) {
            open.close()
            rows.number.currentSeriesId = nil
            rows.others.append(.series(open))
        }
        try save(rows, .attemptUncertain, reason: reason)
        return true
    }

    // MARK: What follows

    private func follow(_ rows: inout SettledRows, _ ending: CallEnding) throws(StoreError) {
        // The talk has asked for another series: that one decides.
        if rows.number.currentSeriesId != rows.attempt.seriesId {
            return try goOnWithOpenSeries(&rows, ending)
        }
        var after = AfterCall.final(.done, reason: ending.outcome.rawValue)
        if let series = rows.series {
            let rang = try transaction.attempts(ofNumber: rows.number.id).filter {
                $0.state != .notDialed && $0.id != rows.attempt.id
            }
            after = rows.campaign.next(after: rang + [rows.attempt], of: series, end: ending.endedAt)
        }
        try rows.take(after, book, now)
        try closeSeries(of: &rows)
        try followContact(&rows, after)
    }

    /// Which of the contact's phones is next; the others wait.
    private func followContact(_ rows: inout SettledRows, _ after: AfterCall?) throws(StoreError) {
        guard rows.number.contactId != nil else { return }
        let turned = ContactTurn.Turned(
            number: rows.number, series: rows.series, attempt: rows.attempt, after: after)
        let followed = try ContactTurn(transaction, rows.campaign, book: book, at: now).follow(turned)
        rows.number = followed.number
        rows.others += followed.others.map { .number($0) }
        try closeSeries(of: &rows)
    }

    private func goOnWithOpenSeries(_ rows: inout SettledRows, _ ending: CallEnding) throws(StoreError) {
        let open = try rows.number.currentSeriesId.andThen { id throws(StoreError) in try transaction.series(id: id) }
        guard let due = rows.number.nextDueAt, open == nil || open?.state == .open else {
            return rows.number.end(as: .done, reason: ending.outcome.rawValue)
        }
        try rows.planning(book, now).plan(&rows.number, from: due, series: open)
        if rows.number.state.isFinal, var closed = open {
            closed.close()
            rows.number.currentSeriesId = nil
            rows.others.append(.series(closed))
            try followContact(&rows, nil)
        }
    }

    private func closeSeries(of rows: inout SettledRows) throws(StoreError) {
        guard rows.number.state.isFinal, rows.series?.state == .open else {
            if let moment = rows.number.nextDueAt, rows.series?.state == .open {
                rows.series?.plannedMoments = [moment]
            }
            return
        }
        rows.series?.close()
        if rows.number.currentSeriesId == rows.attempt.seriesId { rows.number.currentSeriesId = nil }
    }

    private func save(_ rows: SettledRows, _ kind: CampaignEventKind, reason: String) throws(StoreError) {
        let cause = CampaignEventCause(
            kind, at: now, actor: actor, campaignId: rows.campaign.id, numberId: rows.number.id,
            seriesId: rows.attempt.seriesId, attemptId: rows.attempt.id, reason: reason)
        let series = rows.series.map { [CampaignRecord.series($0)] } ?? []
        let records: [CampaignRecord] = series + [.attempt(rows.attempt), .number(rows.number)] + rows.others
        try transaction.save([RecordChange(records, because: cause)])
    }

    private func rows(of attemptId: String, fence: Int?) throws(StoreError) -> SettledRows? {
        guard let attempt = try transaction.lockedAttempt(id: attemptId), attempt.state.isLive,
            fence == nil || fence == attempt.fence, let campaign = try transaction.campaign(id: attempt.campaignId),
            let number = try transaction.number(id: attempt.numberId)
        else { return nil }
        return SettledRows(
            campaign: campaign, number: number, attempt: attempt, series: try transaction.series(id: attempt.seriesId))
    }
}

extension CampaignReading {
    /// What follows the calls of a number that rang; `nil` before the first.
    func next(after rang: [Attempt], in campaign: Campaign) throws(StoreError) -> AfterCall? {
        guard let last = rang.last, let series = try series(id: last.seriesId) else { return nil }
        return campaign.next(after: rang, of: series, end: last.endedAt ?? last.committedAt)
    }
}

/// The records around a call that is being settled.
private struct SettledRows {
    let campaign: Campaign
    var number: CampaignNumber
    var attempt: Attempt
    var series: Series?
    /// Records of the same event besides these.
    var others: [CampaignRecord] = []

    func planning(_ book: ScheduleBook, _ now: Date) -> NumberPlanning { NumberPlanning(campaign, book: book, at: now) }

    mutating func take(_ after: AfterCall, _ book: ScheduleBook, _ now: Date) throws(StoreError) {
        switch after {
        case .retry(let moment): try planning(book, now).plan(&number, from: moment, series: series)
        case .final(let state, let reason): number.end(as: state, reason: reason)
        }
    }
}

extension Attempt {
    fileprivate mutating func take(_ ending: CallEnding) {
        outcome = ending.outcome
        answeredAt = answeredAt ?? ending.answeredAt
        endedAt = max(ending.endedAt, committedAt)
        endedBy = ending.endedBy
        result = ending.result ?? result
        lineReason = ending.lineReason ?? lineReason
        leaseUntil = nil
    }
}

extension CampaignNumber {
    fileprivate mutating func giveBack(_ series: Series?) {
        attemptsTotal -= 1
        if series?.origin == .redial || series?.origin == .recall { attemptsExtra -= 1 }
    }
}
