import Testing

/// Who refuses what, and what becomes of an attempt that nobody looks after: a row of the table of campaigns.md 14.2.
struct DialingRule: Sendable, CustomTestStringConvertible {
    let name: String
    var testDescription: String { name }
    /// How the receiving side answers a request.
    let gate: Gate
    let recovery: Recovery
    /// How many calls are planned; one attempt more than that can be made.
    var quota = 1
    var pause = Pause.none
    /// Whether the worker looks at its lease once more before it sends.
    var workerChecksLease = false
    /// Whether the network may deliver a request more than once.
    var networkRepeats = false
    /// Whether the gate acts in two steps, record and line, and can be killed between them.
    var gateHasSteps = false
    /// Whether the gate's clock may be set back once, by `setback`.
    var clockJumpsBack = false
    /// What must come about at some time: what never happens in the model is not proved by it.
    var happenings: [@Sendable (DialingState) -> Bool] = []

    enum Gate: Sendable {
        /// Everything is dialed.
        case trusting
        /// An attempt is refused while its call lives.
        case remembersLiveCalls
        case remembersAll
        /// What comes after `notAfter` is refused; nothing is remembered.
        case refusesLate
        /// The rules of `DialGate`.
        case ours
    }

    enum Recovery: Sendable {
        /// When the lease is over: again as a new attempt.
        case newAttempt
        /// When the lease is over: again under the same id.
        case sameAttempt
        /// "Never seen" means not dialed, whenever it was said.
        case anyLookUp
        /// The verdict of `DialGate`, by the gate's clock at the look-up.
        case lookUp
        /// The verdict of `DialGate`, but by the reconciler's clock when it acts on it.
        case lookUpJudgedLater
        /// A look-up that finds nothing revokes the attempt.
        case closingLookUp
        /// Never again by itself.
        case never
    }

    enum Pause: Sendable {
        /// Nobody pauses.
        case none
        /// It answers as soon as the store knows it.
        case atOnce
        /// It answers for each attempt when the gate has, or its time has passed.
        case gateOrClock
        /// It answers when the gate has, for each attempt.
        case gate
    }
}

// MARK: The table

extension DialingRule {
    /// The rows of campaigns.md 14.2 that are safe: `E` to `G` there.
    static let safe = [
        DialingRule(
            name: "E same attempt again, the gate remembers every id", gate: .remembersAll, recovery: .sameAttempt),
        DialingRule(
            name: "F the gate refuses late requests, look-up afterwards", gate: .refusesLate, recovery: .lookUp),
        DialingRule(name: "G never again by itself", gate: .trusting, recovery: .never),
        ours, planning,
    ]

    /// More of the same, for `make torture`.
    static let safeAtLength = [
        DialingRule(
            name: "ours, two calls of the plan, repeated requests", gate: .ours, recovery: .lookUp, quota: 2,
            networkRepeats: true),
        // The clock would not matter at all.
        DialingRule(
            name: "ours, a look-up closes the attempt, the clock set back", gate: .ours, recovery: .closingLookUp,
            pause: .gate, networkRepeats: true, gateHasSteps: true, clockJumpsBack: true),
    ]

    /// Those by which a phone rings twice for one attempt.
    static let ringingTwice = [
        DialingRule(name: "A lease over: again as a new attempt", gate: .trusting, recovery: .newAttempt),
        DialingRule(
            name: "B as A, the worker checks its lease before it sends", gate: .trusting, recovery: .newAttempt,
            workerChecksLease: true),
        DialingRule(name: "C \"never seen\" is believed at once", gate: .trusting, recovery: .anyLookUp),
        DialingRule(
            name: "D same attempt again, refused while its call lives", gate: .remembersLiveCalls,
            recovery: .sameAttempt),
        DialingRule(name: "F with the look-up before notAfter", gate: .refusesLate, recovery: .anyLookUp),
        DialingRule(
            name: "F with a request that the network repeats", gate: .refusesLate, recovery: .lookUp,
            networkRepeats: true),
        DialingRule(
            name: "ours, but judged by the reconciler's clock", gate: .ours, recovery: .lookUpJudgedLater),
        DialingRule(
            name: "ours, the gate's clock set back by \(setback * tick) s", gate: .ours, recovery: .lookUp,
            clockJumpsBack: true),
    ]

    /// Those by which a phone rings after the pause has answered.
    static let ringingInPause = [
        DialingRule(
            name: "ours, but the pause answers at once", gate: .ours, recovery: .lookUp, pause: .atOnce,
            networkRepeats: true, gateHasSteps: true),
        DialingRule(
            name: "ours, but the pause trusts the clock", gate: .ours, recovery: .lookUp, pause: .gateOrClock,
            networkRepeats: true, gateHasSteps: true),
    ]

    /// E and F together, with everything that can go wrong.
    static let ours = DialingRule(
        name: "ours (E + F), with pauses, repeated requests and a gate that dies", gate: .ours, recovery: .lookUp,
        pause: .gate, networkRepeats: true, gateHasSteps: true,
        happenings: [
            { $0.number == .over && $0.rings == [1] }, { $0.number == .blocked && $0.rings == [0] },
            { $0.campaign == .paused && $0.calls.contains { $0.record == .revoked } },
            { $0.campaign == .paused && $0.calls.contains { $0.line == .live } },
        ])
    static let repeating = DialingRule(
        name: "ours (E + F), with repeated requests and a gate that dies", gate: .ours, recovery: .lookUp,
        networkRepeats: true, gateHasSteps: true)
    static let planning = DialingRule(
        name: "ours (E + F), two calls of the plan", gate: .ours, recovery: .lookUp, quota: 2,
        happenings: [
            { $0.number == .over && $0.rings == [1, 1] && $0.calls.contains { $0.state == .notDialed } },
            { $0.calls.count == 3 && $0.calls.allSatisfy { $0.state == .notDialed } },
        ])

    /// Seconds between two moments of the model; after two of them a request is late, after three it is surely not dialed.
    static let tick = 6
    /// In ticks.
    static let setback = 2
    /// The age, in ticks, at which every rule of time has come true for good.
    var oldest: Int { 3 + (clockJumpsBack ? Self.setback : 0) }
    /// Whether no clock matters any more to an attempt of which the gate has a record, but for the end of its lease.
    var timeEndsWithRecord: Bool { gate == .ours && pause != .gateOrClock }
}
