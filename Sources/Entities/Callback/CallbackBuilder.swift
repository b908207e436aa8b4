import CampaignModel
import CivilTime
import FoundationEssentials

/// Makes one wish of all that a phrase says.
struct CallbackBuilder {
    let clock: CallbackClock
    var facts: CallbackFacts
    var plan = CallbackPlan()

    init(_ facts: CallbackFacts, _ clock: CallbackClock) {
        self.clock = clock
        self.facts = facts
    }

    var now: Int { clock.resolver.now }

    /// The plan, and what of it is a guess; `nil` when the phrase asks for nothing.
    mutating func plan(_ more: Set<CallbackDoubt>) -> CallbackPlan? {
        guard !facts.isEmpty else { return nil }
        plan.doubts = facts.doubts.union(more)
        facts.narrow()
        bringTogether()
        if !facts.points.isEmpty || !facts.stretches.isEmpty {
            planStretches()
        } else if !facts.dates.isEmpty {
            planDates()
        } else if facts.isOver, !facts.namesTime {
            plan.isOver = true
        } else {
            planWeekly()
        }
        if plan.isOver { return CallbackPlan.over(plan.doubts) }
        return plan
    }

    // MARK: Days that were told apart from their hours

    private mutating func bringTogether() {
        let known =
            facts.points.map { CallbackFacts.day($0.wall) } + facts.stretches.map { CallbackFacts.day($0.lowerBound) }
        facts.dates = facts.dates.filter { date in
            !known.contains { date.contains($0.lowerBound) } && !isRefused(date)
        }
        if !known.isEmpty { shareDays(known) }
        let days = facts.dates.filter { $0.count == CallbackClock.day }
        guard !days.isEmpty, days.count == facts.dates.count else { return }
        let hours = facts.hours + facts.comingHours
        if !hours.isEmpty || !facts.clocks.isEmpty {
            for day in days { join(day, hours, facts.clocks) }
            (facts.dates, facts.hours, facts.comingHours, facts.clocks) = ([], [], [], [])
        } else if !known.isEmpty {
            // "Monday or Tuesday after five": the hours are those of both.
            let hours = Set(facts.stretches.map(CallbackFacts.minutes)).sorted { $0.lowerBound < $1.lowerBound }
            let clocks = Set(facts.points.map { Wall.positive($0.wall, CallbackClock.day) }).sorted()
            for day in days {
                facts.stretches += hours.map { Self.on(day.lowerBound, $0) }
                facts.points += clocks.map { CallbackFacts.Point(wall: day.lowerBound + $0) }
            }
            facts.dates = []
        }
    }

    /// "Wednesday at two or at four": the hours without a day are of the same days.
    private mutating func shareDays(_ known: [Range<Int>]) {
        let hours = facts.hours + facts.comingHours
        guard facts.days == nil, !hours.isEmpty || !facts.clocks.isEmpty else { return }
        for day in Set(known) { join(day, hours, facts.clocks) }
        (facts.hours, facts.comingHours, facts.clocks) = ([], [], [])
    }

    private mutating func join(_ day: Range<Int>, _ hours: [Range<Int>], _ clocks: [TimeExpression]) {
        facts.stretches += hours.map { Self.on(day.lowerBound, $0) }
        for time in clocks {
            let readings = clock.readings(of: time, on: day.lowerBound).filter {
                $0.lowerBound >= Wall.floor(now, to: .minute)
            }
            if readings.count > 1 { plan.doubts.insert(.halfOfDay) }
            guard let found = clock.best(of: readings, as: .start, on: day.lowerBound) else { continue }
            facts.points.append(CallbackFacts.Point(wall: found.lowerBound))
        }
        if facts.points.isEmpty, facts.stretches.isEmpty { facts.isOver = true }
    }

    private static func on(_ midnight: Int, _ hours: Range<Int>) -> Range<Int> {
        midnight + hours.lowerBound * 60..<midnight + hours.upperBound * 60
    }

    // MARK: Moments

    private mutating func planStretches() {
        let points = facts.points.filter {
            $0.wall >= Wall.floor(now, to: .minute) && !isRefused(CallbackFacts.day($0.wall))
        }
        let stretches = CallbackPlan.without(
            facts.refusedDates,
            facts.stretches.filter { $0.upperBound > now && !isRefused(CallbackFacts.day($0.lowerBound)) })
        guard points.count + stretches.count > 0 else { return plan.isOver = true }
        let slack = facts.doubts.contains(.about) ? 3600 : 0
        if points.count + stretches.count == 1 {
            if let point = points.first {
                plan.point = point
                if point.slack == 0, point.offset == nil { plan.point?.slack = slack }
            } else {
                plan.stretches = [clock.shown(fromNow(stretches[0]))]
            }
            return
        }
        plan.doubts.insert(.severalTimes)
        // A moment among others stands for the hour that begins with it.
        plan.stretches = Set(stretches + points.map { $0.wall..<$0.wall + 3600 }).map(clock.shown).sorted {
            $0.lowerBound < $1.lowerBound
        }
    }

    /// What has begun already is told from now on.
    private func fromNow(_ stretch: Range<Int>) -> Range<Int> {
        let begun = max(stretch.lowerBound, Wall.floor(now, to: .minute))
        return begun..<max(stretch.upperBound, begun + 60)
    }

    // MARK: Days

    private mutating func planDates() {
        beginBehindRefused()
        let asked = facts.days != nil || facts.dates.contains { $0.count > CallbackClock.day }
        plan.days = asked ? wantedDays() : nil
        let dates = facts.dates.filter { $0.upperBound > now }.flatMap { withoutRefused($0) }
            .sorted { $0.lowerBound < $1.lowerBound }
        guard !dates.isEmpty else { return plan.isOver = true }
        plan.dates = dates
        if dates.count == 1, dates[0].upperBound <= clock.today + CallbackClock.day,
            now >= clock.today + clock.hours.to * 60
        {
            plan.doubts.insert(.outsideHours)
        }
        if dates.count > 1 { plan.doubts.insert(.severalTimes) }
        plan.hours = wantedHours()
        if plan.hours == nil { plan.doubts.insert(.dayOnly) }
    }

    // MARK: What holds every week

    private mutating func planWeekly() {
        if facts.days == nil, facts.hours.isEmpty, facts.refusedDays.isEmpty, facts.refusedParts.isEmpty,
            facts.from == nil, facts.until == nil
        {
            if facts.clocks.isEmpty, !facts.comingHours.isEmpty, facts.refusedHours.isEmpty { return planComing() }
            if !facts.clocks.isEmpty, facts.comingHours.isEmpty { return planClocks() }
        }
        if !facts.clocks.isEmpty {
            let wanted = wantedDays()
            if facts.days == nil, wanted != nil { return planClocks() }
            facts.hours += facts.clocks.compactMap { time in
                let readings = clock.readings(of: time, on: clock.today)
                if readings.count > 1 { plan.doubts.insert(.halfOfDay) }
                return clock.best(of: readings, as: .start, on: clock.today).map {
                    let minute = ($0.lowerBound - clock.today) / 60
                    return minute..<min(1440, minute + 60)
                }
            }
        }
        plan.days = wantedDays()
        plan.hours = wantedHours()
        plan.refusedParts = facts.refusedParts
        if plan.days?.isEmpty == true || plan.hours?.isEmpty == true { return plan.isOver = true }
        plan.from = facts.from
        plan.until = facts.until.flatMap { $0 > now ? $0 : nil }
        if facts.until != nil, plan.until == nil { return plan.isOver = true }
        avoidRefusedDates()
        plan.isSoon = facts.isSoon && plan.from == nil
        plan.isAnyTime =
            !facts.isSoon && !facts.namesTime && plan.days == nil && plan.hours == nil && plan.from == nil
            && plan.until == nil && plan.refusedParts.isEmpty
        if plan.isAnyTime { plan.doubts.insert(.noTime) }
        let isClocked = [plan.from, plan.until].contains {
            $0.map { Wall.positive($0, CallbackClock.day) != 0 } ?? false
        }
        if plan.hours == nil, !facts.isSoon, !plan.isAnyTime, !isClocked { plan.doubts.insert(.dayOnly) }
    }

    /// The first day on which such hours are not over.
    private mutating func planComing() {
        var found: [Range<Int>] = []
        for hours in facts.comingHours {
            let days = (0..<9).map { clock.today + $0 * CallbackClock.day }
            let day = days.first { Self.on($0, hours).upperBound > now + 60 && !isRefused(CallbackFacts.day($0)) }
            if let day { found.append(Self.on(day, hours)) }
        }
        guard !found.isEmpty else { return plan.isOver = true }
        if found.count > 1 { plan.doubts.insert(.severalTimes) }
        plan.stretches = found.count == 1 ? [fromNow(found[0])] : found.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// The next moment at which a clock shows so, in the hours of calls if it can be.
    private mutating func planClocks() {
        for time in facts.clocks {
            let coming = (0..<9).flatMap { number -> [(wall: Int, isUsual: Bool)] in
                let midnight = clock.today + number * CallbackClock.day
                guard !isRefused(CallbackFacts.day(midnight)) else { return [] }
                let usual = midnight + clock.hours.from * 60..<midnight + clock.hours.to * 60
                return clock.readings(of: time, on: midnight).map { ($0.lowerBound, usual.contains($0.lowerBound)) }
            }.filter { $0.wall >= Wall.floor(now, to: .minute) && !isRefused(moment: $0.wall) }
            guard let first = coming.first(where: \.isUsual) ?? coming.first else { continue }
            if clock.readings(of: time, on: clock.today).count > 1 { plan.doubts.insert(.halfOfDay) }
            if !first.isUsual { plan.doubts.insert(.outsideHours) }
            facts.points.append(CallbackFacts.Point(wall: first.wall))
        }
        planStretches()
    }
}
