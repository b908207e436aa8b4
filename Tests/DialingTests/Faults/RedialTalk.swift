import CampaignModel
import CampaignStorage
import Dialing
import Foundation

/// A bot that asks some callees when to call again, and promises it.
final class RedialTalk: CallTalk {
    private let worker: FaultWorker

    init(_ worker: FaultWorker) { self.worker = worker }

    func hold(_ call: AnsweredCall, store: any CampaignStore) -> TalkEnd {
        _ = worker.pass(.talk)
        if !worker.isDead, worker.world.bits.unit() < 0.4 { promise(call, store) }
        return TalkEnd(endedBy: .bot)
    }

    private func promise(_ call: AnsweredCall, _ store: any CampaignStore) {
        let now = worker.now
        let policy = CallPolicy(start: now.addingTimeInterval(900), retryIntervalInMinutes: 2, maxAttempts: 2)
        do throws(StoreError) {
            let ledger = try CallLedger(
                store: store, resuming: call.attemptId, bot: "bot",
                identifiers: SplitMix(seed: worker.world.bits.next()))
            let turn = TurnToKeep(conversation: "{}", client: "{}", redial: RedialRequest(policy: policy))
            if case .scheduled(let id, _, _, _) = try ledger.keep(turn, at: now) { worker.world.promised.insert(id) }
        } catch {
            worker.world.tell("no promise: \(error.message)")
        }
    }
}
