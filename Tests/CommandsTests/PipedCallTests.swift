import Commands
import Conversations
import FoundationEssentials
import Testing

@Suite struct PipedCallTests {
    @Test func everyLineIsAnUtteranceOrADirective() throws {
        #expect(try CallerAct.reading("  call me back \r") == .says("call me back"))
        #expect(try CallerAct.reading("   ") == nil)
        #expect(try CallerAct.reading("@silence") == .silence)
        #expect(try CallerAct.reading("@event hangup") == .event("hangup", data: nil))
        #expect(try CallerAct.reading(#"@event paid {"sum": 5}"#) == .event("paid", data: #"{"sum": 5}"#))
        #expect(try CallerAct.reading("@dtmf 12*#") == .presses("12*#"))
        #expect(try CallerAct.reading("@wait 90") == .waits(90))
        #expect(try CallerAct.reading("@wait 30s") == .waits(30))
        #expect(try CallerAct.reading("@wait 1.5m") == .waits(90))
        #expect(try CallerAct.reading("@wait 2h") == .waits(7200))
    }

    @Test(arguments: [
        "@hello", "@event", "@dtmf", "@dtmf abc", "@wait", "@wait soon", "@wait 3 days", "@silence 5",
        "@wait 99999999999999999999h", "@wait 9601h", "@event paid {sum", "@event paid five",
    ])
    func aMalformedDirectiveIsRefusedWithAnExample(_ line: String) throws {
        #expect { try CallerAct.reading(line) } throws: { ($0 as? MalformedAct)?.message.contains("@") == true }
    }

    @Test func aMalformedDirectiveNamesItsLine() throws {
        var piped = PipedCall(FakeCall([:]).call, at: nine)
        try piped.take("hello")
        #expect { try piped.take("@dance") } throws: { error in
            let trouble = error as? Trouble
            return trouble?.status == .badInput && trouble?.message.hasPrefix("Line 2 of the input: `@dance`") == true
        }
    }

    @Test func theClockStandsStillExceptForSilence() throws {
        let fake = FakeCall([:])
        var piped = PipedCall(fake.call, at: nine)
        try piped.take("hello")
        #expect(piped.now == nine)
        try piped.take("@silence")
        #expect(piped.now == nine.addingTimeInterval(5))
    }

    @Test func aTimeoutWithinASilenceComesInsteadOfIt() throws {
        let fake = FakeCall([
            "wait": [.log("waits")], "go /Later": [.says("Still there?", in: "/Later")], "@speechNotRecognized": [],
        ])
        fake.partner.timeouts["wait"] = (3, "/Later")
        var piped = PipedCall(fake.call, at: nine)
        try piped.take("wait")
        try piped.take("@silence")
        #expect(
            fake.diary.records.dropFirst(2) == [
                #"{"type":"event","name":"timeout","state":"/Later"}"#,
                #"{"type":"reply","state":"/Later","text":"Still there?"}"#,
            ])
    }

    @Test func aTimeoutBeyondTheWaitStaysPending() throws {
        let fake = FakeCall(["wait": [.log("waits")], "go /Later": [.log("later")]])
        fake.partner.timeouts["wait"] = (60, "/Later")
        var piped = PipedCall(fake.call, at: nine)
        try piped.take("wait")
        try piped.take("@wait 59s")
        #expect(fake.diary.records.count == 2)
        try piped.take("@wait 1s")
        #expect(fake.diary.records.count == 4)
    }

    @Test func aWaitBringsWhatALineBringsByItself() throws {
        let fake = FakeCall([
            "wait": [.log("waits")], "go /Later": [.log("later")], "@speechNotRecognized": [.log("silence")],
            "@noDtmfAnswerEvent": [.log("no keys")],
        ])
        fake.partner.timeouts["wait"] = (7, "/Later")
        fake.partner.lines["go /Later"] = LineState()
        fake.partner.lines["go /Later"]?.keys = AwaitedKeys(most: 4, timeout: 3000)
        var piped = PipedCall(fake.call, at: nine)
        func names() -> [String] {
            fake.diary.records.filter { $0.contains(#""event""#) }.compactMap {
                $0.split(separator: "\"").dropFirst(7).first.map(String.init)
            }
        }
        try piped.take("wait")
        try piped.take("@skip 6s")
        #expect(names() == [])
        try piped.take("@wait 4s")
        #expect(names() == ["timeout", "noDtmfAnswerEvent"])
        try piped.take("@wait 10s")
        #expect(names() == ["timeout", "noDtmfAnswerEvent", "speechNotRecognized", "speechNotRecognized"])
        #expect(piped.now == nine.addingTimeInterval(20))
    }

    @Test func silenceWithoutEndIsRefusedWithAWayOut() throws {
        let fake = FakeCall(["hello": [], "@speechNotRecognized": []])
        var piped = PipedCall(fake.call, at: nine)
        try piped.take("hello")
        #expect { try piped.take("@wait 2h") } throws: { ($0 as? Trouble)?.message.contains("@skip 2h") == true }
    }

    @Test func speakingCallsOffATimeout() throws {
        let fake = FakeCall(["wait": [], "yes": []])
        fake.partner.timeouts["wait"] = (10, "/Later")
        var piped = PipedCall(fake.call, at: nine)
        try piped.take("wait")
        try piped.take("yes")
        try piped.take("@wait 1m")
        #expect(!fake.diary.records.contains { $0.contains("timeout") })
    }

    @Test func twoStatesThatSendEachOtherForthDoNotHang() throws {
        let fake = FakeCall(["wait": [], "go /A": []])
        fake.partner.timeouts = ["wait": (0, "/A"), "go /A": (0, "/A")]
        var piped = PipedCall(fake.call, at: nine)
        try piped.take("wait")
        #expect(throws: Trouble.self) { try piped.take("@silence") }
    }

    @Test func linesAfterTheEndAreCounted() throws {
        let fake = FakeCall(["bye": [.hangUp(.bot)]])
        var piped = PipedCall(fake.call, at: nine)
        for line in ["bye", "hello?", "", "anyone?"] { try piped.take(line) }
        #expect(try piped.end() == "2 lines of input came after the end of the call and were not used.")
        #expect(fake.diary.lines.filter { $0.hasPrefix("ended") } == ["ended by bot"])
    }

    @Test func theEndOfTheInputIsTheCallerHangingUp() throws {
        let fake = FakeCall([:])
        var piped = PipedCall(fake.call, at: nine)
        #expect(try piped.end() == nil)
        #expect(fake.diary.lines == [#"{"type":"hangUp","by":"caller"}"#, "ended by caller"])
    }
}
