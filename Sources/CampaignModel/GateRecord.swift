import FoundationEssentials

/// What the gate has written about an attempt.
package enum GateRecord: String, Sendable, Hashable, Codable, CaseIterable {
    /// Its request was taken, the line not asked yet.
    case accepted
    /// The line was asked: the phone may be ringing.
    case dialed
    /// The call has ended.
    case over
    /// It must not be dialed, and was not.
    case revoked
    /// The gate was killed in the middle; only the line or a person can tell.
    case unresolved
}

/// The answer to a request to dial.
package enum GateAnswer: String, Sendable, Hashable, Codable, CaseIterable {
    /// The line was asked, for this request; said only then.
    case accepted
    /// It was asked, or will be, for another copy of this request.
    case alreadyKnown
    /// The request came after its `notAfter` and is the only one that ever came.
    case late
    /// The request came before the decision to call: the clock of whoever decided is ahead, and its windows were not open.
    case early
    /// The attempt was revoked before its request came.
    case revoked
}

/// The answer to a revocation.
package enum GateRevocation: String, Sendable, Hashable, Codable, CaseIterable {
    /// It will not be dialed.
    case revoked
    /// It rings already, or has rung, or may have.
    case leftAlone
    /// It is on its way to the line: ask again.
    case wait
}

/// What the gate knows of an attempt, and its clock when it looked.
package struct GateLookUp: Sendable, Hashable {
    /// By the clock of the gate, between the requests before and after it.
    package var at: Date
    package var finding: Finding

    package enum Finding: Sendable, Hashable {
        case recorded(GateRecord)
        case neverSeen
        /// The gate's memory does not reach back to the commit.
        case memoryLost
    }

    package init(at: Date, finding: Finding) {
        self.at = at
        self.finding = finding
    }
}

/// What becomes of an attempt.
package enum AttemptVerdict: Sendable, Hashable {
    /// The gate has it; what the line tells decides.
    case adopt
    /// Nothing rang and nothing will: the quota is given back.
    case notDialed
    /// Nothing can be said before that moment.
    case wait(until: Date)
    /// Nobody can tell; it is never dialed again by itself.
    case uncertain
}
