import CampaignModel
import CampaignStorage
import FoundationEssentials

extension Dialer {
    /// Claims what may be called now and lets it ring, campaign after campaign.
    ///
    /// - Returns: the ids of the campaigns for which more calls may begin at once.
    func call(_ campaigns: [Campaign]) throws(StoreError) -> Set<String> {
        guard !campaigns.isEmpty else { return [] }
        turn = (turn + 1) % campaigns.count
        var more: Set<String> = []
        for campaign in campaigns[turn...] + campaigns[..<turn] {
            let (claims, hasMore) = try claim(campaign)
            for claim in claims { watch(claim) }
            try ring(claims)
            if hasMore { more.insert(campaign.id) }
        }
        return more
    }

    // Whatever happens before its fate is written down, the gate is asked for it.
    private func watch(_ claim: Claim) {
        let id = claim.attempt.id
        calls[id] = WatchedCall(
            attempt: claim.attempt, phone: claim.number.phone, campaignName: claim.campaign.name)
        unsettled[id] = DialGate.notAfter(committedAt: claim.attempt.committedAt)
    }

    private func claim(_ campaign: Campaign) throws(StoreError) -> (claims: [Claim], hasMore: Bool) {
        let room = ClaimRoom(most: mostRings, agents: settings.agents)
        guard room.most > 0 else { return ([], false) }
        let (claims, hasMore, identifiers) = try store.transaction { transaction throws(StoreError) in
            // Only under the lock: until another dialer let go of the campaign, time has passed.
            _ = try transaction.lockCampaign(id: campaign.id)
            let now = clock.now
            var claiming = Claiming(
                transaction, book: book, owner: owner, at: now, leaseUntil: now.addingTimeInterval(settings.lease),
                identifiers: settings.identifiers)
            let claims = try claiming.claim(campaign: campaign.id, room: room)
            return (claims, claiming.hasMore, claiming.identifiers)
        }
        settings.identifiers = identifiers
        return (claims, hasMore)
    }

    /// No more calls than can ring before the time of the last one is over, and than the line takes in a second.
    private var mostRings: Int {
        let inTime = secondsPerRing > 0 ? Int(DialGate.patience / 2 / secondsPerRing) : 50
        return max(1, min(50, inTime, line.mostCallsPerSecond.map { max(1, Int($0)) } ?? .max))
    }

    private func ring(_ claims: [Claim]) throws(StoreError) {
        guard !claims.isEmpty else { return }
        let begin = clock.now
        var answers: [(Claim, RingAnswer)] = []
        for claim in claims { answers.append((claim, try ringUnlessPaused(claim))) }
        let took = clock.now.timeIntervalSince(begin) / Double(claims.count)
        secondsPerRing = secondsPerRing == 0 ? took : 0.7 * secondsPerRing + 0.3 * took
        try keep(answers)
    }

    private func ringUnlessPaused(_ claim: Claim) throws(StoreError) -> RingAnswer {
        // Somebody may have paused the campaign since the claim; asked before each call, since calls take their time.
        let state = try store.read { reading throws(StoreError) in try reading.campaign(id: claim.campaign.id)?.state }
        let outgoing = OutgoingCall(claim.attempt, phone: claim.number.phone, campaign: claim.campaign.name)
        if state != .running {
            switch line.revoke([outgoing]).first {
            case .revoked: return .refused("the campaign is \(state?.rawValue ?? "gone")")
            case .wait, nil: return .unclear("the line did not confirm that it will not ring")
            case .leftAlone: break
            }
        }
        let answer = line.ring(outgoing)
        if case .rings(let call) = answer { calls[call.id]?.endsAt = call.endsAt }
        return answer
    }

    /// Writes down what the line said.
    private func keep(_ answers: [(Claim, RingAnswer)]) throws(StoreError) {
        try store.transaction { transaction throws(StoreError) in
            for (claim, answer) in answers { try keep(answer, of: claim, transaction) }
        }
        for (claim, answer) in answers {
            switch answer {
            case .rings(let call):
                unsettled[claim.attempt.id] = nil
                news(.rang(phone: claim.number.phone, campaign: claim.campaign.name, at: call.ringingAt))
            case .refused: letGo(of: claim.attempt.id)
            case .unclear: unsettled[claim.attempt.id] = clock.now.addingTimeInterval(1)
            }
        }
    }

    private func keep(
        _ answer: RingAnswer, of claim: Claim, _ transaction: any CampaignTransaction
    ) throws(StoreError) {
        let attempt = claim.attempt
        switch answer {
        case .rings(let call): try transaction.ringing(attempt.id, fence: attempt.fence, since: call.ringingAt)
        case .refused(let reason):
            try Settlement(transaction, book: book, at: clock.now, actor: "dialer")
                .notDialed(attempt.id, fence: attempt.fence, reason: reason)
        case .unclear: break
        }
    }
}

extension CampaignTransaction {
    /// Records that a phone rings, unless another dialer looks after the call by now.
    func ringing(_ id: String, fence: Int, since moment: Date) throws(StoreError) {
        guard var attempt = try lockedAttempt(id: id), attempt.state == .committed, attempt.fence == fence else {
            return
        }
        (attempt.state, attempt.ringingAt) = (.ringing, moment.asStored)
        let cause = CampaignEventCause(
            .attemptRinging, at: moment, actor: "line", campaignId: attempt.campaignId, numberId: attempt.numberId,
            seriesId: attempt.seriesId, attemptId: id)
        try save(.attempt(attempt), because: cause)
    }

    /// Records that somebody picked up.
    ///
    /// - Returns: whom to talk to, also when it was recorded before and nobody learnt of it.
    func answered(_ id: String, fence: Int, at moment: Date) throws(StoreError) -> (CampaignNumber, Campaign)? {
        guard var attempt = try lockedAttempt(id: id), attempt.state.isLive, attempt.fence == fence,
            let campaign = try campaign(id: attempt.campaignId), var number = try number(id: attempt.numberId)
        else { return nil }
        if attempt.state == .answered { return (number, campaign) }
        (attempt.state, attempt.answeredAt) = (.answered, moment.asStored)
        attempt.ringingAt = attempt.ringingAt ?? moment.asStored
        (number.state, number.reason) = (.inCall, "in a call since \(moment.isoText)")
        let cause = CampaignEventCause(
            .attemptAnswered, at: moment, actor: "line", campaignId: campaign.id, numberId: number.id,
            seriesId: attempt.seriesId, attemptId: id)
        try save([RecordChange([.attempt(attempt), .number(number)], because: cause)])
        return (number, campaign)
    }
}
