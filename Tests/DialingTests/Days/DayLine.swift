import CampaignModel
import Dialing
import Foundation

/// A line whose phones answer as a file says, call by call.
final class DayLine: PhoneLine {
    private let script: DayScript
    private let clock: JumpingClock
    private var rings: [String: Int] = [:]
    private var known: [String: LineCall] = [:]
    private var coming: [LineEvent] = []
    /// What each attempt came to.
    private(set) var answers: [String: DayScript.Answer] = [:]
    /// Told of every call that rings, and whether the file knows of it.
    var told: (OutgoingCall, LineCall, Bool) -> Void = { _, _, _ in }

    var dayClock: DayClock { script.clock }

    init(_ script: DayScript, clock: JumpingClock) { (self.script, self.clock) = (script, clock) }

    func ring(_ call: OutgoingCall) -> RingAnswer {
        if let call = known[call.id] { return .rings(call) }
        guard clock.now <= call.notAfter else { return .refused("too late") }
        let count = rings[call.phoneKey, default: 0]
        rings[call.phoneKey] = count + 1
        let listed = script.answers[call.phoneKey, default: []].dropFirst(count).first ?? script.always[call.phoneKey]
        let answer = listed ?? DayScript.Answer(outcome: .noAnswer, ringing: 30)
        let begun = begin(call, answer)
        told(call, begun, listed != nil)
        return .rings(begun)
    }

    private func begin(_ call: OutgoingCall, _ answer: DayScript.Answer) -> LineCall {
        let (now, id) = (clock.now, call.id)
        let end = now.addingTimeInterval(answer.ringing + answer.talking)
        let pickUp = answer.outcome.isAnswered ? now.addingTimeInterval(answer.ringing) : nil
        let begun = LineCall(id: id, ringingAt: now, answeredAt: pickUp, endsAt: end, outcome: answer.outcome)
        (known[id], answers[id]) = (begun, answer)
        if let pickUp { coming.append(.answered(id: id, at: pickUp)) }
        coming.append(.ended(id: id, at: end, answer.outcome, reason: nil))
        return begun
    }

    func memory(of calls: [OutgoingCall]) -> [LineMemory] {
        calls.map { call in
            let finding: GateLookUp.Finding = known[call.id] == nil ? .neverSeen : .recorded(.dialed)
            return LineMemory(GateLookUp(at: clock.now, finding: finding), call: known[call.id])
        }
    }

    func revoke(_ calls: [OutgoingCall]) -> [GateRevocation] {
        calls.map { known[$0.id] == nil ? .revoked : .leftAlone }
    }

    func follow(_ call: LineCall) {}

    func events(until now: Date) -> [LineEvent] {
        let happened = coming.filter { $0.at <= now }
        coming.removeAll { $0.at <= now }
        return happened.sorted { $0.at < $1.at }
    }

    var nextEventAt: Date? { coming.map(\.at).min() }
}
