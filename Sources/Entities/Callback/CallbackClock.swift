import CivilTime

/// Finds where on the caller's wall a time lies.
struct CallbackClock {
    let resolver: TimeResolver
    let hours: BusinessHours

    init(_ resolver: TimeResolver, _ hours: BusinessHours = .usual) {
        self.resolver = resolver
        self.hours = hours
    }

    static let day = 86_400
    /// In minutes: until then the night belongs to the evening before it.
    static let smallHours = 300

    var today: Int { Wall.floor(resolver.now, to: .day) }

    /// What `as` a caller tells of a time, when it has more than one reading.
    enum Role { case start, end, piece }

    /// Where it begins and ends on that day, each reading; in order.
    func readings(of time: TimeExpression, on midnight: Int) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var from = midnight
        while found.count < 4, let span = resolver.series.next(time, from: from), span.start < midnight + Self.day {
            found.append(range(of: span, as: time))
            from = span.start + 1
        }
        return found
    }

    /// The span without the hour or minute that Duckling puts behind "three to four".
    func range(of span: Span, as time: TimeExpression) -> Range<Int> {
        var end = span.end
        if let late = time.grainBehindEnd { end = Wall.add(-1, late, to: end) }
        return span.start..<max(end, span.start + 1)
    }

    /// Of several readings on a day the one in which calls are made.
    func best(of readings: [Range<Int>], as role: Role, on midnight: Int) -> Range<Int>? {
        let (open, close) = (midnight + hours.from * 60, midnight + hours.to * 60)
        let waking = (midnight + 7 * 3600)...(midnight + 23 * 3600)
        switch role {
        case .start:
            return readings.first { open <= $0.lowerBound && $0.lowerBound < close }
                ?? readings.last { waking.contains($0.lowerBound) } ?? readings.first
        case .end:
            return readings.first { open < $0.lowerBound && $0.lowerBound <= close }
                ?? readings.last { waking.contains($0.lowerBound) } ?? readings.first
        case .piece:
            func common(_ range: Range<Int>) -> Int { min(range.upperBound, close) - max(range.lowerBound, open) }
            let most = readings.map(common).max() ?? 0
            return readings.first { common($0) == most }
        }
    }

    /// The span that holds now or comes next; `nil` when all of it is over.
    func coming(_ time: TimeExpression) -> Span? {
        let series = resolver.series
        let isPiece = time.isInterval || time.grain >= .day
        if isPiece, let present = series.around(time, resolver.now), !(time.isComing && !present.isInterval) {
            return present
        }
        return series.next(time, from: isPiece ? resolver.now + 1 : Wall.floor(resolver.now, to: .minute))
    }

    /// As the clock will show it: what it skips begins where it goes on.
    func shown(_ stretch: Range<Int>) -> Range<Int> {
        func shown(_ wall: Int) -> Int {
            let zone = resolver.zone
            return zone.localTime(at: zone.instant(of: CivilDateTime(wallSeconds: wall))).wallSeconds
        }
        let (start, end) = (shown(stretch.lowerBound), shown(stretch.upperBound))
        return start..<(end > start ? end : start + stretch.count)
    }

    func past(_ time: TimeExpression) -> Span? { resolver.series.previous(time, before: resolver.now + 1) }

    /// `18:00-24:00`, for examples below rules.
    func text(of time: TimeExpression) -> String {
        let found = best(of: readings(of: time, on: today), as: .piece, on: today)
        guard let found else { return "never" }
        func clock(_ moment: Int) -> String {
            let minute = (moment - today) / 60
            return "\(minute / 60):" + (minute % 60 < 10 ? "0" : "") + "\(minute % 60)"
        }
        return clock(found.lowerBound) + "-" + clock(found.upperBound)
    }
}

extension TimeExpression {
    /// The grain that stands behind its end, when its end is told by a clock.
    fileprivate var grainBehindEnd: Grain? {
        switch kind {
        case .interval(let from, let to, true) where to.grain < .day && !to.isInterval: min(from.grain, to.grain)
        case .both(let outer, let inner): inner.isInterval ? inner.grainBehindEnd : outer.grainBehindEnd
        case .moved(let inner, _), .shifted(let inner, _, _, _): inner.grainBehindEnd
        default: nil
        }
    }

    /// Whether it goes from one clock to another: "from ten to two".
    var isOfClocks: Bool {
        switch kind {
        case .interval(let from, let to, _):
            from.grain < .day && to.grain < .day && !from.isInterval && !to.isInterval
        case .both(let outer, let inner): inner.isInterval ? inner.isOfClocks : outer.isOfClocks
        case .moved(let inner, _), .shifted(let inner, _, _, _): inner.isOfClocks
        default: false
        }
    }

    /// A weekend that begins on Friday evening: when Saturday begins.
    var weekendStart: Int? {
        switch kind {
        case .weekly(let from, _) where from % 1440 != 0 && from / 1440 == 4: 5 * 1440 - from
        case .both(let outer, let inner): inner.weekendStart ?? outer.weekendStart
        case .nth(_, let inner, _), .nthAfter(_, let inner, _): inner.weekendStart
        default: nil
        }
    }

    /// Whether it is this very second.
    func isNow(_ now: Int) -> Bool {
        if case .fixed(let span) = kind { return span.grain <= .minute && span.start <= now && now < span.end }
        return false
    }
}
