import CampaignModel
import CampaignStorage
import CivilTime
import Dialing
import Foundation
import Testing

@Suite struct RedialBudgetTests {
    /// An attempt of the open series that nobody answers, as the dialer would record it.
    private func noAnswer(_ desk: Desk, at begin: Date, end: Date) throws {
        var number = try desk.number()
        var series = try #require(try desk.series().first { $0.state == .open })
        series.used += 1
        number.attemptsTotal += 1
        if series.origin == .redial { number.attemptsExtra += 1 }
        let table = Timetable(policy: series.policyResolved, zone: .utc, profile: .none)
        series.plannedMoments = table.retry(afterEnd: end).map { [$0] } ?? []
        number.nextDueAt = series.plannedMoments.first
        var attempt = Attempt(id: "noAnswer-\(number.attemptsTotal)", of: number, in: series, at: begin)
        number.attemptsBegun += 1
        (attempt.state, attempt.outcome, attempt.endedAt) = (.ended, .noAnswer, end)
        let cause = CampaignEventCause(.attemptEnded, at: end, actor: "test", campaignId: number.campaignId)
        let rows: [CampaignRecord] = [.series(series), .attempt(attempt), .number(number)]
        try desk.store.transaction { transaction throws(StoreError) in
            for row in rows { try transaction.save(row, because: cause) }
        }
    }

    @Test("R1: redials of a number share the campaign's attempts", arguments: StoreKind.allCases)
    func exampleR1(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        try desk.makeCampaign { $0.defaultPolicy.maxAttempts = 3 }
        let answered = try desk.call(at: moment("2026-11-23T10:30:00Z"))
        let noon = moment("2026-11-23T12:00:00Z")
        let nine = RedialRequest(
            policy: CallPolicy(start: noon, finish: noon + 900, retryIntervalInMinutes: 5, maxAttempts: 9))
        let first = try #require(try answered.keep(turn(nine), at: moment("2026-11-23T10:30:00Z")))
        #expect(first.quota == 3 && first.notes.count == 1)
        try answered.end(at: moment("2026-11-23T10:31:00Z"), by: .bot)

        try noAnswer(desk, at: noon, end: noon + 40)
        let next = try #require(try answered.nextPlanned())
        #expect(next.moment == moment("2026-11-23T12:05:40Z"))
        let second = try desk.call(at: next.moment, planned: next.plannedAttempt)
        let one = try #require(try second.keep(turn(anHourLater(than: next.moment)), at: next.moment))
        #expect(one.quota == 1 && one.attempts.count == 1)
        try second.end(at: next.moment + 60, by: .bot)

        let last = try #require(try second.nextPlanned())
        let third = try desk.call(at: last.moment, planned: last.plannedAttempt)
        let refused = try third.keep(turn(anHourLater(than: last.moment)), at: last.moment)
        #expect(refused?.refusal?.hasPrefix("extraBudgetExhausted") == true)
        #expect(try desk.number().attemptsExtra == 3)
        #expect(try desk.events().last?.kind == .redialRefused)
        try third.end(at: last.moment + 60, by: .caller)
        #expect(try desk.number().state == .done)
    }

    @Test("R2: the interval counts from the end of a call, and the finish ends the series")
    func exampleR2() throws {
        let request = anHourLater(than: Desk.start)
        let table = Timetable(policy: request.policy, zone: .utc, profile: .none)
        let first = try #require(table.firstOpenMoment(from: Desk.start))
        #expect(first == Desk.start + 3600)
        #expect(table.retry(afterEnd: first + 40) == Desk.start + 3600 + 340)
        #expect(table.firstOpenMoment(from: Desk.start + 76 * 60) == nil)
    }

    @Test("R3: allowed times of the redial, days of the campaign")
    func exampleR3() throws {
        let friday = moment("2026-11-27T19:00:00+03:00")
        var campaign = Campaign.console(id: "c", name: "console", createdAt: friday)
        campaign.defaultPolicy.allowedDays = [.mon, .tue, .wed, .thu, .fri]
        let times = AllowedTime(byDefault: [DayInterval(from: 9 * 60, to: 18 * 60)])
        let moments = plan(CallPolicy(allowedTime: times), campaign, zone: try Zone.named("Europe/Moscow"), now: friday)
        #expect(moments.first == moment("2026-11-30T09:00:00+03:00") && moments.count == 5)
    }

    @Test("the legal hours cut a redial when the campaign has the profile")
    func legalHours() throws {
        let night = moment("2026-11-23T23:00:00Z")
        var campaign = Campaign.console(id: "c", name: "console", createdAt: night)
        let request = CallPolicy(start: night, maxAttempts: 2)
        #expect(plan(request, campaign, now: night).first == night)
        campaign.profile = .default
        let lawful = plan(request, campaign, now: night)
        #expect(lawful == [moment("2026-11-24T08:00:00Z"), moment("2026-11-24T08:30:00Z")])
    }

    @Test("legal hours and allowed times that never meet are refused at once")
    func neverMeet() throws {
        var campaign = Campaign.console(id: "c", name: "console", createdAt: Desk.start)
        campaign.profile = .default
        let times = AllowedTime(byDefault: [DayInterval(from: 22 * 60, to: 3 * 60)])
        let reason = refusal(CallPolicy(allowedTime: times), campaign)
        #expect(
            reason
                == "unreachableSchedule: allowedTime and the legal 08:00-21:00 of the callee leave no moment to call within "
                + "400 days of 2026-11-23T09:00:00Z. "
                + "Give allowedTime an interval between 08:00 and 21:00 on one of the allowed days.")
    }

    @Test("allowed days without any hours are named, with the days that have some")
    func daysExcludeOneAnother() throws {
        var campaign = Campaign.console(id: "c", name: "console", createdAt: Desk.start)
        campaign.defaultPolicy.allowedDays = [.mon, .fri]
        let times = AllowedTime(byDay: [.sat: [DayInterval(from: 600, to: 660)], .mon: []])
        #expect(
            refusal(CallPolicy(allowedTime: times), campaign)
                == "unreachableSchedule: the campaign's allowedDays and allowedTime leave no moment to call within 400 days of "
                + "2026-11-23T09:00:00Z. Allowed by the campaign's allowedDays: mon, fri. With hours in allowedTime: sat. "
                + "Give allowedTime hours on an allowed day, or allow a day that has hours.")
    }

    @Test("a finish before the first allowed moment is refused with both moments")
    func finishPassed() throws {
        let campaign = Campaign.console(id: "c", name: "console", createdAt: Desk.start)
        let reason = refusal(CallPolicy(start: Desk.start - 7200, finish: Desk.start - 3600), campaign)
        #expect(
            reason
                == "finishPassed: finishDateTime 2026-11-23T08:00:00Z is not after the moment of the redial, "
                + "2026-11-23T09:00:00Z. Give a finishDateTime that is still to come, or leave it out.")
    }

    @Test("a finish before the next allowed day names the fields that do not meet")
    func finishBeforeTheAllowedDay() throws {
        var campaign = Campaign.console(id: "c", name: "console", createdAt: Desk.start)
        let request = CallPolicy(finish: Desk.start + 3600, allowedDays: [.sun])
        #expect(
            refusal(request, campaign)
                == "finishPassed: from 2026-11-23T09:00:00Z until finishDateTime 2026-11-23T10:00:00Z there is no moment within "
                + "allowedDays. Make finishDateTime later, or let allowedDays reach into that time.")
        campaign.defaultPolicy.finish = Desk.start + 1800
        campaign.defaultPolicy.allowedDays = [.sat]
        let reason = refusal(CallPolicy(), campaign)
        #expect(reason?.contains("the campaign's finishDateTime") == true)
        #expect(reason?.contains("the campaign's allowedDays") == true)
    }

    @Test("a start that has passed is now, with a note; a night call has a note too")
    func notes() throws {
        let campaign = Campaign.console(id: "c", name: "console", createdAt: Desk.start)
        let late = decision(CallPolicy(start: Desk.start - 60, maxAttempts: 1), campaign)
        guard case .planned(let plan) = late else { Issue.record("refused"); return }
        #expect(plan.moments == [Desk.start] && plan.notes.count == 1 && plan.notes[0].contains("has passed"))
        let night = decision(CallPolicy(start: Desk.start + 13 * 3600, maxAttempts: 1), campaign)
        guard case .planned(let nightly) = night else { Issue.record("refused"); return }
        #expect(nightly.notes.count == 1 && nightly.notes[0].contains("outside 08:00-21:00"))
    }

    private func decision(
        _ policy: CallPolicy, _ campaign: Campaign, zone: Zone = .utc, now: Date = Desk.start
    ) -> SeriesPlan.Decision {
        let number = CampaignNumber(
            id: "n", campaignId: campaign.id, phone: Desk.phone, reason: "added", addedAt: now)
        return SeriesPlan.make(
            request: RedialRequest(policy: policy), campaign: campaign, number: number, zone: zone, now: now)
    }

    private func plan(
        _ policy: CallPolicy, _ campaign: Campaign, zone: Zone = .utc, now: Date = Desk.start
    ) -> [Date] {
        if case .planned(let plan) = decision(policy, campaign, zone: zone, now: now) { plan.moments } else { [] }
    }

    private func refusal(_ policy: CallPolicy, _ campaign: Campaign) -> String? {
        if case .refused(let reason) = decision(policy, campaign) { reason } else { nil }
    }
}
