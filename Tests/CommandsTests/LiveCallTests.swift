import Foundation
import Testing

/// The built program in a terminal of its own.
@Suite struct LiveCallTests {
    private let nineOClock = ["--at", "2026-11-23T09:00:00Z", "--zone", "UTC"]

    @Test(.timeLimit(.minutes(1))) func aCallIsTypedAndScheduled() throws {
        let ringback = try RingbackProcess()
        let (shown, status) = try ringback.runInTerminal(
            ["call", RingbackProcess.callback] + nineOClock,
            typing: [
                ("Hello!", "call me back in an hour"), ("press Enter to leave", ""),
            ])
        #expect(status == 0)
        #expect(shown.contains("the bot hung up"))
        #expect(shown.contains("2026-11-23T10:00:00Z"))
    }

    @Test(.timeLimit(.minutes(1))) func questionsAboutACallAreAnswered() throws {
        let ringback = try RingbackProcess()
        let bot = try ringback.write(
            "still.sc",
            """
            theme: /
                state: Start
                    q!: $regex</start>
                    a: Hello.
                state: Count
                    q!: count
                    script: $session.n = ($session.n || 0) + 1;
                    a: Counted {{ $session.n }}.
            """)
        let (shown, status) = try ringback.runInTerminal(
            ["call", bot] + nineOClock,
            typing: [
                ("Hello.", ":trace"), ("Each step is shown", "count"), ("$session.n: new, 1", ":why"),
                ("score: 1", ":state"),
                ("/Count", ":session"), (#"{"n":1}"#, ":help"), (":reload", ":reload"), ("read again", "count"),
                ("Counted 2.", ":quit"),
            ])
        #expect(status == 0)
        #expect(shown.contains("you hung up"))
    }
}
