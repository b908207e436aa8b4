import CampaignModel
import CampaignStorage
import CivilTime
import FoundationEssentials

/// The record of one answered call: opened when the caller picks up, kept after every turn, closed at the end.
///
/// Each step is one durable transaction. One call at a time may go to a number: a call that is opened while another one
/// is still live takes over, and the one before can keep nothing more.
package final class CallLedger {
    /// `$client` as JSON, as the last turn of this bot in a call to this number left it; `{}` before the first.
    package private(set) var client: String
    /// The conversation as the last turn left it, when a call is resumed; `nil` before the first turn.
    package private(set) var conversation: String?
    /// The id of the attempt that this call is.
    package let attemptId: String
    /// The callee's zone, by which redials are planned.
    package let zone: Zone
    /// What scripts may ask about the campaign and the attempts up to this call.
    package let standing: CallStanding?
    /// JSON of `$dialer.getPayload()`: as given for this call, else what the store has for the number.
    package let payload: String

    private let store: any CampaignStore
    private let campaignId: String
    private let numberId: String
    private let bot: String
    private var identifiers: any RandomNumberGenerator

    /// Records that the call to a number was answered, and makes the campaign and the number when they are new.
    ///
    /// - Parameters:
    ///   - bot: what tells the bot from others that call the number: `$client` is its own.
    ///   - zone: of the callee, as given; kept with the number.
    ///   - payload: JSON of `$dialer.getPayload()`; `{}` leaves what an earlier call or an import gave.
    ///   - plannedAttempt: of ``PlannedCall``, when this call plays it; it then counts in its series' quota.
    ///   - identifiers: the random bits of new ids.
    /// - Throws: `conflict` when the planned call was already played or replaced; any ``StoreError`` of the store.
    package init(
        store: any CampaignStore, campaign name: String, number: String, bot: String, zone: String,
        payload: String = "{}",
        at now: Date, plannedAttempt: String? = nil, identifiers: any RandomNumberGenerator
    ) throws(StoreError) {
        self.zone = try Self.zone(named: zone)
        var identifiers = identifiers
        let opened = try store.transaction { transaction throws(StoreError) in
            var opening = CallOpening(transaction, at: now.asStored, identifiers: identifiers)
            let rows = try opening.open(
                campaign: name, number: number, zone: zone, payload: payload, plannedAttempt: plannedAttempt,
                bot: bot)
            identifiers = opening.identifiers
            return (rows: rows, standing: opening.standing, client: opening.client)
        }
        self.store = store
        self.identifiers = identifiers
        let rows = opened.rows
        (campaignId, numberId, attemptId) = (rows.campaign.id, rows.number.id, rows.attempt.id)
        (self.bot, client) = (bot, opened.client)
        (standing, self.payload) = (opened.standing, rows.number.payload)
    }

    /// Goes on with a call that another process began, after a restart.
    ///
    /// - Throws: `conflict` when the call is over; `missing` when the store has no such call.
    package init(
        store: any CampaignStore, resuming attemptId: String, bot: String, identifiers: any RandomNumberGenerator
    ) throws(StoreError) {
        let (rows, standing, client) = try store.read { reading throws(StoreError) in
            let rows = try CallRows(ofAttempt: attemptId, in: reading)
            let id = rows.number.id
            let (series, manualCalls) = (
                try reading.series(id: rows.attempt.seriesId), try reading.manualCalls(toNumber: id)
            )
            let standing = series.map {
                CallStanding(campaign: rows.campaign, number: rows.number, series: $0, manualCalls: manualCalls)
            }
            return (rows, standing, try reading.client(ofNumber: id, bot: bot))
        }
        try rows.checkLive()
        zone = try Self.zone(named: rows.number.zone ?? rows.campaign.zone ?? "UTC")
        self.store = store
        self.identifiers = identifiers
        self.attemptId = attemptId
        (campaignId, numberId) = (rows.campaign.id, rows.number.id)
        (self.bot, self.client, conversation) = (bot, client ?? "{}", rows.attempt.conversation)
        self.standing = standing
        payload = rows.number.payload
    }

    /// Stores a turn and plans the redial it asked for; when this returns, the turn's replies may be handed out.
    ///
    /// A second redial of the same call is refused, also after a restart of the process.
    /// - Throws: `conflict` when another call took over the number; then nothing of the turn was kept.
    package func keep(_ turn: TurnToKeep, at now: Date) throws(StoreError) -> RedialOutcome? {
        let outcome = try store.transaction { transaction throws(StoreError) -> RedialOutcome? in
            _ = try transaction.lockCampaign(id: campaignId)
            var rows = try CallRows(ofAttempt: attemptId, in: transaction)
            try rows.checkLive()
            rows.attempt.conversation = turn.conversation
            try transaction.keepTalk(of: rows.attempt, client: turn.client, bot: bot)
            guard let request = turn.redial else { return nil }
            let id = RecordID.make(at: now, using: &identifiers)
            return try RedialBooking(transaction, rows: rows, zone: zone, at: now.asStored).book(request, id: id)
        }
        (client, conversation) = (turn.client, turn.conversation)
        return outcome
    }

    /// Records the end of the call; its series is over, since the call was answered. Harmless when it has ended already.
    package func end(at now: Date, by party: CallEnd) throws(StoreError) {
        try store.transaction { transaction throws(StoreError) in
            let settlement = Settlement(transaction, book: ScheduleBook(), at: now.asStored, actor: party.rawValue)
            try settlement.end(attemptId, CallEnding(.answered, endedAt: now.asStored, endedBy: party))
        }
    }

    /// The next call that the store plans for this number, or `nil` when none is.
    package func nextPlanned() throws(StoreError) -> PlannedCall? {
        try store.read { reading throws(StoreError) in
            guard let number = try reading.number(id: numberId), let seriesId = number.currentSeriesId,
                let series = try reading.series(id: seriesId), let name = series.nextPlannedAttempt,
                let moment = series.plannedMoments.first
            else { return nil }
            return PlannedCall(moment: moment, plannedAttempt: name, seriesId: seriesId)
        }
    }

    /// What a store knows of a number before a call to it; `nil` when there is no such campaign.
    package static func known(
        _ number: String, inCampaign name: String, store: any CampaignStore
    ) throws(StoreError) -> KnownNumber? {
        try store.read { reading throws(StoreError) in
            guard let campaign = try reading.campaign(named: name) else { return nil }
            return KnownNumber(try reading.number(phone: number, ofCampaign: campaign.id), in: campaign)
        }
    }

    private static func zone(named text: String) throws(StoreError) -> Zone {
        do {
            return try Zone.named(text)
        } catch {
            throw StoreError(.unusable, error.message, hint: error.hint)
        }
    }
}
