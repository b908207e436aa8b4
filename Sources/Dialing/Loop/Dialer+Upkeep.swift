import CampaignModel
import CampaignStorage
import FoundationEssentials

extension Dialer {
    /// Starts, stops and finishes campaigns whose time has come.
    ///
    /// - Returns: the campaigns that are not over, as they stand then.
    func upkeep() throws(StoreError) -> [Campaign] {
        let all = try store.read { reading throws(StoreError) in try reading.campaigns() }
        var open: [Campaign] = []
        for campaign in all where campaign.state != .draft && campaign.state != .finished && campaign.state != .deleted
        {
            open.append(try upkeep(campaign))
        }
        return open.filter { $0.state != .finished }
    }

    private func upkeep(_ campaign: Campaign) throws(StoreError) -> Campaign {
        let now = clock.now
        if campaign.state == .scheduled, campaign.startsAt.map({ $0 <= now }) ?? false {
            return try change(campaign, .campaignStarted, "its time has come") { $0.begin(at: now) }
        }
        if campaign.state == .running || campaign.state == .paused, let end = campaign.lastMoment, end <= now {
            return try stop(try change(campaign, .campaignStopped, "its time is over") { $0.state = .stopping })
        }
        if campaign.state == .running, let total = campaign.limits.total, try isUsedUp(campaign, total) {
            let reason = "all \(total) calls of the campaign were made"
            return try stop(try change(campaign, .campaignStopped, reason) { $0.state = .stopping })
        }
        if campaign.state == .stopping { return try stop(campaign) }
        if campaign.state == .running, !busy.contains(campaign.id), !campaign.isInputOpen, try isDone(campaign) {
            let done = try change(campaign, .campaignFinished, "completed") { $0.state = .finished }
            news(.finished(campaign: campaign.name, at: now))
            return done
        }
        return campaign
    }

    /// A live call may yet turn out not to have rung, and then is made good.
    private func isUsedUp(_ campaign: Campaign, _ total: Int) throws(StoreError) -> Bool {
        guard !busy.contains(campaign.id) else { return false }
        return try store.read { reading throws(StoreError) in
            guard try reading.liveAttempts(ofCampaign: campaign.id).isEmpty else { return false }
            return try reading.attemptCount(ofCampaign: campaign.id) >= total
        }
    }

    private func isDone(_ campaign: Campaign) throws(StoreError) -> Bool {
        try store.read { reading throws(StoreError) in
            guard try reading.openNumbers(ofCampaign: campaign.id, limit: 1).isEmpty else { return false }
            return try reading.liveAttempts(ofCampaign: campaign.id).isEmpty
        }
    }

    /// Cancels what is planned, waits for what is live.
    private func stop(_ campaign: Campaign) throws(StoreError) -> Campaign {
        while try cancelNumbers(of: campaign) > 0 {}
        guard try isDone(campaign) else { return campaign }
        news(.finished(campaign: campaign.name, at: clock.now))
        return try change(campaign, .campaignFinished, campaign.stateReason ?? "stopped") { $0.state = .finished }
    }

    private func cancelNumbers(of campaign: Campaign) throws(StoreError) -> Int {
        try store.transaction { transaction throws(StoreError) in
            try transaction.cancelNumbers(
                ofCampaign: campaign.id, reason: campaign.stateReason ?? "the campaign was stopped", at: clock.now,
                limit: settings.batch)
        }
    }

    private func change(
        _ campaign: Campaign, _ kind: CampaignEventKind, _ reason: String, _ step: (inout Campaign) -> Void
    ) throws(StoreError) -> Campaign {
        try store.transaction { transaction throws(StoreError) in
            guard var changed = try transaction.lockCampaign(id: campaign.id), changed.state == campaign.state else {
                return campaign
            }
            step(&changed)
            changed.stateReason = reason
            let cause = CampaignEventCause(
                kind, at: clock.now, actor: "dialer", campaignId: campaign.id, reason: reason)
            try transaction.save(.campaign(changed), because: cause)
            return changed
        }
    }
}
