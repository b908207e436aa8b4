import CampaignModel
import CampaignStorage
import Dialing
import Foundation
import SQLiteStorage
import Testing

@Suite struct CallLedgerTests {
    @Test(
        "a first call makes the campaign, the number, a series and an answered attempt", arguments: StoreKind.allCases)
    func firstCall(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let ledger = try desk.call()
        #expect(ledger.client == "{}")
        #expect(try desk.number().state == .inCall)
        #expect(try desk.number().attemptsTotal == 1)
        #expect(try desk.series().map(\.origin) == [.manual])
        #expect(try desk.attempts().map(\.state) == [.answered])
        let kinds = try desk.events().map(\.kind)
        #expect(kinds == [.campaignCreated, .numberAdded, .seriesOpened, .attemptAnswered, .numberChanged])
    }

    @Test("the vendor page's redial becomes a series at 10:00 and 10:05", arguments: StoreKind.allCases)
    func vendorRedial(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let ledger = try desk.call()
        let outcome = try #require(try ledger.keep(turn(anHourLater(than: Desk.start)), at: Desk.start))
        let moments = [moment("2026-11-23T10:00:00Z"), moment("2026-11-23T10:05:00Z")]
        #expect(outcome.quota == 2 && outcome.attempts == moments && outcome.notes.isEmpty)
        try ledger.end(at: Desk.start.addingTimeInterval(30), by: .bot)
        let open = try #require(try desk.series().last)
        #expect(open.state == .open && open.plannedMoments == moments && open.origin == .redial)
        #expect(open.openedByAttemptId == ledger.attemptId)
        let number = try desk.number()
        #expect(number.state == .planned && number.nextDueAt == moments[0] && number.currentSeriesId == open.id)
        #expect(try ledger.nextPlanned()?.moment == moments[0])
        #expect(try desk.attempts()[0].endedBy == .bot)
    }

    @Test("without a redial the number is done", arguments: StoreKind.allCases)
    func plainCall(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let ledger = try desk.call()
        #expect(try ledger.keep(turn(), at: Desk.start) == nil)
        try ledger.end(at: Desk.start, by: .caller)
        try ledger.end(at: Desk.start, by: .caller)
        #expect(try desk.number().state == .done)
        #expect(try ledger.nextPlanned() == nil)
        #expect(try desk.events().filter { $0.kind == .attemptEnded }.count == 1)
    }

    @Test("what the bot knows of a caller comes back in the next call", arguments: StoreKind.allCases)
    func clientIsKept(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let first = try desk.call()
        _ = try first.keep(turn(words: #"{"state":"/Name"}"#, client: #"{"name":"Zoë 🙂"}"#), at: Desk.start)
        try first.end(at: Desk.start, by: .caller)
        let second = try desk.call(at: Desk.start + 60, number: "+1 (650) 000-00-00")
        #expect(second.client == #"{"name":"Zoë 🙂"}"#)
        #expect(try desk.attempts().map(\.conversation) == [#"{"state":"/Name"}"#, nil])
    }

    @Test("what one bot knows of a caller is not another's", arguments: StoreKind.allCases)
    func clientIsOfOneBot(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        for (bot, client) in [("callback", "{\"a\":1}"), ("appointment", "{\"b\":2}")] {
            let call = try desk.call(bot: bot)
            #expect(call.client == "{}")
            _ = try call.keep(turn(client: client), at: Desk.start)
            let resumed = try CallLedger(
                store: desk.store, resuming: call.attemptId, bot: bot, identifiers: SeededBits(seed: 2))
            #expect(resumed.client == client)
            try call.end(at: Desk.start, by: .caller)
        }
        #expect(try desk.call(bot: "callback").client == "{\"a\":1}")
        #expect(try desk.call(bot: "third").client == "{}")
    }

    @Test("what an old store kept for all bots goes to the first that calls", arguments: StoreKind.allCases)
    func sharedClient(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        try desk.call().end(at: Desk.start, by: .caller)
        var number = try desk.number()
        number.client = "{\"old\":true}"
        try desk.store.transaction { [number] transaction throws(StoreError) in try transaction.put([.number(number)]) }
        #expect(try desk.call(bot: "first").client == "{\"old\":true}")
        #expect(try desk.call(bot: "second").client == "{}")
        #expect(try desk.call(bot: "first").client == "{\"old\":true}")
        #expect(try desk.number().client == nil)
    }

    @Test("a redial in a later call replaces the open series", arguments: StoreKind.allCases)
    func replacement(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let first = try desk.call()
        _ = try first.keep(turn(anHourLater(than: Desk.start)), at: Desk.start)
        try first.end(at: Desk.start, by: .bot)
        let later = Desk.start + 600
        let second = try desk.call(at: later)
        let outcome = try #require(try second.keep(turn(anHourLater(than: later)), at: later))
        try second.end(at: later, by: .bot)
        #expect(try desk.series().map(\.state) == [.finished, .replaced, .finished, .open])
        #expect(try desk.number().nextDueAt == outcome.attempts.first)
        #expect(try desk.series()[1].plannedMoments.isEmpty)
        let replaced = try desk.events().first { $0.kind == .seriesReplaced }
        #expect(replaced?.seriesId == (try desk.series()[1].id) && replaced?.attemptId == second.attemptId)
    }

    @Test("a call outside the plan leaves the plan as it is", arguments: StoreKind.allCases)
    func manualCallKeepsPlan(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let first = try desk.call()
        _ = try first.keep(turn(anHourLater(than: Desk.start)), at: Desk.start)
        try first.end(at: Desk.start, by: .bot)
        let planned = try first.nextPlanned()
        let second = try desk.call(at: Desk.start + 60)
        try second.end(at: Desk.start + 90, by: .caller)
        #expect(try second.nextPlanned() == planned)
        #expect(try desk.number().state == .planned)
        #expect(try desk.number().attemptsExtra == 0)
    }

    @Test("playing the planned call uses its series, and an answered one ends it", arguments: StoreKind.allCases)
    func playPlanned(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let first = try desk.call()
        _ = try first.keep(turn(anHourLater(than: Desk.start)), at: Desk.start)
        try first.end(at: Desk.start, by: .bot)
        let next = try #require(try first.nextPlanned())
        let second = try desk.call(at: next.moment, planned: next.plannedAttempt)
        let attempt = try #require(try desk.attempts().last)
        #expect(attempt.seriesId == next.seriesId && attempt.plannedAt == next.moment && attempt.ordinalInSeries == 1)
        #expect(try desk.number().attemptsExtra == 1)
        try second.end(at: next.moment, by: .caller)
        #expect(try desk.series().last?.state == .finished)
        #expect(try desk.number().state == .done && desk.number().nextDueAt == nil)
    }

    @Test("a planned call is not played a second time", arguments: StoreKind.allCases)
    func playTwice(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let first = try desk.call()
        _ = try first.keep(turn(anHourLater(than: Desk.start)), at: Desk.start)
        try first.end(at: Desk.start, by: .bot)
        let next = try #require(try first.nextPlanned())
        _ = try desk.call(at: next.moment, planned: next.plannedAttempt)
        let before = try desk.events()
        let error = #expect(throws: StoreError.self) {
            try desk.call(at: next.moment + 1, planned: next.plannedAttempt)
        }
        #expect(error?.kind == .conflict)
        #expect(try desk.events() == before)
    }

    @Test("a second redial of one call is refused, also after a restart", arguments: StoreKind.allCases)
    func guardHolds(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let ledger = try desk.call()
        _ = try ledger.keep(turn(anHourLater(than: Desk.start)), at: Desk.start)
        let again = try CallLedger(
            store: desk.store, resuming: ledger.attemptId, bot: "callback", identifiers: SeededBits(seed: 9))
        let outcome = try again.keep(
            turn(anHourLater(than: Desk.start, attempts: 1), words: "{\"n\":2}"), at: Desk.start + 1)
        #expect(outcome?.refusal?.contains("already planned a redial") == true)
        #expect(try desk.series().map(\.state) == [.finished, .open])
        #expect(try desk.events().last?.kind == .redialRefused)
        #expect(try desk.attempts()[0].conversation == "{\"n\":2}")
    }

    @Test("the call after a killed one closes it and keeps its series", arguments: StoreKind.allCases)
    func abandoned(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let killed = try desk.call()
        let outcome = try #require(try killed.keep(turn(anHourLater(than: Desk.start)), at: Desk.start))
        let next = try desk.call(at: Desk.start + 120)
        #expect(try desk.attempts().map(\.state) == [.ended, .answered])
        #expect(try desk.attempts()[0].endedBy == .abandoned)
        #expect(try desk.events().contains { $0.kind == .attemptAbandoned && $0.attemptId == killed.attemptId })
        #expect(try next.nextPlanned()?.moment == outcome.attempts.first)
    }

    @Test("of two calls to one number the later one goes on", arguments: StoreKind.allCases)
    func twoCalls(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let first = try desk.call()
        let second = try desk.call(at: Desk.start + 1)
        let before = try desk.events()
        let error = #expect(throws: StoreError.self) {
            try first.keep(turn(anHourLater(than: Desk.start)), at: Desk.start + 2)
        }
        #expect(error?.kind == .conflict && error?.hint != nil)
        try first.end(at: Desk.start + 3, by: .caller)
        #expect(try desk.events() == before)
        #expect(try second.keep(turn(anHourLater(than: Desk.start)), at: Desk.start + 4)?.quota == 2)
    }

    @Test("an unknown zone is refused before anything is written")
    func unknownZone() throws {
        let store = MemoryCampaignStore()
        #expect(throws: StoreError.self) {
            try CallLedger(
                store: store, campaign: "console", number: "1", bot: "callback", zone: "Mars/Olympus", payload: "{}",
                at: Desk.start,
                identifiers: SeededBits(seed: 1))
        }
        #expect(try store.read { reading throws(StoreError) in try reading.campaigns() }.isEmpty)
    }
}
