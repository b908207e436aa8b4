/// Where a campaign stands (campaigns.md 3).
///
/// Outside its hours a campaign stays `running`: that is a condition, not a state.
package enum CampaignState: String, Sendable, Hashable, Codable, CaseIterable {
    case draft, scheduled, running, paused
    /// No new calls; the ones that are live go on to their end.
    case stopping
    case finished, deleted
}

/// What somebody may ask of a campaign.
package enum CampaignControl: String, Sendable, Hashable, CaseIterable {
    case start, pause, resume, reload, stop, remove, addNumbers
}

/// What a command comes to in a state.
package enum CampaignAnswer: Sendable, Hashable {
    case becomes(CampaignState)
    /// It is so already, or the command changes no state. Callers repeat commands after timeouts, so this is success.
    case stays
    /// Not possible now; the sentence says why and what to do.
    case refused(String)
    /// There is no such campaign any more.
    case gone
}

extension CampaignState {
    /// The table of campaigns.md 3, "command \ state".
    ///
    /// `remove` of a campaign with live calls first stops it; whoever carries that out deletes it afterwards.
    package func answer(to command: CampaignControl, startsLater: Bool = false) -> CampaignAnswer {
        if self == .deleted { return .gone }
        return switch command {
        case .start: answerToStart(startsLater: startsLater)
        case .pause: answerToPause
        case .resume: answerToResume
        case .reload: isOver ? .refused(overSentence("reloaded")) : .stays
        case .stop: answerToStop
        case .remove: self == .running || self == .paused ? .becomes(.stopping) : removal
        case .addNumbers: isOver ? .refused(overSentence("given numbers")) : .stays
        }
    }

    private var isOver: Bool { self == .stopping || self == .finished }

    private var removal: CampaignAnswer { self == .stopping ? .stays : .becomes(.deleted) }

    private func answerToStart(startsLater: Bool) -> CampaignAnswer {
        switch self {
        case .draft: .becomes(startsLater ? .scheduled : .running)
        case .scheduled: .becomes(.running)
        case .running: .stays
        case .paused: .becomes(.running)
        case .stopping, .finished, .deleted: .refused(overSentence("started"))
        }
    }

    private var answerToPause: CampaignAnswer {
        switch self {
        case .draft: .refused("The campaign has not been started, so there is nothing to pause.")
        case .scheduled, .running: .becomes(.paused)
        case .paused: .stays
        case .stopping, .finished, .deleted: .refused(overSentence("paused"))
        }
    }

    private var answerToResume: CampaignAnswer {
        switch self {
        case .draft, .scheduled: .refused("The campaign is not paused; start it.")
        case .running: .stays
        case .paused: .becomes(.running)
        case .stopping, .finished, .deleted: .refused(overSentence("resumed"))
        }
    }

    private var answerToStop: CampaignAnswer {
        switch self {
        case .draft, .scheduled: .becomes(.finished)
        case .running, .paused: .becomes(.stopping)
        case .stopping, .finished, .deleted: .stays
        }
    }

    private func overSentence(_ participle: String) -> String {
        self == .stopping
            ? "The campaign is being stopped and cannot be \(participle)."
            : "The campaign is finished and cannot be \(participle). Create another one with its numbers."
    }
}
