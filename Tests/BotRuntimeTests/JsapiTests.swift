import BotModel
import BotRuntime
import Conversations
import Foundation
import Testing

/// Members of `$jsapi` and functions that stand by themselves (dsl.md 5.1, 5.3).
@Suite struct JsapiTests {
    @Test func theHistoryOfASessionUncertain() throws {
        var call = try Call(
            """
                    a: one
                    script:
                        if ($request.query == "new") $jsapi.startSession();
                        $reactions.answer(JSON.stringify($jsapi.chatHistoryInLlmFormat()));
                    a: {{$jsapi.chatHistory()}}
            """)
        let first = call.says("hi")
        #expect(first[1] == #"[{"role":"user","content":"hi"},{"role":"assistant","content":"one"}]"#)
        #expect(first[2] == "client: hi\nbot: one\nbot: \(first[1])")
        let second = call.says("ho")
        #expect(second[2].hasPrefix("client: hi\nbot: one\nbot: [") && second[2].contains("client: ho\nbot: one"))
        let third = call.says("new")
        #expect(third[1] == #"[{"role":"user","content":"new"},{"role":"assistant","content":"one"}]"#)
    }

    @Test func aHistoryIsBoundedAndKeptOnlyForThoseWhoAsk() throws {
        var call = try Call("        a: {{$jsapi.chatHistoryJson().length}}\n")
        for _ in 0..<120 { _ = call.says("x") }
        #expect(call.state.history?.count == 100)
        for _ in 0..<4 { _ = call.says(String(repeating: "ж", count: 9000)) }
        #expect((call.state.history ?? []).map(\.text.count).reduce(0, +) <= 16_000)
        call = try Call("        a: hi\n")
        _ = call.says()
        #expect(call.state.history == nil)
    }

    @Test func pathsAreResolvedFromTheStateThatRuns() throws {
        var call = try Call(
            """
                    a: {{$jsapi.resolvePath("./B")}} {{$jsapi.resolvePath("..")}} {{$jsapi.resolvePath("/A/B")}}
                    state: B
                        a: b
            """)
        #expect(call.says() == ["/A/B / /A/B"])
        call = try Call("        a: {{$jsapi.resolvePath(\"gone\")}}\n")
        #expect(call.failures().first?.message.contains("there is no state `gone`") == true)
    }

    @Test func theZoneOfTheClientIsADirective() throws {
        var call = try Call("        script: $reactions.setClientTimezone(\"Asia/Omsk\");\n")
        #expect(
            call.hears("x").contains(.directive(name: "setClientTimezone", arguments: "{\"zone\":\"Asia\\/Omsk\"}")))
        call = try Call("        script: $reactions.setClientTimezone(\"Omsk\");\n")
        #expect(call.failures().first?.message.contains("$reactions.setClientTimezone") == true)
    }

    @Test func servicesOfThePlatformSayThatTheyAreNotHere() throws {
        var call = try Call("        script: $jsapi.cailaService.getCurrentClassifierToken();\n")
        #expect(call.failures().first?.message.contains("the platform's own service") == true)
        call = try Call("        a: {{typeof $jsapi.cutText}} {{typeof $context.sessionId}}\n")
        #expect(call.says() == ["undefined undefined"])
    }

    @Test func prettyTextsBearEverything() throws {
        var call = try Call(
            "        script: var o = {a: [1, null], n: null, u: undefined}; o.self = o; $reactions.answer(toPrettyString(o));\n"
        )
        #expect(call.says() == ["{\n  \"a\": [\n    1,\n    null\n  ],\n  \"self\": \"cycle\"\n}"])
        call = try Call(
            "        a: {{toPrettyString(1)}} {{toPrettyString()}} {{$jsapi.version().name}} {{capitalize(\"ёж\")}}\n")
        #expect(call.says() == ["1  ringback Ёж"])
    }
}
