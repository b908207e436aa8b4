import CivilTime

extension MeaningFunctions {
    /// Days, weeks, months and years.
    static let calendar: [MeaningFunction] = [
        // now(): this second
        time("now") { _, context in
            let now = context.resolver.now
            return TimeExpression(.fixed(Span(start: now, end: now + 1, grain: .second)), .second)
        },
        // cycle(1, week): next week, seen from now
        time("cycle") { arguments, context in
            guard let count = arguments.whole(0), let grain = arguments.grain(1), abs(count) < 100_000 else {
                return nil
            }
            if grain <= .hour {
                return TimeExpression(.fixed(context.resolver.passing(from: count, to: count + 1, grain)), grain)
            }
            let start = Wall.add(count, grain, to: Wall.floor(context.resolver.now, to: grain))
            return TimeExpression(.fixed(Span(start: start, end: Wall.add(1, grain, to: start), grain: grain)), grain)
        },
        // every(day): all days
        time("every") { arguments, _ in arguments.grain(0).map { TimeExpression(.every($0), $0) } },
        // weekday(1): all Mondays
        time("weekday") { arguments, _ in ranged(arguments.whole(0), 1...7).map { TimeExpression(.weekday($0), .day) }
        },
        time("dayOfMonth") { arguments, _ in
            ranged(arguments.whole(0), 1...31).map { TimeExpression(.dayOfMonth($0), .day) }
        },
        time("month") { arguments, _ in ranged(arguments.whole(0), 1...12).map { TimeExpression(.month($0), .month) } },
        time("quarter") { arguments, _ in
            ranged(arguments.whole(0), 1...4).map { TimeExpression(.quarter($0), .quarter) }
        },
        // year(2014)
        time("year") { arguments, _ in
            ranged(arguments.whole(0), -2400...9999).map { TimeExpression(.year($0), .year) }
        },
        // decade(1): the next ten years that begin with a round one
        time("decade") { arguments, context in
            guard let count = ranged(arguments.whole(0), -100...100) else { return nil }
            let thisYear = CivilDateTime(wallSeconds: context.resolver.now).year
            let first = thisYear - Wall.positive(thisYear, 10) + count * 10
            let span = Span(
                start: Wall.seconds(year: first, month: 1, day: 1),
                end: Wall.seconds(year: first + 10, month: 1, day: 1),
                grain: .year, isInterval: true)
            return TimeExpression(.fixed(span), .year, isInterval: true)
        },
        // year2(74): the year of two digits that is nearest: 1974, 2014
        time("year2") { arguments, context in
            guard let year = ranged(arguments.whole(0), 0...99) else { return nil }
            let thisYear = CivilDateTime(wallSeconds: context.resolver.now).year
            let century = thisYear - Wall.positive(thisYear, 100)
            let full = year + century > thisYear + 49 ? year + century - 100 : year + century
            return TimeExpression(.year(full < thisYear - 50 ? full + 100 : full), .year)
        },
        // monthDay(2, 29): that day of every year that has it
        time("monthDay") { arguments, _ in
            guard let month = ranged(arguments.whole(0), 1...12), let day = arguments.whole(1),
                CivilDay(year: 2000, month: month, day: day) != nil
            else { return nil }
            return TimeExpression(
                .both(TimeExpression(.month(month), .month), TimeExpression(.dayOfMonth(day), .day)), .day)
        },
        // date(2013, 2, 12)
        time("date") { arguments, _ in
            guard let year = ranged(arguments.whole(0), -2000...9999), let month = arguments.whole(1),
                let day = arguments.whole(2), let found = CivilDay(year: year, month: month, day: day)
            else { return nil }
            let start = found.number * 86_400
            return TimeExpression(.fixed(Span(start: start, end: start + 86_400, grain: .day)), .day)
        },
        // yearly(6, 21, 9, 24): from a day until just before another
        time("yearly") { arguments, _ in
            guard let numbers = wholes(arguments, 4), CivilDay(year: 2000, month: numbers[0], day: numbers[1]) != nil,
                CivilDay(year: 2000, month: numbers[2], day: numbers[3]) != nil
            else { return nil }
            let kind = TimeExpression.Kind.yearly(
                from: numbers[0] * 100 + numbers[1], to: numbers[2] * 100 + numbers[3])
            return TimeExpression(kind, .day, isInterval: true)
        },
        // holiday('Christmas', monthDay(12, 25)): a day with the name of its feast
        time("holiday") { arguments, _ in
            guard let name = arguments.text(0), let time = arguments.time(1) else { return nil }
            return TimeExpression(time.kind, time.grain, isInterval: time.isInterval, holiday: name)
        },
        // coming(weekday(1)): the next Monday, not today
        time("coming") { arguments, _ in
            arguments.time(0).map {
                TimeExpression($0.kind, $0.grain, isInterval: $0.isInterval, isComing: true, holiday: $0.holiday)
            }
        },
    ]

    static func ranged(_ number: Int?, _ range: ClosedRange<Int>) -> Int? {
        number.flatMap { range.contains($0) ? $0 : nil }
    }

    static func wholes(_ arguments: [Meaning], _ count: Int) -> [Int]? {
        let numbers = arguments.compactMap(\.whole)
        return numbers.count == count ? numbers : nil
    }
}
