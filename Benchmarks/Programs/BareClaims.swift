import CampaignModel
import CampaignStorage
import Foundation

/// The statements of a claim and nothing else: what it writes lies ready.
final class BareClaims {
    private let database: BareDatabase
    private let campaign: BareStatement
    private let live: BareStatement
    private let due: BareStatement
    private let phones: BareStatement
    private let suppressions: BareStatement
    private let lastSeq: BareStatement
    private let writers: [BareStatement]
    private let event: BareStatement

    init(_ path: String, batch: Int) throws {
        let database = try BareDatabase(path)
        let marks = Array(repeating: "?", count: batch).joined(separator: ", ")
        let events = CampaignEvent.columns
        campaign = database.prepare(BareDatabase.select(Campaign.self) + "WHERE id = ?")
        live = database.prepare(Self.live)
        due = database.prepare(BareDatabase.select(CampaignNumber.self) + Self.due)
        phones = database.prepare(
            """
            SELECT phoneKey FROM attempt WHERE \(Self.isLive) AND phoneKey IN (\(marks))
            UNION SELECT phoneKey FROM attempt WHERE state = 'uncertain' AND phoneKey IN (\(marks)) AND committedAt > ?
            """)
        suppressions = database.prepare(BareDatabase.select(Suppression.self) + "WHERE phoneKey IN (\(marks))")
        lastSeq = database.prepare("SELECT max(seq) FROM event WHERE campaignId = ?")
        writers = [
            BareDatabase.upsert(CampaignNumber.self), BareDatabase.upsert(Series.self),
            BareDatabase.upsert(Attempt.self),
        ].map(database.prepare)
        event = database.prepare(
            "INSERT INTO event (\(events.map(\.name).joined(separator: ", "))) VALUES (\(events.map { _ in "?" }.joined(separator: ", ")))"
        )
        self.database = database
    }

    /// What a claim of the store has written, as rows.
    struct Written {
        let campaign: FieldValue
        let phones: [FieldValue]
        let committedAt: FieldValue
        let records: [[[FieldValue]]]
        let events: [[FieldValue]]

        init(_ claims: [Claim], _ log: [CampaignEvent]) {
            campaign = .init(claims.first?.campaign.id)
            phones = claims.map { .text($0.number.phoneKey) }
            committedAt = .init(claims.first?.attempt.committedAt)
            records = claims.map { [$0.number.row, $0.series.row, $0.attempt.row] }
            events = log.map(\.row)
        }
    }

    func claim(_ written: Written) {
        database.run("BEGIN IMMEDIATE")
        campaign.step([written.campaign])
        live.step([written.campaign])
        let found = due.step([written.campaign, .init(written.phones.count)])
        precondition(found == written.phones.count)
        phones.step(written.phones + written.phones + [written.committedAt])
        suppressions.step(written.phones)
        lastSeq.step([written.campaign])
        for rows in written.records {
            for (writer, row) in zip(writers, rows) { writer.step(row) }
        }
        for row in written.events { event.step(row) }
        database.run("COMMIT")
    }

    private static let isLive =
        "(state = 'committed' OR state = 'originated' OR state = 'ringing' OR state = 'answered')"
    private static let live =
        "SELECT count(*), sum(state <> 'answered') FROM attempt WHERE \(isLive) AND campaignId = ?"
    private static let due = """
        WHERE campaignId = ? AND isDue = 1
        ORDER BY priority, hasOwnPolicy DESC, ifnull(windowEnd, \(Int64.max)), windowStart, nextDueAt, seq LIMIT ?
        """
}
