import CampaignModel
import CivilTime
import FoundationEssentials
import Testing

/// The rules of the dial gate, one by one; what they come to together is explored by `DialingProtocolTests`.
struct DialGateTests {
    private let commit = at("2026-11-23T10:00:00Z")

    @Test(arguments: [
        (nil, 0, GateAnswer.accepted), (nil, 10, .accepted), (nil, 10.001, .late),
        (nil, -2, .accepted), (nil, -2.001, .early), (.dialed, -3600, .alreadyKnown),
        (GateRecord.accepted, 0, .alreadyKnown),
        (.dialed, 60, .alreadyKnown), (.over, 60, .alreadyKnown), (.unresolved, 0, .alreadyKnown),
        (.revoked, 0, .revoked), (.revoked, 60, .revoked),
    ])
    func aRequestIsAnswered(record: GateRecord?, after seconds: Double, answer: GateAnswer) {
        let notAfter = DialGate.notAfter(committedAt: commit)
        #expect(DialGate.answer(notAfter: notAfter, record: record, now: commit.addingTimeInterval(seconds)) == answer)
    }

    /// A clock that is set back cannot let a copy of the same request pass.
    @Test func aLateRequestIsRemembered() {
        let notAfter = DialGate.notAfter(committedAt: commit)
        let late = DialGate.answer(notAfter: notAfter, record: nil, now: notAfter.addingTimeInterval(1))
        #expect(DialGate.answer(notAfter: notAfter, record: DialGate.recordAfter(late), now: commit) == .revoked)
    }

    @Test(arguments: [
        (nil, GateRevocation.revoked), (GateRecord.revoked, .revoked), (.accepted, .wait), (.dialed, .leftAlone),
        (.over, .leftAlone), (.unresolved, .leftAlone),
    ])
    func aRevocationIsAnswered(record: GateRecord?, answer: GateRevocation) {
        #expect(DialGate.revocation(of: record) == answer)
    }

    @Test(arguments: [(0.0, false), (10, false), (12, false), (12.001, true)])
    func neverSeenIsBelievedOnlyAfterTheTimeOfARequest(seconds: Double, isNotDialed: Bool) {
        let lookUp = GateLookUp(at: commit.addingTimeInterval(seconds), finding: .neverSeen)
        let expected: AttemptVerdict = isNotDialed ? .notDialed : .wait(until: commit.addingTimeInterval(12))
        #expect(DialGate.verdict(of: lookUp, committedAt: commit) == expected)
    }

    @Test(arguments: [
        (GateLookUp.Finding.recorded(.dialed), AttemptVerdict.adopt), (.recorded(.over), .adopt),
        (.recorded(.revoked), .notDialed), (.recorded(.unresolved), .uncertain), (.memoryLost, .uncertain),
    ])
    func aRecordDecidesAtAnyTime(finding: GateLookUp.Finding, verdict: AttemptVerdict) {
        for seconds in [0.0, 60] {
            let lookUp = GateLookUp(at: commit.addingTimeInterval(seconds), finding: finding)
            #expect(DialGate.verdict(of: lookUp, committedAt: commit) == verdict)
        }
    }

    /// What was on its way to the line when the gate was killed may ring or not; what had its end keeps it.
    @Test func aGateThatWasKilledDoesNotGuess() {
        #expect(
            GateRecord.allCases.map(DialGate.recordAfterRestart) == [
                .unresolved, .unresolved, .over, .revoked, .unresolved,
            ])
    }
}
