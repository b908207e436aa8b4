import Foundation
import Testing

/// The built program from outside: what comes out, what is in the store afterwards, and the exit status.
@Suite struct EndToEndTests {
    private let nineOClock = ["--at", "2026-11-23T09:00:00Z"]

    @Test func theFirstCallSchedulesACallback() throws {
        let ringback = try RingbackProcess()
        let call = try ringback.run(
            ["call", RingbackProcess.callback, "--json"] + nineOClock, input: "please call me back in an hour\n")
        #expect(call.status == 0)
        #expect(call.lines.first == #"{"type":"call","number":"+16500000000","at":"2026-11-23T09:00:00Z"}"#)
        let types = call.lines.map { String($0.dropFirst(9).prefix { $0 != "\"" }) }
        #expect(
            types == ["call", "caller", "match", "reply", "caller", "match", "reply", "redial", "hangUp", "series"])
        #expect(
            call.lines.contains(
                #"{"type":"redial","request":{"startDateTime":"2026-11-23T10:00:00Z","finishDateTime":"2026-11-23T10:15:00Z","maxAttempts":2,"retryIntervalInMinutes":5},"accepted":true,"notes":[]}"#
            ))
        #expect(call.lines.contains(#"{"type":"hangUp","by":"bot"}"#))
        let series = try #require(call.lines.last)
        #expect(series.hasSuffix(#""quota":2,"attempts":["2026-11-23T10:00:00Z","2026-11-23T10:05:00Z"]}"#))

        let show = try ringback.run(["campaign", "show", "console", "--numbers", "--json"])
        #expect(show.status == 0)
        #expect(show.lines.first?.contains(#""attempts":["2026-11-23T10:00:00Z","2026-11-23T10:05:00Z"]"#) == true)
        #expect(show.lines.last == #"{"type":"summary","numbers":1,"states":{"planned":1}}"#)
    }

    @Test func peopleAreShownWhenThePhoneWouldRing() throws {
        let ringback = try RingbackProcess()
        let call = try ringback.run(
            ["call", RingbackProcess.callback, "--zone", "Asia/Tokyo"] + nineOClock, input: "call me back in an hour\n")
        #expect(call.status == 0)
        #expect(call.lines.contains(" 1  Mon 23 Nov 2026 19:00     2026-11-23T10:00:00Z"))
        #expect(!call.output.contains("\u{1B}"))
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func aSignalHangsUp(_ number: Int32) throws {
        let ringback = try RingbackProcess()
        let bot = try ringback.write("still.sc", "theme: /\n    state: A\n        q!: *\n        a: I hear you.\n")
        _ = try ringback.killed(
            ["call", bot, "--json"] + nineOClock, typing: "hm", onceItSays: "I hear you.", by: number)
        let show = try ringback.run(["campaign", "show", "console", "--numbers", "--json"])
        #expect(show.output.contains(#""state":"ended""#))
    }

    @Test func botsOfOneStoreKnowNothingOfEachOthersClients() throws {
        let ringback = try RingbackProcess()
        for bot in ["a", "b"] {
            try ringback.write(
                bot + "/main.sc",
                """
                theme: /
                    state: Count
                        q!: hi
                        script: $client.calls = ($client.calls || 0) + 1;
                        a: {{ $client.calls }} of \(bot)
                """)
        }
        func call(_ bot: String) throws -> RingbackProcess.Outcome {
            try ringback.run(["call", bot, "--json"] + nineOClock, input: "hi\n")
        }
        let calls = [try call("a"), try call("b"), try call("a/"), try call("./b")]
        for (call, words) in zip(calls, ["1 of a", "1 of b", "2 of a", "2 of b"]) {
            #expect(call.output.contains("\"\(words)\""))
        }
        #expect(!calls[0].messages.contains("earlier call"))
        #expect(calls[2].messages.contains("ringback.db has 2 earlier calls to +16500000000 in the campaign console."))
    }

    @Test func whatTheBotHasPromisedSurvivesAKill() throws {
        let ringback = try RingbackProcess()
        let bot = try ringback.write(
            "promise.sc",
            """
            theme: /
                state: Later
                    q!: * later *
                    script:
                        $dialer.redial({
                            startDateTime: new Date($jsapi.currentTime() + 3600000), maxAttempts: 2, retryIntervalInMinutes: 5
                        });
                    a: I promise to call you.
            """)
        let said = try ringback.killed(
            ["call", bot, "--json"] + nineOClock, typing: "later", onceItSays: "I promise to call you.")
        #expect(said.contains("I promise to call you."))
        let show = try ringback.run(["campaign", "show", "console", "--numbers", "--json"])
        #expect(show.output.contains(#""attempts":["2026-11-23T10:00:00Z","2026-11-23T10:05:00Z"]"#))
        #expect(show.output.contains(#""state":"inCall""#))
        let gone = "its program seems to be gone, the next call to the number closes it"
        let soon = try ringback.run(["campaign", "show", "console", "--numbers"] + nineOClock)
        #expect(soon.output.contains("in a call since 2026-11-23T09:00:00Z") && !soon.output.contains(gone))
        let later = try ringback.run(["campaign", "show", "console", "--numbers", "--at", "2026-11-23T13:01:00Z"])
        #expect(later.output.contains("in a call since 2026-11-23T09:00:00Z; " + gone))

        // The next call to the number closes the abandoned one and keeps the promise.
        #expect(try ringback.run(["call", bot, "--json"] + nineOClock).status == 0)
        let after = try ringback.run(["campaign", "show", "console", "--numbers", "--json"])
        #expect(after.output.contains(#""attempts":["2026-11-23T10:00:00Z","2026-11-23T10:05:00Z"]"#))
    }

    @Test func aRecordedCallIsATestThatPasses() throws {
        let ringback = try RingbackProcess()
        try FileManager.default.copyItem(atPath: RingbackProcess.callback, toPath: ringback.path("bot"))
        try FileManager.default.removeItem(atPath: ringback.path("bot/test"))
        try FileManager.default.createDirectory(atPath: ringback.path("bot/test"), withIntermediateDirectories: true)
        let call = try ringback.run(
            ["call", "bot", "--record", "bot/test/call.talk"] + nineOClock, input: "no\n@silence\nyes please\n")
        #expect(call.status == 0)
        let test = try ringback.run(["test", "bot"])
        #expect(test.status == 0, "\(test.output)")
        #expect(test.output.hasSuffix("1 passed, 0 failed\n"))
    }

    @Test func aFailingTestIsStatusOne() throws {
        let ringback = try RingbackProcess()
        try FileManager.default.createDirectory(atPath: ringback.path("test"), withIntermediateDirectories: true)
        try ringback.write("main.sc", "theme: /\n    state: Hi\n        q!: hi\n        a: Hello!\n")
        try ringback.write("test/greeting.talk", "# greets\n> hi\n< Good day!\n")
        let test = try ringback.run(["test", "main.sc", "--json"])
        #expect(test.status == 1)
        #expect(test.lines.first?.contains(#""passed":false"#) == true)
        #expect(test.lines.last?.hasPrefix(#"{"type":"summary","cases":1,"passed":0,"failed":1,"#) == true)
    }

    @Test func aReaderThatGoesAwayIsNoCrash() throws {
        let ringback = try RingbackProcess()
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/bash")
        let program = RingbackProcess.program.path
        shell.arguments = [
            "-c",
            "yes hello | head -2000 | \(program) call \(RingbackProcess.callback) --json 2>messages | head -1 >first; exit ${PIPESTATUS[2]}",
        ]
        shell.currentDirectoryURL = ringback.folder
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationReason == .exit)
        #expect(shell.terminationStatus == 0)
    }

    @Test func theScheduleOfAPolicyIsPrinted() throws {
        let policy =
            #"{"allowedDays":["mon"],"allowedTime":{"default":[{"localTimeFrom":"10:00","localTimeTo":"11:30"}]}}"#
        let schedule = try RingbackProcess().run(
            ["schedule", "--policy", policy, "--zone", "Europe/Moscow", "--json", "--days", "2"] + nineOClock)
        #expect(schedule.status == 0)
        #expect(schedule.lines == [#"{"next":"2026-11-30T07:00:00Z","windows":[]}"#])
    }

    @Test func aBadPolicyIsNamedFaultByFault() throws {
        let schedule = try RingbackProcess().run(
            ["schedule", "--policy", #"{"allowedDays":["monday"],"maxAttempts":"two"}"#] + nineOClock)
        #expect(schedule.status == 65)
        #expect(schedule.output.isEmpty)
        #expect(
            schedule.messages == """
                allowedDays[0] is the text `monday`, not a weekday.
                  Write `mon`.
                Error: maxAttempts is the text `two`, not a number.
                  It must be a number of attempts, 1 or more (0: one call without retries).

                """)
    }

    @Test(arguments: [
        ["call"], ["dance"], ["call", "x", "--payload", "5"], ["call", "x", "--at", "noon"],
        ["call", "x", "--zone", "Mars"], ["call", "x", "--zone", "right/UTC"], ["call", "x", "--zone", "posixrules"],
        ["call", "x", "--number", "abc"], ["call", "x", "--number", " "], ["call", "x", "--number", "--"],
        ["call", "x", "--campaign", ""], ["call", "x", "--seed", "-1"], ["schedule", "--policy", "{}", "--days", "-1"],
        ["schedule", "--policy", "{}", "--days", "0"], ["check", "x", "--format", "xml"],
    ])
    func wrongUsageIsStatus64(_ arguments: [String]) throws {
        let outcome = try RingbackProcess().run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(!outcome.messages.isEmpty)
    }

    @Test(arguments: [
        (["call", "x", "--number", "abc"], "`abc` is no phone number"),
        (["call", "x", "--campaign", ""], "--campaign: the name is empty"),
        (["call", "x", "--seed", "-1"], "--seed: `-1` is no seed"),
        (["call", "x", "--zone", "right/UTC"], "There is `UTC`; did you mean that?"),
        (["schedule", "--policy", "{}", "--days", "-1"], "--days goes from 1 to 4000"),
    ])
    func wrongUsageIsExplained(_ arguments: [String], message: String) throws {
        #expect(try RingbackProcess().run(arguments).messages.contains(message))
    }

    @Test(arguments: [
        "call", "test", "check", "match", "schedule", "campaign show", "campaign list", "dump bot", "version",
    ])
    func everyCommandExplainsItselfWithAnExample(_ command: String) throws {
        let help = try RingbackProcess().run(command.split(separator: " ").map(String.init) + ["--help"])
        #expect(help.status == 0)
        #expect(help.output.contains("EXAMPLE"))
        #expect(help.output.contains("ringback \(command)"))
    }
}
