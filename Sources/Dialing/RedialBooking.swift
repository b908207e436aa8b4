import CampaignModel
import CampaignStorage
import CivilTime
import FoundationEssentials

/// Turns the redial request of a call into the series that takes the place of the number's open one.
struct RedialBooking {
    private let transaction: any CampaignTransaction
    private let rows: CallRows
    private let zone: Zone
    private let now: Date
    private static let actor = "script"

    init(_ transaction: any CampaignTransaction, rows: CallRows, zone: Zone, at now: Date) {
        self.transaction = transaction
        self.rows = rows
        self.zone = zone
        self.now = now
    }

    /// Books the request under the id, or refuses it; both leave a line in the log.
    func book(_ request: RedialRequest, id: String) throws(StoreError) -> RedialOutcome {
        let known = try transaction.series(ofNumber: rows.number.id)
        if let first = known.first(where: { $0.openedByAttemptId == rows.attempt.id }) {
            return try refuse(
                "This call has already planned a redial, the series \(first.id); only the first one of a call counts.")
        }
        switch SeriesPlan.make(
            request: request, campaign: rows.campaign, number: rows.number, zone: zone, now: now)
        {
        case .refused(let reason): return try refuse(reason)
        case .planned(let plan):
            try replaceOpen(known.first { $0.state == .open }, by: id)
            try open(plan, id: id, ordinal: (known.last?.ordinal ?? 0) + 1)
            return .scheduled(id: id, quota: plan.quota, attempts: plan.moments, notes: plan.notes)
        }
    }

    private func refuse(_ reason: String) throws(StoreError) -> RedialOutcome {
        try transaction.note(rows.cause(.redialRefused, at: now, actor: Self.actor, reason: reason))
        return .refused(reason: reason)
    }

    private func replaceOpen(_ open: Series?, by id: String) throws(StoreError) {
        guard var series = open else { return }
        series.state = .replaced
        series.plannedMoments = []
        let reason = "the redial series \(id) took its place after \(series.used) of \(series.quota) attempts"
        try transaction.save(
            .series(series),
            because: rows.cause(.seriesReplaced, at: now, actor: Self.actor, series: series.id, reason: reason))
    }

    private func open(_ plan: SeriesPlan, id: String, ordinal: Int) throws(StoreError) {
        let series = Series(
            id: id, numberId: rows.number.id, ordinal: ordinal, origin: .redial, openedByAttemptId: rows.attempt.id,
            policyGiven: plan.given, policyResolved: plan.resolved, quota: plan.quota, plannedMoments: plan.moments,
            openedAt: now)
        let notes = plan.notes.isEmpty ? nil : plan.notes.joined(separator: " ")
        try transaction.save(
            .series(series), because: rows.cause(.seriesOpened, at: now, actor: Self.actor, series: id, reason: notes))
        var number = rows.number
        number.currentSeriesId = id
        number.nextDueAt = plan.moments.first
        try transaction.save(
            .number(number), because: rows.cause(.numberChanged, at: now, actor: Self.actor, series: id))
    }
}
