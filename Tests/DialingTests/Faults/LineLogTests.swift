import CampaignModel
import Dialing
import Foundation
import Testing

/// The log of a simulated network that dead, frozen and mistaken dialers share.
@Suite struct LineLogTests {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent("log-" + UUID().uuidString).path
    private let clock = JumpingClock(CampaignDesk.start)

    private func line() throws -> SimulatedLine {
        let answers = CallAnswers(seed: 1, weights: [.init(.noAnswer, [1])])
        return try SimulatedLine(path: path, answers: answers, clock: clock, patience: 0)
    }

    private func call(_ id: String, decided seconds: TimeInterval = 0) -> OutgoingCall {
        let number = CampaignNumber(
            id: "number", campaignId: "campaign", phone: "+16500001000", reason: "added", addedAt: clock.now)
        let series = Series(
            id: "series", numberId: "number", ordinal: 1, origin: .initial, quota: 1, openedAt: clock.now)
        let attempt = Attempt(id: id, of: number, in: series, at: clock.now.addingTimeInterval(seconds))
        return OutgoingCall(attempt, phone: number.phone, campaign: "campaign")
    }

    private func missed(_ sentence: String) { Issue.record(Comment(rawValue: sentence)) }

    private func finding(_ call: OutgoingCall) throws -> GateLookUp.Finding? {
        try line().memory(of: [call]).first?.lookUp.finding
    }

    @Test("half a line of a dead dialer tells nothing, and the next call stands on a line of its own")
    func halfLine() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        try #"{"event":"ring","attempt":"dead","campaign":"ca"#.write(toFile: path, atomically: false, encoding: .utf8)
        guard case .rings = try line().ring(call("next")) else { return missed("it must ring") }
        #expect(try finding(call("next")) == .recorded(.dialed))
        #expect(try finding(call("dead")) == .neverSeen)
    }

    @Test("a call whose line lacks only its end has rung")
    func lineWithoutEnd() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try line().ring(call("one"))
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try String(text.dropLast()).write(toFile: path, atomically: false, encoding: .utf8)
        #expect(try finding(call("one")) == .recorded(.dialed))
        _ = try line().ring(call("two"))
        #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count == 2)
    }

    @Test("while a frozen dialer holds the lock nothing rings, is revoked, or counts as forgotten")
    func lockHeld() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (line, call) = (try line(), call("one"))
        let descriptor = open(path, O_RDWR)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX) == 0)
        guard case .refused = line.ring(call) else { return missed("it must not ring") }
        #expect(line.revoke([call]) == [.wait])
        let memory = try #require(line.memory(of: [call]).first)
        guard case .wait = DialGate.verdict(of: memory.lookUp, committedAt: call.committedAt) else {
            return missed("it must be asked for again")
        }
    }

    @Test("a call that was decided by a clock that is ahead does not ring, nor does a copy of it later")
    func early() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let line = try line()
        for _ in 0..<2 {
            guard case .refused = line.ring(call("one", decided: 3600)) else {
                return missed("it must not ring")
            }
        }
        clock.wait(until: clock.now.addingTimeInterval(3600))
        guard case .refused = line.ring(call("one")) else { return missed("it must not ring") }
    }
}
