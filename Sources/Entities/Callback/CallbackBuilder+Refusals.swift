/// What is left when days and hours are refused.
extension CallbackBuilder {
    /// Whether a day lies in what was refused.
    func isRefused(_ day: Range<Int>) -> Bool {
        guard day.count <= CallbackClock.day else { return false }
        return facts.refusedDates.contains { $0.contains(day.lowerBound) }
            || facts.refusedDays.contains(Wall.weekday(of: Wall.day(of: day.lowerBound)))
    }

    func isRefused(moment wall: Int) -> Bool {
        let minute = Wall.positive(wall, CallbackClock.day) / 60
        return facts.refusedHours.contains { $0.contains(minute) } || facts.refusedDates.contains { $0.contains(wall) }
    }

    /// "Today, but not in the next two hours": of what is refused now until an hour of a day that day's later hours are left.
    mutating func beginBehindRefused() {
        let isOfHours = { [now] (range: Range<Int>) in
            range.lowerBound <= now && range.upperBound > now && Wall.positive(range.upperBound, CallbackClock.day) != 0
        }
        guard let end = facts.refusedDates.filter(isOfHours).map(\.upperBound).max() else { return }
        facts.refusedDates.removeAll(where: isOfHours)
        let midnight = Wall.floor(end, to: .day)
        facts.dates = facts.dates.compactMap {
            $0.upperBound > end ? max($0.lowerBound, midnight)..<$0.upperBound : nil
        }
        if facts.dates == [CallbackFacts.day(end)] {
            facts.refusedHours.append(0..<(end - midnight) / 60)
        } else if facts.dates.contains(where: { $0.contains(end) }) {
            plan.from = end
        }
    }

    func wantedDays() -> Set<Int>? {
        guard facts.days != nil || !facts.refusedDays.isEmpty else { return nil }
        let days = (facts.days ?? Set(1...7)).subtracting(facts.refusedDays)
        return days.count == 7 ? nil : days
    }

    /// The hours that were told, or the usual ones, without those that were refused.
    func wantedHours() -> [Range<Int>]? {
        let told = facts.hours + facts.comingHours
        guard !told.isEmpty || !facts.refusedHours.isEmpty else { return nil }
        let wanted = told.isEmpty ? [clock.hours.from..<clock.hours.to] : told
        return CallbackPlan.without(facts.refusedHours, CallbackPlan.joined(wanted))
    }

    /// What is left of the time ahead when dates are refused: what is behind those that hold now, "not this week"; of others a week or more
    /// before them, "not on december 25", else what is behind them. A single day of the coming week is one of the week.
    mutating func avoidRefusedDates() {
        for range in facts.refusedDates.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let from = max(plan.from ?? now, now)
            guard range.upperBound > from, range.lowerBound < plan.until ?? .max else { continue }
            if range.lowerBound <= from {
                plan.from = range.upperBound
            } else if range.lowerBound - from >= 7 * CallbackClock.day {
                plan.until = range.lowerBound
                plan.doubts.insert(.beforeOrAfter)
            } else if !skip(range) {
                plan.from = range.upperBound
                plan.doubts.insert(.beforeOrAfter)
            }
        }
    }

    /// Leaves out its day of the week, when others are left.
    private mutating func skip(_ date: Range<Int>) -> Bool {
        let days = (plan.days ?? Set(1...7)).subtracting([Wall.weekday(of: Wall.day(of: date.lowerBound))])
        guard date.count == CallbackClock.day, !days.isEmpty else { return false }
        plan.days = days
        return true
    }

    /// What is left of a period: "in december but not from the 24th to the 26th" leaves what is longer, before them or after them; a single
    /// day of one week is left out as one of the week.
    mutating func withoutRefused(_ period: Range<Int>) -> [Range<Int>] {
        facts.refusedDates.reduce([period]) { left, refused in
            left.flatMap { range -> [Range<Int>] in
                guard range.overlaps(refused) else { return [range] }
                if range.count <= 7 * CallbackClock.day, refused.count == CallbackClock.day {
                    plan.days = (plan.days ?? Set(1...7)).subtracting([
                        Wall.weekday(of: Wall.day(of: refused.lowerBound))
                    ])
                    return [range]
                }
                let pieces = CallbackPlan.without([refused], [range])
                if pieces.count > 1 { plan.doubts.insert(.beforeOrAfter) }
                return pieces.max { $0.count < $1.count }.map { [$0] } ?? []
            }
        }
    }
}
