import CivilTime

/// What a phrase says about time, before it is held against the clock: a set of spans such as all Mondays, or one day.
final class TimeExpression: Sendable, Hashable {
    indirect enum Kind: Sendable, Hashable {
        /// One piece of time, known already.
        case fixed(Span)
        /// All seconds, all days, all weeks …
        case every(Grain)
        case year(Int)
        /// 1-4
        case quarter(Int)
        /// 1-12
        case month(Int)
        /// 1-31
        case dayOfMonth(Int)
        /// 1 is Monday
        case weekday(Int)
        /// Seconds after midnight; a clock of twelve hours means both halves of the day.
        case clock(second: Int, isTwelveHours: Bool)
        /// The same minute of every hour.
        case minute(Int)
        /// A part of each day, in minutes after midnight; may pass the next midnight.
        case daily(from: Int, to: Int)
        /// A part of each week, in minutes after Monday 00:00.
        case weekly(from: Int, to: Int)
        /// A part of each year: from one day (month * 100 + day) to just before another.
        case yearly(from: Int, to: Int)
        /// One day or one stretch of days a year.
        case feast(Feast)
        /// What of the second lies in the first.
        case both(TimeExpression, TimeExpression)
        /// The n-th within each of others; counted from the end when negative.
        case nth(Int, TimeExpression, within: TimeExpression)
        /// The n-th after (or before, when negative) each of others.
        case nthAfter(Int, TimeExpression, TimeExpression)
        /// The one that is nearest, second nearest … to each of others.
        case nearest(Int, TimeExpression, TimeExpression)
        /// That much later, and seen with that grain.
        case shifted(TimeExpression, Int, Grain, as: Grain)
        /// From one until another.
        case interval(TimeExpression, TimeExpression, isInclusive: Bool)
        /// Of each a piece: from so many of the grain after its start (before its end, when negative) to so many; 0 is its end.
        case slice(TimeExpression, Grain, Int, Int)
        /// The piece of that grain around each.
        case rounded(TimeExpression, Grain)
        /// What our wall shows when the wall of another zone shows it.
        case moved(TimeExpression, from: Zone)
        /// Moved by so many hours, which depend on the weekday (Monday first); with lengths a stretch of so many hours.
        case byWeekday(TimeExpression, hours: [Int], lengths: [Int])
        case after(TimeExpression)
        case before(TimeExpression)
    }

    let kind: Kind
    /// How finely it is told.
    let grain: Grain
    /// Whether it means a from and a to.
    let isInterval: Bool
    /// Whether the one that holds now is not meant: "monday", said on a Monday.
    let isComing: Bool
    /// The feast that was named, as it is written.
    let holiday: String?
    /// How many times are told by one another within it: "the day after the last monday of march" has two.
    let nesting: Int

    /// To walk through what is nested deeper takes ever longer, and nobody says it.
    static let deepest = 5

    init(_ kind: Kind, _ grain: Grain, isInterval: Bool = false, isComing: Bool = false, holiday: String? = nil) {
        self.kind = kind
        self.grain = grain
        self.isInterval = isInterval
        self.isComing = isComing
        self.holiday = holiday
        nesting = Self.nesting(of: kind)
    }

    private static func nesting(of kind: Kind) -> Int {
        switch kind {
        case .both(let outer, let inner): max(outer.nesting, inner.nesting)
        case .nth(_, let member, let base), .nthAfter(_, let member, let base), .nearest(_, let member, let base):
            max(member.nesting, base.nesting) + 1
        case .interval(let from, let to, _): max(from.nesting, to.nesting) + 1
        case .shifted(let inner, _, _, _), .slice(let inner, _, _, _), .rounded(let inner, _), .moved(let inner, _),
            .byWeekday(let inner, _, _):
            inner.nesting + 1
        case .after(let inner), .before(let inner): inner.nesting
        default: 0
        }
    }

    static func == (left: TimeExpression, right: TimeExpression) -> Bool {
        left === right
            || left.grain == right.grain && left.isInterval == right.isInterval && left.isComing == right.isComing
                && left.holiday == right.holiday && left.kind == right.kind
    }

    func hash(into hasher: inout Hasher) { hasher.combine(kind) }

    /// Whether it has only one of its two ends.
    var isOpen: Bool {
        switch kind {
        case .after, .before: true
        default: false
        }
    }

    /// Whether it is a time of the day, whatever the day.
    var isClock: Bool {
        switch kind {
        case .clock: true
        case .moved(let inner, _): inner.isClock
        default: false
        }
    }

    /// Whether it is a time of the day that may lie in both halves of it.
    var isTwelveHours: Bool {
        switch kind {
        case .clock(_, let isTwelveHours): isTwelveHours
        case .both(let outer, let inner): outer.isTwelveHours || inner.isTwelveHours
        case .interval(let from, let to, _): from.isTwelveHours || to.isTwelveHours
        case .after(let inner), .before(let inner), .shifted(let inner, _, _, _), .moved(let inner, _):
            inner.isTwelveHours
        default: false
        }
    }
}
