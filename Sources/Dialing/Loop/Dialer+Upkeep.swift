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
            return try change(campaign, .campaignStarted, "its time has come") { changed, _ in changed.begin(at: now) }
        }
        if campaign.state == .running || campaign.state == .paused, let end = campaign.lastMoment, end <= now {
            let stopping = try change(campaign, .campaignStopped, "its time is over") { changed, _ in
                changed.state = .stopping
            }
            return try stop(stopping)
        }
        if campaign.state == .running, let total = campaign.limits.total, try isUsedUp(campaign, total) {
            let reason = "all \(total) calls of the campaign were made"
            return try stop(try change(campaign, .campaignStopped, reason) { changed, _ in changed.state = .stopping })
        }
        if campaign.state == .stopping { return try stop(campaign) }
        guard campaign.state == .running, !busy.contains(campaign.id), !campaign.isInputOpen else { return campaign }
        return try finish(campaign, "completed")
    }

    /// A live call may yet turn out not to have rung, and then is made good.
    private func isUsedUp(_ campaign: Campaign, _ total: Int) throws(StoreError) -> Bool {
        guard !busy.contains(campaign.id) else { return false }
        return try store.read { reading throws(StoreError) in
            guard try reading.liveAttempts(ofCampaign: campaign.id).isEmpty else { return false }
            return try reading.attemptCount(ofCampaign: campaign.id) >= total
        }
    }

    /// Finishes it when nothing is left to do; asked in the same transaction, since numbers may be added at any moment.
    private func finish(_ campaign: Campaign, _ reason: String) throws(StoreError) -> Campaign {
        let isDone = try store.read { reading throws(StoreError) in try reading.isDone(campaign) }
        guard isDone else { return campaign }
        let after = try change(campaign, .campaignFinished, reason) { changed, transaction throws(StoreError) in
            if try transaction.isDone(campaign) { changed.state = .finished }
        }
        if after.state == .finished { news(.finished(campaign: campaign.name, at: clock.now)) }
        return after
    }

    /// Cancels what is planned, waits for what is live.
    private func stop(_ campaign: Campaign) throws(StoreError) -> Campaign {
        while try cancelNumbers(of: campaign) > 0 {}
        return try finish(campaign, campaign.stateReason ?? "stopped")
    }

    private func cancelNumbers(of campaign: Campaign) throws(StoreError) -> Int {
        try store.transaction { transaction throws(StoreError) in
            try transaction.cancelNumbers(
                ofCampaign: campaign.id, reason: campaign.stateReason ?? "the campaign was stopped", at: clock.now,
                limit: settings.batch)
        }
    }

    private func change(
        _ campaign: Campaign, _ kind: CampaignEventKind, _ reason: String,
        _ step: (inout Campaign, any CampaignTransaction) throws(StoreError) -> Void
    ) throws(StoreError) -> Campaign {
        try store.transaction { transaction throws(StoreError) in
            guard var changed = try transaction.lockCampaign(id: campaign.id), changed.state == campaign.state else {
                return campaign
            }
            try step(&changed, transaction)
            guard changed.state != campaign.state else { return campaign }
            changed.stateReason = reason
            let cause = CampaignEventCause(
                kind, at: clock.now, actor: "dialer", campaignId: campaign.id, reason: reason)
            try transaction.save(.campaign(changed), because: cause)
            return changed
        }
    }
}

extension CampaignReading {
    /// Whether no call of it is live and none will follow.
    fileprivate func isDone(_ campaign: Campaign) throws(StoreError) -> Bool {
        guard try openNumbers(ofCampaign: campaign.id, limit: 1).isEmpty else { return false }
        return try liveAttempts(ofCampaign: campaign.id).isEmpty
    }
}
