import Conversations
import Foundation
import Testing

@Suite struct ReactionTests {
    @Test func buttonsTakeTextsObjectsAndPaths() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    buttons:
                        "Yes, {{name}}" -> ./Yes
                        "{{ f("x", {a: '}}'}) }}"
                        {text: "Site", url: "https://example.org/{{id}}", 'request_contact': true, n: 2}
                        {"text": "Go", transition: "../B"}
                        Plain text -> /B
                    inlineButtons:
                        {text: "More", callback_data: "more_1"} -> /B
                    state: Yes
                        a: yes
                state: B
                    a: b
            """)
        #expect(
            talk.hears("a") == [
                #"{"buttons":[{"text":"Yes, name","transition":"./Yes"},{"text":"f(\"x\", {a: '}}'})"},"#
                    + #"{"text":"Site","url":"https://example.org/id","request_contact":true,"n":2},"#
                    + #"{"text":"Go","transition":"/B"},{"text":"Plain text","transition":"/B"}]}"#,
                #"{"buttons":[{"text":"More","callback_data":"more_1","transition":"/B"}]}"#,
            ])
        #expect(talk.hears("Yes, name") == ["yes"])
        #expect(talk.matched.last == "/A/Yes")
    }

    @Test func aButtonCountsUntilTheBotSpeaksAgain() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    buttons:
                        "Go on" -> B
                    state: B
                        a: b
                state: Silent || noContext = true
                    event!: ping
                    script: nothing
                state: Other
                    q!: *
                    a: other
            """)
        _ = talk.hears("a")
        #expect(talk.hears(.event("ping")).isEmpty)
        #expect(talk.hears(" Go on ") == ["b"])
        #expect(talk.hears("Go on") == ["other"])
    }

    @Test func mediaHaveTheirOptions() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    image: https://example.org/{{id}}.png || text = "A picture"
                    audio: https://example.org/a.mp3 || bargeInTransition = /A
                    video: https://example.org/v.mp4
            """)
        #expect(
            talk.hears("a") == [
                #"{"imageUrl":"https://example.org/id.png","text":"A picture"}"#,
                #"{"audioUrl":"https://example.org/a.mp3","bargeInTransition":"/A"}"#,
                #"{"videoUrl":"https://example.org/v.mp4"}"#,
            ])
    }

    @Test func anAnswerOfSeveralLinesHasAllItsParameters() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    a: First
                        second {{x}}
                        || htmlEnabled = true, html = "<b>{{x}}</b>", tts = "Fir+st"
            """)
        #expect(
            talk.hears("a") == [
                #"{"text":"First\nsecond x","htmlEnabled":true,"html":"<b>x</b>","tts":"Fir+st"}"#
            ])
    }

    @Test func choicesInChanceAndCommentsBetweenBranches() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    random:
                        a: one
                        if: false
                            a: two
                        # neither
                        elseif: false
                            a: three

                        else:
                            a: four
                    if: true
                        random:
                            go!: /B
                    a: never
                state: B
                    a: b
            """)
        #expect(talk.hears("a") == ["four", "b"])
    }

    @Test func theLastGoWinsAndNothingRunsAfterGoBang() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    go: /B
                    if: true
                        go: /{{C}}
                    a: a
                state: B
                    q!: b
                    go!: {{/C}}
                    go: /A
                    a: never
                state: C
                    a: c
            """)
        #expect(talk.hears("a") == ["a"])
        #expect(talk.state.contextPath == "/C")
        #expect(talk.hears("b") == ["c"])
        #expect(talk.state.contextPath == "/C")
    }

    @Test func aNewSessionAnswersItsMessageAtTheRoot() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    a: a
                    newSession:
                        message = hello {{name}}
                    a: never
                    state: Inner
                        q: hello *
                        a: inner
                state: Hello
                    q!: hello name
                    a: hello
                state: Quit
                    q!: quit
                    newSession:
                state: Loop
                    q!: loop
                    newSession: || message = "loop"
            """)
        #expect(talk.hears("a") == ["a", "hello"])
        #expect(talk.state.contextPath == "/Hello")
        #expect(talk.hears("quit").isEmpty)
        #expect(talk.state.contextPath == "/")
        #expect(talk.hears("loop").isEmpty)
    }

    @Test func aServiceGoesToItsErrorStateOrIsPassedOver() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    GoogleSheets:
                        sheetName = orders
                        okState = /A
                        errorState = ./Sorry
                    a: never
                    state: Sorry
                        a: sorry
                state: B
                    q!: b
                    Sms:
                        text = hello
                    a: b
            """)
        #expect(talk.hears("a") == ["sorry"])
        #expect(talk.hears("b") == ["b"])
        #expect(talk.failures == ["action/not-available", "action/not-available"])
        talk.scripts.bind(.onAnyError)
        _ = talk.hears("a")
        #expect(talk.scripts.told.isEmpty)
        #expect(talk.hears("b") == ["b"])
        #expect(talk.scripts.told == ["action/not-available"])
    }

    @Test(arguments: [
        ("5s", 5), ("3 sec", 3), ("10 seconds", 10), ("2 second(s)", 2), ("59 min", 3540), ("1 hour", 3600),
        ("0 h 0m 5s", 5), ("0 hour 0min 5sec", 5), ("1.5 m", 90), ("250 ms", 0.25), ("2000", 2), ("1d", 86400),
    ])
    func aTimeoutKnowsAllSpellings(_ written: String, _ seconds: Double) {
        var talk = Talk(
            "theme: /\n    state: A\n        q!: a\n        timeout: /A || interval = \"\(written)\"\n")
        _ = talk.hears("a")
        #expect(talk.state.timeout?.due == Date(timeIntervalSince1970: seconds))
    }

    @Test(arguments: ["soon", "5 parsecs", "", "99999999999999 hours", "1..2 s", "-5 s"])
    func aTimeoutThatIsNoTimeIsAFailure(_ written: String) {
        var talk = Talk(
            "theme: /\n    state: A\n        q!: a\n        timeout: /A || interval = \"{{\(written)}}\"\n")
        _ = talk.hears("a")
        #expect(talk.failures == ["dialog/interval"])
        #expect(talk.state.timeout == nil)
    }
}
