import CampaignModel
import CivilTime
import Commands
import Conversations
import FoundationEssentials
import Testing

@Suite struct ConsoleTests {
    @Test func recordsAreWrittenAsPeopleReadThem() {
        let value = JSONValue.object([
            ("text", "Заказ “7/8”\n\"\\"), ("score", .number(0.8402, decimals: 2)), ("whole", .score(1)),
            ("nothing", .text(nil)),
            ("list", .array([.integer(1), .bool(false), .raw(#"{"a":1}"#)])),
        ])
        #expect(
            value.text
                == #"{"text":"Заказ “7/8”\n\"\\","score":0.84,"whole":1,"nothing":null,"list":[1,false,{"a":1}]}"#)
    }

    @Test func scoresHaveSixDecimalsAtMost() {
        let scores = [0.123_456_4, 0.8, 2, -0.04, 0.000_001, -0.000_000_1, 1e300, .nan].map { JSONValue.score($0).text }
        #expect(scores == ["0.123456", "0.8", "2", "-0.04", "0.000001", "0", "1e+300", "null"])
    }

    @Test func whatATerminalWouldObeyIsShown() {
        #expect("\u{1B}[31mhi\u{7F}\n\tх\u{9B}\u{202E}".shown == "␛[31mhi␡\n\tх\\u{9B}\\u{202E}")
        #expect("a\nb\r".shownOnOneLine == "a␊b␍")
    }

    @Test func aTableIsAsWideAsItsWidestCells() {
        let table = TextTable(heading: ["a", "b"], rows: [["long", "1"], ["x", "日本"]])
        #expect(table.lines == ["a     b", "long  1", "x     日本"])
    }

    @Test func callsAtUnusualHoursAreMarked() throws {
        let preview = SchedulePreview(
            zone: try Zone.named("+12:00"), attempts: [nine, nine.addingTimeInterval(11 * 3600)])
        #expect(
            preview.lines == [
                " #  rings there (+12:00)   UTC",
                " 1  Mon 23 Nov 2026 21:00  2026-11-23T09:00:00Z  outside 08:00-21:00 there",
                " 2  Tue 24 Nov 2026 08:00  2026-11-23T20:00:00Z",
            ])
    }

    @Test func aTypedLineIsSpeechKeysOrACommand() throws {
        #expect(try ConsoleLine.reading("hello") == .act(.says("hello")))
        #expect(try ConsoleLine.reading("#12*") == .act(.presses("12*")))
        #expect(try ConsoleLine.reading("# is my key") == .act(.says("# is my key")))
        #expect(try ConsoleLine.reading(":dtmf 5") == .act(.presses("5")))
        #expect(try ConsoleLine.reading(":why") == .look(.why))
        #expect(try ConsoleLine.reading(":restart") == .restart)
        #expect(try ConsoleLine.reading("@silence") == .act(.silence))
        #expect(try ConsoleLine.reading("  ") == nil)
        #expect(throws: MalformedAct.self) { try ConsoleLine.reading(":dance") }
    }

    @Test func theTranscriptSaysWhoAnsweredAndWhy() {
        let transcript = CallTranscript(style: Style(isOn: false), echoesCaller: true, trace: false)
        var match = RuleMatch(state: "/A", rule: "* a *", file: "src/main.sc", line: 3, score: 0.84, rank: 0.8)
        match.detours = [.init(handler: "onAnyError", state: "/Sorry")]
        let plain = CallTranscript(style: Style(isOn: false), echoesCaller: false, trace: false)
        #expect(
            plain.text(of: .match(match))?.hasSuffix("\n          redirected to /Sorry by onAnyError handler") == true)
        match.detours = []
        #expect(transcript.text(of: .match(match)) == "        /A by * a * (0.84), src/main.sc:3")
        #expect(transcript.text(of: .caller("/start", keypad: false)) == nil)
        #expect(transcript.text(of: .caller("hi", keypad: false)) == "caller  hi")
        let failure = TurnFailure(code: "script/exception", message: "oh", hint: "Look.", file: "src/main.sc", line: 4)
        #expect(
            transcript.text(of: .failure(failure))
                == "        src/main.sc:4: error[script/exception] oh\n          Look.")
    }

    @Test func aFailureOfAScriptShowsItsLineAndTheWayThere() {
        var failure = TurnFailure(
            code: "script/exception", message: "oh", hint: "Look.", file: "main.sc", line: 12, column: 10)
        failure.sourceLine = "\t  ж = a.b;"
        failure.state = "/A"
        failure.phrase = "call me"
        failure.stack = [
            .init(function: nil, file: "main.sc", line: 12, column: 10),
            .init(function: "run", file: "lib.js", line: 2, column: 5),
        ]
        let shown = """
                    main.sc:12:10: error[script/exception] oh
                      12 | ж = a.b;
                         |       ^
                      called from run, lib.js:2:5
                      in /A, on “call me”
                      Look.
            """
        let transcript = CallTranscript(style: Style(isOn: false), echoesCaller: true, trace: false)
        #expect(transcript.text(of: .failure(failure)) == shown)
        #expect(
            CallRecord.failure(failure).json().text.hasSuffix(
                #""sourceLine":"\t  ж = a.b;","state":"/A","phrase":"call me","#
                    + #""stack":[{"file":"main.sc","line":12,"column":10},"#
                    + #"{"function":"run","file":"lib.js","line":2,"column":5}]}"#))
        failure.column = 5000
        #expect(transcript.text(of: .failure(failure))?.contains("12 | ж = a.b;") == true)
    }

    @Test func aCallIsRecordedAsATalk() {
        var writer = TalkWriter()
        var lines = writer.begin(CallFacts(number: "+1650", zone: "UTC"), at: nine)
        let later = nine.addingTimeInterval(30)
        let records: [(CallRecord, Date)] = [
            (.caller("no", keypad: false), nine),
            (.match(RuleMatch(state: "/A", rule: "no", file: "f", line: 1, score: 1, rank: 1)), nine),
            (.reply(Reply(type: "text", text: "One\nTwo", state: "/B", json: "{}")), nine),
            (.event(name: "timeout", target: "/C"), later),
            (
                .redial(
                    RedialRequest(policy: CallPolicy(start: later.addingTimeInterval(3600), maxAttempts: 2)),
                    accepted: true, notes: []), later
            ),
            (.hangUp(.bot), later),
        ]
        for (record, moment) in records { lines += writer.lines(of: record, at: moment) }
        lines += writer.finish()
        #expect(
            lines == [
                "# call of 2026-11-23T09:00:00Z", "at 2026-11-23T09:00:00Z", "zone UTC", "number +1650", "> no",
                "< One",
                "  Two", "= /B", "@skip 30s", "! redial start +60m attempts 2", "! hangUp",
            ])
    }

    @Test func aSilenceIsRecordedAsLongAsTheBotBearsIt() {
        var writer = TalkWriter()
        _ = writer.begin(CallFacts(number: "+1650", zone: "UTC"), at: nine)
        let keys = Reply(type: "dtmf", text: nil, state: "/A", json: #"{"type":"dtmf","timeout":9000}"#)
        let records: [(CallRecord, TimeInterval)] = [
            (.caller("code", keypad: false), 0), (.reply(keys), 0), (.caller("12", keypad: true), 8), (.reply(keys), 8),
            (.event(name: "noDtmfAnswerEvent", target: nil), 17),
            (.directive(name: "setNoInputTimeout", arguments: #"{"milliseconds":2000}"#), 17),
            (.event(name: "speechNotRecognized", target: nil), 19), (.caller("yes", keypad: false), 25),
        ]
        let lines = records.flatMap { writer.lines(of: $0.0, at: nine.addingTimeInterval($0.1)) }
        #expect(lines == ["> code", "@wait 8s", "@dtmf 12", "@silence", "@silence", "@skip 6s", "> yes"])
    }

    /// The clock of a terminal ticks; what a script reckons from it lies whole seconds ahead, what it names does not.
    @Test func aTickingClockIsRecordedAsWaits() {
        var writer = TalkWriter()
        let answered = nine.addingTimeInterval(0.457)
        _ = writer.begin(CallFacts(number: "+1650", zone: "UTC"), at: answered)
        func after(_ seconds: Double) -> Date { answered.addingTimeInterval(seconds) }
        func redial(_ start: Date) -> CallRecord {
            .redial(RedialRequest(policy: CallPolicy(start: start)), accepted: true, notes: [])
        }
        let records: [(CallRecord, Date)] = [
            (.failure(TurnFailure(code: "script/exception", message: "oh\nno")), answered),
            (.caller("/start", keypad: false), answered), (.caller("one", keypad: false), after(4.7)),
            (redial(after(4.7 + 3600)), after(4.7)), (redial(nine.addingTimeInterval(32_400)), after(4.7)),
            (.event(name: "speechNotRecognized", target: nil), after(9.71)),
            (.event(name: "speechNotRecognized", target: nil), after(9.9)),
            (.event(name: "paid", target: nil, data: "{}"), after(20)),
            (.reply(Reply(type: "text", text: "", state: "/Paid", json: "{}")), after(20)),
        ]
        let lines = records.flatMap { writer.lines(of: $0.0, at: $0.1) }
        #expect(
            lines == [
                "// error[script/exception] oh no", "> /start", "@skip 5s", "> one", "! redial start +60m",
                "! redial start 2026-11-23T18:00:00Z", "@silence", "@event speechNotRecognized", "@skip 10s",
                "@event paid {}", "<",
            ])
    }
}
