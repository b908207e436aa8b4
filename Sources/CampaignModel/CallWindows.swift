import CivilTime
import FoundationEssentials

/// The moments at which a policy allows calls to a person in that zone.
///
/// Membership is the definition (campaigns.md 4.1): a moment is allowed when the callee's wall clock stands in an interval of
/// its day, or in an interval over midnight of the day before. What the clock skips is never allowed, what it shows twice is
/// allowed twice.
package struct CallWindows: Sendable, Hashable {
    /// The callee's.
    package let zone: Zone
    /// No moment before it is allowed.
    package let start: Date?
    /// Neither it nor any moment after it is allowed.
    package let finish: Date?
    /// From Monday to Sunday; a day without calls is empty.
    private let intervals: [[DayInterval]]

    /// A stretch of time in which calls are allowed, half-open.
    package struct Window: Sendable, Hashable {
        package var from: Date
        package var to: Date

        package init(from: Date, to: Date) {
            self.from = from
            self.to = to
        }
    }

    /// `policy` is the resolved one: what it leaves out is unlimited.
    package init(policy: CallPolicy, zone: Zone) {
        self.zone = zone
        start = policy.start
        finish = policy.finish
        intervals = Weekday.allCases.map { day in
            guard policy.allowedDays?.contains(day) ?? true else { return [] }
            guard let times = policy.allowedTime else { return [DayInterval(from: 0, to: 1440)] }
            return times.byDay[day] ?? times.byDefault ?? []
        }
    }

    /// Whether a call may begin at that moment.
    package func contains(_ instant: Date) -> Bool {
        if let start, instant < start { return false }
        if let finish, instant >= finish { return false }
        let local = zone.localTime(at: instant)
        let minute = local.minuteOfDay
        let today = intervals[local.weekday - 1]
        if today.contains(where: { $0.from <= minute && minute < $0.end }) { return true }
        return intervals[(local.weekday + 5) % 7].contains { $0.isOvernight && minute < $0.to }
    }

    /// The first allowed moment at `from` or after it; `nil` when there is none within 400 days.
    package func firstOpenMoment(from: Date) -> Date? {
        let limit = from.addingTimeInterval(400 * Self.day)
        var begin = max(from, start ?? from)
        var length = 2 * Self.day
        while begin < limit {
            let end = min(begin.addingTimeInterval(length), limit)
            if let window = windows(from: begin, to: end).first { return window.from }
            begin = end
            length *= 4
        }
        return nil
    }

    /// The allowed stretches of `[from, to)`, in order, touching ones joined.
    package func windows(from: Date, to: Date) -> [Window] {
        let end = min(to, finish ?? to)
        var begin = max(from, start ?? from)
        guard begin < end else { return [] }
        var found: [Window] = []
        for transition in zone.transitions(from: begin, to: end) {
            found += openings(from: begin, to: transition.at, offset: transition.offsetBefore)
            begin = transition.at
        }
        found += openings(from: begin, to: end, offset: zone.offset(at: begin))
        return Self.joined(found)
    }

    private static let day: TimeInterval = 86_400

    /// The allowed pieces of a stretch in which the clock is not changed.
    private func openings(from: Date, to: Date, offset: Int) -> [Window] {
        guard from < to else { return [] }
        let first = CivilDateTime(wallSeconds: from.epochSecond + offset).civilDay.number - 1
        let last = CivilDateTime(wallSeconds: to.epochSecondRoundedUp + offset).civilDay.number
        return (first...last).flatMap { number in
            intervals[CivilDay(number: number).weekday - 1].compactMap { interval in
                let midnight = number * 86_400 - offset
                let begin = max(from, Date(epochSecond: midnight + interval.from * 60))
                let end = min(to, Date(epochSecond: midnight + interval.end * 60))
                return begin < end ? Window(from: begin, to: end) : nil
            }
        }
    }

    private static func joined(_ windows: [Window]) -> [Window] {
        var joined: [Window] = []
        for window in windows.sorted(by: { $0.from < $1.from }) {
            if let last = joined.last, window.from <= last.to {
                joined[joined.count - 1].to = max(last.to, window.to)
            } else {
                joined.append(window)
            }
        }
        return joined
    }
}
