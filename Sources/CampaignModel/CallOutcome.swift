/// How a call came out (campaigns.md 10).
package enum AttemptOutcome: String, Sendable, Hashable, Codable, CaseIterable {
    case answered, answeredMachine
    /// A talk, but its script named no success.
    case answeredNoSuccess
    /// Answered, and nobody was free to talk; we hung up.
    case abandoned
    case busy, noAnswer, rejected, nonexistent
    /// The network refused; not the callee's doing.
    case congestion
    case trunkFailure
    /// Nothing was heard of it for the longest time that a call may ring.
    case expiredInDial
    /// Of stores before version 3: a call that failed for any reason.
    case failed

    /// Whether somebody or something picked up.
    package var isAnswered: Bool {
        switch self {
        case .answered, .answeredMachine, .answeredNoSuccess, .abandoned: true
        case .busy, .noAnswer, .rejected, .nonexistent, .congestion, .trunkFailure, .expiredInDial, .failed: false
        }
    }

    /// Whether a number is done with it when no rule of the campaign says otherwise.
    package var isSuccess: Bool { self == .answered }
}
