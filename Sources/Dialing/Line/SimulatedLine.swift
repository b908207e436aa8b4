import CampaignModel
import FoundationEssentials
import HeapModule

/// A telephone network that is not there: its callees do what `CallAnswers` draws, its memory is a `NetworkLog`.
///
/// Calls belong to the network: they go on when a dialer is killed, until the `until` of their line.
package final class SimulatedLine: PhoneLine {
    private let log: any NetworkMemory
    private let answers: CallAnswers
    private let clock: any DialClock
    private let patience: TimeInterval
    private var coming = Heap<Coming>()
    private var followed: Set<String> = []
    /// Whether a fate depends on the hour of the callee's day.
    private let hour: (OutgoingCall, Date) -> Int

    /// - Parameters:
    ///   - patience: how long to wait for the log's lock, in seconds of the wall's clock.
    ///   - hour: of a callee's day at a moment, for answers that depend on it.
    package init(
        path: String, answers: CallAnswers, clock: any DialClock, patience: TimeInterval = 2,
        hour: @escaping (OutgoingCall, Date) -> Int = { _, _ in 12 }
    ) throws(LineTrouble) {
        log = try NetworkLog(path: path)
        (self.answers, self.clock, self.patience, self.hour) = (answers, clock, patience, hour)
    }

    /// A network that forgets everything when the program ends, for simulations.
    package init(
        answers: CallAnswers, clock: any DialClock, hour: @escaping (OutgoingCall, Date) -> Int = { _, _ in 12 }
    ) {
        log = BriefMemory()
        (self.answers, self.clock, self.hour) = (answers, clock, hour)
        patience = 0
    }

    package func ring(_ call: OutgoingCall) -> RingAnswer {
        do throws(LineTrouble) {
            let answer = try log.locked(patience: patience) { () throws(LineTrouble) -> RingAnswer in
                if let known = log.rings[call.id] { return .rings(lineCall(known)) }
                let now = clock.now
                switch DialGate.answer(notAfter: call.notAfter, record: record(of: call), now: now) {
                case .late:
                    try log.revoke(call.id, at: now)
                    return .refused("its time to ring was over")
                case .early:
                    try log.revoke(call.id, at: now)
                    return .refused("the dialer's clock is ahead of the line's")
                case .revoked: return .refused("it was revoked before")
                case .accepted, .alreadyKnown: break
                }
                let ring = fate(of: call, at: now)
                try log.append(ring)
                return .rings(lineCall(ring))
            }
            guard let answer else { return .refused("another dialer held the line") }
            if case .rings(let rung) = answer { follow(rung) }
            return answer
        } catch {
            return .unclear(error.message)
        }
    }

    /// Knows a call from before: it goes on, and what becomes of it is drawn from now on.
    func join(_ call: OutgoingCall) {
        guard log.rings[call.id] == nil else { return }
        try? log.append(fate(of: call, at: clock.now))
    }

    private func record(of call: OutgoingCall) -> GateRecord? {
        log.rings[call.id] != nil ? .dialed : log.revoked.contains(call.id) ? .revoked : nil
    }

    private func fate(of call: OutgoingCall, at now: Date) -> NetworkRing {
        let fate = answers.fate(of: call.phoneKey, rings: log.counts[call.phoneKey] ?? 0, hour: hour(call, now))
        return NetworkRing(
            call: call, at: now, until: now.addingTimeInterval(fate.ringing + fate.talking).asStored,
            outcome: fate.outcome)
    }

    private func lineCall(_ ring: NetworkRing) -> LineCall {
        // Of the time of an answered call the greater part is talk.
        let answered =
            ring.outcome.isAnswered ? ring.at.addingTimeInterval(ring.until.timeIntervalSince(ring.at) / 3) : nil
        return LineCall(
            id: ring.call.id, ringingAt: ring.at, answeredAt: answered?.asStored, endsAt: ring.until,
            outcome: ring.outcome)
    }

    package func memory(of calls: [OutgoingCall]) -> [LineMemory] {
        // Neither a lock that is held nor a disk that is full means that anything was forgotten: it is asked again.
        let unknown = calls.map { _ in LineMemory(GateLookUp(at: .distantPast, finding: .neverSeen)) }
        do throws(LineTrouble) {
            return try log.locked(patience: patience) { () throws(LineTrouble) -> [LineMemory] in
                var found: [LineMemory] = []
                for call in calls { found.append(try memory(of: call, now: clock.now)) }
                return found
            } ?? unknown
        } catch {
            return unknown
        }
    }

    private func memory(of call: OutgoingCall, now: Date) throws(LineTrouble) -> LineMemory {
        let record = record(of: call)
        let lookUp = GateLookUp(at: now, finding: record.map { .recorded($0) } ?? .neverSeen)
        if record == nil, DialGate.verdict(of: lookUp, committedAt: call.committedAt) == .notDialed {
            try log.revoke(call.id, at: now)
        }
        return LineMemory(lookUp, call: log.rings[call.id].map(lineCall))
    }

    package func revoke(_ calls: [OutgoingCall]) -> [GateRevocation] {
        let waiting = calls.map { _ in GateRevocation.wait }
        do throws(LineTrouble) {
            return try log.locked(patience: patience) { () throws(LineTrouble) -> [GateRevocation] in
                var answers: [GateRevocation] = []
                for call in calls {
                    let answer = DialGate.revocation(of: record(of: call))
                    if answer == .revoked { try log.revoke(call.id, at: clock.now) }
                    answers.append(answer)
                }
                return answers
            } ?? waiting
        } catch {
            return waiting
        }
    }

    package func follow(_ call: LineCall) {
        guard let end = call.endsAt, followed.insert(call.id).inserted else { return }
        if let answered = call.answeredAt { coming.insert(Coming(.answered(id: call.id, at: answered))) }
        coming.insert(Coming(.ended(id: call.id, at: end, call.outcome ?? .failed, reason: call.reason)))
    }

    package func events(until now: Date) -> [LineEvent] {
        var events: [LineEvent] = []
        while let next = coming.min, next.event.at <= now {
            coming.removeMin()
            if case .ended(let id, _, _, _) = next.event { followed.remove(id) }
            events.append(next.event)
        }
        return events
    }

    package var nextEventAt: Date? { coming.min?.event.at }

    private struct Coming: Comparable {
        let event: LineEvent

        init(_ event: LineEvent) { self.event = event }

        static func < (left: Coming, right: Coming) -> Bool { left.event.at < right.event.at }
        static func == (left: Coming, right: Coming) -> Bool { left.event.at == right.event.at }
    }
}
