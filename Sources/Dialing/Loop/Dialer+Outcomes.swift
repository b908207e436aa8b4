import CampaignModel
import CampaignStorage
import FoundationEssentials

extension Dialer {
    /// Writes what the line has told, in batches; talks are held as soon as their call is answered.
    ///
    /// What the store does not take stays `untold` and is tried again.
    func tellStore() throws(StoreError) {
        untold += line.events(until: clock.now)
        while !untold.isEmpty {
            let batch = Array(untold.prefix(settings.batch))
            if talk != nil { for event in batch { try tellTalk(event) } }
            let answered = try store.transaction { transaction throws(StoreError) in
                // In one order, so that dialers do not wait for each other in a ring.
                let campaigns = Set(batch.compactMap { calls[$0.id]?.attempt.campaignId })
                for id in campaigns.sorted() { _ = try transaction.lockCampaign(id: id) }
                var answered: [AnsweredCall] = []
                for event in batch { if let call = try tell(event, transaction) { answered.append(call) } }
                return answered
            }
            untold.removeFirst(batch.count)
            for event in batch { forget(event) }
            for call in answered { hold(call) }
            untold += line.events(until: clock.now)
        }
    }

    private func tell(_ event: LineEvent, _ transaction: any CampaignTransaction) throws(StoreError) -> AnsweredCall? {
        guard let call = calls[event.id] else { return nil }
        switch event {
        case .answered(let id, let moment):
            guard !call.isTalking,
                let (number, campaign) = try transaction.answered(id, fence: call.attempt.fence, at: moment)
            else { return nil }
            return AnsweredCall(
                attemptId: id, campaign: campaign, number: number, answeredAt: moment, endsAt: call.endsAt)
        case .ended(let id, let moment, let outcome, let reason):
            let end = call.talkEnd
            try Settlement(transaction, book: book, at: max(clock.now, moment), actor: "line").end(
                id, fence: call.attempt.fence,
                CallEnding(
                    outcome == .answered ? end?.outcome ?? outcome : outcome, endedAt: end?.endedAt ?? moment,
                    endedBy: outcome.isAnswered ? end?.endedBy ?? .caller : nil, result: end?.result, lineReason: reason
                ))
            return nil
        }
    }

    /// A call that nobody has answered may still lead to a redial.
    private func tellTalk(_ event: LineEvent) throws(StoreError) {
        guard case .ended(let id, let moment, let outcome, _) = event, !outcome.isAnswered, let call = calls[id] else {
            return
        }
        let missed = try store.read { reading throws(StoreError) -> MissedCall? in
            guard let attempt = try reading.attempt(id: id), attempt.state.isLive, attempt.fence == call.attempt.fence,
                let campaign = try reading.campaign(id: attempt.campaignId),
                let number = try reading.number(id: attempt.numberId)
            else { return nil }
            return MissedCall(
                attemptId: id, campaign: campaign, number: number, outcome: outcome, endedAt: moment)
        }
        if let missed { talk?.miss(missed, store: store) }
    }

    private func forget(_ event: LineEvent) {
        guard case .ended(let id, let moment, let outcome, _) = event, let call = calls[id] else { return }
        letGo(of: id)
        news(.ended(outcome: outcome.rawValue, campaign: call.campaignName, at: moment))
    }

    private func hold(_ call: AnsweredCall) {
        guard let talk, calls[call.attemptId]?.isTalking == false else { return }
        calls[call.attemptId]?.isTalking = true
        let end = talk.hold(call, store: store)
        calls[call.attemptId]?.talkEnd = end
        // A line that does not know when the call ends is told by the talk.
        if call.endsAt == nil, !isEndKnownToLine(call.attemptId) {
            untold.append(.ended(id: call.attemptId, at: end.endedAt ?? clock.now, end.outcome, reason: nil))
        }
    }

    /// The answer to the request may have been lost, and with it when the line ends the call.
    private func isEndKnownToLine(_ id: String) -> Bool {
        guard unsettled[id] != nil, let call = calls[id] else { return false }
        // Who cannot ask now does not free a line that may still be in use.
        guard let known = line.memory(of: [call.outgoing]).first?.call else { return true }
        return known.endsAt != nil
    }
}
