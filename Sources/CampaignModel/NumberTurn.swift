import CivilTime
import FoundationEssentials

/// Why a number that is not in a call is not called now: the word at the beginning of `CampaignNumber.reason`.
package enum WaitReason: String, Sendable, Hashable, CaseIterable {
    /// It may be called as soon as a line is free.
    case due
    case beforeStart, outsideWindow, retryInterval
    /// Another phone of the same person comes first.
    case afterOtherPhone
    /// The phone is, or may be, in a call of another campaign.
    case phoneInCall
}

extension CampaignNumber {
    /// Plans its next call: the first allowed moment from `due` on.
    ///
    /// A number for which no such moment comes is final: `expired` when its finish has passed or passes before, else
    /// `unreachableSchedule`.
    /// - Parameter isRetry: whether a call of its series was already made.
    /// - Parameter window: the first allowed stretch that is not over at `due` or now, whichever is later (`Timetable.opening`).
    package mutating func plan(
        from due: Date, in window: CallWindows.Window?, finish: Date?, isRetry: Bool, now: Date
    ) {
        guard let window else {
            return end(
                as: .notDone,
                reason: finish == nil
                    ? "unreachableSchedule: no allowed moment comes within 400 days"
                    : "expired: no allowed moment was left before the finish")
        }
        let moment = max(due, window.from)
        nextDueAt = moment
        (windowStart, windowEnd) = (window.from, window.to == .distantFuture ? nil : window.to)
        turn(at: now, isRetry: isRetry, retryAt: due)
    }

    /// Sets what follows from `nextDueAt` and its window at a moment inside or before that window.
    package mutating func turn(at now: Date, isRetry: Bool, retryAt: Date? = nil) {
        guard let moment = nextDueAt else { return }
        isDue = moment <= now
        turnsAt = isDue ? windowEnd : moment
        state = isRetry ? .onRetry : .planned
        let wait: WaitReason =
            isDue
            ? .due : retryAt.map { $0 >= moment } ?? false ? (isRetry ? .retryInterval : .beforeStart) : .outsideWindow
        reason = wait.rawValue
    }

    /// No call follows.
    package mutating func end(as final: NumberState, reason why: String) {
        state = final
        reason = why
        pauseTurns()
    }

    /// It waits for something else than time.
    package mutating func wait(_ why: WaitReason) {
        state = .waiting
        reason = why.rawValue
        pauseTurns()
    }

    /// Not due, and no moment changes that by itself.
    package mutating func pauseTurns() {
        (isDue, nextDueAt, windowStart, windowEnd, turnsAt) = (false, nil, nil, nil, nil)
    }
}

extension Campaign {
    /// The policy of a number's first series (campaigns.md 5.1).
    package func resolved(for number: CampaignNumber) -> CallPolicy {
        number.policy.filled(from: defaultPolicy).withDates(from: defaultPolicy)
    }
}
