import CivilTime

extension MeaningFunctions {
    /// Times and parts of the day.
    static let clocks: [MeaningFunction] = [
        // clock(15, 30): half past three in the afternoon; clock(15) is told with the grain of an hour
        time("clock") { arguments, _ in clock(arguments, isTwelveHours: false) },
        // clock12(3, 30): either half of the day
        time("clock12") { arguments, _ in
            guard let hour = arguments.whole(0), hour <= 12 else { return nil }
            return clock(arguments, isTwelveHours: hour > 0)
        },
        // minute(20): twenty past any hour
        time("minute") { arguments, _ in
            ranged(arguments.whole(0), 0...59).map { TimeExpression(.minute($0), .minute) }
        },
        // daily(18, 24): evenings, in hours after midnight
        time("daily") { arguments, _ in
            guard let from = arguments.number(0), let to = arguments.number(1), (0...48).contains(from), from < to,
                to <= 48
            else { return nil }
            return TimeExpression(.daily(from: Int(from * 60), to: Int(to * 60)), .hour, isInterval: true)
        },
        // weekly(5, 18, 8, 0): from Friday 18:00 to just before Monday 00:00
        time("weekly") { arguments, _ in
            guard let numbers = wholes(arguments, 4) else { return nil }
            let kind = TimeExpression.Kind.weekly(
                from: (numbers[0] - 1) * 1440 + numbers[1] * 60, to: (numbers[2] - 1) * 1440 + numbers[3] * 60)
            return TimeExpression(kind, .hour, isInterval: true)
        },
        // am(x), pm(x): x in that half of the day, when it could lie in both
        time("am") { arguments, _ in arguments.time(0).flatMap { half(of: $0, isMorning: true) } },
        time("pm") { arguments, _ in arguments.time(0).flatMap { half(of: $0, isMorning: false) } },
        // zone(x, -300): what the wall shows here when it shows x at so many minutes east of Greenwich
        // zone(x, 'EST5EDT,M3.2.0,M11.1.0'): when it shows x in a zone with those rules
        time("zone") { arguments, _ in
            guard let time = arguments.time(0), let zone = zone(arguments) else { return nil }
            return moved(time, from: zone)
        },
    ]

    private static func zone(_ arguments: [Meaning]) -> Zone? {
        if let minutes = arguments.whole(1) {
            return abs(minutes) <= 18 * 60 ? Zone(name: "\(minutes)", fixedOffset: minutes * 60) : nil
        }
        return arguments.text(1).flatMap { Zone(name: $0, posix: $0) }
    }

    private static func clock(_ arguments: [Meaning], isTwelveHours: Bool) -> TimeExpression? {
        guard let hour = ranged(arguments.whole(0), 0...24) else { return nil }
        let (minute, second) = (arguments.whole(1), arguments.whole(2))
        guard (0...59).contains(minute ?? 0), (0...59).contains(second ?? 0) else { return nil }
        guard hour < 24 || (minute ?? 0) + (second ?? 0) == 0 else { return nil }
        let grain: Grain = second != nil ? .second : minute != nil ? .minute : .hour
        let seconds = hour % 24 * 3600 + (minute ?? 0) * 60 + (second ?? 0)
        return TimeExpression(.clock(second: seconds, isTwelveHours: isTwelveHours), grain)
    }

    private static func half(of time: TimeExpression, isMorning: Bool) -> TimeExpression? {
        switch time.kind {
        case .clock(let second, true):
            let hour = second % 43_200
            return TimeExpression(.clock(second: isMorning ? hour : hour + 43_200, isTwelveHours: false), time.grain)
        case .clock(let second, false): return (second < 43_200) == isMorning ? time : nil
        case .both(let outer, let inner):
            return half(of: inner, isMorning: isMorning).map {
                TimeExpression(.both(outer, $0), time.grain, isInterval: time.isInterval)
            }
        case .interval(let from, let to, let isInclusive):
            guard var first = half(of: from, isMorning: isMorning) ?? (from.isTwelveHours ? nil : from),
                let last = half(of: to, isMorning: isMorning) ?? (to.isTwelveHours ? nil : to)
            else { return nil }
            // "11-2 pm" begins in the morning.
            if case .clock(let start, false) = first.kind, case .clock(let end, _) = last.kind, start > end,
                from.isTwelveHours,
                let other = half(of: from, isMorning: !isMorning)
            {
                first = other
            }
            return TimeExpression(.interval(first, last, isInclusive: isInclusive), time.grain, isInterval: true)
        case .shifted(let inner, let count, let grain, let told):
            return half(of: inner, isMorning: isMorning).map {
                TimeExpression(.shifted($0, count, grain, as: told), told)
            }
        case .after(let inner):
            return half(of: inner, isMorning: isMorning).map { TimeExpression(.after($0), time.grain) }
        case .before(let inner):
            return half(of: inner, isMorning: isMorning).map { TimeExpression(.before($0), time.grain) }
        default: return nil
        }
    }

    private static func moved(_ time: TimeExpression, from zone: Zone) -> TimeExpression {
        switch time.kind {
        case .both(let outer, let inner):
            TimeExpression(.moved(TimeExpression(.both(outer, told(inner)), .minute), from: zone), .minute)
        case .interval(let from, let to, let isInclusive):
            TimeExpression(
                .interval(moved(from, from: zone), moved(to, from: zone), isInclusive: isInclusive), .minute,
                isInterval: true)
        default: TimeExpression(.moved(told(time), from: zone), .minute, isInterval: time.isInterval)
        }
    }

    /// A clock of another zone is told in minutes.
    private static func told(_ time: TimeExpression) -> TimeExpression {
        TimeExpression(time.kind, min(time.grain, .minute), isInterval: time.isInterval)
    }
}
