import CampaignModel
import CampaignStorage
import CivilTime
import Dialing
import Foundation
import Testing

@Suite struct SimulationTests {
    private static let day = AllowedTime(byDefault: [DayInterval(from: 10 * 60, to: 18 * 60)])
    private static let phones = (0..<120).map { "+1650000\(1000 + $0)" }

    private func desk(sqlite: Bool = false, _ settings: (inout Campaign) -> Void = { _ in }) throws -> CampaignDesk {
        try CampaignDesk(sqlite: sqlite) { campaign in
            campaign.defaultPolicy.allowedTime = Self.day
            campaign.zone = "Europe/Berlin"
            campaign.profile = .default
            campaign.pacing.lines = 2
            settings(&campaign)
        }
    }

    private func forecast(_ desk: CampaignDesk, seed: UInt64 = 1, days: Int = 60) throws -> Forecast {
        try Simulation.run(
            campaign: "test", in: desk.store, Simulation(at: CampaignDesk.start, days: days, seed: seed))
    }

    @Test("the same seed gives the same forecast, and the store is only read", arguments: [false, true])
    func repeats(sqlite: Bool) throws {
        let desk = try desk(sqlite: sqlite)
        try desk.add(Self.phones)
        let before = try desk.numbers()
        let first = try forecast(desk)
        #expect(try forecast(desk) == first)
        #expect(try forecast(desk, seed: 2).hours != first.hours)
        #expect(try desk.numbers() == before && desk.attempts().isEmpty)
    }

    @Test("a forecast adds up and keeps to windows and lines")
    func addsUp() throws {
        let desk = try desk()
        try desk.add(Self.phones)
        let forecast = try forecast(desk)
        #expect(forecast.finishedAt != nil)
        #expect(forecast.fates.reduce(0) { $0 + $1.numbers } == 120 && forecast.numbers == 120)
        #expect(forecast.outcomes.values.reduce(0, +) == forecast.calls)
        #expect((1...2).contains(forecast.lines.peak) && forecast.lines.mean <= 2)
        let berlin = try Zone.named("Europe/Berlin")
        #expect(forecast.hours.allSatisfy { (10..<18).contains(berlin.localTime(at: $0.from).hour) })
        #expect(forecast.table.contains { $0.hasPrefix("lines     at most 2 of 2") })
        #expect(try PolicyValue(json: forecast.jsonText).jsonText == forecast.jsonText)
    }

    @Test("numbers whose windows lie outside of the law are told, with the hours that it takes")
    func law() throws {
        let desk = try desk()
        try desk.add(["+16500001000"])
        try desk.add(["+16500001001"]) {
            $0.policy.allowedTime = AllowedTime(byDefault: [DayInterval(from: 22 * 60, to: 23 * 60)])
        }
        try desk.add(["+16500001002"]) {
            $0.policy.allowedTime = AllowedTime(byDefault: [DayInterval(from: 7 * 60, to: 9 * 60)])
        }
        let forecast = try forecast(desk)
        #expect(forecast.neverCalled == 1)
        let blocked = forecast.fates.first { $0.reason == "unreachableSchedule" }
        #expect(blocked?.state == .notDone && blocked?.numbers == 1 && blocked?.neverCalled == 1)
        // Seven days of 8, 1 and 2 hours; the law takes 0, 1 and 1 of them.
        #expect(abs(forecast.law.hoursGiven - 77 / 3) < 0.001 && abs(forecast.law.hoursTaken - 14 / 3) < 0.001)
        #expect(forecast.law.blockedNumbers == 1)
    }

    @Test("a campaign goes on from where it stands: attempts so far count, live calls end")
    func goesOn() throws {
        let desk = try desk { $0.defaultPolicy.allowedTime = nil }
        try desk.add(Self.phones)
        desk.dialer().run(until: CampaignDesk.start.addingTimeInterval(600))
        let live = try desk.attempts().filter(\.state.isLive)
        #expect(live.count == 2)
        let forecast = try Simulation.run(campaign: "test", in: desk.store, Simulation(at: desk.clock.now))
        #expect(forecast.fates.allSatisfy { $0.state.isFinal && $0.state != .uncertain })
        #expect(forecast.calls < 3 * 120)
        #expect(forecast.finishedAt != nil)
    }

    @Test("what is not over at the horizon is told as it stands then")
    func horizon() throws {
        let desk = try desk()
        try desk.add(Self.phones)
        let forecast = try forecast(desk, days: 0)
        #expect(forecast.finishedAt == nil && forecast.calls == 0 && forecast.neverCalled == 120)
        #expect(forecast.table.contains { $0.hasPrefix("finished  not before Mon 2026-11-23 10:00") })
    }

    @Test("there is nothing to simulate of a campaign that is unknown or over")
    func errors() throws {
        let desk = try desk { $0.state = .finished }
        #expect(throws: StoreError.self) { try forecast(desk) }
        #expect(throws: StoreError.self) {
            try Simulation.run(campaign: "other", in: desk.store, Simulation(at: CampaignDesk.start))
        }
    }

    @Test("the chart is one text with a legend, dates and the finish, and escapes names")
    func chart() throws {
        let desk = try desk()
        try desk.add(Self.phones)
        var forecast = try forecast(desk)
        forecast.campaign = "a < b & \"c\""
        let svg = ForecastChart(forecast).svg
        #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
        #expect(svg.contains("a &lt; b &amp; &quot;c&quot;: \(forecast.calls) calls to 120 numbers"))
        for piece in ["Mon 11-23", ">finished ", ">answered ", "prefers-color-scheme:dark"] {
            #expect(svg.contains(piece), "\(piece)")
        }
        #expect(svg.components(separatedBy: "<g>").count - 1 == forecast.hours.count)
        forecast.hours = []
        forecast.finishedAt = nil
        #expect(ForecastChart(forecast).svg.contains("0 calls to 120 numbers"))
    }
}
