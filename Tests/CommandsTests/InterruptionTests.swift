import Commands
import Conversations
import FoundationEssentials
import Testing

/// What a caller does beside speaking: breaking in, keys, silence of a length that the bot has set.
@Suite struct InterruptionTests {
    private func fake(_ line: LineState, _ answers: [String: [Happening]] = [:]) throws -> FakeCall {
        let fake = FakeCall(
            ["hello": [.says("A long answer.", in: "/A")], "stop": [.says("As you wish.", in: "/B")]]
                .merging(answers) { $1 })
        fake.partner.lines = ["hello": line]
        try fake.call.say("hello", at: nine)
        return fake
    }

    @Test func aLineOfItsOwn() throws {
        #expect(try CallerAct.reading("@interrupt not now") == .interrupts("not now"))
        #expect(try ConsoleLine.reading("!not now") == .act(.interrupts("not now")))
        #expect(try ConsoleLine.reading("!") == .act(.says("!")))
        #expect { try CallerAct.reading("@interrupt") } throws: {
            ($0 as? MalformedAct)?.message.contains("not now") == true
        }
    }

    @Test func wordsIntoAnAnswerAreAnsweredInItsContext() throws {
        var line = LineState()
        line.answer = AnswerMarks(transition: "/A/Interrupted", label: "first")
        let fake = try fake(line)
        try fake.call.interrupt("stop", at: nine)
        #expect(fake.call.lastHeard?.context == "/A/Interrupted")
        #expect(
            fake.diary.records.suffix(3) == [
                #"{"type":"interruption","text":"stop","heard":true}"#, #"{"type":"caller","text":"stop"}"#,
                #"{"type":"reply","state":"/B","text":"As you wish."}"#,
            ])
    }

    @Test func whoeverCannotBeInterruptedHearsNothing() throws {
        var line = LineState()
        line.bargeIn = BargeIn(mode: .disabled)
        let fake = try fake(line)
        try fake.call.interrupt("stop", at: nine)
        #expect(fake.diary.records.count == 4)
        #expect(fake.diary.records[2] == #"{"type":"interruption","text":"stop","heard":false}"#)
        #expect(fake.diary.shown.last?.contains("cannot be interrupted here") == true)
    }

    /// `bargeInIntent` comes first; its answers are thrown away, and the line is as it was before it.
    @Test(arguments: [("true", "/A/Interrupted"), ("false", "/")]) func theBotDecides(
        _ interrupts: String, context: String
    )
        throws
    {
        var line = LineState()
        line.answer = AnswerMarks(transition: "/A/Interrupted", condition: "early")
        let answers: [Happening] = [
            .says("Nobody hears this.", in: "/Ask"),
            .directive(name: "bargeInInterrupt", arguments: #"{"interrupt":\#(interrupts)}"#),
        ]
        let fake = try fake(line, ["@bargeInIntent": answers])
        try fake.call.interrupt("stop", at: nine)
        #expect(fake.call.lastHeard?.context == context)
        #expect(
            fake.diary.shown.contains { $0.contains("Not said, since `bargeInIntent` only asks: Nobody hears this.") })
        #expect(!fake.diary.records.contains { $0.contains(#""reply","state":"/Ask""#) })
        #expect(fake.diary.shown.contains { $0.contains("ends its answer first") } == (interrupts == "false"))
        #expect(
            fake.diary.records.contains { $0.contains(#""name":"bargeInIntent""#) && $0.contains(#""text":"stop""#) })
    }

    /// As within an interruption: the bot's answers reach nobody, and the talk stays where it was.
    @Test(arguments: [
        ("true", "The bot lets the caller break in."), ("false", "The bot does not let the caller break in."),
    ])
    func theQuestionAskedByHandShowsTheDecisionOnly(_ interrupts: String, decision: String) throws {
        var line = LineState()
        line.answer = AnswerMarks(transition: "/A/Interrupted", condition: "early")
        let answers: [Happening] = [
            .says("Nobody hears this.", in: "/Ask"),
            .directive(name: "bargeInInterrupt", arguments: #"{"interrupt":\#(interrupts)}"#),
        ]
        let fake = try fake(line, ["@bargeInIntent": answers])
        let before = fake.call.state
        try fake.call.send(event: "bargeInIntent", data: nil, at: nine)
        #expect(
            fake.diary.shown.contains { $0.contains("Not said, since `bargeInIntent` only asks: Nobody hears this.") })
        #expect(!fake.diary.records.contains { $0.contains(#""reply","state":"/Ask""#) })
        #expect(
            fake.diary.shown.last?.contains(decision) == true && fake.diary.shown.last?.contains("@interrupt") == true)
        #expect(fake.call.state == before)
    }

    @Test func aBotThatDoesNotAnswerTheQuestionEndsItsAnswer() throws {
        var line = LineState()
        line.answer = AnswerMarks(condition: "early")
        let fake = try fake(line)
        try fake.call.interrupt("stop", at: nine)
        #expect(fake.diary.shown.contains { $0.contains("No state answers the event `bargeInIntent`") })
        #expect(fake.diary.records.last == #"{"type":"reply","state":"/B","text":"As you wish."}"#)
    }

    @Test func keysBeyondThoseThatAreAwaitedComeTooLate() throws {
        var line = LineState()
        line.keys = AwaitedKeys(most: 2, timeout: 10_000)
        let fake = try fake(line, ["12": [], "1": []])
        try fake.call.press("1234", at: nine)
        #expect(fake.diary.shown.contains { $0.contains("waits for 2 keys; `34` came too late") })
        #expect(fake.diary.records.contains(#"{"type":"caller","text":"12","keypad":true}"#))
    }

    @Test func silenceIsAsLongAsTheBotHasSet() throws {
        var line = LineState()
        line.noInputTimeout = 7000
        let fake = try fake(line, ["@speechNotRecognized": []])
        var piped = PipedCall(fake.call, at: nine)
        try piped.take("@silence")
        #expect(piped.now == nine.addingTimeInterval(7))
        try piped.take("@silence")
        #expect(piped.now == nine.addingTimeInterval(12))
    }

    @Test func silenceOfOneWhoShallPressKeysIsAnEventOfItsOwn() throws {
        var line = LineState()
        line.keys = AwaitedKeys(most: nil, timeout: 3000)
        let fake = try fake(line, ["@noDtmfAnswerEvent": [.says("Nothing?", in: "/C")]])
        var piped = PipedCall(fake.call, at: nine)
        try piped.take("@silence")
        #expect(piped.now == nine.addingTimeInterval(3))
        #expect(fake.diary.records.suffix(2).first == #"{"type":"event","name":"noDtmfAnswerEvent"}"#)
    }

    @Test func repliesToAnUnansweredCallReachNobody() throws {
        let fake = FakeCall(["@onCallNotConnected": [.says("Hello?", in: "/A")]])
        try fake.call.send(event: "onCallNotConnected", data: #"{"reason":"BUSY"}"#, at: nine)
        #expect(fake.diary.records.last == #"{"type":"note","text":"Not heard, the line was closed: Hello?"}"#)
    }

    @Test(arguments: [
        ("setCallResult", #"{"result":"done","payload":"well"}"#, "Result: done (well)"),
        ("reportData", #"{"header":"Rating","value":"5","order":0}"#, "Report: Rating = 5"),
        ("addCallTag", #"{"tag":"a"}"#, "Tag: a"),
        ("setNoInputTimeout", #"{"milliseconds":1500}"#, "Silence: the bot goes on after 1.5 s"),
        ("bargeInResponse", #"{"bargeIn":"phrase"}"#, "Interrupting: the bot ends its answer first"),
        ("bargeInResponse", #"{"bargeIn":5}"#, #"$dialer.bargeInResponse {"bargeIn":5}"#),
        ("other", "[1]", "$dialer.other [1]"), ("setCallResult", "nonsense", "$dialer.setCallResult nonsense"),
    ])
    func wishesAreShownInWords(_ name: String, _ arguments: String, _ words: String) throws {
        let fake = FakeCall(["x": [.directive(name: name, arguments: arguments)]])
        try fake.call.say("x", at: nine)
        #expect(fake.diary.shown.last == "        " + words)
    }

    @Test(arguments: [
        ("switch", #"{"type":"switch","phoneNumber":"+1"}"#, "        Transfer to +1; "),
        ("switch", #"{"type":"switch","sipUri":"sip:1@a"}"#, "        Transfer to sip:1@a; "),
        ("dtmf", #"{"type":"dtmf","max":4,"timeout":10000}"#, "        Keys: the bot waits for 4 of them, 10 s"),
        ("switch", #"{"type":"switch","destination":"team"}"#, "bot     [switch]"),
    ])
    func transfersAreShownInWords(_ type: String, _ json: String, _ words: String) throws {
        let fake = FakeCall(["x": [.reply(Reply(type: type, text: nil, state: "/A", json: json))]])
        try fake.call.say("x", at: nine)
        #expect(fake.diary.shown.last?.hasPrefix(words) == true)
    }

    @Test func aRecordedInterruptionIsOneLine() {
        var writer = TalkWriter()
        _ = writer.begin(CallFacts(number: "+1650", zone: "UTC"), at: nine)
        let records: [CallRecord] = [
            .directive(name: "setNoInputTimeout", arguments: #"{"milliseconds":7000}"#),
            .interruption("stop", isHeard: true), .event(name: "bargeInIntent", target: nil, data: "{}"),
            .caller("stop", keypad: false), .caller("stop", keypad: false),
        ]
        #expect(records.flatMap { writer.lines(of: $0, at: nine) } == ["@interrupt stop", "> stop"])
        let set = CallRecord.directive(name: "setNoInputTimeout", arguments: #"{"milliseconds":7000}"#)
        _ = writer.lines(of: set, at: nine)
        let silence = CallRecord.event(name: "speechNotRecognized", target: nil)
        #expect(writer.lines(of: silence, at: nine.addingTimeInterval(7)) == ["@silence"])
    }
}
