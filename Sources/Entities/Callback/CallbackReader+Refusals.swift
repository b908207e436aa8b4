/// What a caller does not want.
extension CallbackReader {
    mutating func refuse(_ part: CallbackPart) {
        switch part {
        case .days(let days): facts.refusedDays.formUnion(days)
        case .often(let time): refuse(hoursOf: time)
        case .all(let parts): refuse(parts)
        case .time(let time): refuse(time)
        case .opening(let time), .closing(let time): refuse(time)
        case .about(let inner), .instead(let inner): refuse(inner)
        case .soon, .anyTime, .later, .refused: break
        }
    }

    /// Days together with hours are refused only where they meet.
    private mutating func refuse(_ parts: [CallbackPart]) {
        var inner = CallbackReader(clock)
        for part in parts { inner.refuse(part) }
        let facts = inner.facts
        if !facts.refusedDays.isEmpty, !facts.refusedHours.isEmpty, parts.allSatisfy({ !$0.isRefusal }) {
            for day in facts.refusedDays { self.facts.refusedParts += facts.refusedHours.map { (day, $0) } }
            return
        }
        for part in parts { refuse(part) }
    }

    private mutating func refuse(hoursOf time: TimeExpression) {
        var inner = CallbackReader(clock)
        inner.read(.often(time))
        let readings = clock.readings(of: time, on: clock.today)
        guard let found = clock.best(of: readings, as: .piece, on: clock.today) else { return }
        facts.refusedHours.append(CallbackFacts.minutes(found))
    }

    private mutating func refuse(_ time: TimeExpression) {
        if case .weekday(let day) = time.kind { return _ = facts.refusedDays.insert(day) }
        if let days = time.weekdaysOfWeek { return facts.refusedDays.formUnion(days) }
        if !time.hasDay, !time.isInterval, !time.isOpen {
            // An hour that is refused is refused until the next one.
            guard let hours = hours(of: time, as: .start) else { return }
            return facts.refusedHours.append(hours.lowerBound..<hours.lowerBound + 60)
        }
        var inner = CallbackReader(clock)
        inner.read(time)
        facts.refusedDates += inner.facts.dates
        // "Not after friday" is until friday.
        if let from = inner.facts.from { facts.until = from }
        if let until = inner.facts.until { facts.from = until }
        // "Not in the next hour" when the clock is put back in it: from its end on.
        for point in inner.facts.points where point.slack > 0 {
            let end = clock.resolver.instant + point.slack
            let offset = clock.resolver.offset(at: end)
            add(CallbackFacts.Point(wall: end + offset, offset: offset))
        }
        if !time.hasDay {
            if case .after = time.kind { return facts.refusedHours += inner.facts.bounds.map { $0.lowerBound..<1440 } }
            if case .before = time.kind { return facts.refusedHours += inner.facts.bounds.map { 0..<$0.upperBound } }
            return refuse(hoursOf: time)
        }
        for stretch in inner.facts.stretches {
            if stretch.contains(clock.resolver.now) {
                // What holds now is over when it ends: "busy this afternoon".
                let isLast = stretch.upperBound >= clock.today + clock.hours.to * 60
                let end = isLast ? clock.today + CallbackClock.day : stretch.upperBound
                facts.refusedDates.append(clock.resolver.now..<end)
                continue
            }
            let day = Wall.weekday(of: Wall.day(of: stretch.lowerBound))
            facts.refusedParts.append((day, CallbackFacts.minutes(stretch)))
        }
    }
}

extension CallbackPart {
    fileprivate var isRefusal: Bool { if case .refused = self { true } else { false } }
}

extension TimeExpression {
    /// The weekdays of "weekdays" and of a weekend.
    var weekdaysOfWeek: Set<Int>? {
        guard case .weekly(let from, let to) = kind else { return nil }
        let first = (from + 1439) / 1440
        return first < 7 && to > first * 1440 ? Set((first..<(to + 1439) / 1440).map { $0 % 7 + 1 }) : nil
    }
}
