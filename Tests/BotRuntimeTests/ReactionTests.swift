import Conversations
import Testing

/// Texts with `{{ }}`, intents and new sessions with real scripts.
@Suite struct ReactionTests {
    @Test(arguments: [
        ("{{ {a: {b: '}}'}}.a.b }}", "}}"), ("{{ 'a/b'.replace(/[/}]/, '{{') }}", "a{{b"),
        ("{{undefined}}", "undefined"),
        ("{{null}}", "null"), ("{{[1, 2]}}", "1,2"), ("x{{}}y", "xy"), ("{{ 1 }} {{ open", "1 {{ open"),
        ("{{ (function () { return 4; })() }}", "4"), ("{{ 6 / 2 / 3 }}", "1"), ("{{ `t${1 + 1}` }}", "t2"),
    ])
    func anyExpressionMayStandInBraces(_ text: String, _ said: String) throws {
        var call = try Call("        a: \(text)\n")
        #expect(call.says() == [said])
        let inScript = text.replacing("\\", with: "\\\\").replacing("`", with: "\\`").replacing("$", with: "\\$")
        var script = try Call("        script: $reactions.answer(`\(inScript)`);\n")
        #expect(script.says() == [said])
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
