import Foundation
import Testing

/// Whatever happens in a call, its recording is a test that passes.
@Suite struct RecordedTalkTests {
    /// Replies of every kind, redials relative and absolute, events with data, a last word after the end.
    private static let bot = """
        theme: /
            state: Start
                q!: $regex</start>
                a: Hello!
                    How are you?
            state: Empty
                q!: empty
                script:
                    $reactions.answer("");
                    $reactions.answer("One\\r\\nTwo\\n\\nThree");
            state: Silent
                q!: silent
                script: $session.seen = 1;
            state: Broken
                q!: broken
                a: Before.
                script: nobody.knows();
            state: Seconds
                q!: seconds
                script:
                    $dialer.redial({startDateTime: new Date($jsapi.currentTime() + 3605000), maxAttempts: 2});
                a: In an hour and five seconds.
            state: Evening
                q!: evening
                script:
                    $dialer.redial({startDateTime: new Date("2026-11-23T18:00:00Z"),
                        finishDateTime: new Date("2026-11-23T19:30:00Z"), allowedDays: ["mon"], retryIntervalInMinutes: 7,
                        allowedTime: {default: [{localTimeFrom: "10:00", localTimeTo: "20:00"}]}});
                a: This evening.
            state: Sunday
                q!: sunday
                script:
                    $dialer.redial({startDateTime: new Date($jsapi.currentTime() + 60000),
                        finishDateTime: new Date($jsapi.currentTime() + 120000), allowedDays: ["sun"]});
                a: On a Sunday.
            state: Waiting
                q!: wait
                a: I wait.
                timeout: /Waited || interval = "10 seconds"
            state: Waited
                a: You are slow.
                timeout: /Start || interval = "3 seconds"
            state: Paid
                event!: paid
                a: You paid {{ $request.data.eventData.sum }}.
            state: Quiet
                event!: speechNotRecognized
                a: I hear nothing.
            state: Bye
                q!: bye
                a: Goodbye.
                script: $dialer.hangUp();
            state: BotHangup
                event!: botHangup
                a: After the end.
                script: $dialer.redial({startDateTime: new Date($jsapi.currentTime() + 60000)});
            state: Hangup
                event!: hangup
                a: You are gone.
            state: CatchAll
                event!: noMatch
                a: What?
        """

    @Test(arguments: [
        "seconds\n@wait 12s\nempty\n", "seconds\n@skip 2h\nempty\n", "wait\n@wait 60s\nevening\n",
        "empty\nsilent\nsomething else\n", "broken\nbroken\n", "seconds\nseconds\n", "@wait 61s\nevening\n",
        "sunday\n", "wait\n@wait 9s\nempty\n", "wait\n@wait 20s\nempty\n", "wait\n@wait 10s\n@wait 2s\nevening\n",
        "wait\n@silence\n@silence\n", "@silence\n@wait 40m\n@silence\nevening\n", "@event paid {\"sum\": 5}\n",
        "@event unknown\n@event speechNotRecognized\n", "@dtmf 12*\n@skip 2h\n@dtmf 3\n", "bye\n", "@wait 5s\nbye\n",
        "seconds\nbye\n", "@event hangup\n", "seconds\n@event hangup\n",
    ])
    func everyCallIsATestThatPasses(_ input: String) throws {
        try check(input, bot: Self.bot)
    }

    @Test func aBotThatDoesNotLoadWholeIsRecordedToo() throws {
        let bot = Self.bot.replacing(
            "            state: CatchAll",
            with: "            init:\n                nobody.knows();\n            state: CatchAll")
        try check("empty\n", bot: bot)
    }

    @Test func whatTheStoreRefusesIsToldInAComment() throws {
        let talk = try check("sunday\n", bot: Self.bot)
        #expect(talk.contains("\n// The store refused: finishPassed: "))
        #expect(talk.contains("\n! redial start +1m finish +2m days sun\n"))
    }

    @Test func lengthsAreToTheSecond() throws {
        #expect(try check("seconds\n", bot: Self.bot).contains("! redial start +3605s attempts 2"))
    }

    @Test func whatTheBotDoesAfterItHasHungUpIsATurnOfItsOwn() throws {
        let talk = try check("bye\n", bot: Self.bot)
        #expect(
            talk.hasSuffix("! hangUp\n= /Bye\n@event botHangup\n< After the end.\n! redial start +1m\n= /BotHangup\n"))
    }

    @Test func aRecordingStandsBehindWhatIsThere() throws {
        let ringback = try RingbackProcess()
        try ringback.write("main.sc", "theme: /\n    state: Start\n        q!: hello\n        a: Hello!\n")
        try ringback.write("test/mine.talk", "# mine\n> hello\n< Hello!\n")
        _ = try ringback.run(["call", "main.sc", "--record", "test/mine.talk"], input: "hello\n")
        #expect(try ringback.run(["test", "main.sc"]).output == "2 passed, 0 failed\n")
    }

    @discardableResult
    private func check(_ input: String, bot: String) throws -> String {
        let ringback = try RingbackProcess()
        try FileManager.default.createDirectory(atPath: ringback.path("test"), withIntermediateDirectories: true)
        try ringback.write("main.sc", bot)
        let call = try ringback.run(
            ["call", "main.sc", "--record", "test/call.talk", "--at", "2026-11-23T09:00:00Z"], input: input)
        #expect(call.status == 0, "\(call.messages)")
        let talk = try String(contentsOfFile: ringback.path("test/call.talk"), encoding: .utf8)
        let test = try ringback.run(["test", "main.sc"])
        #expect(test.status == 0, "\(test.output)\(test.messages)\n\(talk)")
        return talk
    }
}
