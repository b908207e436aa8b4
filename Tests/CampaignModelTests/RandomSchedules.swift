import CampaignModel
import CivilTime
import FoundationEssentials
import Testing

/// Schedules by chance: any zone of the machine or a fixed offset, any policy that people could send, any moment of 2024-2037.
struct RandomSchedules {
    /// A schedule and the moment from which it is asked.
    struct Question {
        let zone: Zone
        let policy: CallPolicy
        let profile: LegalProfile
        let from: Date

        var timetable: Timetable { Timetable(policy: policy, zone: zone, profile: profile) }

        var jsonText: String {
            #"{"zone": "\#(zone.name)", "from": \#(from.epochSecond), "isLegal": \#(profile == .default), "#
                + #""policy": \#(policy.jsonText)}"#
        }
    }

    private let zones: [Zone]
    /// Those whose clocks are changed; two thirds of the questions are asked there.
    private let changing: [Zone]
    private static let first = at("2024-01-01T00:00:00Z").epochSecond
    private static let last = at("2038-01-01T00:00:00Z").epochSecond

    init() throws {
        zones = try ZoneDirectory.system.zoneNames.sorted().map { try Zone.named($0) }
        let from = Date(epochSecond: Self.first)
        changing = zones.filter { !$0.transitions(from: from, to: Date(epochSecond: Self.last)).isEmpty }
        try #require(zones.count > 300 && changing.count > 50, "Zone data is missing in \(ZoneDirectory.system.place).")
    }

    func next(using generator: inout SplitMix) throws -> Question {
        let zone = try randomZone(using: &generator)
        let from = randomMoment(in: zone, using: &generator)
        let profile: LegalProfile = Bool.random(using: &generator) ? .default : .none
        return Question(zone: zone, policy: randomPolicy(near: from, using: &generator), profile: profile, from: from)
    }

    // MARK: Place and time

    private func randomZone(using generator: inout SplitMix) throws -> Zone {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: try fixedZone(using: &generator)
        case 1...3: zones.randomElement(using: &generator) ?? .utc
        default: changing.randomElement(using: &generator) ?? .utc
        }
    }

    /// Half of the offsets have seconds too.
    private func fixedZone(using generator: inout SplitMix) throws -> Zone {
        let second = Int.random(in: 0...18 * 3600, using: &generator)
        let isWhole = Bool.random(using: &generator)
        let size = isWhole ? second / 900 * 900 : second
        let isEast = Bool.random(using: &generator)
        let parts = [size / 3600, size / 60 % 60, size % 60].prefix(isWhole ? 2 : 3)
        let text = parts.map { ($0 < 10 ? "0" : "") + "\($0)" }.joined(separator: ":")
        return try Zone.named((isEast ? "+" : "-") + text)
    }

    /// Most moments lie in the day before or after a change of the clock, or at it to the second.
    private func randomMoment(in zone: Zone, using generator: inout SplitMix) -> Date {
        let any = Date(epochSecond: Int.random(in: Self.first..<Self.last, using: &generator))
        let changes = zone.transitions(from: any, to: any.addingTimeInterval(400 * 86_400))
        guard let change = changes.randomElement(using: &generator) else { return any }
        switch Int.random(in: 0..<8, using: &generator) {
        case 0, 1: return any
        case 2: return change.at.addingTimeInterval(Double(Int.random(in: -1...1, using: &generator)))
        default: return change.at.addingTimeInterval(60 * Double(Int.random(in: -1500...1500, using: &generator)))
        }
    }

    // MARK: Policies

    private func randomPolicy(near moment: Date, using generator: inout SplitMix) -> CallPolicy {
        var policy = CallPolicy()
        if Bool.random(using: &generator) { policy.allowedDays = randomDays(using: &generator) }
        if Int.random(in: 0..<10, using: &generator) > 0 { policy.allowedTime = randomTimes(using: &generator) }
        if Int.random(in: 0..<4, using: &generator) == 0 {
            policy.start = moment.addingTimeInterval(Double(Int.random(in: -90_000...400_000, using: &generator)))
        }
        if Int.random(in: 0..<4, using: &generator) == 0 {
            policy.finish = moment.addingTimeInterval(Double(Int.random(in: -3_000...900_000, using: &generator)))
        }
        return policy
    }

    /// One at least: an empty list counts as left out.
    private func randomDays(using generator: inout SplitMix) -> Set<Weekday> {
        let share = Int.random(in: 1...6, using: &generator)
        let days = Weekday.allCases.filter { _ in Int.random(in: 0..<7, using: &generator) < share }
        return days.isEmpty ? [.sun] : Set(days)
    }

    private func randomTimes(using generator: inout SplitMix) -> AllowedTime {
        var times = AllowedTime()
        for day in Weekday.allCases where Int.random(in: 0..<3, using: &generator) == 0 {
            times.byDay[day] = randomIntervals(using: &generator)
        }
        if Int.random(in: 0..<4, using: &generator) > 0 { times.byDefault = randomIntervals(using: &generator) }
        return times
    }

    /// Up to four intervals that do not overlap: some touch, and the last one may run over midnight.
    private func randomIntervals(using generator: inout SplitMix) -> [DayInterval] {
        let bounds = (0..<Int.random(in: 1...5, using: &generator)).map { _ in randomBound(using: &generator) }
        let sorted = Set(bounds).sorted()
        var intervals = zip(sorted, sorted.dropFirst()).compactMap { from, to in
            Int.random(in: 0..<3, using: &generator) > 0 ? DayInterval(from: from, to: to) : nil
        }
        if let first = sorted.first, let last = sorted.last, first < last, last < 1440, Bool.random(using: &generator) {
            intervals.append(DayInterval(from: last, to: first))
        }
        return intervals
    }

    /// Minutes after midnight; many at the hours in which clocks are changed, at the legal bounds, and at midnight.
    private func randomBound(using generator: inout SplitMix) -> Int {
        let special = [0, 1, 30, 60, 90, 120, 150, 180, 479, 480, 481, 1259, 1260, 1261, 1380, 1439, 1440]
        let any = Int.random(in: 0...1440, using: &generator)
        return Bool.random(using: &generator) ? any : special.randomElement(using: &generator) ?? any
    }
}
