import CivilTime
import FoundationEssentials

/// A day of the week as the Calls API writes it.
package enum Weekday: String, Sendable, Hashable, CaseIterable, Codable {
    case mon, tue, wed, thu, fri, sat, sun
}

/// A part of a day on the callee's wall clock, half-open, in minutes after midnight.
///
/// `to` smaller than `from` runs over midnight and belongs to the day on which it starts.
package struct DayInterval: Sendable, Hashable, Codable {
    package var from: Int
    package var to: Int

    package init(from: Int, to: Int) {
        self.from = from
        self.to = to
    }
}

/// The `allowedTime` field: intervals by weekday, and those of every day without an entry of its own.
package struct AllowedTime: Sendable, Hashable, Codable {
    /// A day with an empty list has no calls.
    package var byDay: [Weekday: [DayInterval]]
    /// Of the days that `byDay` does not name; `nil`: no calls on them.
    package var byDefault: [DayInterval]?

    package init(byDay: [Weekday: [DayInterval]] = [:], byDefault: [DayInterval]? = nil) {
        self.byDay = byDay
        self.byDefault = byDefault
    }
}

/// When and how often to call; what is `nil` comes from the level above (campaigns.md 5.1).
package struct CallPolicy: Sendable, Hashable, Codable {
    /// No call before it.
    package var start: Date?
    /// No call from then on.
    package var finish: Date?
    /// Never empty: an empty list counts as left out.
    package var allowedDays: Set<Weekday>?
    package var allowedTime: AllowedTime?
    /// Elapsed time from the end of one attempt to the next, 1 or more.
    package var retryIntervalInMinutes: Int?
    /// Of one series; 0 is one call without retries (`firstSeriesQuota`).
    package var maxAttempts: Int?
    /// `gmtZone` as given (campaigns.md 4.4).
    package var gmtZone: String?
    /// 1 (first) to 5.
    package var dialerPriority: Int?

    package init(
        start: Date? = nil, finish: Date? = nil, allowedDays: Set<Weekday>? = nil, allowedTime: AllowedTime? = nil,
        retryIntervalInMinutes: Int? = nil, maxAttempts: Int? = nil, gmtZone: String? = nil, dialerPriority: Int? = nil
    ) {
        self.start = start
        self.finish = finish
        self.allowedDays = allowedDays
        self.allowedTime = allowedTime
        self.retryIntervalInMinutes = retryIntervalInMinutes
        self.maxAttempts = maxAttempts
        self.gmtZone = gmtZone
        self.dialerPriority = dialerPriority
    }
}
