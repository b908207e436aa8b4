extension MeaningFunctions {
    /// From one time to another.
    static let spans: [MeaningFunction] = [
        // interval(a, b): from a to b, b included
        time("interval") { arguments, _ in interval(arguments, isInclusive: true) },
        // until(a, b): from a to just before b
        time("until") { arguments, _ in interval(arguments, isInclusive: false) },
        time("after") { arguments, _ in
            arguments.time(0).flatMap { $0.isOpen ? nil : TimeExpression(.after($0), $0.grain, isComing: $0.isComing) }
        },
        time("before") { arguments, _ in
            arguments.time(0).flatMap { $0.isOpen ? nil : TimeExpression(.before($0), $0.grain, isComing: $0.isComing) }
        },
        // by(x): from now until x
        time("by") { arguments, context in
            guard let time = arguments.time(0), !time.isOpen else { return nil }
            let now = context.resolver.now
            let start = TimeExpression(.fixed(Span(start: now, end: now + 1, grain: .second)), .second)
            return TimeExpression(.interval(start, time, isInclusive: time.isInterval), .second, isInterval: true)
        },
        // several(3, day): the next three days; several(-3, day): the last three
        time("several") { arguments, context in
            guard let count = arguments.whole(0), let grain = arguments.grain(1), count != 0, abs(count) < 10_000 else {
                return nil
            }
            if grain <= .hour {
                let first = count > 0 ? 1 : count
                var span = context.resolver.passing(from: first, to: first + abs(count), grain)
                span.isInterval = true
                return TimeExpression(.fixed(span), grain, isInterval: true)
            }
            let present = Wall.floor(context.resolver.now, to: grain)
            let first = count > 0 ? Wall.add(1, grain, to: present) : Wall.add(count, grain, to: present)
            let end = Wall.add(abs(count), grain, to: first)
            return TimeExpression(
                .fixed(Span(start: first, end: end, grain: grain, isInterval: true)), grain, isInterval: true)
        },
        // slice(x, day, 0, 3): the first three days of x; slice(x, day, -3, 0): the last three
        time("slice") { arguments, _ in
            guard let time = arguments.time(0), let grain = arguments.grain(1), let from = arguments.whole(2),
                let to = arguments.whole(3)
            else { return nil }
            return TimeExpression(.slice(time, grain, from, to), grain, isInterval: true)
        },
    ]

    private static func interval(_ arguments: [Meaning], isInclusive: Bool) -> TimeExpression? {
        guard let from = arguments.time(0), let to = arguments.time(1), !from.isOpen, !to.isOpen else { return nil }
        return TimeExpression(
            .interval(from, to, isInclusive: isInclusive), min(from.grain, to.grain), isInterval: true)
    }
}
