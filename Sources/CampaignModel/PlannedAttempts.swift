import CivilTime
import FoundationEssentials

/// The earliest moments at which the attempts of a series can be made, taking each call as over at once.
///
/// The next one is due an interval of elapsed time after the one before, moved to the next allowed moment (campaigns.md 5.2).
/// There are fewer than `quota` when the finish comes first, none when no moment is allowed within 400 days.
package func plannedAttempts(
    quota: Int, retryIntervalInMinutes: Int, windows: CallWindows, from: Date
) -> [Date] {
    var moments: [Date] = []
    var due = from
    while moments.count < quota, let moment = windows.firstOpenMoment(from: due) {
        moments.append(moment)
        due = moment.addingTimeInterval(Double(max(1, retryIntervalInMinutes)) * 60)
    }
    return moments
}

/// Whether the callee's wall clock stands outside 08:00-21:00, when few laws and fewer people like a call.
package func isOutsideUsualHours(_ instant: Date, zone: Zone) -> Bool {
    !(8 * 60..<21 * 60).contains(zone.localTime(at: instant).minuteOfDay)
}
