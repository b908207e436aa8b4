import CampaignModel
import CampaignStorage
import Dialing
import Foundation

/// Who pauses, resumes and stops campaigns and puts phones on the do-not-call list, while dialers work.
final class FaultOutsider {
    private unowned let world: FaultWorld
    private(set) var next: Date?
    /// Promises that nothing rings: since which line of the log, until which (`nil`: to the end).
    private(set) var silences: [Silence] = []
    private(set) var stopped: Set<String> = []
    /// Calls whose revocation is to be confirmed before the command answers.
    private var waiting: [(silence: Silence, calls: [OutgoingCall])] = []
    private(set) lazy var line: SimulatedLine = {
        guard let line = try? world.makeLine(of: nil) else { preconditionFailure("the log cannot be opened") }
        return line
    }()

    struct Silence {
        var campaign: String?
        var phoneKey: String?
        var from: Int
        var to: Int?
    }

    init(_ world: FaultWorld) {
        self.world = world
        next = world.bits.unit() < 0.5 ? world.now.addingTimeInterval(world.bits.seconds(upTo: 900)) : nil
    }

    /// Resumes what is paused, and does nothing more.
    func calm() {
        next = nil
        for id in world.setting.campaignIds { attempt { () throws(StoreError) in try resume(id) } }
    }

    func act() {
        confirm()
        guard let moment = next, moment <= world.now else { return }
        next = world.now.addingTimeInterval(60 + world.bits.seconds(upTo: 600))
        let id = world.bits.pick(world.setting.campaignIds)
        let command = world.bits.unit()
        world.tell(
            "outsider: \(id) \(command < 0.45 ? "pause" : command < 0.7 ? "resume" : command < 0.95 ? "suppress" : "stop")"
        )
        attempt { () throws(StoreError) in
            switch command {
            case ..<0.45: try change(id, .campaignPaused, from: .running, to: .paused)
            case ..<0.7: try resume(id)
            case ..<0.95: try suppress("+1650000\(1000 + Int(world.bits.unit() * 4))")
            default: try change(id, .campaignStopped, from: .running, to: .stopping)
            }
        }
    }

    private func attempt(_ work: () throws(StoreError) -> Void) {
        do throws(StoreError) { try work() } catch { world.tell("FAILED outsider: \(error.message)") }
    }

    private func change(
        _ id: String, _ kind: CampaignEventKind, from: CampaignState, to state: CampaignState
    ) throws(StoreError) {
        let calls = try world.store.transaction { transaction throws(StoreError) -> [OutgoingCall]? in
            guard var campaign = try transaction.lockCampaign(id: id), campaign.state == from else { return nil }
            campaign.state = state
            let cause = CampaignEventCause(kind, at: world.now, actor: "outsider", campaignId: id)
            try transaction.save(.campaign(campaign), because: cause)
            return try committed(transaction) { $0.campaignId == id }
        }
        guard let calls else { return }
        if state == .stopping { stopped.insert(id) }
        silence(Silence(campaign: id, phoneKey: nil, from: 0), calls)
    }

    private func resume(_ id: String) throws(StoreError) {
        try world.store.transaction { transaction throws(StoreError) in
            guard var campaign = try transaction.lockCampaign(id: id), campaign.state == .paused else { return }
            campaign.state = .running
            let cause = CampaignEventCause(.campaignStarted, at: world.now, actor: "outsider", campaignId: id)
            try transaction.save(.campaign(campaign), because: cause)
        }
        guard !stopped.contains(id) else { return }
        waiting.removeAll { $0.silence.campaign == id }
        let lines = world.log.count
        for index in silences.indices where silences[index].campaign == id && silences[index].to == nil {
            silences[index].to = lines
        }
    }

    private func suppress(_ phone: String) throws(StoreError) {
        let entry = Suppression(
            id: "entry-\(world.bits.next())", phone: phone, reason: "asked", source: "caller", since: world.now)
        let calls = try world.store.transaction { transaction throws(StoreError) -> [OutgoingCall] in
            let cause = CampaignEventCause(
                .phoneSuppressed, at: world.now, actor: "outsider", campaignId: world.setting.campaignIds[0])
            try transaction.save(.suppression(entry), because: cause)
            return try committed(transaction) { $0.phoneKey == entry.phoneKey }
        }
        silence(Silence(campaign: nil, phoneKey: entry.phoneKey, from: 0), calls)
    }

    private func committed(
        _ reading: any CampaignReading, _ isMeant: (Attempt) -> Bool
    ) throws(StoreError) -> [OutgoingCall] {
        var calls: [OutgoingCall] = []
        for attempt in try reading.liveAttempts(ofCampaign: nil) where attempt.state == .committed && isMeant(attempt) {
            let phone = try reading.number(id: attempt.numberId)?.phone ?? ""
            calls.append(OutgoingCall(attempt, phone: phone, campaign: attempt.campaignId))
        }
        return calls
    }

    // The command answers when the gate has confirmed that nothing more rings.
    private func silence(_ silence: Silence, _ calls: [OutgoingCall]) {
        waiting.append((silence, calls))
        confirm()
    }

    private func confirm() {
        waiting.removeAll { entry in
            guard !line.revoke(entry.calls).contains(.wait) else { return false }
            var silence = entry.silence
            silence.from = world.log.count
            silences.append(silence)
            return true
        }
    }
}
