import CampaignModel
import Dialing
import Foundation

/// A line whose callee sits at the terminal: says who is called and asks what the callee does.
final class ConsolePhoneLine: PhoneLine {
    private let streams: Streams
    private let clock: any DialClock
    private var events: [LineEvent] = []
    private var calls: [String: LineCall] = [:]
    private let input: ConsoleInput

    init(_ input: ConsoleInput, _ streams: Streams, clock: any DialClock) {
        (self.input, self.streams, self.clock) = (input, streams, clock)
    }

    func ring(_ call: OutgoingCall) -> RingAnswer {
        if let known = calls[call.id] { return .rings(known) }
        guard DialGate.answer(notAfter: call.notAfter, record: nil, now: clock.now) == .accepted else {
            return .refused("its time to ring was over")
        }
        let ringing = LineCall(id: call.id, ringingAt: clock.now)
        calls[call.id] = ringing
        streams.out.line("\(call.phone) rings (campaign \(call.campaign)).")
        streams.out.line("Enter answers; b: busy, n: nobody answers, r: refuses, x: no such number.")
        let outcome = ask()
        if outcome == .answered {
            events.append(.answered(id: call.id, at: clock.now))
        } else {
            events.append(.ended(id: call.id, at: clock.now, outcome, reason: "as said at the console"))
        }
        return .rings(ringing)
    }

    private func ask() -> AttemptOutcome {
        switch input.next()?.trimmed.lowercased() {
        case nil, "n": .noAnswer
        case "b": .busy
        case "r": .rejected
        case "x": .nonexistent
        default: .answered
        }
    }

    /// What another process has asked of another terminal nobody can tell.
    func memory(of calls: [OutgoingCall]) -> [LineMemory] {
        calls.map { call in
            let known = self.calls[call.id]
            return LineMemory(
                GateLookUp(at: clock.now, finding: known == nil ? .memoryLost : .recorded(.over)), call: known)
        }
    }

    func revoke(_ calls: [OutgoingCall]) -> [GateRevocation] {
        calls.map { self.calls[$0.id] == nil ? .revoked : .leftAlone }
    }

    func follow(_ call: LineCall) {}

    func events(until now: Date) -> [LineEvent] {
        defer { events = [] }
        return events
    }

    var nextEventAt: Date? { events.first?.at }

    /// One phone after the other: nobody answers two at a time.
    var mostCallsPerSecond: Double? { 1 }
}
