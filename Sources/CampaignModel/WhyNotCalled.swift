import CivilTime
import FoundationEssentials

/// Why a number is not being called at a moment, and the next moment that changes it (campaigns.md 2, invariant 9).
package struct WhyNotCalled: Sendable, Hashable {
    /// A stable word for programs.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// No call follows: the number's state says why.
        case final
        case inCall
        case campaignNotStarted, campaignScheduled, campaignPaused, campaignStopping, campaignFinished
        case suppressed, afterOtherPhone, phoneInCall
        case beforeStart, outsideWindow, legalHours, retryInterval
        case linesBusy, rate, behindOthers
        /// Nothing stands in its way: the next round of a dialer calls it.
        case next
    }

    package var code: Code
    /// One sentence for people.
    package var text: String
    /// All that stands in its way, this first: sentences.
    package var chain: [String]
    /// When the first of these changes by itself; `nil` when time does not change it.
    package var next: Date?
}

/// What has to be known to say why a number is not called.
package struct CallObstacles: Sendable {
    package var campaign: Campaign
    package var number: CampaignNumber
    package var timetable: Timetable?
    /// The policy's windows alone, without those of the law.
    package var ownHours: Timetable?
    package var zone: Zone
    package var suppression: Suppression?
    package var isPhoneInCall: Bool
    /// Live calls of the campaign.
    package var live: Int
    /// Due numbers that come first; `nil` when the number is not due.
    package var ahead: Int?

    package init(
        campaign: Campaign, number: CampaignNumber, timetable: Timetable?, ownHours: Timetable?, zone: Zone,
        suppression: Suppression?, isPhoneInCall: Bool, live: Int, ahead: Int?
    ) {
        (self.campaign, self.number, self.timetable, self.ownHours) = (campaign, number, timetable, ownHours)
        (self.zone, self.suppression, self.isPhoneInCall) = (zone, suppression, isPhoneInCall)
        (self.live, self.ahead) = (live, ahead)
    }

    /// What stands in the number's way at a moment.
    package func why(at now: Date) -> WhyNotCalled {
        if number.state.isFinal {
            let isSaid = number.reason.hasPrefix(number.state.rawValue)
            let state = isSaid ? "" : number.state.rawValue + ": "
            return single(.final, "It is \(state)\(number.reason). No call follows.")
        }
        if number.state == .committed || number.state == .inCall {
            return single(.inCall, "It is being called now: \(number.reason).")
        }
        let all = [byCampaign(now), bySuppression, byPhone, byTime(now), byPacing(now), byOthers].compactMap(\.self)
        guard let first = all.first else {
            return single(.next, "Nothing stands in its way: the next round of a dialer calls it.")
        }
        return WhyNotCalled(code: first.0, text: first.1, chain: all.map(\.1), next: first.2)
    }

    private typealias Obstacle = (WhyNotCalled.Code, String, Date?)

    private func single(_ code: WhyNotCalled.Code, _ text: String) -> WhyNotCalled {
        WhyNotCalled(code: code, text: text, chain: [text], next: nil)
    }

    private func byCampaign(_ now: Date) -> Obstacle? {
        let reason = campaign.stateReason.map { " (\($0))" } ?? ""
        switch campaign.state {
        case .running: return nil
        case .draft: return (.campaignNotStarted, "The campaign \(campaign.name) has not been started.", nil)
        case .scheduled:
            return (.campaignScheduled, "The campaign \(campaign.name) starts later.", campaign.startsAt)
        case .paused: return (.campaignPaused, "The campaign \(campaign.name) is paused\(reason).", nil)
        case .stopping: return (.campaignStopping, "The campaign \(campaign.name) is being stopped\(reason).", nil)
        case .finished, .deleted:
            return (.campaignFinished, "The campaign \(campaign.name) is finished\(reason).", nil)
        }
    }

    private var bySuppression: Obstacle? {
        suppression.map { entry in
            let until = entry.until.map { " until \($0.isoText)" } ?? ""
            return (
                .suppressed, "The phone is on the do-not-call list\(until): \(entry.reason) (\(entry.source)).",
                entry.until
            )
        }
    }

    private var byPhone: Obstacle? {
        if number.reason.hasPrefix(WaitReason.afterOtherPhone.rawValue) {
            return (.afterOtherPhone, "Another phone of the same person comes first.", nil)
        }
        guard isPhoneInCall else { return nil }
        return (.phoneInCall, "The phone is, or may be, in another call; one at a time.", number.nextDueAt)
    }

    private func byTime(_ now: Date) -> Obstacle? {
        guard let moment = number.nextDueAt else { return nil }
        let isPlanned = [WaitReason.beforeStart, .retryInterval].contains { number.reason == $0.rawValue }
        if moment <= now || !isPlanned, let timetable, !timetable.contains(now) { return outside(timetable, now) }
        guard moment > now else { return nil }
        let wall = "\(moment.isoText(in: zone)) there"
        if number.state == .onRetry {
            return (.retryInterval, "The interval since its last call is not over; it is due at \(wall).", moment)
        }
        return (.beforeStart, "It is planned for \(wall).", moment)
    }

    private func outside(_ timetable: Timetable, _ now: Date) -> Obstacle {
        let next = timetable.firstOpenMoment(from: max(now, number.nextDueAt ?? now))
        let from = next.map { "from \($0.isoText(in: zone)) there" } ?? "never within 400 days"
        let clock = now.isoText(in: zone)
        if let ownHours, ownHours.contains(now) {
            return (
                .legalHours,
                "It is \(clock) there, outside the hours of the profile `\(campaign.profile.name)`; calls are lawful \(from).",
                next
            )
        }
        return (.outsideWindow, "It is \(clock) there, outside its allowed hours; it may be called \(from).", next)
    }

    private func byPacing(_ now: Date) -> Obstacle? {
        if live >= campaign.pacing.lines {
            return (.linesBusy, "All \(campaign.pacing.lines) lines of the campaign are busy.", nil)
        }
        guard let next = campaign.nextCallAt, next > now else { return nil }
        return (
            .rate,
            "The rate of \(campaign.pacing.callsPerSecond ?? 0) calls a second lets the next one begin at \(next.isoText).",
            next
        )
    }

    private var byOthers: Obstacle? {
        guard let ahead, ahead > 0 else { return nil }
        return (.behindOthers, "\(ahead) other \(ahead == 1 ? "number comes" : "numbers come") first.", nil)
    }
}
