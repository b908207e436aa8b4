import CampaignModel
import CivilTime
import FoundationEssentials

/// How moments are written for people and in records.
package enum ClockText {
    /// An instant in UTC: `2026-11-23T10:00:00Z`; fractions of a second are dropped.
    package static func utc(_ date: Date) -> String {
        Date(epochSecond: date.epochSecond).isoText
    }

    /// What the clock on the wall of a zone shows: `Mon 23 Nov 2026 13:00`, with seconds when there are any.
    package static func wall(_ date: Date, in zone: Zone) -> String {
        let local = zone.localTime(at: date)
        let day = days[local.weekday - 1] + " \(local.day) " + months[local.month - 1] + " \(local.year)"
        return day + " " + DayInterval.clockText(local.minuteOfDay)
            + (local.second == 0 ? "" : local.second < 10 ? ":0\(local.second)" : ":\(local.second)")
    }

    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
