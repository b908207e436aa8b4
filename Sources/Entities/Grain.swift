/// How finely a time is told; the coarser one is the greater.
package enum Grain: Int, Sendable, Hashable, Comparable, CaseIterable {
    case second, minute, hour, day, week, month, quarter, year

    /// As Duckling names it.
    package var name: String { Self.names[rawValue] }

    init?(name: String) {
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: index)
    }

    private static let names = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"]

    package static func < (left: Grain, right: Grain) -> Bool { left.rawValue < right.rawValue }

    /// As long as it is taken to be where a length in seconds is wanted (Duckling: a month has 30 days, a year 365).
    var seconds: Int {
        switch self {
        case .second: 1
        case .minute: 60
        case .hour: 3600
        case .day: 86_400
        case .week: 604_800
        case .month: 2_592_000
        case .quarter: 7_776_000
        case .year: 31_536_000
        }
    }

    /// The grain of a moment that is told by a length of this one: "in a day" names an hour, "in a year" a month.
    var finer: Grain {
        switch self {
        case .second, .minute: .second
        case .hour: .minute
        case .day: .hour
        case .week, .month: .day
        case .quarter, .year: .month
        }
    }

    /// How many of which finer grain it is made of.
    var parts: (count: Int, grain: Grain) {
        switch self {
        case .second: (1, .second)
        case .minute: (60, .second)
        case .hour: (60, .minute)
        case .day: (24, .hour)
        case .week: (7, .day)
        case .month: (30, .day)
        case .quarter: (3, .month)
        case .year: (12, .month)
        }
    }
}
