import CampaignModel
import Dialing
import Foundation

/// A line as one worker sees it: requests, answers and news get lost, come late or come twice.
///
/// What it calls on is the real line, with the real log and its lock.
final class FaultyLine: PhoneLine {
    private let worker: FaultWorker
    private let line: SimulatedLine
    private var delayed: [(at: Date, event: LineEvent)] = []

    init(_ worker: FaultWorker) throws {
        self.worker = worker
        line = try worker.world.makeLine(of: worker)
    }

    var now: Date? { worker.world.now.asStored }

    func ring(_ call: OutgoingCall) -> RingAnswer {
        switch worker.pass(.ring) {
        case .requestLost: return .unclear("lost")
        case .requestLate(let seconds):
            worker.world.post(call, in: seconds)
            return .unclear("late")
        case .requestRepeated(let seconds): worker.world.post(call, in: seconds)
        default: break
        }
        guard !worker.isDead else { return .unclear("dead") }
        let answer = line.ring(call)
        guard worker.pass(.rang) != .answerLost, !worker.isDead else { return .unclear("lost") }
        return answer
    }

    func memory(of calls: [OutgoingCall]) -> [LineMemory] {
        let fault = worker.pass(.memory)
        if worker.isDead { return calls.map { _ in LineMemory(GateLookUp(at: .distantPast, finding: .neverSeen)) } }
        guard fault != .memoryLost else {
            worker.world.forgotten.formUnion(calls.map(\.id))
            return calls.map { _ in LineMemory(GateLookUp(at: worker.world.now, finding: .memoryLost)) }
        }
        defer { _ = worker.pass(.rang) }
        return line.memory(of: calls)
    }

    func revoke(_ calls: [OutgoingCall]) -> [GateRevocation] {
        guard !worker.isDead else { return calls.map { _ in .wait } }
        let answers = line.revoke(calls)
        return worker.pass(.revocation) == .answerLost ? calls.map { _ in .wait } : answers
    }

    func follow(_ call: LineCall) { line.follow(call) }

    func events(until now: Date) -> [LineEvent] {
        let now = min(now, worker.world.now)
        var events = delayed.filter { $0.at <= now }.map(\.event)
        delayed.removeAll { $0.at <= now }
        for event in line.events(until: now) {
            switch worker.pass(.news) {
            case .newsLate(let seconds): delayed.append((now.addingTimeInterval(seconds), event))
            case .newsRepeated(let seconds):
                delayed.append((now.addingTimeInterval(seconds), event))
                events.append(event)
            default: events.append(event)
            }
        }
        return events
    }

    var nextEventAt: Date? { ([line.nextEventAt] + delayed.map(\.at)).compactMap(\.self).min() }
}
