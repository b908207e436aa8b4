import CampaignModel
import CampaignStorage
import FoundationEssentials

// Step 5 of reliable dialing (campaigns.md 14.2): calls that nobody looks after are taken over, never made again.
extension Dialer {
    /// Renews the leases of its calls, takes over those of dialers that are gone, and asks the gate again where it must.
    func lookAround() throws(StoreError) {
        let now = clock.now
        if !calls.isEmpty, now >= nextLeaseRenewal {
            try store.transaction { transaction throws(StoreError) in
                try transaction.renewLeases(of: owner, until: clock.now.addingTimeInterval(settings.lease))
            }
            nextLeaseRenewal = now.addingTimeInterval(settings.lease / 3)
        }
        if now >= nextLookAround {
            try adopt(try adoptOrphans())
            nextLookAround = now.addingTimeInterval(settings.lease / 3)
        }
        let late = unsettled.filter { $0.value <= now }.keys.compactMap { calls[$0] }
        try adopt(late)
    }

    /// Makes the calls that nobody looks after its own.
    private func adoptOrphans() throws(StoreError) -> [WatchedCall] {
        let live = try store.read { reading throws(StoreError) in try reading.liveAttempts(ofCampaign: nil) }
        guard live.contains(where: isOrphan) else { return [] }
        return try store.transaction { transaction throws(StoreError) in
            var adopted: [WatchedCall] = []
            for orphan in try transaction.liveAttempts(ofCampaign: nil) where isOrphan(orphan) {
                // Another dialer may just have taken it over.
                guard var attempt = try transaction.lockedAttempt(id: orphan.id), attempt.state.isLive,
                    isOrphan(attempt), let number = try transaction.number(id: orphan.numberId),
                    let campaign = try transaction.campaign(id: orphan.campaignId)
                else { continue }
                let before = attempt.owner
                (attempt.owner, attempt.fence) = (owner, attempt.fence + 1)
                attempt.leaseUntil = clock.now.addingTimeInterval(settings.lease)
                let cause = CampaignEventCause(
                    .attemptAdopted, at: clock.now, actor: "dialer", campaignId: campaign.id, numberId: number.id,
                    seriesId: attempt.seriesId, attemptId: attempt.id,
                    reason: before.map { "\($0) was not heard of any more" })
                try transaction.save(.attempt(attempt), because: cause)
                attempt.conversation = nil
                var call = WatchedCall(attempt: attempt, phone: number.phone, campaignName: campaign.name)
                call.isTalking = attempt.state == .answered
                adopted.append(call)
            }
            return adopted
        }
    }

    /// A call of the console has no owner and is never taken over.
    private func isOrphan(_ attempt: Attempt) -> Bool {
        guard let name = attempt.owner else { return false }
        if name == owner { return calls[attempt.id] == nil }
        if let lease = attempt.leaseUntil, lease < clock.now { return true }
        return DialerName(name).map(settings.isGone) ?? false
    }

    private func adopt(_ adopted: [WatchedCall]) throws(StoreError) {
        guard !adopted.isEmpty else { return }
        // Those whose turn does not come, since the store fails before it, are asked for again.
        for call in adopted { (calls[call.attempt.id], unsettled[call.attempt.id]) = (call, clock.now) }
        let memories = line.memory(of: adopted.map(\.outgoing))
        for (call, memory) in zip(adopted, memories) { try follow(call, memory) }
    }

    private func follow(_ call: WatchedCall, _ memory: LineMemory) throws(StoreError) {
        let id = call.attempt.id
        switch DialGate.verdict(of: memory.lookUp, committedAt: call.attempt.committedAt) {
        case .adopt:
            guard let known = memory.call else {
                return try settle(call) { settlement, fence throws(StoreError) in
                    try settlement.uncertain(id, fence: fence, reason: "the line knows the call, but not how it went")
                }
            }
            calls[id]?.endsAt = known.endsAt
            line.follow(known)
            try store.transaction { transaction throws(StoreError) in
                try transaction.ringing(id, fence: call.attempt.fence, since: known.ringingAt)
            }
            unsettled[id] = nil
        case .notDialed:
            try settle(call) { settlement, fence throws(StoreError) in
                try settlement.notDialed(id, fence: fence, reason: "the line was never asked")
            }
        case .wait(let moment): unsettled[id] = max(moment, clock.now).addingTimeInterval(0.1)
        case .uncertain:
            try settle(call) { settlement, fence throws(StoreError) in
                try settlement.uncertain(id, fence: fence, reason: "the line cannot tell whether it rang")
            }
        }
    }

    private func settle(
        _ call: WatchedCall, _ step: (Settlement, Int) throws(StoreError) -> Bool
    ) throws(StoreError) {
        try store.transaction { transaction throws(StoreError) in
            _ = try step(Settlement(transaction, book: book, at: clock.now, actor: "dialer"), call.attempt.fence)
        }
        letGo(of: call.attempt.id)
    }

    /// Its fate is written down.
    func letGo(of id: String) { (calls[id], unsettled[id]) = (nil, nil) }

    /// Lets go of its calls, so that another dialer need not wait for the end of their lease.
    func releaseCalls() throws(StoreError) {
        guard !calls.isEmpty else { return }
        try store.transaction { transaction throws(StoreError) in
            try transaction.renewLeases(of: owner, until: .init(timeIntervalSince1970: 0))
        }
    }
}
