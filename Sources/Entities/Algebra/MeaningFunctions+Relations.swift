import CivilTime
import FoundationEssentials

extension MeaningFunctions {
    /// Times that are told by other times.
    static let relations: [MeaningFunction] = [
        // and(a, b): the one that lies in the other; a from or to goes on to mean one
        time("and") { arguments, _ in
            guard let left = arguments.time(0), let right = arguments.time(1) else { return nil }
            return both(left, right)
        },
        // nth(3, weekday(2), month(9)): the third Tuesday of September; nth(-1, …) the last one
        time("nth") { arguments, _ in
            guard let number = arguments.whole(0), let member = arguments.time(1), let within = arguments.time(2) else {
                return nil
            }
            return TimeExpression(
                .nth(number, member, within: within), member.grain, isInterval: member.isInterval,
                holiday: member.holiday)
        },
        // nthAfter(2, weekday(2), x): the second Tuesday after x; -1: the last one before it
        time("nthAfter") { arguments, _ in
            guard let number = arguments.whole(0), let member = arguments.time(1), let base = arguments.time(2) else {
                return nil
            }
            return TimeExpression(
                .nthAfter(number, member, base), member.grain, isInterval: member.isInterval, holiday: member.holiday)
        },
        // nearest(1, weekday(1), x): the Monday that is nearest to x
        time("nearest") { arguments, _ in
            guard let number = arguments.whole(0), let member = arguments.time(1), let base = arguments.time(2) else {
                return nil
            }
            return TimeExpression(
                .nearest(number, member, base), member.grain, isInterval: member.isInterval, holiday: member.holiday)
        },
        // around(week, x): the week in which x lies
        time("around") { arguments, _ in
            guard let grain = arguments.grain(0), let base = arguments.time(1) else { return nil }
            return TimeExpression(.rounded(base, grain), grain)
        },
        // shift(x, length), shiftBack(x, length): that much later or earlier
        time("shift") { arguments, _ in shifted(arguments, 1) },
        time("shiftBack") { arguments, _ in shifted(arguments, -1) },
        // later(length), ago(length): from now; the grain is finer than that of the length
        time("later") { arguments, context in fromNow(arguments, 1, context) },
        time("ago") { arguments, context in fromNow(arguments, -1, context) },
    ]

    static func both(_ left: TimeExpression, _ right: TimeExpression) -> TimeExpression? {
        switch (left.kind, right.kind) {
        case (.after(let inner), .before(let last)), (.before(let last), .after(let inner)):
            return TimeExpression(
                .interval(inner, last, isInclusive: false), min(inner.grain, last.grain), isInterval: true)
        case (.after(let inner), _): return both(inner, right).map { TimeExpression(.after($0), $0.grain) }
        case (.before(let inner), _): return both(inner, right).map { TimeExpression(.before($0), $0.grain) }
        case (_, .after(let inner)): return both(left, inner).map { TimeExpression(.after($0), $0.grain) }
        case (_, .before(let inner)): return both(left, inner).map { TimeExpression(.before($0), $0.grain) }
        default: break
        }
        let isLeftInner = left.isInner(than: right)
        let (outer, inner) = isLeftInner ? (right, left) : (left, right)
        return TimeExpression(
            .both(outer, inner), inner.grain, isInterval: inner.isInterval, holiday: inner.holiday ?? outer.holiday)
    }

    private static func shifted(_ arguments: [Meaning], _ sign: Int) -> TimeExpression? {
        guard let base = arguments.time(0), let length = arguments.length(1) else { return nil }
        let grain = min(base.grain, length.grain)
        return TimeExpression(
            .shifted(base, sign * length.count, length.grain, as: grain), grain, isInterval: base.isInterval)
    }

    /// Hours and less are counted as they pass, also in the night in which clocks are changed.
    private static func fromNow(_ arguments: [Meaning], _ sign: Int, _ context: MeaningContext) -> TimeExpression? {
        guard let length = arguments.length(0), abs(length.count) < 1_000_000_000 else { return nil }
        let (count, resolver) = (sign * length.count, context.resolver)
        let told = length.grain.finer
        guard length.grain <= .hour else {
            let start = Wall.floor(Wall.add(count, length.grain, to: resolver.now), to: told)
            return TimeExpression(.fixed(Span(start: start, end: Wall.add(1, told, to: start), grain: told)), told)
        }
        let instant = resolver.instant + count * length.grain.seconds
        let offset = resolver.zone.offset(at: Date(epochSecond: instant))
        let start = Wall.floor(instant + offset, to: told)
        return TimeExpression(
            .fixed(Span(start: start, end: Wall.add(1, told, to: start), grain: told, offset: offset)), told)
    }
}

extension TimeExpression {
    /// Of two times that are told together, the one that lies in the other.
    fileprivate func isInner(than other: TimeExpression) -> Bool {
        if grain != other.grain { return grain < other.grain }
        // An hour lies in an afternoon.
        if isInterval != other.isInterval { return other.isInterval }
        return rank > other.rank
    }

    private var rank: Int {
        switch kind {
        case .clock, .minute: 3
        case .weekday, .dayOfMonth, .daily: 2
        case .every: 1
        default: 0
        }
    }
}
