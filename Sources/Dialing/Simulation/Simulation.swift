import CampaignModel
import CampaignStorage
import CivilTime
import FoundationEssentials

/// A campaign dialed on a clock that jumps, in a copy of its store, to callees that are drawn by chance.
///
/// The dialer, the claims and the schedule are those of real calls; only clock, line and store are in memory. Deliberately not
/// here: other campaigns that call the same phones, and other people's commands. Without a talk nobody redials.
package struct Simulation: Sendable {
    /// When the campaign goes on, or begins when it has not been started.
    package var start: Date
    /// Where the forecast ends at the latest.
    package var horizon: Date
    package var answers: CallAnswers

    /// - Parameters:
    ///   - days: where the forecast ends at the latest, counted from the start.
    ///   - answers: by hour of the callee's day.
    ///   - seed: the same seed gives the same forecast.
    package init(
        at start: Date, days: Int = 60, answers: [CallAnswers.Weight] = Simulation.usualAnswers, seed: UInt64 = 1
    ) {
        self.start = start.asStored
        horizon = self.start.addingTimeInterval(Double(days) * 86_400)
        self.answers = CallAnswers(seed: seed, weights: answers)
    }

    /// Forecasts a campaign as it stands in a store, which is only read.
    ///
    /// - Parameter talk: who talks on answered calls; its redials are dialed, too.
    /// - Throws: when there is no such campaign, or it is over; any ``StoreError`` of the store.
    package static func run(
        campaign name: String, in store: any CampaignStore, _ simulation: Simulation,
        talk: (any CallTalk)? = nil
    ) throws(StoreError) -> Forecast {
        var copy = try CampaignCopy(of: name, in: store, at: simulation.start)
        try copy.fill()
        return try simulation.run(copy, talk)
    }

    private func run(_ copy: CampaignCopy, _ talk: (any CallTalk)?) throws(StoreError) -> Forecast {
        let clock = JumpingClock(start)
        let zones = copy.zones
        let line = SimulatedLine(answers: answers, clock: clock) { call, moment in
            zones[call.phoneKey]?.localTime(at: moment).hour ?? 12
        }
        for call in copy.live { line.join(call) }
        let settings = DialSettings(lease: 7 * 86_400, identifiers: SplitMix(seed: answers.seed))
        let dialer = Dialer(store: copy.store, line: line, clock: clock, talk: talk, settings: settings)
        dialer.run(until: horizon, draining: true)
        return try ForecastMaker(copy, self, endedAt: clock.now).forecast()
    }

    /// Made up: people pick up at noon and in the evening, and are at work or asleep at other times.
    ///
    /// Give the shares of your own last campaign where you have them.
    package static let usualAnswers: [CallAnswers.Weight] = {
        let answered: [Double] = [
            2, 2, 2, 2, 2, 4, 10, 18, 26, 30, 32, 33, 38, 37, 32, 31, 33, 37, 43, 45, 42, 30, 14, 5,
        ]
        return [
            .init(.answered, answered), .init(.answeredMachine, [6]), .init(.busy, [8]), .init(.rejected, [4]),
            .init(.nonexistent, [1]), .init(.noAnswer, answered.map { 81 - $0 }),
        ]
    }()
}
