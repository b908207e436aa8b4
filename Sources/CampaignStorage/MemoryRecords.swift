import CampaignModel
import FoundationEssentials

/// Everything in a memory store, with the orders in which it is asked for; touched only under the store's lock.
final class MemoryRecords: @unchecked Sendable {
    var campaigns: [String: Campaign] = [:]
    var numbers: [String: CampaignNumber] = [:]
    var contacts: [String: Contact] = [:]
    var series: [String: Series] = [:]
    var attempts: [String: Attempt] = [:]
    var suppressions: [String: Suppression] = [:]
    /// `$client` by number and bot.
    var clients: [String: [String: String]] = [:]
    var events: [String: [CampaignEvent]] = [:]
    let keepsLog: Bool
    /// The last line of a campaign's log, also where no log is kept.
    var lastSeqs: [String: Int] = [:]

    /// Ids of a campaign's numbers by `seq`.
    var order: [String: [String]] = [:]
    var stateCounts: [String: [NumberState: Int]] = [:]
    var numbersOfContact: [String: [String]] = [:]
    var numbersOfPhone: [String: [String]] = [:]
    var seriesOfNumber: [String: [String]] = [:]
    var attemptsOfNumber: [String: [String]] = [:]
    var liveAttempts: [String: String] = [:]
    /// Of each campaign.
    var attemptCounts: [String: AttemptCounts] = [:]
    var suppressionsOfPhone: [String: [String]] = [:]
    var due: [String: MemoryQueue<DueKey>] = [:]
    var turns: [String: MemoryQueue<TurnKey>] = [:]

    init(keepsLog: Bool) { self.keepsLog = keepsLog }
}

/// How many attempts of a campaign there are.
struct AttemptCounts {
    var live = 0
    var unanswered = 0
    /// Those that rang or may have.
    var rang = 0

    mutating func add(_ attempt: Attempt, _ step: Int) {
        if attempt.state.isLive { live += step }
        if attempt.state.isLive, attempt.state != .answered { unanswered += step }
        if attempt.state != .notDialed { rang += step }
    }
}

/// The order of calls (campaigns.md 6.1).
struct DueKey: Comparable, Hashable {
    let priority: Int
    let isCommon: Bool
    let windowEnd: Int64
    let windowStart: Int64
    let dueAt: Int64
    let seq: Int

    /// `nil` for a number that is not due.
    init?(_ number: CampaignNumber) {
        guard number.isDue else { return nil }
        priority = number.priority
        isCommon = !number.hasOwnPolicy
        windowEnd = number.windowEnd?.microseconds ?? .max
        windowStart = number.windowStart?.microseconds ?? .min
        dueAt = number.nextDueAt?.microseconds ?? .min
        seq = number.seq
    }

    static func < (left: DueKey, right: DueKey) -> Bool {
        if left.priority != right.priority { return left.priority < right.priority }
        if left.isCommon != right.isCommon { return right.isCommon }
        if left.windowEnd != right.windowEnd { return left.windowEnd < right.windowEnd }
        if left.windowStart != right.windowStart { return left.windowStart < right.windowStart }
        return (left.dueAt, left.seq) < (right.dueAt, right.seq)
    }
}

/// The order in which time changes something.
struct TurnKey: Comparable, Hashable {
    let at: Int64
    let seq: Int

    /// `nil` for a number that time does not change.
    init?(_ number: CampaignNumber) {
        guard let moment = number.turnsAt else { return nil }
        (at, seq) = (moment.microseconds, number.seq)
    }

    static func < (left: TurnKey, right: TurnKey) -> Bool { (left.at, left.seq) < (right.at, right.seq) }
}
