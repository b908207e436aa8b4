import CampaignModel

extension CampaignControl {
    /// The last part of the path `…/control/pause` (campaigns.md 7.1); `nil` for any other word.
    package init?(jaicp word: String) {
        switch word {
        case "start": self = .start
        case "pause": self = .pause
        case "resume": self = .resume
        case "stop": self = .stop
        default: return nil
        }
    }
}

extension CampaignState {
    /// `status` of the Calls API (campaigns.md 3).
    package var jaicpStatus: String {
        switch self {
        case .draft, .scheduled: "planned"
        case .running, .stopping: "inProcess"
        case .paused: "paused"
        case .finished: "finished"
        case .deleted: "deleted"
        }
    }
}
