import CampaignModel
import FoundationEssentials

extension TalkWriter {
    /// ` start +60m finish +75m attempts 2 every 5m`: what a script asked for, relative to the moment of the turn, to the second.
    static func conditions(_ policy: CallPolicy, now: Date) -> String {
        var text = ""
        if let start = policy.start { text += " start " + distance(start, now) }
        if let finish = policy.finish { text += " finish " + distance(finish, now) }
        if let attempts = policy.maxAttempts { text += " attempts \(attempts)" }
        if let interval = policy.retryIntervalInMinutes { text += " every \(interval)m" }
        if let days = policy.allowedDays {
            text += " days " + Weekday.allCases.filter(days.contains).map(\.rawValue).joined(separator: ",")
        }
        for (day, intervals) in intervals(policy.allowedTime) { text += " time \(day) \(intervals)" }
        if let priority = policy.dialerPriority { text += " priority \(priority)" }
        return text
    }

    /// What lies whole seconds ahead was reckoned from the moment of the turn; another whole moment was named as such.
    private static func distance(_ moment: Date, _ now: Date) -> String {
        let length = moment.timeIntervalSince(now)
        let seconds = Int(length.rounded())
        let isWhole = abs(moment.timeIntervalSince1970 - moment.timeIntervalSince1970.rounded()) < 0.0005
        if abs(length - Double(seconds)) > 0.0015, isWhole { return moment.isoText }
        let text = seconds % 60 == 0 ? "\(abs(seconds) / 60)m" : "\(abs(seconds))s"
        return (seconds < 0 ? "-" : "+") + text
    }

    private static func intervals(_ time: AllowedTime?) -> [(String, String)] {
        guard let time else { return [] }
        let days = Weekday.allCases.compactMap { day in time.byDay[day].map { (day.rawValue, text($0)) } }
        return days + (time.byDefault.map { [("default", text($0))] } ?? [])
    }

    private static func text(_ intervals: [DayInterval]) -> String {
        intervals.map { $0.description }.joined(separator: ",")
    }
}
