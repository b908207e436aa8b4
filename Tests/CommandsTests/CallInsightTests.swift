import BotModel
import Conversations
import Testing

@testable import Commands

/// `:why` in a call.
@Suite struct CallInsightTests {
    private func call(_ script: String) throws -> PhoneCall {
        let ringback = try RingbackProcess()
        let (bot, _) = try BotReading.load(try ringback.write("main.sc", script), try BotOptions.parse([]).libraries())
        let runtime = try BotReading.runtime(of: bot)
        return PhoneCall(
            partner: runtime, keeper: RememberingKeeper(Diary()), facts: CallFacts(number: "+1650", zone: "UTC"),
            random: .seeded(1)
        ) { _, _ in }
    }

    private func why(_ call: PhoneCall) -> String {
        let transcript = CallTranscript(style: Style(isOn: false), echoesCaller: false, trace: false)
        return CallInsight(call, transcript).answer(.why, at: nine)
    }

    private static let script = """
        theme: /
            state: Order
                q!: order [a] pizza *
                a: Which one?
                state: Size
                    q: (big/small)
                    a: Fine.
            state: NotUnderstood || noContext = true
                event!: noMatch
                a: What?
            state: Silence || noContext = true
                event!: speechNotRecognized
                a: Hello?

        """

    @Test func theWinnerIsExplainedWhereItWasHeard() throws {
        let call = try call(Self.script)
        #expect(why(call) == "        No rule has answered yet.")
        try call.say("order a pizza", at: nine)
        #expect(why(call).contains("score: 3 / 3 words = 1"))
        try call.say("big", at: nine)
        // The talk is in /Order/Size by now, and the phrase was heard in /Order.
        #expect(why(call).hasPrefix("        /Order/Size by (big/small) (1), main.sc:6"))
        #expect(why(call).contains("rank: 1"))
    }

    @Test func whatComesNearestIsToldWhenNothingAnswers() throws {
        let call = try call(Self.script)
        try call.say("order two pizzas", at: nine)
        #expect(why(call).contains("covers `order`, then wants `pizza`, but `two pizzas` comes"))
    }

    @Test func aPhraseThatNothingAnsweredIsExplained() throws {
        let call = try call(
            "theme: /\n    state: Hello\n        q!: * hello *\n        a: Hi.\n    state: Order\n        q!: order pizza\n        a: Yes.\n"
        )
        try call.say("hello", at: nine)
        try call.say("order piza", at: nine)
        #expect(why(call).hasPrefix("        Nothing answers `order piza` in /Hello."))
        #expect(why(call).contains("would match: order pizza"))
    }

    @Test func anEventIsToldShortly() throws {
        let call = try call(Self.script)
        try call.say("order a pizza", at: nine)
        try call.keepSilent(at: nine)
        #expect(why(call).hasPrefix("        /Silence by speechNotRecognized (1)"))
    }
}
