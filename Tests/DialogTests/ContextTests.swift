import Conversations
import Testing

/// How the context moves and which rules it lets through, line by line (dsl.md 6.2, 6.3, 6.4).
@Suite struct ContextTests {
    private static let moves = """
        theme: /
            state: Plain
                q!: plain
                a: plain
            state: Aside || noContext = true
                q!: aside
                a: aside
            state: AsideOn || noContext = true
                q!: aside on
                go!: /Plain
            state: OnAside
                q!: on aside
                go!: /Aside
            state: Wait
                q!: wait
                a: wait
                go: /Plain
            state: AsideWaits || noContext = true
                q!: aside waits
                go: /Plain
            state: Root
                q!: root
                go: /
            state: Out
                q!: out
                go!: /Theme
            state: Up
                q!: up
                state: Down
                    q!: down
                    go: ..
            state: Both
                q!: both
                go: /Up
                go!: /Wait
            state: Sent
                q: leave || toState = /Up, fromState = /Sent
                q!: sent
                q: send || toState = /Up
        theme: /Theme
            state: S
                q!: s
        """

    @Test(arguments: [
        ("plain", "/Plain"), ("aside", "/Up/Down"), ("aside on", "/Plain"), ("on aside", "/OnAside"),
        ("wait", "/Plain"),
        ("aside waits", "/Plain"), ("root", "/"), ("out", "/Theme"), ("down", "/Up"), ("both", "/Plain"),
        ("s", "/Theme/S"),
        ("gibberish", "/Up/Down"),
    ])
    func theContextMovesWithTheStates(_ text: String, _ context: String) {
        var talk = Talk(Self.moves)
        talk.state.contextPath = "/Up/Down"
        _ = talk.hears(text)
        #expect(talk.state.contextPath == context)
    }

    @Test func aRuleWithToStateEntersItsTarget() {
        var talk = Talk(Self.moves)
        #expect(talk.hears("send").isEmpty)
        #expect(talk.state.contextPath == "/")
        _ = talk.hears("sent")
        _ = talk.hears("send")
        #expect(talk.state.contextPath == "/Up")
    }

    private static let modal = """
        theme: /
            state: Ask || modal = true
                q!: ask
                a: ?
                q: here || toState = "."
                q: out || toState = /Other
                state: Yes
                    q: yes
                    a: yes
                    state: Sure
                        q: sure
                        a: sure
                        q!: inner
                state: Stay
                    q: stay
                    a: stay
                    go: ..
                state: Leave
                    q: leave
                    a: left
                    go: /
            state: Other
                q!: other
                a: other
                q: from || fromState = /Ask
                q: deep || fromState = /Ask/Yes
                q: strict || fromState = /Ask, onlyThisState = true
                q: root
            state: None
                event!: noMatch
                a: none
            state: End
                event: hangup
                event!: speechNotRecognized
                a: end
            state: Match
                event!: match
                a: match
            state: Long
                event!: lengthLimit
                a: long
        """

    @Test(arguments: [
        ("/Ask", "yes", "yes"), ("/Ask", "here", "?"), ("/Ask", "out", "other"), ("/Ask", "other", ""),
        ("/Ask", "from", "other"), ("/Ask", "strict", "other"), ("/Ask", "deep", ""), ("/Ask", "root", ""),
        ("/Ask", "gibberish", ""), ("/Ask", "ask", "?"), ("/Ask", "inner", "sure"),
        ("/Ask/Yes", "other", ""), ("/Ask/Yes", "sure", "sure"), ("/Ask/Yes", "yes", "yes"),
        ("/Ask/Yes", "deep", "other"),
        ("/Ask/Yes", "from", "other"), ("/Ask/Yes", "strict", ""), ("/Ask/Yes/Sure", "stay", "stay"),
        ("/Ask/Yes/Sure", "gibberish", ""), ("/", "other", "other"), ("/", "gibberish", "none"), ("/Other", "yes", ""),
    ])
    func aModalStateLetsThroughOnlyItsOwnRulesAndThoseThatLeaveIt(_ context: String, _ text: String, _ said: String) {
        var talk = Talk(
            Self.modal.replacing("event!: noMatch", with: context == "/Other" ? "event!: nothing" : "event!: noMatch"))
        talk.state.contextPath = context
        #expect(talk.hears(text).joined() == said)
    }

    @Test(arguments: [("hangup", "end"), ("speechNotRecognized", "end"), ("noMatch", ""), ("match", "")])
    func uncertainAModalStateHoldsBackOnlyTheEventsOfTheEngine(_ event: String, _ said: String) {
        var talk = Talk(Self.modal)
        talk.state.contextPath = "/Ask/Yes"
        #expect(talk.hears(.event(event)).joined() == said)
    }

    @Test func aTextThatIsTooLongIsHeardInAModalStateToo() {
        var talk = Talk(Self.modal)
        talk.state.contextPath = "/Ask"
        #expect(talk.hears(String(repeating: "x", count: 401)) == ["long"])
    }

    @Test func aModalStateStaysByGoUpAndEndsByGo() {
        var talk = Talk(Self.modal)
        _ = talk.hears("ask")
        #expect(talk.hears("stay") == ["stay"])
        #expect(talk.state.contextPath == "/Ask")
        #expect(talk.hears("other").isEmpty)
        #expect(talk.hears("leave") == ["left"])
        #expect(talk.hears("other") == ["other"])
    }

    @Test func aNoMatchInsideAModalStateIsItsOwn() {
        var talk = Talk(
            """
            theme: /Quiz || modal = true
                state: Ask
                    q!: quiz
                    a: ?
                state: Wrong
                    event: noMatch
                    a: wrong
                    go: /Quiz/Ask
            theme: /
                state: Start
                    q: quiz || toState = /Quiz/Ask
                state: None
                    event!: noMatch
                    a: none
                state: Hello
                    q!: hello
                    a: hello
            """)
        #expect(talk.hears("gibberish") == ["none"])
        #expect(talk.hears("quiz") == ["?"])
        #expect(talk.hears("hello") == ["wrong"])
        #expect(talk.state.contextPath == "/Quiz/Ask")
    }

    @Test func anEventThatNothingHearsChangesNothing() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    timeout: /B || interval = "5s"
                    buttons:
                        "Go" -> /B
                state: B
                    event!: known
                    a: b
            """)
        _ = talk.hears("a")
        let before = talk.state
        #expect(before.timeout != nil)
        #expect(talk.hears(.event("unknown")).isEmpty)
        #expect(talk.state == before)
        #expect(talk.hears("words that nothing hears").isEmpty)
        #expect(talk.state.timeout == nil)
        _ = talk.hears("a")
        _ = talk.hears(.event("known"))
        #expect(talk.state.timeout == nil)
    }

    @Test func aTimeoutIsTheLastOneOfTheTurn() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    timeout: /A || interval = "5s"
                    go!: /B
                state: B
                    timeout: ./C || interval = "7s"
                    a: b
                    state: C
                        a: c
            """)
        #expect(talk.hears("a").last == "b")
        #expect(talk.state.timeout?.targetState == "/B/C")
        #expect(talk.hears(.goTo(state: "/B/C")) == ["c"])
    }
}
