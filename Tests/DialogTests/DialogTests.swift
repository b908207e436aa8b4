import Conversations
import Foundation
import Testing

@Suite struct DialogTests {
    @Test func enteringAStateMovesTheContextAndNearRulesWin() {
        var talk = Talk(
            """
            theme: /
                state: Order
                    q!: order
                    a: What?
                    state: Yes
                        q: yes
                        a: near
                state: Yes
                    q!: yes
                    a: far
            """)
        #expect(talk.hears("yes") == ["far"])
        #expect(talk.hears("order") == ["What?"])
        #expect(talk.hears("yes") == ["near"])
        #expect(talk.state.contextPath == "/Order/Yes")
    }

    @Test func goWaitsAndGoBangGoesOn() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    a: one
                    go: /B
                    a: two
                state: B
                    a: b
                    state: Inside
                        q: go on
                        go!: /C
                        a: never
                state: C
                    a: c
            """)
        #expect(talk.hears("a") == ["one", "two"])
        #expect(talk.state.contextPath == "/B")
        #expect(talk.hears("go on") == ["c"])
        #expect(talk.state.contextPath == "/C")
    }

    @Test func noContextLeavesTheContextAlone() {
        var talk = Talk(
            """
            theme: /
                state: Ask
                    q!: ask
                    a: ?
                    state: Yes
                        q: yes
                        a: good
                state: Aside || noContext = true
                    event!: noMatch
                    a: hm
            """)
        _ = talk.hears("ask")
        #expect(talk.hears("gibberish") == ["hm"])
        #expect(talk.state.contextPath == "/Ask")
        #expect(talk.hears("yes") == ["good"])
    }

    @Test func aModalStateHidesEverythingOutsideButEvents() {
        var talk = Talk(
            """
            theme: /
                state: Ask || modal = true
                    q!: ask
                    a: ?
                    state: Yes
                        q: yes
                        a: good
                state: Out
                    q: leave || fromState = /Ask
                    a: out
                state: Other
                    q!: other
                    a: other
                state: Unknown
                    event!: noMatch
                    a: hm
                state: End
                    event!: hangup
                    a: end
            """)
        _ = talk.hears("ask")
        #expect(talk.hears("other").isEmpty)
        #expect(talk.hears(.event("hangup")) == ["end"])
        #expect(talk.state.hungUpBy == .caller)
        _ = talk.hears("ask")
        #expect(talk.hears("leave") == ["out"])
    }

    @Test func localRulesFollowFromStateToStateAndOnlyThisState() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    a: a
                    q: home || toState = /Home
                    state: Deep
                        q: deep
                        a: deep
                state: B
                    q: b || fromState = /A, onlyThisState = true
                    a: b
                state: Home
                    a: home
            """)
        #expect(talk.hears("b").isEmpty)
        #expect(talk.hears("a") == ["a"])
        #expect(talk.hears("deep") == ["deep"])
        #expect(talk.hears("b").isEmpty)
        #expect(talk.hears("a") == ["a"])
        #expect(talk.hears("b") == ["b"])
        #expect(talk.hears("a") == ["a"])
        #expect(talk.hears("home") == ["home"])
        #expect(talk.state.contextPath == "/Home")
    }

    @Test func choicesAndRandom() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    if: false
                        a: one
                    elseif: true
                        a: two
                    else:
                        a: three
                    random:
                        a: x
                        a: y
                    a: {{value}}
            """)
        #expect(talk.hears("a") == ["two", "y", "value"])
    }

    @Test func transitionsOfScriptsSkipTheRestAndFailuresKeepWhatWasSaid() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    a: one
                    script: go /B
                    a: never
                state: B
                    a: b
                    script: fail
                    a: never
                state: Wait
                    q!: wait
                    script: wait /A
                    a: still
                state: Stop
                    q!: stop
                    script: stop
                    a: never
            """)
        #expect(talk.hears("a") == ["one", "b"])
        #expect(talk.failures == ["script/exception"])
        #expect(talk.state.contextPath == "/B")
        #expect(talk.hears("wait") == ["still"])
        #expect(talk.state.contextPath == "/A")
        #expect(talk.hears("stop").isEmpty)
    }

    @Test func endlessTransitionsAreCut() {
        var talk = Talk("theme: /\n    state: A\n        q!: a\n        go!: /B\n    state: B\n        go!: /A\n")
        _ = talk.hears("a")
        #expect(talk.failures == ["dialog/transitions"])
    }

    @Test func anUnknownTargetIsAFailureAndTheTalkGoesOn() {
        var talk = Talk("theme: /\n    state: A\n        q!: a\n        a: hi\n        go!: {{/Nowhere}}\n")
        #expect(talk.hears("a") == ["hi"])
        #expect(talk.failures == ["dialog/unknown-state"])
        #expect(talk.hears("a") == ["hi"])
    }

    @Test func aTimeoutWaits() {
        var talk = Talk(
            "theme: /\n    state: A\n        q!: a\n        timeout: /B || interval = \"1 min 5 sec\"\n    state: B\n        a: late\n"
        )
        _ = talk.hears("a")
        #expect(talk.state.timeout == PendingTimeout(due: Date(timeIntervalSince1970: 65), targetState: "/B"))
        #expect(talk.hears(.goTo(state: "/B")) == ["late"])
        #expect(talk.state.timeout == nil)
    }

    @Test func aTooLongTextIsTheEventLengthLimit() {
        var talk = Talk(
            "theme: /\n    state: A\n        q!: *\n        a: any\n    state: B\n        event!: lengthLimit\n        a: long\n"
        )
        #expect(talk.hears(String(repeating: "x", count: 401)) == ["long"])
        #expect(talk.hears(String(repeating: "x", count: 400)) == ["any"])
    }
}
