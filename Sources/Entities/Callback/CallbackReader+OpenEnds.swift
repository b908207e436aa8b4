/// Times with one end: "after six", "until friday", "by noon".
extension CallbackReader {
    /// From that hour of any day, from that day on, or from that hour of one day.
    mutating func readOpen(_ inner: TimeExpression, isAfter: Bool) {
        if inner.isNow(clock.resolver.now) {
            if isAfter { facts.isSoon = true }
            return
        }
        guard inner.hasDay else {
            guard let hours = hours(of: inner, as: isAfter ? .start : .end) else { return }
            return facts.bounds.append(open(hours.lowerBound, isAfter))
        }
        guard let span = clock.coming(inner) else { return facts.isOver = true }
        if inner.grain >= .day {
            if isAfter { facts.from = span.start } else { facts.until = span.start }
            return
        }
        if span.offset != nil {
            if isAfter { facts.from = span.start } else { facts.until = span.start }
            return
        }
        let midnight = Wall.floor(span.start, to: .day)
        guard let found = dated(inner, on: midnight, as: isAfter ? .start : .end) else { return facts.isOver = true }
        let hours = open((found.lowerBound - midnight) / 60, isAfter)
        facts.stretches.append(midnight + hours.lowerBound * 60..<midnight + hours.upperBound * 60)
    }

    /// From a minute of the day until calls end, or from when they begin.
    private mutating func open(_ minute: Int, _ isAfter: Bool) -> Range<Int> {
        let hours = clock.hours
        // Until the small hours a caller waits from the evening before; what begins in them does not last until the next evening.
        let isSmall = minute < min(CallbackClock.smallHours, hours.from)
        let end = isSmall && !isAfter ? minute + 1440 : minute
        if isAfter ? minute >= hours.to || isSmall : end <= hours.from || end > hours.to {
            facts.doubts.insert(.outsideHours)
        }
        if isAfter {
            if minute < hours.to, !isSmall { return max(minute, 0)..<hours.to }
            return min(minute, 1380)..<min(isSmall ? hours.from : 1440, minute + 120)
        }
        return end > hours.from ? hours.from..<end : max(0, end - 120)..<max(end, 1)
    }

    /// From now until then.
    mutating func readUntil(_ time: TimeExpression, isInclusive: Bool) {
        let now = clock.resolver.now
        guard time.hasDay || time.isInterval else {
            guard let hours = hours(of: time, as: .end) else { return }
            let today = clock.today + hours.lowerBound * 60
            return readUntil(today > now ? today : today + CallbackClock.day)
        }
        guard let span = clock.coming(time) else { return facts.isOver = true }
        if time.grain >= .day { return facts.until = isInclusive ? span.end : span.start }
        let end = dated(time, on: Wall.floor(span.start, to: .day), as: .end)?.lowerBound ?? span.start
        if let offset = span.offset, end <= now, span.start - offset > clock.resolver.instant {
            // The clock is put back in between.
            let length = span.start - offset - clock.resolver.instant
            return add(CallbackFacts.Point(wall: now, offset: clock.resolver.offsetNow, slack: length))
        }
        guard end > now else { return facts.isOver = true }
        readUntil(end)
    }

    private mutating func readUntil(_ end: Int) {
        if end <= clock.today + CallbackClock.day + CallbackClock.smallHours * 60 {
            facts.stretches.append(clock.resolver.now..<end)
        } else {
            facts.until = end
        }
    }
}
