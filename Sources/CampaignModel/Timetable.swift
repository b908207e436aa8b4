import CivilTime
import FoundationEssentials

/// The moments at which a number may be called: its policy's windows within the legal hours of its campaign.
///
/// A pure function of its arguments; the console, the dialer and `ringback schedule` all ask it.
package struct Timetable: Sendable, Hashable {
    private let windows: [CallWindows]
    private let interval: TimeInterval

    /// - Parameter policy: the resolved one; an interval that no level gives is 30 minutes.
    package init(policy: CallPolicy, zone: Zone, profile: LegalProfile) {
        let legal = profile.hours.map { CallWindows(policy: CallPolicy(allowedTime: $0), zone: zone) }
        windows = [CallWindows(policy: policy, zone: zone)] + (legal.map { [$0] } ?? [])
        interval = Double(max(1, policy.retryIntervalInMinutes ?? 30)) * 60
    }

    /// Whether a call may begin at that moment.
    package func contains(_ moment: Date) -> Bool { windows.allSatisfy { $0.contains(moment) } }

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

    /// The first allowed stretch that is not over at `from`; its `from` may lie before, its `to` is `distantFuture` when no
    /// end comes within eight days. `nil` when nothing is allowed within 400 days.
    package func opening(from moment: Date) -> CallWindows.Window? {
        guard let begin = firstOpenMoment(from: moment) else { return nil }
        let horizon = begin.addingTimeInterval(8 * 86_400)
        let stretches = windows.map { $0.windows(from: begin.addingTimeInterval(-8 * 86_400), to: horizon) }
            .map { $0.first { $0.from <= begin && begin < $0.to } }
        guard let from = stretches.compactMap({ $0?.from }).max(), let to = stretches.compactMap({ $0?.to }).min()
        else {
            return CallWindows.Window(from: begin, to: .distantFuture)
        }
        return CallWindows.Window(from: from, to: to < horizon ? to : .distantFuture)
    }

    /// How long calls are allowed in a stretch, in seconds.
    package struct OpenTime: Sendable, Hashable {
        package var byPolicy: TimeInterval
        /// What the legal hours leave of it.
        package var byLaw: TimeInterval
    }

    package func openTime(from: Date, to: Date) -> OpenTime {
        let open = windows.map { $0.windows(from: from, to: to) }
        func length(_ windows: [CallWindows.Window]) -> TimeInterval {
            windows.reduce(0) { $0 + $1.to.timeIntervalSince($1.from) }
        }
        let byPolicy = length(open[0])
        guard open.count > 1 else { return OpenTime(byPolicy: byPolicy, byLaw: byPolicy) }
        let common = open[0].flatMap { own in
            open[1].compactMap { legal in
                let (begin, end) = (max(own.from, legal.from), min(own.to, legal.to))
                return begin < end ? CallWindows.Window(from: begin, to: end) : nil
            }
        }
        return OpenTime(byPolicy: byPolicy, byLaw: length(common))
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
}

/// Whether the callee's wall clock stands outside 08:00-21:00, when few laws and fewer people like a call.
package func isOutsideUsualHours(_ instant: Date, zone: Zone) -> Bool {
    let usual = LegalProfile.usualHours
    return !(usual.from..<usual.to).contains(zone.localTime(at: instant).minuteOfDay)
}
