import CampaignModel
import CampaignStorage
import CivilTime
import FoundationEssentials

/// Records the end of an answered call: the attempt, the series it belonged to, the number.
struct CallClosing {
    private let transaction: any CampaignTransaction
    private let now: Date

    init(_ transaction: any CampaignTransaction, at now: Date) {
        self.transaction = transaction
        self.now = now
    }

    /// Ends the call and returns its number as it stands then.
    @discardableResult
    func close(_ rows: CallRows, by party: CallEnd) throws(StoreError) -> CampaignNumber {
        var rows = rows
        try end(&rows, by: party)
        try finishSeries(of: &rows)
        try settleNumber(&rows)
        return rows.number
    }

    private func end(_ rows: inout CallRows, by party: CallEnd) throws(StoreError) {
        rows.attempt.state = .ended
        rows.attempt.endedAt = now
        rows.attempt.endedBy = party
        let isAbandoned = party == .abandoned
        let reason = isAbandoned ? "its program was gone without recording the end; noticed by the next call" : nil
        let cause = rows.cause(
            isAbandoned ? .attemptAbandoned : .attemptEnded, at: now, actor: isAbandoned ? "console" : party.rawValue,
            series: rows.attempt.seriesId, reason: reason)
        try transaction.save(.attempt(rows.attempt), because: cause)
    }

    // An answered call is what a series was for; the attempts it had left are dropped. One that the call's own redial
    // replaced is over already.
    private func finishSeries(of rows: inout CallRows) throws(StoreError) {
        guard var series = try transaction.series(id: rows.attempt.seriesId), series.state == .open else { return }
        series.state = .finished
        series.plannedMoments = []
        let cause = rows.cause(.seriesFinished, at: now, actor: "console", series: series.id, reason: "answered")
        try transaction.save(.series(series), because: cause)
        if rows.number.currentSeriesId == series.id { rows.number.currentSeriesId = nil }
    }

    private func settleNumber(_ rows: inout CallRows) throws(StoreError) {
        var open: Series?
        if let id = rows.number.currentSeriesId { open = try transaction.series(id: id) }
        rows.number.settle(after: open)
        try transaction.save(
            .number(rows.number), because: rows.cause(.numberChanged, at: now, actor: "console", series: open?.id))
    }
}

extension CampaignNumber {
    // The state between calls is what the open series says.
    fileprivate mutating func settle(after open: Series?) {
        guard let open, let moment = open.plannedMoments.first else {
            (state, reason, nextDueAt) = (.done, "answered", nil)
            return
        }
        state = open.used == 0 ? .planned : .onRetry
        reason = "attempt \(open.used + 1) of \(open.quota) is due at \(moment.isoText)"
        nextDueAt = moment
    }
}
