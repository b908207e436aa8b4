import FoundationEssentials

/// The rules of one time zone: what the clock on the wall shows at an instant.
package struct Zone: Sendable, Hashable {
    /// As it was named: `Europe/Moscow`, `-05:00`.
    package let name: String
    let rules: ZoneRules

    init(name: String, rules: ZoneRules) {
        self.name = name
        self.rules = rules
    }

    /// A clock that never changes, `seconds` east of Greenwich.
    package init(name: String, fixedOffset seconds: Int) {
        self.init(name: name, rules: ZoneRules(fixedOffset: seconds))
    }

    /// A clock that changes by the same rules every year: `CET-1CEST,M3.5.0,M10.5.0/3`; `nil` when the text is no such rule.
    package init?(name: String, posix text: String) {
        guard let rule = YearlyRule(posix: text) else { return nil }
        self.init(
            name: name, rules: ZoneRules(initialOffset: rule.standardOffset, changes: [], offsets: [], tail: rule))
    }

    /// The clock of Greenwich.
    package static let utc = Zone(name: "UTC", fixedOffset: 0)

    /// Whether the clock never changes: an offset such as `-05:00` is not a place and knows no summer time.
    package var isFixed: Bool { rules.isFixed }

    /// Seconds east of Greenwich at that instant.
    package func offset(at instant: Date) -> Int {
        rules.offset(at: instant.epochSecond)
    }

    /// What the wall clock shows; a fraction of a second is dropped.
    package func localTime(at instant: Date) -> CivilDateTime {
        let second = instant.epochSecond
        return CivilDateTime(wallSeconds: second + rules.offset(at: second))
    }

    /// The instant at which the wall clock shows `local`.
    ///
    /// A time that the clock skips is the moment of the skip; a time that it shows twice is the first of the two
    /// (campaigns.md 4.3).
    package func instant(of local: CivilDateTime) -> Date {
        Date(epochSecond: rules.instant(ofWallSeconds: local.wallSeconds))
    }

    /// The changes of the offset in `[from, to)`, in order.
    package func transitions(from: Date, to: Date) -> [Transition] {
        rules.transitions(from: from.epochSecondRoundedUp, to: to.epochSecondRoundedUp)
    }

    /// A moment at which the clock is put forward or back.
    package struct Transition: Sendable, Hashable {
        /// The first moment with the new offset.
        package let at: Date
        /// Seconds east of Greenwich until then.
        package let offsetBefore: Int
        /// Seconds east of Greenwich from then on.
        package let offsetAfter: Int
    }
}

extension Date {
    /// That many seconds after 1970-01-01 00:00 UTC.
    package init(epochSecond: Int) {
        self.init(timeIntervalSince1970: Double(epochSecond))
    }

    /// Whole seconds since 1970, rounded down; what is not a moment at all counts as 1970.
    package var epochSecond: Int {
        Date.clamped(timeIntervalSince1970.rounded(.down))
    }

    /// Whole seconds since 1970, rounded up.
    package var epochSecondRoundedUp: Int {
        Date.clamped(timeIntervalSince1970.rounded(.up))
    }

    // JavaScript's Date ends at 8.64e12 seconds; beyond that nobody calls anybody, but nothing must overflow.
    private static func clamped(_ seconds: Double) -> Int {
        guard !seconds.isNaN else { return 0 }
        return Int(min(max(seconds, -1e13), 1e13))
    }
}
