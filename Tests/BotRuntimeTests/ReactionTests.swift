import Conversations
import Testing

/// Texts with `{{ }}`, intents and new sessions with real scripts.
@Suite struct ReactionTests {
    @Test(arguments: [
        ("{{ {a: {b: '}}'}}.a.b }}", "}}"), ("{{ 'a/b'.replace(/[/}]/, '{{') }}", "a{{b"),
        ("a{{undefined}}b{{null}}c", "abc"),
        ("{{[1, 2]}}", "1,2"), ("x{{}}y", "xy"), ("{{ 1 }} {{ open", "1 {{ open"),
        ("{{ (function () { return 4; })() }}", "4"), ("{{ 6 / 2 / 3 }}", "1"), ("{{ `t${1 + 1}` }}", "t2"),
    ])
    func anyExpressionMayStandInBraces(_ text: String, _ said: String) throws {
        var call = try Call("        a: \(text)\n")
        #expect(call.says() == [said])
        let inScript = text.replacing("\\", with: "\\\\").replacing("`", with: "\\`").replacing("$", with: "\\$")
        var script = try Call("        script: $reactions.answer(`\(inScript)`);\n")
        #expect(script.says() == [said])
    }

    /// What is no text is never said; the author reads what to give.
    @Test(arguments: [
        ("answer()", "the text is nothing"), ("answer(undefined)", "the text is nothing"),
        ("answer(null)", "the text is null"), ("answer({})", "`value` of its argument) is nothing"),
        ("answer({value: null, tts: \"x\"})", "`value` of its argument) is null"), ("answer([\"a\"])", "is a list"),
        ("answer(new Date())", "is a Date"),
        ("answer({_isAMomentObject: true, _d: new Date()})", "an object of moment.js"),
        ("answer(function () {})", "is a function"),
        ("transition()", "the state is nothing"), ("transition(null)", "the state is null"),
        ("transition(\"\")", "an empty text"), ("transition({state: \"/A\"})", "`value` of its argument) is nothing"),
        ("transition([\"/A\"])", "is a list"),
        ("timeout()", "its argument is nothing"),
        ("timeout(\"10 seconds\", \"/A\")", "the text `10 seconds`; give an object"),
        ("timeout({targetState: \"/A\"})", "interval is nothing"),
        ("timeout({interval: \"1 s\"})", "targetState is nothing"),
        ("timeout({interval: \"soon\", targetState: \"/A\"})", "`soon` is no time span"),
        ("timeout({interval: \"1 s\", targetState: \"/Aa\"})", "There is `/A`; did you mean that?"),
        ("buttons()", "the text of a button is nothing"), ("buttons([\"a\", null])", "the text of a button is null"),
        ("image()", "the address is nothing"), ("audio(null)", "the address is null"),
        ("newSession(5)", "the number 5; give an object"), ("newSession([])", "a list"),
        ("newSession({message: {}})", "the message is an object"),
        (
            "answer({value: \"hi\", bargeInTransition: \"/Aa\"})",
            "no state `/Aa`, as seen from `/A`. There is `/A`; did you mean that?"
        ),
    ])
    func wrongArgumentsAreSaid(_ member: String, found: String) throws {
        var call = try Call("        script: $reactions.\(member);\n        a: after\n")
        let happenings = call.hears("x")
        let message = happenings.compactMap { if case .failure(let failure) = $0 { failure.message } else { nil } }
            .first
        let name = member.prefix { $0 != "(" }
        #expect(message?.hasPrefix("Error: $reactions.\(name): ") == true, "\(message ?? "-")")
        #expect(message?.contains(found) == true, "\(message ?? "-")")
        #expect(!happenings.contains { if case .reply = $0 { true } else { false } })
    }

    @Test func whatHasATextIsSaid() throws {
        var call = try Call(
            "        script: $reactions.answer(5); $reactions.answer(false); $reactions.answer(10n); $reactions.answer(\"\"); $reactions.answer({value: 7});\n"
        )
        #expect(call.says() == ["5", "false", "10", "7"])
    }

    @Test func aContextOfAnAnswerThatIsThereIsTaken() throws {
        var call = try Call("        script: $reactions.answer({value: \"hi\", bargeInTransition: \"/A\"});\n")
        #expect(call.says() == ["hi"])
        #expect(call.state.line?.answer == AnswerMarks(transition: "/A"))
    }

    @Test func aTransitionToNowhereNamesTheNearestState() throws {
        var call = try Call(
            script: """
                theme: /
                    state: A
                        q!: *
                        script: $reactions.transition("/Ordr");
                    state: Order
                        a: x
                """)
        let hint = try #require(call.failures().first?.hint)
        #expect(hint == "The talk waits in `/A`. There is `/Order`; did you mean that?")
    }

    @Test(arguments: ["\"b\"", "{message: \"b\"}"]) func aNewSessionBeginsWithItsMessage(_ argument: String) throws {
        var call = try Call(
            script: """
                theme: /
                    state: A
                        q!: a
                        script: $reactions.newSession(\(argument));
                    state: B
                        q!: b
                        a: new {{$request.query}}
                """)
        #expect(call.says("a") == ["new b"])
    }

    @Test func anIntentIsRecognisedByItsPhrasesAndPatterns() throws {
        let intents = #"""
            {"intents": [
                {"path": "/Order", "phrases": [{"text": "I want a pizza"}], "answer": "ordered"},
                {"path": "/FAQ/Price", "phrases": [{"text": "How much?"}], "answer": "9 euros"},
                {"path": "/FAQ/Hours", "patterns": ["* open *"], "answer": "at nine"},
                {"path": "/Lost", "phrases": [{"text": "where am I"}], "answer": "here"},
                {"path": "/Off", "enabled": false, "phrases": [{"text": "switched off"}]}
            ]}
            """#
        var call = try Call(
            script: """
                theme: /
                    state: Order
                        intent!: /Order
                        a: {{$context.intent.answer}} {{$parseTree.text}}
                    state: Faq
                        intentGroup!: /FAQ
                        a: {{$context.intent.path}} {{$context.intent.answer}}
                    state: Any
                        event!: match
                        a: match {{$context.intent.answer}}
                    state: None
                        event!: noMatch
                        a: none {{typeof $context.intent}}
                """, files: ["caila_import.json": intents])
        #expect(call.says("i want a PIZZA!") == ["ordered i want a PIZZA"])
        #expect(call.says("how much") == ["/FAQ/Price 9 euros"])
        #expect(call.says("are you open now") == ["/FAQ/Hours at nine"])
        #expect(call.says("where am I?") == ["match here"])
        #expect(call.says("switched off") == ["none undefined"])
    }

    @Test func aNewSessionHasItsOwnData() throws {
        var call = try Call(
            script: """
                theme: /
                    state: A
                        q!: a
                        script: $session.old = 1; $client.name = "Ann";
                        newSession:
                            message = hello {{$client.name}}
                            session = {"n": {{1 + 1}}, name: "{{$client.name}}"}
                            data = {{ {from: "A"} }}
                        a: never
                    state: Hello
                        q!: hello *
                        a: {{JSON.stringify($session)}} {{$request.data.from}} {{$request.query}} {{$client.name}}
                """)
        #expect(call.says("a") == [#"{"n":2,"name":"Ann"} A hello Ann Ann"#])
    }

    @Test func buttonsOfScriptsLeadOnToo() throws {
        var call = try Call(
            script: """
                theme: /
                    state: A
                        q!: a
                        script: $reactions.buttons({text: "Go", transition: "./B"});
                        state: B
                            a: b {{$parseTree.text}} {{$request.query}}
                    state: Else
                        event!: noMatch
                        a: else
                """)
        _ = call.says("a")
        #expect(call.says("Go") == ["b Go Go"])
        #expect(call.says("Go") == ["else"])
    }

    @Test func aModernScriptRunsWhenItDoesNotWait() throws {
        var call = try Call(
            """
                    scriptEs6:
                        const say = words => { words.forEach(word => $reactions.answer(word)); };
                        if (!$request.query) return;
                        say(["one", `two`]);
            """)
        #expect(call.says() == ["one", "two"])
    }
}
