import CampaignModel
import CampaignStorage
import CivilTime
import Dialing
import Foundation
import Testing

/// What a script may ask about the campaign and the attempts up to its call.
@Suite struct StandingTests {
    /// The present call counts, and one made by a person counts as the first of the campaign's series.
    @Test(arguments: StoreKind.allCases) func uncertainCountsOfTheDialHistory(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let first = try desk.call()
        let standing = try #require(first.standing)
        #expect(standing.campaign == "console" && standing.retryIntervalInMinutes == 30)
        #expect(
            standing.history
                == DialHistory(
                    completedAttempts: 1, availableAttempts: 4, completedAttemptsToPhone: 1, availableAttemptsToPhone: 9
                ))
        let noon = moment("2026-11-23T12:00:00Z")
        let twice = RedialRequest(policy: CallPolicy(start: noon, retryIntervalInMinutes: 5, maxAttempts: 2))
        _ = try first.keep(turn(twice), at: Desk.start)
        try first.end(at: Desk.start + 60, by: .bot)

        let planned = try #require(try first.nextPlanned())
        let second = try desk.call(at: noon, planned: planned.plannedAttempt)
        #expect(second.standing?.retryIntervalInMinutes == 5)
        #expect(second.standing?.campaignPolicy.retryIntervalInMinutes == 30)
        #expect(
            second.standing?.history
                == DialHistory(
                    completedAttempts: 1, availableAttempts: 1, completedAttemptsToPhone: 2, availableAttemptsToPhone: 8
                ))
    }

    /// Nothing that a person tries in the console is an attempt of the campaign, however often.
    @Test(arguments: StoreKind.allCases) func talksInTheConsoleUseUpNothing(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let first = try desk.call().standing
        for minute in 1...12 {
            let call = try desk.call(at: Desk.start + 60 * Double(minute))
            #expect(call.standing == first)
            let outcome = try call.keep(turn(anHourLater(than: Desk.start + 3600)), at: Desk.start + 3600)
            #expect(outcome?.quota == 2)
        }
        let resumed = try CallLedger(
            store: desk.store, resuming: try #require(try desk.attempts().last?.id), bot: "callback",
            identifiers: SeededBits(seed: 2))
        #expect(resumed.standing == first)
    }

    @Test(arguments: StoreKind.allCases) func aResumedCallStandsWhereItStood(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let call = try desk.call()
        let resumed = try CallLedger(
            store: desk.store, resuming: call.attemptId, bot: "callback", identifiers: SeededBits(seed: 2))
        #expect(resumed.standing == call.standing && resumed.payload == call.payload)
    }

    @Test func countsNeverOverflowOrFallBelowZero() {
        var campaign = Campaign(id: "c", name: "c", createdAt: Desk.start)
        campaign.defaultPolicy.maxAttempts = .max
        var number = CampaignNumber(id: "n", campaignId: "c", phone: "1", reason: "test", addedAt: Desk.start)
        number.attemptsTotal = 3_000_000
        let series = Series(
            id: "s", numberId: "n", ordinal: 1, origin: .redial, quota: 1, used: 3, openedAt: Desk.start)
        let standing = CallStanding(campaign: campaign, number: number, series: series)
        #expect(standing.history.availableAttempts == 0 && standing.history.availableAttemptsToPhone == 0)
    }
}
