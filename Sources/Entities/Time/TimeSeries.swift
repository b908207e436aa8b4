import CivilTime

/// Walks through the spans of an expression, forth and back from a moment.
struct TimeSeries {
    /// Of the caller's wall.
    let zone: Zone
    /// Nobody is called back later than that, and no phrase may make us search for ever.
    private static let horizon = -80_000_000_000...280_000_000_000
    private static let mostSteps = 400

    /// The first span that starts at the moment or later.
    func next(_ expression: TimeExpression, from moment: Int) -> Span? {
        guard Self.horizon.contains(moment) else { return nil }
        switch expression.kind {
        case .fixed(let span): return span.start >= moment && Wall.told.contains(span.start) ? span : nil
        case .every(let grain):
            let start = Wall.floor(moment, to: grain)
            return piece(from: start == moment ? start : Wall.add(1, grain, to: start), grain)
        case .both(let outer, let inner): return nextOfBoth(outer, inner, from: moment)
        case .shifted, .moved, .rounded, .slice, .interval, .nth, .nthAfter, .nearest, .byWeekday:
            return nextDerived(expression, from: moment)
        case .after(let inner), .before(let inner): return next(inner, from: moment)
        default: return nextPrimitive(expression, from: moment)
        }
    }

    /// The last span that starts before the moment.
    func previous(_ expression: TimeExpression, before moment: Int) -> Span? {
        guard Self.horizon.contains(moment) else { return nil }
        switch expression.kind {
        case .fixed(let span): return span.start < moment && Wall.told.contains(span.start) ? span : nil
        case .every(let grain):
            return piece(from: Wall.floor(moment - 1, to: grain), grain)
        case .both(let outer, let inner): return previousOfBoth(outer, inner, before: moment)
        case .shifted, .moved, .rounded, .slice, .interval, .nth, .nthAfter, .nearest, .byWeekday:
            return previousDerived(expression, before: moment)
        case .after(let inner), .before(let inner): return previous(inner, before: moment)
        default: return previousPrimitive(expression, before: moment)
        }
    }

    /// The span that holds the moment, if one does.
    func around(_ expression: TimeExpression, _ moment: Int) -> Span? {
        previous(expression, before: moment + 1).flatMap { $0.end > moment ? $0 : nil }
    }

    /// The first of an expression that lies in the same larger span as another.
    func first(of expression: TimeExpression, besides span: Span) -> Span {
        guard case .both(let outer, _) = expression.kind, let frame = around(outer, span.start) else { return span }
        return next(expression, from: frame.start) ?? span
    }

    private func piece(from start: Int, _ grain: Grain) -> Span {
        Span(start: start, end: Wall.add(1, grain, to: start), grain: grain)
    }

    // MARK: Both

    private func nextOfBoth(_ outer: TimeExpression, _ inner: TimeExpression, from moment: Int) -> Span? {
        var frame = around(outer, moment) ?? next(outer, from: moment)
        for _ in 0..<Self.mostSteps {
            guard let found = frame, let span = next(inner, from: max(moment, found.start)) else { return nil }
            if span.start < found.end { return span }
            frame = around(outer, span.start) ?? next(outer, from: span.start)
        }
        return nil
    }

    private func previousOfBoth(_ outer: TimeExpression, _ inner: TimeExpression, before moment: Int) -> Span? {
        var frame = previous(outer, before: moment)
        for _ in 0..<Self.mostSteps {
            guard let found = frame, let span = previous(inner, before: min(moment, found.end)) else { return nil }
            if span.start >= found.start { return span }
            frame = around(outer, span.start) ?? previous(outer, before: span.start)
        }
        return nil
    }

    // MARK: What is counted in days, and repeats

    private func nextPrimitive(_ expression: TimeExpression, from moment: Int) -> Span? {
        let cycle = Cycle(expression)
        var period = cycle.period(of: moment) - 1
        if case .year(let year) = expression.kind { period = max(period, year) }
        for _ in 0..<Self.mostSteps {
            let spans = cycle.spans(in: period)
            if let found = spans.first(where: { $0.start >= moment }) { return found }
            period += 1
            if cycle.isOver(after: period) { return nil }
        }
        return nil
    }

    private func previousPrimitive(_ expression: TimeExpression, before moment: Int) -> Span? {
        let cycle = Cycle(expression)
        var period = cycle.period(of: moment) + 1
        if case .year(let year) = expression.kind { period = min(period, year) }
        for _ in 0..<Self.mostSteps {
            if let found = cycle.spans(in: period).last(where: { $0.start < moment }) { return found }
            period -= 1
            if cycle.isOver(before: period) { return nil }
        }
        return nil
    }

    // MARK: What is found from other spans

    /// Whatever is made of one span of another expression may lie far from it: all are made that could be the one.
    private func nextDerived(_ expression: TimeExpression, from moment: Int) -> Span? {
        guard let source = expression.source else { return nil }
        var base =
            previous(source, before: moment - expression.reach.after)
            ?? next(source, from: moment - expression.reach.after)
        var best: Span?
        for _ in 0..<Self.mostSteps {
            guard let found = base else { break }
            if let best, found.start > best.start + expression.reach.before { break }
            for span in derived(expression, from: found) where span.start >= moment {
                if best.map({ span.start < $0.start }) ?? true { best = span }
            }
            base = next(source, from: found.start + 1)
        }
        return best
    }

    private func previousDerived(_ expression: TimeExpression, before moment: Int) -> Span? {
        guard let source = expression.source else { return nil }
        var base = previous(source, before: moment + expression.reach.before + 1)
        var best: Span?
        for _ in 0..<Self.mostSteps {
            guard let found = base else { break }
            if let best, found.start < best.start - expression.reach.after { break }
            for span in derived(expression, from: found) where span.start < moment {
                if best.map({ span.start > $0.start }) ?? true { best = span }
            }
            base = previous(source, before: found.start)
        }
        return best
    }

    private func derived(_ expression: TimeExpression, from base: Span) -> [Span] {
        switch expression.kind {
        case .shifted(_, let count, let grain, let told):
            let start = Wall.floor(Wall.add(count, grain, to: base.start), to: told)
            if base.isInterval {
                return [Span(start: start, end: Wall.add(count, grain, to: base.end), grain: told, isInterval: true)]
            }
            return [piece(from: start, told)]
        case .moved(_, let other):
            return [
                .between(
                    other.moment(ofWall: base.start), other.moment(ofWall: base.end), on: zone, base.grain,
                    isInterval: base.isInterval)
            ]
        case .slice(_, let grain, let from, let to):
            let start = Wall.add(from, grain, to: from < 0 ? base.end : base.start)
            let end = to > 0 ? Wall.add(to, grain, to: base.start) : Wall.add(to, grain, to: base.end)
            return start < end ? [Span(start: start, end: end, grain: grain, isInterval: true)] : []
        case .byWeekday(_, let hours, let lengths):
            let weekday = Wall.weekday(of: Wall.day(of: base.start)) - 1
            guard !lengths.isEmpty else { return [base.moved(by: hours[weekday] * 3600)] }
            let start = base.start + hours[weekday] * 3600
            return [Span(start: start, end: start + lengths[weekday] * 3600, grain: .hour, isInterval: true)]
        case .rounded(_, let grain): return [piece(from: Wall.floor(base.start, to: grain), grain)]
        case .interval(_, let to, let isInclusive):
            return interval(from: base, to: to, isInclusive: isInclusive, grain: expression.grain).map { [$0] } ?? []
        case .nth(let number, let member, _): return nth(number, of: member, within: base).map { [$0] } ?? []
        case .nthAfter(let number, let member, _): return nth(number, of: member, from: base).map { [$0] } ?? []
        case .nearest(let number, let member, _): return nearest(number, member, to: base).map { [$0] } ?? []
        default: return []
        }
    }

    private func interval(from base: Span, to: TimeExpression, isInclusive: Bool, grain: Grain) -> Span? {
        // "By the end of the year" may be said when that end has begun.
        let present = isInclusive && to.isInterval ? around(to, base.start) : nil
        let isLater = !isInclusive && (base.grain == to.grain || base.grain == .second)
        guard let last = present ?? next(to, from: base.start + (isLater ? 1 : 0)) else {
            return nil
        }
        // What was said of both ends is told as finely as the finer one.
        let end = !isInclusive ? last.start : last.isInterval ? last.end : Wall.add(1, grain, to: last.start)
        guard end > base.start else { return nil }
        return Span(
            start: base.start, end: end, grain: grain, isInterval: true, offset: base.offset,
            endOffset: !isInclusive ? last.offset : last.isInterval ? last.endOffset : nil)
    }

    private func nth(_ number: Int, of member: TimeExpression, within base: Span) -> Span? {
        guard number != 0, abs(number) <= Self.mostSteps else { return nil }
        if number > 0 {
            var found = next(member, from: base.start)
            for _ in 1..<max(number, 1) { found = found.flatMap { next(member, from: $0.start + 1) } }
            return found.flatMap { $0.start < base.end ? $0 : nil }
        }
        var found = previous(member, before: base.end)
        // The last week is the last one that does not reach into the next month.
        if member.grain == .week, let last = found, last.end > base.end { found = previous(member, before: last.start) }
        for _ in 1..<max(-number, 1) { found = found.flatMap { previous(member, before: $0.start) } }
        return found.flatMap { $0.start >= base.start ? $0 : nil }
    }

    private func nth(_ number: Int, of member: TimeExpression, from base: Span) -> Span? {
        guard number != 0, abs(number) <= Self.mostSteps else { return nil }
        if number > 0 {
            var found = next(member, from: base.start + 1)
            if let first = found, first.start < base.end { found = next(member, from: base.end) }
            for _ in 1..<max(number, 1) { found = found.flatMap { next(member, from: $0.start + 1) } }
            return found
        }
        var found = previous(member, before: base.start)
        for _ in 1..<max(-number, 1) { found = found.flatMap { previous(member, before: $0.start) } }
        return found
    }

    private func nearest(_ number: Int, _ member: TimeExpression, to base: Span) -> Span? {
        var later = next(member, from: base.start)
        var earlier = previous(member, before: base.start)
        var found: Span?
        for _ in 0..<max(1, min(number, Self.mostSteps)) {
            let isLater =
                switch (earlier, later) {
                case (let before?, let after?): after.start - base.start <= base.start - before.start
                case (nil, _): true
                case (_, nil): false
                }
            found = isLater ? later : earlier
            if isLater {
                later = later.flatMap { next(member, from: $0.start + 1) }
            } else {
                earlier = earlier.flatMap { previous(member, before: $0.start) }
            }
        }
        return found
    }
}

extension TimeExpression {
    /// What its spans are made from.
    fileprivate var source: TimeExpression? {
        switch kind {
        case .shifted(let inner, _, _, _), .moved(let inner, _), .byWeekday(let inner, _, _), .rounded(let inner, _),
            .slice(let inner, _, _, _),
            .interval(let inner, _, _),
            .nth(_, _, let inner), .nthAfter(_, _, let inner), .nearest(_, _, let inner):
            inner
        default: nil
        }
    }

    /// How far a span may start from the one it is made from, in seconds: after its start, and before it.
    fileprivate var reach: (after: Int, before: Int) {
        let day = 86_400
        switch kind {
        case .shifted(_, let count, let grain, let told):
            let length = min(abs(count), 300_000) * grain.seconds + abs(count) * day * 6 + told.seconds
            return count >= 0 ? (length, told.seconds) : (told.seconds, length)
        // Zones lie up to 26 hours apart.
        case .moved: return (2 * day, 2 * day)
        case .byWeekday: return (7 * day, 7 * day)
        case .rounded(_, let grain): return (0, grain.seconds + 2 * day)
        case .interval: return (0, 0)
        case .slice(_, let grain, let from, let to):
            return ((max(abs(from), abs(to)) + 1) * grain.seconds + 370 * day, 0)
        case .nth: return (400 * day, 0)
        case .nthAfter(let number, let member, _), .nearest(let number, let member, _):
            let length = (abs(number) + 2) * max(member.grain.seconds, 7 * day) * (member.grain >= .day ? 2 : 1)
            return (length, length)
        default: return (0, 0)
        }
    }
}
