import CampaignModel

/// A call status of `rescheduleRules` (campaigns.md 8).
package enum VoIPEXStatus: String, Sendable, Hashable, CaseIterable {
    case busy = "RS_BUSY"
    case noAnswer = "RS_NOANSWER"
    case rejected = "RS_REJECTED"
    case number = "RS_NUMBER"
    case error = "RS_ERROR"
    case lost = "RS_LOST"
    case terminated = "TERMINATED"

    /// What the engine calls it.
    ///
    /// A call of which nothing was heard (`expiredInDial`) is told as `RS_ERROR`, but no rule repeats it: its phone may have
    /// rung (campaigns.md 10).
    package var outcomes: [AttemptOutcome] {
        switch self {
        case .busy: [.busy]
        case .noAnswer: [.noAnswer]
        case .rejected: [.rejected, .congestion]
        case .number: [.nonexistent]
        case .error: [.trunkFailure, .failed]
        case .lost: [.abandoned]
        case .terminated: [.answered, .answeredMachine, .answeredNoSuccess]
        }
    }

    /// The status of a call.
    package init(of outcome: AttemptOutcome) {
        self = Self.allCases.first { $0.outcomes.contains(outcome) } ?? .error
    }
}

extension CampaignState {
    /// The run state that dashboards of this kind show (campaigns.md 3).
    package var voipexRunState: String? {
        switch self {
        case .draft, .scheduled: "IDLE"
        case .running, .stopping: "RUNNING"
        case .paused: "PAUSED"
        case .finished: "COMPLETED"
        case .deleted: nil
        }
    }
}
