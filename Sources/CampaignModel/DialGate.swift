import FoundationEssentials

/// The rules by which no attempt rings a phone twice (campaigns.md 14.2), as pure functions.
///
/// The gate is the last of ours before the line. It takes one thing after another (a request, a revocation, a look-up), asks no
/// clock but its own, and writes what it decides durably before it acts on it. `DialingProtocolTests` explores every order in
/// which workers, network, gate, line, reconciler and a pause can act by these rules.
package enum DialGate {
    /// How long after its commit an attempt may still be dialed.
    package static let patience: TimeInterval = 10
    /// By how much the gate's clock may be set back between a look-up and a request without harm.
    package static let clockAllowance: TimeInterval = 2

    /// The last moment at which the gate takes a request for an attempt committed then.
    package static func notAfter(committedAt: Date) -> Date { committedAt.addingTimeInterval(patience) }

    /// What the gate says to a request to dial; `recordAfter(_:)` is to be written before it is said and before the line is asked.
    ///
    /// What it knows goes before what the clock says: `late` and `early` mean that no copy of this request was ever accepted.
    ///
    /// - Parameter record: what it has written about this attempt.
    package static func answer(notAfter: Date, record: GateRecord?, now: Date) -> GateAnswer {
        switch record {
        case .revoked: .revoked
        case .accepted, .dialed, .over, .unresolved: .alreadyKnown
        case nil where now > notAfter: .late
        case nil: now < notAfter.addingTimeInterval(-patience - clockAllowance) ? .early : .accepted
        }
    }

    /// What the gate writes along with its answer; `nil` leaves the record as it is.
    ///
    /// A late or early request is remembered too, so that a copy of it is refused whatever the clock says then.
    package static func recordAfter(_ answer: GateAnswer) -> GateRecord? {
        switch answer {
        case .accepted: .accepted
        case .late, .early: .revoked
        case .alreadyKnown, .revoked: nil
        }
    }

    /// What the gate says when an attempt shall not be dialed any more; `revoked` is to be recorded before it is said.
    ///
    /// A pause has come true once each attempt that the store counts as committed is revoked or left alone; that the time of
    /// a request has passed is not enough, since the gate may stand between its record and the line.
    package static func revocation(of record: GateRecord?) -> GateRevocation {
        switch record {
        case nil, .revoked: .revoked
        case .accepted: .wait
        case .dialed, .over, .unresolved: .leftAlone
        }
    }

    /// What a gate that was killed makes of its record before it takes anything: it cannot know what the line has heard.
    package static func recordAfterRestart(_ record: GateRecord) -> GateRecord {
        switch record {
        case .accepted, .dialed: .unresolved
        case .over, .revoked, .unresolved: record
        }
    }

    /// What becomes of an attempt whose worker has this answer.
    ///
    /// "Already known" may mean that the line has still to be asked; an attempt counted as dialed too early would ring after a
    /// pause that need not wait for it.
    package static func verdict(of answer: GateAnswer, at moment: Date) -> AttemptVerdict {
        switch answer {
        case .accepted: .adopt
        case .alreadyKnown: .wait(until: moment.addingTimeInterval(clockAllowance))
        case .late, .early, .revoked: .notDialed
        }
    }

    /// What the reconciler makes of an attempt that the store counts as live and nobody looks after.
    ///
    /// The moment that counts is the gate's, of the look-up: a reconciler that stood still after a look-up would take an old
    /// "never seen" for a new one.
    package static func verdict(of lookUp: GateLookUp, committedAt: Date) -> AttemptVerdict {
        switch lookUp.finding {
        case .memoryLost: return .uncertain
        case .recorded(.revoked): return .notDialed
        case .recorded(.unresolved): return .uncertain
        case .recorded(.accepted): return .wait(until: lookUp.at.addingTimeInterval(clockAllowance))
        case .recorded(.dialed), .recorded(.over): return .adopt
        case .neverSeen:
            let silence = notAfter(committedAt: committedAt).addingTimeInterval(clockAllowance)
            return lookUp.at > silence ? .notDialed : .wait(until: silence)
        }
    }
}
