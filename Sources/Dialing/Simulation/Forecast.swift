import CampaignModel
import CivilTime
import FoundationEssentials

/// What a simulation of a campaign came to.
package struct Forecast: Sendable, Hashable {
    package var campaign: String
    /// In which its days and hours are shown.
    package var zone: Zone
    package var seed: UInt64
    package var start: Date
    /// When the last number was final; `nil` when some were not at the horizon.
    package var finishedAt: Date?
    package var horizon: Date
    /// The hours in which calls began, in order.
    package var hours: [Hour]
    package var lines: Lines
    package var numbers: Int
    /// Numbers that were not called once, neither before nor in the simulation.
    package var neverCalled: Int
    /// The numbers by what became of them, the largest group first.
    package var fates: [Fate]
    package var law: LegalLoss

    /// The calls that began in one hour of the zone's clock.
    package struct Hour: Sendable, Hashable {
        package var from: Date
        package var calls: [AttemptOutcome: Int]

        package var count: Int { calls.values.reduce(0, +) }
    }

    package struct Lines: Sendable, Hashable {
        /// What the campaign may use.
        package var limit: Int
        package var peak: Int
        /// While at least one is in use.
        package var mean: Double
    }

    /// Numbers in one state for one reason.
    package struct Fate: Sendable, Hashable {
        package var state: NumberState
        /// The first word of the reason: `answered`, `exhausted`, `expired`, `unreachableSchedule` …
        package var reason: String
        package var numbers: Int
        package var neverCalled: Int
    }

    /// What the legal hours take from the hours that policies give, in the week from the start.
    package struct LegalLoss: Sendable, Hashable {
        package var profile: String
        /// Hours of a number's own windows, the mean of all numbers.
        package var hoursGiven: Double
        package var hoursTaken: Double
        /// Numbers that have hours by their policy and none by law.
        package var blockedNumbers: Int
    }

    /// All calls by outcome.
    package var outcomes: [AttemptOutcome: Int] {
        hours.reduce(into: [:]) { sum, hour in sum.merge(hour.calls, uniquingKeysWith: +) }
    }

    package var calls: Int { hours.reduce(0) { $0 + $1.count } }
}
