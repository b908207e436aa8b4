import CivilTime

extension MeaningFunctions {
    /// Times that are found once, and clocks that are told by a part of the day.
    static let times: [MeaningFunction] = [
        // nothing(): for rules of words that mean no time
        function("nothing") { _, _ in .nothing },
        // fixed(weekday(1)): the one Monday that is meant now, so that others can be counted from it
        time("fixed") { arguments, context in
            guard let time = arguments.time(0), !time.isOpen, let span = context.resolver.best(of: time) else {
                return nil
            }
            return TimeExpression(.fixed(span), time.grain, isInterval: time.isInterval, holiday: time.holiday)
        },
        // within(clock12(8), daily(18, 24)): that clock in the evening; if it is not in that part, in its half of the day
        time("within") { arguments, _ in
            guard let time = arguments.time(0), let part = arguments.time(1) else { return nil }
            return within(time, part)
        },
        // past(clock12(6), -15): a quarter to six
        time("past") { arguments, _ in
            guard let time = arguments.time(0), let minutes = arguments.whole(1), abs(minutes) < 60,
                case .clock(let second, let isTwelveHours) = time.kind, time.grain >= .minute
            else { return nil }
            let cycle = isTwelveHours ? 43_200 : 86_400
            let moved = Wall.positive(second + minutes * 60, cycle)
            return TimeExpression(.clock(second: moved, isTwelveHours: isTwelveHours), .minute)
        },
        // byDay(interval(clock12(9), clock12(5))): from nine to five is by day, when nothing else is said
        time("byDay") { arguments, _ in
            guard let time = arguments.time(0) else { return nil }
            guard case .interval(let from, let to, let isInclusive) = time.kind,
                case .clock(let start, true) = from.kind,
                case .clock(let end, true) = to.kind, start % 43_200 > end % 43_200
            else { return time }
            let first = TimeExpression(.clock(second: start % 43_200, isTwelveHours: false), from.grain)
            let last = TimeExpression(.clock(second: end % 43_200 + 43_200, isTwelveHours: false), to.grain)
            return TimeExpression(.interval(first, last, isInclusive: isInclusive), time.grain, isInterval: true)
        },
        // season(0): the season that is now; season(1): the next one
        time("season") { arguments, context in
            guard let count = arguments.whole(0), abs(count) < 1000 else { return nil }
            return season(count, context.resolver.now)
        },
        // rest(week): what is left of the present one
        time("rest") { arguments, context in
            guard let grain = arguments.grain(0), grain >= .day else { return nil }
            let now = context.resolver.now
            let told: Grain = grain == .day ? .second : .day
            var end = Wall.add(1, grain, to: Wall.floor(now, to: grain))
            // A week is told until its last day.
            let start = Wall.floor(now, to: told)
            if grain == .week, end - start > 86_400 { end -= 86_400 }
            guard start < end else { return nil }
            return TimeExpression(
                .fixed(Span(start: start, end: end, grain: told, isInterval: true)), told, isInterval: true)
        },
    ]

    private static func within(_ time: TimeExpression, _ part: TimeExpression) -> TimeExpression? {
        switch time.kind {
        case .clock(let second, true):
            guard case .daily(let from, let to) = part.kind else { return nil }
            let morning = second % 43_200
            let found = [morning, morning + 43_200, morning + 86_400].first {
                $0 >= from * 60 && ($0 < to * 60 || $0 == 86_400 && to * 60 == $0)
            }
            let chosen = found ?? (from < 720 ? morning : morning + 43_200)
            return TimeExpression(.clock(second: chosen % 86_400, isTwelveHours: false), time.grain)
        case .clock(let second, false):
            guard case .daily(let from, _) = part.kind else { return nil }
            return (second < 43_200) == (from < 720) || second == 0 && from >= 720 ? time : nil
        case .interval(let first, let last, let isInclusive):
            guard let end = within(last, part) else { return nil }
            var start = within(first, part)
            // "From ten to two in the afternoon" begins in the morning.
            if case .clock(let from, true) = first.kind, case .clock(let began, _)? = start?.kind,
                case .clock(let ended, _) = end.kind, began > ended, from % 43_200 < ended
            {
                start = TimeExpression(.clock(second: from % 43_200, isTwelveHours: false), first.grain)
            }
            guard let start = start ?? (first.isTwelveHours ? nil : first) else { return nil }
            return TimeExpression(.interval(start, end, isInclusive: isInclusive), time.grain, isInterval: true)
        case .after(let inner): return within(inner, part).map { TimeExpression(.after($0), time.grain) }
        case .before(let inner): return within(inner, part).map { TimeExpression(.before($0), time.grain) }
        default: return nil
        }
    }

    /// They begin on March 20th, June 21st, September 23rd and December 21st, and are told until a day before the next.
    private static func season(_ count: Int, _ now: Int) -> TimeExpression? {
        let year = CivilDateTime(wallSeconds: now).year
        let days = [(3, 20), (6, 21), (9, 23), (12, 21)]
        let starts = (year - 1 - abs(count)...year + 1 + abs(count)).flatMap { year in
            days.map { Wall.seconds(year: year, month: $0.0, day: $0.1) }
        }
        guard let present = starts.lastIndex(where: { $0 <= now }), starts.indices.contains(present + count + 1),
            present + count >= 0
        else { return nil }
        let span = Span(
            start: starts[present + count], end: starts[present + count + 1] - 86_400, grain: .day, isInterval: true)
        return TimeExpression(.fixed(span), .day, isInterval: true)
    }
}
