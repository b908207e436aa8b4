import BotModel
import Conversations
import Dialog
import Foundation
import Testing

/// When handlers are called, in which state, and what their wishes do (dsl.md 6.1, 7).
@Suite struct PhaseTests {
    private static let bot = """
        theme: /
            state: A
                q!: a
                a: a
                go!: /B
            state: B
                q!: b
                a: b
                state: C
                    q: c
                    a: c
            state: Aside || noContext = true
                q!: aside
                a: aside
            state: Fail
                q!: fail
                script: fail
                a: never
            state: Lost
                q!: lost
                go!: {{/Nowhere}}
            state: Loop
                q!: loop
                go!: /Loop
            state: Else
                event!: noMatch
                a: else
        """

    private static func wish(_ change: (inout ScriptWish) -> Void) -> ScriptWish {
        var wish = ScriptWish()
        change(&wish)
        return wish
    }

    @Test func phasesAreCalledInTheirOrderWithTheirStates() {
        var talk = Talk(Self.bot)
        for phase in TurnPhase.allCases { talk.scripts.bind(phase) }
        #expect(talk.hears("a") == ["a", "b"])
        #expect(talk.scripts.called == ["preMatch /", "selectNLUResult /", "preProcess /A", "postProcess /B"])
        _ = talk.hears("c")
        #expect(talk.scripts.called == ["preMatch /B", "selectNLUResult /B", "preProcess /B/C", "postProcess /B/C"])
        _ = talk.hears(.event("noMatch"))
        #expect(talk.scripts.called == ["preMatch /B/C", "preProcess /Else", "postProcess /Else"])
        _ = talk.hears(.event("nobodyHears"))
        #expect(talk.scripts.called == ["preMatch /Else"])
    }

    @Test(arguments: [
        ("/A", ["preProcess /A"]), ("/B", ["preMatch /B", "selectNLUResult /B", "postProcess /B"]),
        ("/B/C", []), ("/", ["preMatch /B", "selectNLUResult /B", "preProcess /A", "postProcess /B"]),
    ])
    func aHandlerIsCalledBelowItsPath(_ path: String, _ called: [String]) {
        var talk = Talk(Self.bot)
        talk.state.contextPath = "/B"
        for phase in TurnPhase.allCases { talk.scripts.bind(phase, path) }
        _ = talk.hears("a")
        #expect(talk.scripts.called == called)
    }

    @Test func preMatchRewritesTheTextWhereTheBotSaysSo() {
        for (yaml, said) in [("botEngine: v2\n", "b"), ("", "else"), ("nlp: {modifyRequestInPreMatch: true}\n", "b")] {
            var talk = Talk(Self.bot, yaml: yaml)
            talk.scripts.bind(.preMatch) { Self.wish { $0.query = "b" } }
            #expect(talk.hears("x") == [said])
        }
    }

    @Test(arguments: [TurnPhase.preMatch, .selectNLUResult, .preProcess])
    func aTargetStateIsEnteredInPlaceOfTheMatchedOne(_ phase: TurnPhase) {
        var talk = Talk(Self.bot)
        talk.scripts.bind(phase) { Self.wish { $0.targetState = "/B" } }
        #expect(talk.hears("aside") == ["b"])
        #expect(talk.state.contextPath == "/B")
        #expect(talk.matched == (phase == .preMatch ? ["/B"] : ["/Aside"]))
    }

    @Test func aDeferredTransitionOfAHandlerIsWhereTheTalkWaits() {
        var talk = Talk(Self.bot)
        talk.scripts.bind(.preProcess, "/Else") { Self.wish { $0.transition = .init(path: "/B", isDeferred: true) } }
        #expect(talk.hears("x") == ["else"])
        #expect(talk.state.contextPath == "/B")
        #expect(talk.hears("c") == ["c"])
        talk.scripts.bind(.postProcess, "/B/C") { Self.wish { $0.transition = .init(path: "/A", isDeferred: true) } }
        _ = talk.hears("b")
        _ = talk.hears("c")
        #expect(talk.state.contextPath == "/A")
    }

    @Test func postProcessMayGoOnAndIsCalledOnce() {
        var talk = Talk(Self.bot)
        talk.scripts.bind(.postProcess) { Self.wish { $0.transition = .init(path: "/A", isDeferred: false) } }
        #expect(talk.hears("aside") == ["aside", "a", "b"])
        #expect(talk.scripts.called == ["postProcess /Aside"])
    }

    @Test func aHandlerThatFailsIsNotedAndTheTalkGoesOn() {
        var talk = Talk(Self.bot)
        for phase in [TurnPhase.preMatch, .selectNLUResult, .preProcess, .postProcess] {
            talk.scripts.bind(phase) { () throws(TurnFailure) in
                throw TurnFailure(code: "script/exception", message: "as asked")
            }
            talk.scripts.bind(phase)
        }
        #expect(talk.hears("b") == ["b"])
        #expect(talk.failures == Array(repeating: "script/exception", count: 4))
        #expect(talk.scripts.called.count == 8)
    }

    @Test(arguments: [
        ("fail", TurnPhase.onScriptError, "script/exception"), ("fail", .onAnyError, "script/exception"),
        ("lost", .onDialogError, "dialog/unknown-state"), ("lost", .onAnyError, "dialog/unknown-state"),
        ("loop", .onDialogError, "dialog/transitions"),
    ])
    func aFailureIsToldAndMayBeAnswered(_ text: String, _ phase: TurnPhase, _ code: String) {
        var talk = Talk(Self.bot)
        let scripts = talk.scripts
        scripts.bind(phase) { [unowned scripts] in
            scripts.say("sorry")
            return Self.wish { $0.transition = .init(path: "/B", isDeferred: false) }
        }
        #expect(talk.hears(text) == (text == "loop" ? ["sorry"] : ["sorry", "b"]))
        #expect(scripts.told == [code])
        #expect(talk.failures == [code])
        #expect(talk.unhandled.isEmpty)
    }

    /// Whether both are called is not public; bots bind the same words to both.
    @Test func uncertainOnlyTheNearestHandlerOfAnErrorIsCalled() {
        var talk = Talk(Self.bot)
        for phase in [TurnPhase.onAnyError, .onScriptError, .onDialogError] { talk.scripts.bind(phase) }
        _ = talk.hears("fail")
        #expect(talk.scripts.called == ["onScriptError /Fail"])
        _ = talk.hears("lost")
        #expect(talk.scripts.called == ["onDialogError /Lost"])
    }

    @Test func aFailureInAHandlerOfFailuresIsTheLast() {
        var talk = Talk(Self.bot)
        talk.scripts.bind(.onScriptError) { () throws(TurnFailure) in
            throw TurnFailure(code: "script/exception", message: "again")
        }
        talk.scripts.bind(.onScriptError)
        _ = talk.hears("fail")
        #expect(talk.scripts.called == ["onScriptError /Fail"])
        #expect(talk.failures == ["script/exception", "script/exception"])
        #expect(talk.unhandled == ["script/exception"])
    }

    @Test func transitionsOfHandlersCountInTheLimitToo() {
        var talk = Talk(Self.bot)
        talk.scripts.bind(.onDialogError) { Self.wish { $0.transition = .init(path: "/Loop", isDeferred: false) } }
        talk.scripts.bind(.postProcess) { Self.wish { $0.transition = .init(path: "/Loop", isDeferred: false) } }
        _ = talk.hears("loop")
        #expect(talk.failures == ["dialog/transitions", "dialog/transitions"])
        #expect(talk.scripts.called == ["onDialogError /Loop", "postProcess /Loop", "onDialogError /Loop"])
        #expect(talk.state.contextPath == "/Loop")
        talk = Talk(Self.bot)
        #expect(talk.hears("b") == ["b"])
    }

    @Test func anEventThatAHandlerLeadsElsewhereIsAnswered() {
        var talk = Talk(Self.bot)
        talk.scripts.bind(.preMatch) { Self.wish { $0.targetState = "/B" } }
        talk.state.timeout = PendingTimeout(due: Date(timeIntervalSince1970: 60), targetState: "/A")
        #expect(talk.hears(.event("nobodyHears")) == ["b"])
        #expect(talk.state.timeout == nil)
    }

    @Test func anEventThatNothingAnswersChangesNothing() {
        var talk = Talk("init:\n    var contextHistory;\n" + Self.bot)
        _ = talk.hears("b")
        talk.state.timeout = PendingTimeout(due: Date(timeIntervalSince1970: 60), targetState: "/A")
        talk.state.line = LineState()
        talk.state.line?.keys = AwaitedKeys(most: 4, timeout: 1000)
        talk.state.line?.noInputTimeout = 7000
        #expect(talk.state.contextHistory?.count == 1)
        let before = talk.state
        #expect(talk.hears(.event("nobodyHears")).isEmpty)
        #expect(talk.state == before)
    }

    @Test func anEventThatBeginsASessionIsAnswered() {
        var talk = Talk(Self.bot)
        talk.scripts.bind(.preMatch) { Self.wish { $0.newSession = .init(message: nil) } }
        talk.state.timeout = PendingTimeout(due: Date(timeIntervalSince1970: 60), targetState: "/A")
        talk.state.offered = [OfferedButton(text: "Yes", targetState: "/A")]
        _ = talk.hears(.event("nobodyHears"))
        #expect(talk.state.timeout == nil && talk.state.offered == nil)
    }

    @Test func aNewSessionEndsTheRequestAndIsAnswered() {
        for phase in [TurnPhase.preMatch, .selectNLUResult, .preProcess, .postProcess] {
            var talk = Talk(Self.bot)
            var isFirst = true
            talk.scripts.bind(phase) {
                guard isFirst else { return ScriptWish() }
                isFirst = false
                return Self.wish { $0.newSession = .init(message: "b") }
            }
            #expect(talk.hears("aside") == (phase == .postProcess ? ["aside", "b"] : ["b"]), "\(phase)")
            #expect(talk.state.contextPath == "/B")
        }
    }

    @Test func aSessionThatBeginsForEverIsCut() {
        var talk = Talk(Self.bot)
        talk.scripts.bind(.preProcess) { Self.wish { $0.newSession = .init(message: "b") } }
        _ = talk.hears("b")
        #expect(talk.failures == ["dialog/new-sessions"])
        #expect(talk.state.contextPath == "/")
    }

    @Test func handlersMayPreferAnotherRuleOrAnyState() {
        var talk = Talk(
            """
            theme: /
                state: Near
                    q!: one * $weight<+1>
                    a: near
                state: Far
                    q!: one two
                    a: far
                state: Other
                    a: other
                state: Else
                    event!: noMatch
                    a: else
            """)
        talk.scripts.bind(.selectNLUResult)
        #expect(talk.hears("one two") == ["near"])
        #expect(talk.scripts.offered?.rules.count == 2)
        for (selection, said) in [
            (Hypotheses.Selection(rule: 1, state: "/Far"), "far"), (.init(rule: 1, state: "/Other"), "other"),
            (.init(rule: nil, state: "/Other"), "other"), (.init(rule: nil, state: nil), "else"),
            (.init(rule: 7, state: "/Far"), "far"), (.init(rule: 0, state: "/Nowhere"), "near"),
        ] {
            talk.scripts.selected = selection
            #expect(talk.hears("one two") == [said])
        }
        #expect(talk.failures == ["dialog/unknown-state"])
    }
}
