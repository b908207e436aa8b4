import CampaignModel

/// The hours, of every day, in which callers are usually called.
package struct BusinessHours: Sendable, Hashable {
    /// In minutes after midnight.
    package let from: Int
    package let to: Int

    /// `nil` unless both lie in one day, the first before the second.
    package init?(from: Int, to: Int) {
        guard 0 <= from, from < to, to <= 1440 else { return nil }
        self.init(minutes: from..<to)
    }

    /// From the earliest to the latest of a campaign's times; `nil` when they tell nothing of usual hours: none are given, some pass midnight, or
    /// they last nearly all day.
    package init?(of times: AllowedTime?) {
        let intervals = times.map { $0.byDay.values.flatMap(\.self) + ($0.byDefault ?? []) } ?? []
        guard let from = intervals.map(\.from).min(), let to = intervals.map(\.end).max(), to - from <= Self.longest
        else { return nil }
        self.init(from: from, to: to)
    }

    private static let longest = 16 * 60

    private init(minutes: Range<Int>) { (from, to) = (minutes.lowerBound, minutes.upperBound) }

    /// 9:00 to 21:00.
    package static let usual = BusinessHours(minutes: 540..<1260)
}
