import Conversations
import Foundation
import Testing

/// What lasts beyond a turn: silence, keys, breaking in, the voice (dsl.md 5.5, 6.7).
@Suite struct LineTests {
    private func call(_ script: String) throws -> Call {
        try Call("        script:\n" + script.split(separator: "\n").map { "            \($0)\n" }.joined())
    }

    @Test func anOrdinaryTurnLeavesNothingOnTheLine() throws {
        var call = try Call("        a: hello\n")
        _ = call.says()
        #expect(call.state.line == nil && call.state.voice == nil)
        #expect(call.state.silence.length == 5 && call.state.silence.event == "speechNotRecognized")
    }

    /// The vendor's pages say 1000 in one place and 100 in another.
    @Test(arguments: [(7000, 7000), (500, 1000), (-1, 1000), (99_999, 20_000), (1500.9, 1500)])
    func uncertainRangeOfTheNoInputTimeout(asked: Double, kept: Int) throws {
        var call = try call("$dialer.setNoInputTimeout(\(asked));")
        let notes = call.hears("x").filter { if case .note = $0 { true } else { false } }
        #expect(call.state.line?.noInputTimeout == kept)
        #expect(call.state.silence.length == Double(kept) / 1000)
        #expect(notes.count == (asked == Double(kept) ? 0 : 1))
    }

    @Test func theNoInputTimeoutHoldsUntilTheNextTurn() throws {
        var call = try call("if ($request.query == \"set\") $dialer.setNoInputTimeout(7000);")
        _ = call.says("set")
        #expect(call.state.silence.length == 7)
        _ = call.says("on")
        #expect(call.state.silence.length == 5)
    }

    @Test(arguments: [
        ("{type: \"dtmf\", max: 4, timeout: 10000}", AwaitedKeys(most: 4, timeout: 10_000)),
        ("{type: \"dtmf\"}", AwaitedKeys(most: nil, timeout: 5000)),
        ("{type: \"dtmf\", max: \"many\", timeout: {}}", AwaitedKeys(most: nil, timeout: 5000)),
        ("{type: \"dtmf\", max: 1e300, timeout: -5}", AwaitedKeys(most: 1000, timeout: 0)),
    ])
    func aReplyAwaitsKeys(_ reply: String, _ wanted: AwaitedKeys) throws {
        var call = try call("$response.replies.push(\(reply));")
        _ = call.says()
        #expect(call.state.line?.keys == wanted)
        #expect(call.state.silence.event == "noDtmfAnswerEvent")
    }

    @Test func bargeInIsKeptForTheAnswersOfItsTurn() throws {
        var call = try call(
            """
            if ($request.query == "off") $dialer.bargeInResponse({bargeIn: "disabled"});
            if ($request.query == "old") $response.bargeIn = {bargeIn: "phrase", bargeInTrigger: "interim", noInterruptTime: 0};
            if ($request.query == "odd") $response.bargeIn = {bargeIn: "sideways"};
            """)
        #expect(call.state.bargeIn == .usual)
        _ = call.says("off")
        #expect(call.state.bargeIn.mode == .disabled)
        _ = call.says("old")
        #expect(call.state.bargeIn.mode == .phrase)
        _ = call.says("odd")
        #expect(call.state.line == nil)
    }

    @Test func uncertainBargeInOfABotThatSaysNothing() { #expect(BargeIn.usual.mode == .forced) }

    private static let offer = """
        theme: /
            state: Offer
                q!: offer
                a: We have a wonderful offer || bargeInTransition = ./NotDone, bargeInLabel = first

                state: NotDone
                    state: No
                        q: no
                        a: {{$dialer.isBargeInInterrupted()}} {{$dialer.getBargeInLabel()}} {{$dialer.getBargeInTransition()}}

                state: Done
                    q: no
                    a: done {{$dialer.isBargeInInterrupted()}}
        """

    @Test func aContextualInterruptionIsAnsweredInItsContext() throws {
        var call = try Call(script: Self.offer)
        _ = call.says("offer")
        #expect(call.state.line?.answer == AnswerMarks(transition: "/Offer/NotDone", label: "first"))
        var other = call
        #expect(other.says("no") == ["done false"])
        call.state.breakIn()
        #expect(call.says("no") == ["true first /Offer/NotDone"])
        #expect(call.state.line == nil)
    }

    @Test func aTransitionThatLeadsNowhereIsDropped() throws {
        var call = try Call("        a: hi || bargeInTransition = /Nowhere, bargeInIf = early\n")
        _ = call.says()
        #expect(call.state.line?.answer == AnswerMarks(condition: "early"))
        call.state.breakIn()
        #expect(call.state.contextPath == "/A")
    }

    @Test func aBotIsAskedBeforeItIsInterrupted() throws {
        var call = try Call(
            script: """
                theme: /
                    state: A
                        q!: *
                        a: hi || bargeInIf = early
                    state: Ask || noContext = true
                        event!: bargeInIntent
                        script:
                            var status = $dialer.getBargeInIntentStatus();
                            if (status.bargeInIf == "early" && status.text == "stop") $dialer.bargeInInterrupt(true);
                """)
        _ = call.says()
        for (text, isLetIn) in [("stop", true), ("well", false)] {
            let question = Incoming.event("bargeInIntent", data: call.state.bargeInIntent(text))
            let turn = call.runtime.turn(call.state, question, in: call.facts, at: call.now, random: &call.random)
            #expect(turn.letsCallerBreakIn == isLetIn)
            #expect(turn.state.contextPath == "/A")
        }
    }

    /// Whether a transition of the handler moves the talk is not public.
    @Test func uncertainTheQuestionOfBreakingInLeavesTheTalkWhereItWas() {
        var before = ConversationState(contextPath: "/Offer")
        before.offered = [OfferedButton(text: "Yes", targetState: "/Yes")]
        before.contextHistory = [VisitedState(currentState: "/Offer", contextPath: "/Offer")]
        before.line = LineState()
        before.line?.keys = AwaitedKeys(most: 1, timeout: 1000)
        var answered = ConversationState(contextPath: "/Ask", session: #"{"n":1}"#, client: #"{"c":1}"#)
        answered.redialUsed = true
        answered.hungUpBy = .bot
        answered.timeout = PendingTimeout(due: Date(timeIntervalSince1970: 60), targetState: "/Ask")
        answered.history = [SpokenLine(isBot: true, text: "Nobody hears this.")]
        let asked = before.asked(answered)
        #expect(asked.contextPath == "/Offer" && asked.offered == before.offered && asked.timeout == nil)
        #expect(asked.contextHistory == before.contextHistory && asked.line == before.line && asked.history == nil)
        #expect(asked.session == answered.session && asked.client == answered.client)
        #expect(asked.redialUsed && asked.hungUpBy == .bot)
    }

    @Test func howTheCallerMayBreakInIsWrittenOnTheLine() {
        var state = ConversationState()
        #expect(state.breakingIn == .free && state.awaited(of: "1234") == "1234")
        state.line = LineState()
        state.line?.answer = AnswerMarks(condition: "early")
        state.line?.keys = AwaitedKeys(most: 2, timeout: 1000)
        #expect(state.breakingIn == .asked && state.awaited(of: "1234") == "12")
        state.line?.bargeIn = BargeIn(mode: .disabled)
        #expect(state.breakingIn == .impossible)
    }

    @Test func theVoiceStaysAsItWasSet() throws {
        var call = try Call(
            """
                    a: {{JSON.stringify($dialer.getTtsConfig())}}
                    if: $request.query == "slow"
                        script: $dialer.setTtsConfig({speed: 0.9});
                        a: {{$dialer.getTtsConfig().speed}}
            """)
        call.facts.phone.voice.tts = #"{"voice":"ann","speed":1}"#
        #expect(call.says("slow") == [#"{"voice":"ann","speed":1}"#, "0.9"])
        #expect(call.says("on") == [#"{"voice":"ann","speed":0.9}"#])
    }

    @Test func theStateOfALineIsSmallData() throws {
        var call = try Call(script: Self.offer)
        _ = call.says("offer")
        let data = try JSONEncoder().encode(call.state)
        #expect(try JSONDecoder().decode(ConversationState.self, from: data) == call.state)
        call.state.line = nil
        #expect(!String(decoding: try JSONEncoder().encode(call.state), as: UTF8.self).contains("line"))
    }
}
