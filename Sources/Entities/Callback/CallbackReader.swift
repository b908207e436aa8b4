import CivilTime
import FoundationEssentials

/// Sorts what the pieces of a phrase say into `CallbackFacts`.
struct CallbackReader {
    let clock: CallbackClock
    var facts = CallbackFacts()

    init(_ clock: CallbackClock) { self.clock = clock }

    mutating func read(_ part: CallbackPart) {
        switch part {
        case .time(let time): read(time)
        case .often(let time): if let hours = hours(of: time, as: .piece) { facts.hours.append(hours) }
        case .days(let days): facts.days = (facts.days ?? []).union(days)
        case .later(let length): read(length)
        case .opening(let time): readEdge(time, isOpening: true)
        case .closing(let time): readEdge(time, isOpening: false)
        case .soon: facts.isSoon = true
        case .anyTime: facts.isAnyTime = true
        case .refused(let inner): refuse(inner)
        case .about(let inner): readAbout(inner)
        case .instead(let inner): readInstead(inner)
        case .all(let parts): for part in parts { read(part) }
        }
    }

    private mutating func readInstead(_ part: CallbackPart) {
        var later = CallbackReader(clock)
        later.read(part)
        facts.withdraw(later.facts)
        read(part)
    }

    private mutating func readAbout(_ part: CallbackPart) {
        let known = facts.points.count
        read(part)
        facts.doubts.insert(.about)
        for index in known..<facts.points.count where facts.points[index].slack == 0 {
            // As far as half of the way, a quarter of an hour at least and two hours at most.
            let far = facts.points[index].wall - clock.resolver.now
            let isFromNow = facts.points[index].offset != nil
            facts.points[index].slack = isFromNow ? max(900, min(7200, far / 1800 * 900)) : 3600
        }
    }

    // MARK: Times

    mutating func read(_ time: TimeExpression) {
        if time.isNow(clock.resolver.now) { return facts.isSoon = true }
        switch time.kind {
        case .after(let inner): readOpen(inner, isAfter: true)
        case .before(let inner): readOpen(inner, isAfter: false)
        case .interval(let from, let to, let isInclusive) where from.isNow(clock.resolver.now):
            readUntil(to, isInclusive: isInclusive)
        default:
            if time.hasDay { return readDated(time) }
            if !time.isInterval { return facts.clocks.append(time) }
            guard let hours = hours(of: time, as: .piece) else { return }
            if case .daily = time.kind { facts.comingHours.append(hours) } else { facts.hours.append(hours) }
        }
    }

    private mutating func readDated(_ time: TimeExpression) {
        if readWeekly(time) { return }
        guard let span = clock.coming(time) else {
            if clock.past(time) != nil { facts.isOver = true }
            return
        }
        if time.grain >= .day, !time.isInterval || span.end - span.start >= CallbackClock.day {
            let range = clock.range(of: span, as: time)
            return facts.dates.append(range)
        }
        if let late = time.weekendStart, span.end - span.start > 2 * CallbackClock.day - 1 {
            return facts.dates.append(span.start + late * 60..<span.end)
        }
        if span.offset != nil, !time.isInterval {
            return add(CallbackFacts.Point(wall: span.start, offset: span.offset))
        }
        let isPiece = time.isInterval
        if isPiece, span.end - span.start > CallbackClock.day * 3 / 2 {
            return facts.dates.append(
                Wall.floor(span.start, to: .day)..<Wall.add(1, .day, to: Wall.floor(span.end - 1, to: .day)))
        }
        let midnight = Wall.floor(span.start, to: .day)
        guard let found = dated(time, on: midnight, as: isPiece ? .piece : .start) else { return facts.isOver = true }
        if isPiece {
            facts.stretches.append(time.isOfClocks ? told(found, on: midnight) : clipped(found, on: midnight))
        } else {
            add(CallbackFacts.Point(wall: found.lowerBound))
        }
    }

    /// "On weekdays", "weekday evenings": what holds for all of them; a weekend is one of its own.
    private mutating func readWeekly(_ time: TimeExpression) -> Bool {
        switch time.kind {
        case .weekly where time.weekendStart == nil:
            guard let days = time.weekdaysOfWeek else { return false }
            facts.days = (facts.days ?? []).union(days)
        case .both(let outer, let inner) where !inner.hasDay && inner.isInterval:
            guard case .weekly = outer.kind, outer.weekendStart == nil, let days = outer.weekdaysOfWeek,
                let hours = hours(of: inner, as: .piece)
            else { return false }
            facts.days = (facts.days ?? []).union(days)
            facts.hours.append(hours)
        default: return false
        }
        return true
    }

    /// The reading on that day in which calls are made, of those that are not over.
    mutating func dated(_ time: TimeExpression, on midnight: Int, as role: CallbackClock.Role) -> Range<Int>? {
        let now = Wall.floor(clock.resolver.now, to: .minute)
        let readings = clock.readings(of: time, on: midnight).filter {
            (role == .start ? $0.lowerBound : $0.upperBound - 1) >= now
                || role == .start && !clock.resolver.isToday(midnight)
        }
        if readings.count > 1 { facts.doubts.insert(.halfOfDay) }
        return clock.best(of: readings, as: role, on: midnight)
            ?? clock.coming(time).map { clock.range(of: $0, as: time) }.flatMap {
                $0.lowerBound / CallbackClock.day == midnight / CallbackClock.day && $0.upperBound > now ? $0 : nil
            }
    }

    mutating func add(_ point: CallbackFacts.Point) {
        let minute = Wall.positive(point.wall, CallbackClock.day) / 60
        if minute < clock.hours.from || minute >= clock.hours.to { facts.doubts.insert(.outsideHours) }
        facts.points.append(point)
    }

    /// The hours of any day that a time means.
    mutating func hours(of time: TimeExpression, as role: CallbackClock.Role) -> Range<Int>? {
        let midnight = clock.today
        let readings = clock.readings(of: time, on: midnight)
        if readings.count > 1 { facts.doubts.insert(.halfOfDay) }
        guard let found = clock.best(of: readings, as: role, on: midnight) else { return nil }
        let kept =
            role != .piece ? found : time.isOfClocks ? told(found, on: midnight) : clipped(found, on: midnight)
        return (kept.lowerBound - midnight)
            / 60..<max((kept.lowerBound - midnight) / 60 + 1, (kept.upperBound - midnight) / 60)
    }

    /// From one clock to another: as it was told, also when calls are usually not made then.
    private mutating func told(_ piece: Range<Int>, on midnight: Int) -> Range<Int> {
        let usual = midnight + clock.hours.from * 60...midnight + clock.hours.to * 60
        if !usual.contains(piece.lowerBound) || !usual.contains(piece.upperBound) {
            facts.doubts.insert(.outsideHours)
        }
        return piece
    }

    /// Of a piece of a day what lies in the hours in which calls are made.
    private mutating func clipped(_ piece: Range<Int>, on midnight: Int) -> Range<Int> {
        let open = max(piece.lowerBound, midnight + clock.hours.from * 60)
        let close = min(piece.upperBound, midnight + clock.hours.to * 60)
        // In the evening the evening may go on after the hours of calls.
        let isOver = close <= clock.resolver.now && piece.upperBound > clock.resolver.now
        if open < close, !isOver { return open..<close }
        facts.doubts.insert(.outsideHours)
        let early = max(piece.lowerBound, midnight + 7 * 3600)
        // Calls of an evening end at nine, unless it is later, or the end of the evening is meant.
        let nine = midnight + 21 * 3600
        let late = min(piece.upperBound, isOver || early >= nine ? midnight + CallbackClock.day : nine)
        return early < late ? early..<late : piece.lowerBound..<max(late, piece.lowerBound + 60)
    }

    private mutating func read(_ length: Length) {
        guard length.count > 0, length.count < 100_000 else { return }
        let now = clock.resolver.now
        if length.grain >= .day {
            let start = Wall.floor(Wall.add(length.count, length.grain, to: now), to: .day)
            return facts.dates.append(CallbackFacts.day(start))
        }
        let instant = clock.resolver.instant + length.seconds
        let offset = clock.resolver.offset(at: instant)
        add(CallbackFacts.Point(wall: instant + offset, offset: offset))
    }

    private mutating func readEdge(_ time: TimeExpression, isOpening: Bool) {
        let hours = clock.hours
        guard let span = clock.coming(time) else { return facts.isOver = true }
        var midnight = Wall.floor(span.start, to: .day)
        if !time.hasDay, !isOpening || clock.resolver.now >= clock.today + (hours.from + 60) * 60 {
            midnight = isOpening ? clock.today + CallbackClock.day : clock.today
        }
        let length = min(isOpening ? 60 : 120, hours.to - hours.from)
        let from = isOpening ? hours.from : hours.to - length
        facts.stretches.append(midnight + from * 60..<midnight + (from + length) * 60)
    }
}

extension TimeResolver {
    func isToday(_ midnight: Int) -> Bool { Wall.floor(now, to: .day) == midnight }

    func offset(at instant: Int) -> Int { zone.offset(at: Date(epochSecond: instant)) }
}
