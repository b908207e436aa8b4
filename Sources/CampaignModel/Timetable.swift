import CivilTime
import FoundationEssentials

/// The moments at which a number may be called: its policy's windows within the legal hours of its campaign.
package struct Timetable: Sendable, Hashable {
    private let windows: [CallWindows]
    private let interval: TimeInterval

    /// - Parameter policy: the resolved one; an interval that no level gives is 30 minutes.
    package init(policy: CallPolicy, zone: Zone, profile: LegalProfile) {
        windows = [CallWindows(policy: policy, zone: zone)] + (profile == .default ? [Self.legalHours(in: zone)] : [])
        interval = Double(max(1, policy.retryIntervalInMinutes ?? 30)) * 60
    }

    /// The first allowed moment at `from` or after it; `nil` when there is none within 400 days.
    package func firstOpenMoment(from: Date) -> Date? {
        let limit = from.addingTimeInterval(400 * 86_400)
        var moment = from
        while moment < limit {
            var latest = moment
            for window in windows {
                guard let opening = window.firstOpenMoment(from: latest) else { return nil }
                latest = opening
            }
            if latest == moment || windows.count == 1 { return latest }
            moment = latest
        }
        return nil
    }

    /// The earliest moments of a series, taking each call as over at once; fewer than `quota` when the finish comes first.
    package func attempts(quota: Int, from: Date) -> [Date] {
        var moments: [Date] = []
        var due = from
        while moments.count < quota, let moment = firstOpenMoment(from: due) {
            moments.append(moment)
            due = moment.addingTimeInterval(interval)
        }
        return moments
    }

    /// The moment of the attempt after one that ended in vain at `end`, or `nil` when the series is over (campaigns.md 5.2).
    package func retry(afterEnd end: Date) -> Date? { firstOpenMoment(from: end.addingTimeInterval(interval)) }

    private static func legalHours(in zone: Zone) -> CallWindows {
        CallWindows(policy: CallPolicy(allowedTime: AllowedTime(byDefault: [usualHours])), zone: zone)
    }
}

/// 08:00-21:00, when laws and people bear a call.
private let usualHours = DayInterval(from: 8 * 60, to: 21 * 60)

/// Whether the callee's wall clock stands outside 08:00-21:00, when few laws and fewer people like a call.
package func isOutsideUsualHours(_ instant: Date, zone: Zone) -> Bool {
    !(usualHours.from..<usualHours.to).contains(zone.localTime(at: instant).minuteOfDay)
}
