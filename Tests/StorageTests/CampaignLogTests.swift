import CampaignModel
import CampaignStorage
import Dialing
import Foundation
import Testing

@Suite struct CampaignLogTests {
    /// Calls in every combination of redial, end, kill and played plan, chosen by seeded bits.
    private func busyDay(_ desk: Desk, seed: UInt64) throws {
        var bits = SeededBits(seed: seed)
        var now = Desk.start
        var last: CallLedger?
        for _ in 0..<12 {
            let next = try last?.nextPlanned().flatMap { $0.moment >= now ? $0 : nil }
            let played = Bool.random(using: &bits) ? next : nil
            now = played?.moment ?? now
            let call = try desk.call(at: now, planned: played?.plannedAttempt, seed: bits.next())
            last = call
            let request =
                Bool.random(using: &bits) ? anHourLater(than: now, attempts: Int.random(in: 1...5, using: &bits)) : nil
            _ = try call.keep(turn(request), at: now)
            now += Double(Int.random(in: 1...900, using: &bits))
            if Bool.random(using: &bits) { try call.end(at: now, by: .bot) }
        }
    }

    @Test("the log has no gaps, tells every record, and keeps the invariants", arguments: StoreKind.allCases, 1...6)
    func replay(_ kind: StoreKind, seed: Int) throws {
        let desk = try Desk(kind)
        try busyDay(desk, seed: UInt64(seed))
        let events = try desk.events()
        #expect(events.map(\.seq) == Array(1...events.count))
        var rows: [CampaignRecord] = [.number(try desk.number())]
        rows += try desk.series().map(CampaignRecord.series) + desk.attempts().map(CampaignRecord.attempt)
        let replayed = CampaignEvent.replay(events)
        for row in rows { #expect(replayed[row.id] == row.inLog) }
        #expect(replayed.count == rows.count + 1)

        let (number, series, attempts) = (try desk.number(), try desk.series(), try desk.attempts())
        #expect(series.allSatisfy { $0.used <= $0.quota })
        #expect(series.filter { $0.state == .open }.count <= 1)
        #expect(attempts.filter(\.state.isLive).count <= 1)
        #expect(attempts.count == number.attemptsTotal)
        let redials = Set(series.filter { $0.origin == .redial }.map(\.id))
        #expect(attempts.filter { redials.contains($0.seriesId) }.count == number.attemptsExtra)
        #expect(number.attemptsExtra <= 5)
    }

    @Test("a transaction that fails leaves nothing", arguments: StoreKind.allCases)
    func rollback(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        _ = try desk.call()
        let (before, number) = (try desk.events(), try desk.number())
        #expect(throws: StoreError(.unusable, "the test gave up")) {
            try desk.store.transaction { transaction throws(StoreError) in
                var changed = number
                changed.state = .canceled
                try transaction.save(
                    .number(changed),
                    because: .init(.numberChanged, at: Desk.start, actor: "test", campaignId: number.campaignId))
                throw StoreError(.unusable, "the test gave up")
            }
        }
        #expect(try desk.events() == before)
        #expect(try desk.number() == number)
    }

    @Test("the words of a talk stand in no event", arguments: StoreKind.allCases)
    func talkIsPrivate(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let ledger = try desk.call()
        _ = try ledger.keep(
            turn(anHourLater(than: Desk.start), words: "\"secret\"", client: "\"secret\""), at: Desk.start)
        try ledger.end(at: Desk.start, by: .bot)
        #expect(try !desk.events().contains { "\($0)".contains("secret") })
        #expect(
            try desk.call(at: Desk.start + 1).client == "\"secret\"" && desk.attempts()[0].conversation == "\"secret\"")
    }

    @Test("all stores tell the same story of the same calls", arguments: StoreKind.allCases)
    func twins(_ kind: StoreKind) throws {
        let (memory, other) = (try Desk(.memory), try Desk(kind))
        try busyDay(memory, seed: 42)
        try busyDay(other, seed: 42)
        #expect(try memory.events() == other.events())
        #expect(try memory.series() == other.series())
        #expect(try memory.attempts() == other.attempts())
        #expect(try memory.number() == other.number())
    }

    @Test("ids sort by time and look like version 7")
    func identifiers() {
        var bits = SeededBits(seed: 3)
        let ids = (0..<100).map { RecordID.make(at: Desk.start + Double($0), using: &bits) }
        #expect(ids == ids.sorted() && Set(ids).count == 100)
        let form = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        #expect(ids.allSatisfy { $0.wholeMatch(of: form) != nil })
    }
}
