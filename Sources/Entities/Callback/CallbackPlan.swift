import CampaignModel
import CivilTime
import FoundationEssentials

/// A wish on the caller's wall, before it becomes moments: what the policy and the words are made of.
struct CallbackPlan {
    var point: CallbackFacts.Point?
    /// Stretches of one day each, in order.
    var stretches: [Range<Int>] = []
    /// Days in order, each a whole number of days.
    var dates: [Range<Int>] = []
    /// Of the week; 1 is Monday.
    var days: Set<Int>?
    /// Of any day, in minutes.
    var hours: [Range<Int>]?
    var refusedParts: [(day: Int, hours: Range<Int>)] = []
    var from: Int?
    var until: Int?
    var isSoon = false
    var isAnyTime = false
    var isOver = false
    var doubts: Set<CallbackDoubt> = []

    static func over(_ doubts: Set<CallbackDoubt>) -> CallbackPlan {
        var plan = CallbackPlan()
        plan.isOver = true
        plan.doubts = doubts.union([.past])
        return plan
    }

    static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    static func without(_ refused: [Range<Int>], _ wanted: [Range<Int>]) -> [Range<Int>] {
        refused.reduce(wanted) { left, cut in
            left.flatMap { range in
                [
                    range.lowerBound..<max(range.lowerBound, min(range.upperBound, cut.lowerBound)),
                    min(range.upperBound, max(range.lowerBound, cut.upperBound))..<range.upperBound,
                ].filter { !$0.isEmpty }
            }
        }
    }

    /// The hours of each stretch by the day on which it lies, in order.
    var hoursByDate: [(day: Int, hours: [Range<Int>])] {
        var found: [(day: Int, hours: [Range<Int>])] = []
        for stretch in stretches {
            let day = Wall.floor(stretch.lowerBound, to: .day)
            if let last = found.last, last.day == day {
                found[found.count - 1].hours = Self.joined(last.hours + [CallbackFacts.minutes(stretch)])
            } else {
                found.append((day, [CallbackFacts.minutes(stretch)]))
            }
        }
        return found
    }
}

extension CallbackPlan {
    func wish(_ clock: CallbackClock) -> CallbackWish {
        var wish = CallbackWish(uncertain: CallbackDoubt.allCases.filter(doubts.contains))
        guard !isOver else { return wish }
        let now = Date(epochSecond: clock.resolver.instant)
        func instant(_ wall: Int) -> Date { clock.resolver.zone.instant(of: CivilDateTime(wallSeconds: wall)) }
        if let point {
            let start = point.offset.map { Date(epochSecond: point.wall - $0) } ?? instant(point.wall)
            wish.start = start
            if point.slack > 0 { wish.finish = max(start, now).addingTimeInterval(Double(point.slack)) }
        } else if let first = stretches.first, let last = stretches.map(\.upperBound).max() {
            (wish.start, wish.finish) = (instant(first.lowerBound), instant(last))
            if stretches.count > 1 { restrict(&wish) }
        } else if let first = dates.first, let last = dates.map(\.upperBound).max() {
            wish.start = instant(max(first.lowerBound, clock.today) + clock.hours.from * 60)
            wish.finish = instant(last - CallbackClock.day + clock.hours.to * 60)
            if let from, let start = wish.start { wish.start = max(start, instant(from)) }
            addWeek(to: &wish, clock)
            if dates.count > 1, wish.allowedDays == nil { wish.allowedDays = weekdays(of: dates) }
            // All of today's hours are over.
            if let finish = wish.finish, finish <= now { wish.finish = instant(last) }
        } else {
            addWeek(to: &wish, clock)
            wish.start = from.map { instant($0 + (isMidnight($0) ? clock.hours.from * 60 : 0)) }
            wish.finish = until.map { instant(isMidnight($0) ? $0 - CallbackClock.day + clock.hours.to * 60 : $0) }
        }
        if wish.start == nil, wish.allowedTime == nil { wish.start = now }
        if let start = wish.start, start < now { wish.start = now }
        if let finish = wish.finish, finish <= max(wish.start ?? now, now) {
            return CallbackWish(uncertain: CallbackDoubt.allCases.filter { doubts.contains($0) || $0 == .past })
        }
        return wish
    }

    /// Where the moment lies on the wall: a time that the clock skips is the one to which it skips.
    func wall(of point: CallbackFacts.Point, in zone: Zone) -> Int {
        guard point.offset == nil else { return point.wall }
        return zone.localTime(at: zone.instant(of: CivilDateTime(wallSeconds: point.wall))).wallSeconds
    }

    private func isMidnight(_ wall: Int) -> Bool { Wall.positive(wall, CallbackClock.day) == 0 }

    /// Several stretches: their days, and the hours of each.
    private func restrict(_ wish: inout CallbackWish) {
        let byDate = hoursByDate
        if byDate.count > 1 { wish.allowedDays = Set(byDate.map { Weekday.of($0.day) }) }
        let first = byDate[0].hours
        if byDate.allSatisfy({ $0.hours == first }) {
            wish.allowedTime = AllowedTime(byDefault: Self.intervals(first))
        } else {
            var times: [Weekday: [Range<Int>]] = [:]
            for (day, hours) in byDate { times[Weekday.of(day), default: []] += hours }
            wish.allowedTime = AllowedTime(byDay: times.mapValues { Self.intervals(Self.joined($0)) })
        }
    }

    private func addWeek(to wish: inout CallbackWish, _ clock: CallbackClock) {
        if let days { wish.allowedDays = Set(days.map { Weekday.allCases[$0 - 1] }) }
        wish.allowedTime = hours.map { AllowedTime(byDefault: Self.intervals($0)) }
        guard !refusedParts.isEmpty else { return }
        let usual = hours ?? [clock.hours.from..<clock.hours.to]
        var byDay: [Weekday: [DayInterval]] = [:]
        for day in Set(refusedParts.map(\.day)) {
            let refused = refusedParts.filter { $0.day == day }.map(\.hours)
            byDay[Weekday.allCases[day - 1]] = Self.intervals(Self.without(refused, usual))
        }
        wish.allowedTime = AllowedTime(byDay: byDay, byDefault: Self.intervals(usual))
    }

    /// The weekdays of days that are fewer than a week.
    private func weekdays(of dates: [Range<Int>]) -> Set<Weekday>? {
        let midnights = dates.flatMap {
            Array(stride(from: $0.lowerBound, to: $0.upperBound, by: CallbackClock.day).prefix(8))
        }
        let days = Set(midnights.map(Weekday.of))
        return days.count < 7 ? days : nil
    }

    private static func intervals(_ hours: [Range<Int>]) -> [DayInterval] {
        hours.map { DayInterval(from: $0.lowerBound, to: $0.upperBound > 1440 ? $0.upperBound - 1440 : $0.upperBound) }
    }
}

extension Weekday {
    /// Of a moment on the wall.
    static func of(_ wall: Int) -> Weekday { allCases[Wall.weekday(of: Wall.day(of: wall)) - 1] }
}
