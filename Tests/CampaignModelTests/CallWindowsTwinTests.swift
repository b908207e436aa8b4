import CampaignModel
import CivilTime
import FoundationEssentials
import Testing

/// The windows against a slow twin that asks every minute what the wall clock shows.
///
/// Every offset since 2020 is one of whole minutes, so a minute is fine enough.
struct CallWindowsTwinTests {
    static let zones = [
        "America/New_York", "Europe/Berlin", "Europe/Dublin", "Australia/Lord_Howe", "Africa/Casablanca",
        "America/St_Johns",
        "Asia/Tehran", "Asia/Gaza", "Pacific/Apia", "America/Nuuk", "America/Vancouver", "America/Havana",
        "Asia/Kathmandu",
        "Antarctica/Troll", "Pacific/Chatham", "Europe/Moscow", "America/Santiago", "UTC", "-03:30",
    ]

    @Test(arguments: 0..<120)
    func theWindowsAreThoseOfTheTwin(seed: Int) throws {
        var generator = SplitMix(state: UInt64(seed))
        let zone = try Zone.named(Self.zones[seed % Self.zones.count])
        let from = randomMoment(in: zone, using: &generator)
        let policy = randomPolicy(around: from, using: &generator)
        let windows = CallWindows(policy: policy, zone: zone)
        let to = from.addingTimeInterval(2 * 86_400)
        let expected = twin(policy, zone, from: from, to: to)
        let comment = Comment(rawValue: "\(zone.name) from \(from.isoText): \(policy.jsonText)")
        #expect(windows.windows(from: from, to: to) == expected, comment)
        let first = windows.firstOpenMoment(from: from)
        if let begin = expected.first?.from { #expect(first == begin, comment) }
        if expected.isEmpty, let first { #expect(first >= to && windows.contains(first), comment) }
        for _ in 0..<50 {
            let moment = from.addingTimeInterval(Double(Int.random(in: 0..<2 * 86_400, using: &generator)))
            let isExpected = expected.contains { $0.from <= moment && moment < $0.to }
            #expect(windows.contains(moment) == isExpected, "\(comment) at \(moment.isoText)")
        }
    }

    /// Minute by minute from the definition: in an interval of its day, or in one over midnight of the day before.
    private func twin(_ policy: CallPolicy, _ zone: Zone, from: Date, to: Date) -> [CallWindows.Window] {
        var windows: [CallWindows.Window] = []
        for minute in stride(from: from.epochSecond, to: to.epochSecond, by: 60) {
            let begin = Date(epochSecond: minute)
            guard isAllowed(begin, policy, zone) else { continue }
            let end = begin.addingTimeInterval(60)
            if windows.last?.to == begin {
                windows[windows.count - 1].to = end
            } else {
                windows.append(.init(from: begin, to: end))
            }
        }
        return windows
    }

    private func isAllowed(_ moment: Date, _ policy: CallPolicy, _ zone: Zone) -> Bool {
        if let start = policy.start, moment < start { return false }
        if let finish = policy.finish, moment >= finish { return false }
        let local = zone.localTime(at: moment)
        let clock = local.hour * 60 + local.minute
        let today = intervals(of: Weekday.allCases[local.weekday - 1], policy)
        let yesterday = intervals(of: Weekday.allCases[(local.weekday + 5) % 7], policy)
        return today.contains { $0.from < $0.to ? $0.from <= clock && clock < $0.to : $0.from <= clock }
            || yesterday.contains { $0.from > $0.to && clock < $0.to }
    }

    private func intervals(of day: Weekday, _ policy: CallPolicy) -> [DayInterval] {
        if let days = policy.allowedDays, !days.contains(day) { return [] }
        guard let times = policy.allowedTime else { return [DayInterval(from: 0, to: 1440)] }
        return times.byDay[day] ?? times.byDefault ?? []
    }

    // MARK: Chance

    /// Half of the moments lie around a change of the clock.
    private func randomMoment(in zone: Zone, using generator: inout SplitMix) -> Date {
        let any = Int.random(
            in: at("2020-01-01T00:00:00Z").epochSecond..<at("2037-12-01T00:00:00Z").epochSecond, using: &generator)
        let moment = Date(epochSecond: any / 60 * 60)
        let changes = zone.transitions(from: moment, to: moment.addingTimeInterval(400 * 86_400))
        guard Bool.random(using: &generator), let change = changes.randomElement(using: &generator) else {
            return moment
        }
        return change.at.addingTimeInterval(-86_400)
    }

    private func randomPolicy(around moment: Date, using generator: inout SplitMix) -> CallPolicy {
        var policy = CallPolicy()
        if Bool.random(using: &generator) {
            policy.allowedDays = Set(Weekday.allCases.filter { _ in Int.random(in: 0..<3, using: &generator) > 0 })
        }
        if Int.random(in: 0..<8, using: &generator) > 0 {
            let days = Weekday.allCases.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
            var times = AllowedTime()
            for day in days { times.byDay[day] = randomIntervals(using: &generator) }
            if Bool.random(using: &generator) { times.byDefault = randomIntervals(using: &generator) }
            policy.allowedTime = times
        }
        if Int.random(in: 0..<4, using: &generator) == 0 {
            policy.start = moment.addingTimeInterval(60 * Double(Int.random(in: -600...1440, using: &generator)))
        }
        if Int.random(in: 0..<4, using: &generator) == 0 {
            policy.finish = moment.addingTimeInterval(60 * Double(Int.random(in: 1440...5000, using: &generator)))
        }
        return policy
    }

    private func randomIntervals(using generator: inout SplitMix) -> [DayInterval] {
        (0..<Int.random(in: 0...2, using: &generator)).map { _ in
            let from = Int.random(in: 0..<1440, using: &generator)
            let near = Bool.random(using: &generator) ? Int.random(in: 0..<240, using: &generator) : from
            let to = (near + Int.random(in: 1..<720, using: &generator)) % 1441
            return DayInterval(from: near, to: to == near ? near + 1 : to)
        }
    }
}
