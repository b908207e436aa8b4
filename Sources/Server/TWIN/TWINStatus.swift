import CampaignModel

extension CampaignState {
    /// The status of a task (campaigns.md 3); `nil` once it is deleted. Uncertain: the name `FINISHED` is not published.
    ///
    /// - Parameter isCompleted: of a finished one, whether it ended because all was done.
    package func twinStatus(isCompleted: Bool) -> String? {
        switch self {
        case .draft: "BLANK"
        case .scheduled: "READY"
        case .running, .stopping: "PROCESS"
        case .paused: "PAUSED"
        case .finished: isCompleted ? "FINISHED" : "HALTED"
        case .deleted: nil
        }
    }
}

extension CampaignControl {
    /// The last part of the path `…/autoCall/{id}/play`; `nil` for any other word.
    package init?(twin word: String) {
        switch word {
        case "play": self = .start
        case "pause": self = .pause
        case "halted": self = .stop
        default: return nil
        }
    }
}

extension AttemptOutcome {
    /// The status of a call in reports (campaigns.md 10).
    package var twinStatus: String {
        switch self {
        case .answered, .answeredMachine, .answeredNoSuccess: "ANSWERED"
        case .abandoned: "CANCEL"
        case .busy: "BUSY"
        case .noAnswer: "NOANSWER"
        case .rejected: "REJECTED"
        case .nonexistent: "INVALID"
        case .congestion: "CONGESTION"
        case .trunkFailure: "CHANUNAVAIL"
        case .expiredInDial: "EXPIRED"
        case .failed: "FAILED"
        }
    }
}
