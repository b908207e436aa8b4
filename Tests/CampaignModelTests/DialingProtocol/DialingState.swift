import CampaignModel
import FoundationEssentials

/// Where everything stands: store, workers, reconciler, network, gate and line, for one number of one phone.
struct DialingState: Hashable {
    var calls: [Call] = []
    var workers: [Worker] = [.idle, .idle]
    /// What the reconciler has asked and not acted on.
    var lookUp: HeldLookUp?
    var number = Number.planned
    /// How much of the quota the store counts as used.
    var used = 0
    var campaign = Campaign.running
    /// How often the phone has rung for each planned call.
    var rings: [Int]
    var hasRungInPause = false
    var isClockBack = false

    init(quota: Int) { rings = Array(repeating: 0, count: quota) }

    var quota: Int { rings.count }
    /// More attempts than that are not made; the quota is reached with fewer.
    var mostCalls: Int { quota + 1 }

    /// An attempt: what the store says, what is on its way, what the gate has written and what the line does.
    struct Call: Hashable {
        /// Which call of the plan it is: an attempt that was not dialed makes room for another one of the same.
        var ordinal: Int
        /// Ticks since its commit.
        var age = 0
        var state = AttemptState.committed
        var requests = 0
        var answer: GateAnswer?
        var record: GateRecord?
        var line = Line.silent

        /// Whether nothing can happen to it any more, but for what a worker still holds.
        var isDead: Bool { !state.isLive && requests == 0 && line != .live && record != .accepted }
    }

    enum Line: Hashable { case silent, live, over }

    enum Worker: Hashable {
        case idle
        case committed(Int)
        /// It has looked at its lease.
        case checked(Int)
        case waiting(Int)

        /// The attempt it is about.
        var call: Int? {
            switch self {
            case .idle: nil
            case .committed(let call), .checked(let call), .waiting(let call): call
            }
        }
    }

    struct HeldLookUp: Hashable {
        var call: Int
        var age: Int
        var record: GateRecord?
    }

    enum Number: Hashable {
        case planned
        /// To be called again under the same id.
        case plannedAgain(Int)
        case busy(Int)
        case over
        /// An attempt is uncertain.
        case blocked
    }

    enum Campaign: Hashable { case running, pausing, paused }

    /// A moment of the model as the rules see it; attempts are committed at the moment 0.
    static func moment(age: Int) -> Date { Date(epochSecond: age * DialingRule.tick) }
    static let commit = moment(age: 0)

    /// What the clock of the gate shows, in ticks since the commit.
    func gateAge(of call: Int) -> Int { max(0, calls[call].age - (isClockBack ? DialingRule.setback : 0)) }
}

// MARK: What must hold

extension DialingState {
    static let ringsTwice = "the phone rings twice for one attempt"
    static let ringsInPause = "the phone rings after the pause has answered"

    /// What is wrong here, if anything; `isStrict` asks also what the unsafe rules break long before a phone rings.
    func fault(isStrict: Bool) -> String? {
        if rings.contains(where: { $0 > 1 }) { return Self.ringsTwice }
        if hasRungInPause { return Self.ringsInPause }
        guard isStrict else { return nil }
        if rings.reduce(0, +) > quota || used > quota || used < 0 { return "the quota is exceeded" }
        if calls.count(where: { $0.line == .live }) > 1 { return "two calls to one phone" }
        for call in calls {
            if call.state == .notDialed, call.line != .silent { return "a phone rang that was proved silent" }
            if call.state == .uncertain, call.record != .unresolved { return "given up without need" }
            if call.state == .ended, call.line != .over { return "counted as ended while it rings" }
        }
        return nil
    }

    /// Whether nothing is left open: each attempt has come to its end, and a pause has its answer.
    var isSettled: Bool {
        campaign != .pausing && !calls.contains { $0.state.isLive }
    }
}
