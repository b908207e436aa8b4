import Conversations
import Testing

/// Handlers of `bind` with real scripts (dsl.md 7); when they are called is `DialogTests.PhaseTests`' to say.
@Suite struct HandlerTests {
    private static let states = """
        theme: /
            state: Hello
                q!: hello
                a: hello
                state: More
                    q: more
                    a: more
            state: Fail
                q!: fail
                a: before
                script:
                    throw new Error("Date not valid");
                a: never
            state: Lost
                q!: lost
                go!: {{"/Nowhere"}}
            state: Else
                event!: noMatch
                a: else {{$request.query}}
        """

    private static func call(
        _ code: String, states more: String = "", yaml: String = "botEngine: v2\nlanguage: en\n"
    ) throws -> Call {
        try Call(script: "require: code.js\n" + states + more, files: ["code.js": code], yaml: yaml)
    }

    @Test func theTextMayBeRewrittenBeforeItIsMatched() throws {
        var call = try Self.call(
            """
            bind("preMatch", function ($context) {
                $context.request.query = $context.request.query.replace(/[!?]/g, "").trim();
            });
            """)
        #expect(call.says("hello?!") == ["hello"])
        #expect(call.says("who !") == ["else who"])
    }

    @Test func aTargetStateSkipsMatching() throws {
        var call = try Self.call(
            """
            bind("preMatch", function ($context) {
                if ($context.request.query === "/start") $context.temp.targetState = "/Hello";
            });
            """)
        #expect(call.says("/start") == ["hello"])
        #expect(call.says("x") == ["else x"])
    }

    @Test func aTargetStateIsTakenOnce() throws {
        var call = try Self.call(
            """
            bind("preMatch", function ($context) {
                if ($context.request.query === "big") $context.temp.targetState = "/Big";
            });
            bind("preMatch", function ($context) { log("read " + $context.temp.targetState); });
            bind("preProcess", function ($context) {
                if ($context.currentState === "/Big") $context.temp.targetState = "/Bigger";
            });
            bind("postProcess", function () {});
            """,
            states: """

                    state: Big
                        a: never
                    state: Bigger
                        script: $session.list = new Array(300 * 1024).join("x");
                        a: once
                    state: Soft
                        event!: sessionDataSoftLimitExceeded
                        a: soft
                """)
        #expect(call.says("big") == ["once", "soft"])
        #expect(call.logs("hello") == ["read undefined"])
        #expect(call.logs("big").first == "read /Big")
    }

    @Test func aBotWithHandlersBeforeTheMatchGetsEveryEvent() throws {
        var call = try Self.call(
            """
            bind("preMatch", function ($context) {
                if ($context.request.event === "custom") $context.temp.targetState = "/Hello";
            }, "/Else");
            """)
        #expect(!call.runtime.answers(event: "custom", in: call.state))
        #expect(!call.runtime.answers("/start", in: call.state))
        _ = call.says("x")
        #expect(call.runtime.answers(event: "custom", in: call.state))
        #expect(call.runtime.answers("/start", in: call.state))
        #expect(call.says(event: "custom") == ["hello"])
    }

    @Test func thePendingTransitionIsReadAndSet() throws {
        var call = try Call(
            script: """
                init:
                    bind("postProcess", function () { if ($request.query === "late") $temp.transition.state = "/C"; });
                theme: /
                    state: A
                        q!: *
                        script: $reactions.transition({value: "./B", deferred: true});
                        a: {{JSON.stringify($temp.transition)}}
                        state: B
                            q: b
                            script: $temp.transition = {state: "/C"};
                            a: never
                    state: C
                        q: now
                        a: c {{typeof $temp.transition}}
                    state: Cancel
                        q!: cancel
                        script:
                            $reactions.transition("/C");
                            delete $temp.transition;
                        a: here
                    state: Odd
                        q!: odd
                        script: $temp.transition = "/C";
                        script: $temp.transition = {state: 5};
                        a: here
                """)
        #expect(call.says() == [#"{"state":"./B","deferred":true}"#])
        #expect(call.state.contextPath == "/A/B")
        #expect(call.says("b") == ["c undefined"])
        #expect(call.says("late") == [#"{"state":"./B","deferred":true}"#])
        #expect(call.state.contextPath == "/C")
        #expect(call.says("cancel") == ["here"])
        #expect(call.says("odd") == ["here"])
        #expect(call.failures("odd").isEmpty)
    }

    @Test func aHandlerSeesTheStateItIsCalledFor() throws {
        var call = try Self.call(
            """
            ["preMatch", "selectNLUResult", "preProcess", "postProcess"].forEach(function (phase) {
                bind(phase, function ($context) {
                    log(phase + " " + $context.currentState + " " + $context.contextPath + " " + $parseTree.text
                        + " " + $context.response.replies.length);
                });
            });
            """)
        _ = call.hears("hello")
        #expect(
            call.logs("more") == [
                "preMatch /Hello /Hello undefined 0", "selectNLUResult /Hello /Hello undefined 0",
                "preProcess /Hello/More /Hello more 0", "postProcess /Hello/More /Hello/More more 1",
            ])
    }

    @Test func repliesMayBeAddedBeforeAndAfter() throws {
        var call = try Self.call(
            """
            bind("preProcess", function () { $reactions.answer("first"); });
            bind("postProcess", function ($context) {
                var count = $context.response.replies.length;
                $reactions.answer("{{" + count + "}} before");
                if ($context.currentState === "/Hello") $reactions.transition("./More");
            });
            """)
        #expect(call.says("hello") == ["first", "hello", "2 before", "more"])
        #expect(call.replies("hello").map(\.state) == ["/Hello", "/Hello", "/Hello", "/Hello/More"])
        #expect(call.state.contextPath == "/Hello/More")
    }

    @Test func anErrorIsAnsweredInPlaceOfTheApology() throws {
        let yaml = "messages:\n  onError:\n    defaultMessage: Sorry.\n"
        var call = try Self.call(
            """
            bind("onScriptError", function ($context) {
                var error = $context.exception;
                if (error.message.endsWith("Date not valid")) $reactions.answer(error.type + " " + error.line);
            });
            """, yaml: yaml)
        #expect(call.says("fail") == ["before", "script 13"])
        #expect(call.failures("fail").map(\.isHandled) == [true])
        #expect(call.says("lost") == ["Sorry."])
        call = try Self.call("", yaml: yaml)
        #expect(call.says("fail") == ["before", "Sorry."])
    }

    @Test func aHandlerOfErrorsThatFailsHasItsPlace() throws {
        var call = try Self.call(
            "\n\nbind(\"onAnyError\", function ($context) { $context.gone.x = 1; });",
            yaml: "messages:\n  onError:\n    defaultMessage: Sorry.\n")
        let failures = call.failures("lost")
        #expect(failures.map(\.code) == ["dialog/unknown-state", "script/exception"])
        #expect(failures.last?.file == "code.js" && failures.last?.line == 3)
        #expect(call.says("lost") == ["Sorry."])
    }

    @Test func aHandlerWithoutEndIsCutAndSaid() throws {
        var call = try Self.call("bind(\"preProcess\", function () { if ($request.query === \"hello\") for (;;); });")
        #expect(call.failures("hello").map(\.code) == ["script/time", "script/cut"])
        #expect(call.says("x") == ["else x"])
    }

    @Test func aCutIsTold() throws {
        var call = try Self.call(
            """
            bind("preProcess", function () { $reactions.answer("one"); if ($request.query === "hello") for (;;); });
            bind("onAnyError", function ($context) { $reactions.answer("slow: " + $context.exception.code); });
            """)
        #expect(call.says("hello") == ["one", "slow: script/time", "hello"])
        #expect(call.says("x") == ["one", "else x"])
    }

    @Test func aFailureHasItsState() throws {
        var call = try Self.call(
            "bind(\"onAnyError\", function ($context) { $reactions.answer($context.exception.state + \" failed\"); });")
        #expect(call.says("fail") == ["before", "/Fail failed"])
        #expect(call.says("lost") == ["/Lost failed"])
    }

    /// A handler that hears of a cut works in the session that had begun before it.
    @Test func afterACutTheNewSessionStays() throws {
        var call = try Call(
            script: """
                init:
                    bind("onAnyError", function ($context) {
                        $reactions.answer([$session.n, $client.c, $request.query, $request.event, $context.contextPath].join(" "));
                    });
                theme: /
                    state: A
                        q!: *
                        script:
                            $session.n = 1;
                            $client.c = ($client.c || 0) + 1;
                            $reactions.newSession({message: "/b", session: {n: 2}});
                    state: B
                        q!: /b
                        script:
                            $session.n = 3;
                            for (;;);
                """)
        #expect(call.says("a") == ["2 1 /b  /"])
        #expect(call.state.session == #"{"n":2}"#)
        #expect(call.state.client == #"{"c":1}"#)
    }

    @Test func aNewSessionIsKeptThoughNobodyHearsOfTheCut() throws {
        var call = try Call(
            """
                    script: if ($request.query === "a") $reactions.newSession({message: "b", session: {n: 2}}); else for (;;);
            """)
        call.state = ConversationState(session: #"{"old":1}"#)
        _ = call.hears("a")
        #expect(call.state.session == #"{"n":2}"#)
    }

    @Test func theRequestOfANewSessionIsAText() throws {
        var call = try Call(
            script: """
                theme: /
                    state: A
                        event!: ring
                        script: $reactions.newSession({message: "b"});
                    state: B
                        q!: b
                        a: {{$request.query}} {{$request.event}}
                """)
        #expect(call.says(event: "ring") == ["b undefined"])
    }

    /// More than goes into the slot's memory again: the handlers are not called, and what was said stays said.
    @Test func whatWasSaidBeforeACutIsNeverLost() throws {
        var call = try Self.call(
            """
            bind("preProcess", function () {
                for (var i = 0; i < 9000; i++) $reactions.answer("x".repeat(400));
                for (;;);
            });
            bind("onAnyError", function () {
                for (var i = 0; i < 500; i++) $reactions.answer("after");
                for (;;);
            });
            """)
        #expect(call.says("hello").count { $0.count == 400 } == 9000)
    }

    @Test func aHandlerOfAScriptHoldsUntilTheRequestIsDone() throws {
        var call = try Call(
            """
                    script:
                        for (var i = 0; i < 3; i++) bind("postProcess", function () { $reactions.answer("bound"); });
                        bind("postProcess", function () { $reactions.answer("A"); }, "/A");
                        bind("postProcess", function () { $reactions.answer("B"); }, "/B");
                    a: hi
            """)
        #expect(call.says() == ["hi", "bound", "A"])
        #expect(call.says() == ["hi", "bound", "A"])
    }

    @Test func theSameFunctionIsBoundOnce() throws {
        var call = try Self.call(
            """
            function say() { $reactions.answer("once"); }
            bind("postProcess", say);
            bind("postProcess", say);
            $jsapi.bind({type: "postProcess", handler: say, path: "/", name: "say"});
            for (var i = 0; i < 900; i++) (function (n) {
                bind("postProcess", function () { $session.n = n; });
            })(i);
            """)
        #expect(call.says("hello") == ["hello", "once"])
        #expect(call.state.session == #"{"n":899}"#)
    }

    @Test func aNewSessionAfterALongSilenceAnswersTheSameWords() throws {
        var call = try Self.call(
            """
            bind("postProcess", function ($context) { $context.session.lastActiveTime = $jsapi.currentTime(); });
            bind("preProcess", function ($context) {
                var last = $context.session.lastActiveTime;
                if (last && $jsapi.currentTime() - last > 60000) {
                    try { $reactions.newSession({message: $context.request.query, data: {again: 1}}); } catch (e) {}
                    $reactions.answer("not left by try");
                }
                $context.session.again = $context.request.data.again;
            });
            """)
        _ = call.says("hello")
        _ = call.says("more")
        call.now = call.now.addingTimeInterval(3600)
        #expect(call.says("more") == ["not left by try", "else more"])
        #expect(call.state.session.contains(#""again":1"#))
    }

    @Test func theContextMayBeMovedByTheSession() throws {
        var call = try Self.call(
            """
            bind("postProcess", function ($context) {
                log($context.session.contextPath);
                if ($context.request.query === "x") $context.session.contextPath = "/Hello";
            });
            """)
        #expect(call.logs("x") == ["/Else"])
        #expect(call.state.contextPath == "/Hello" && call.state.session == "{}")
        #expect(call.says("more") == ["more"])
    }

    @Test func handlersMayChooseAmongWhatWasUnderstood() throws {
        var call = try Call(
            script: """
                init:
                    bind("selectNLUResult", function ($context) {
                        var results = $context.nluResults;
                        log(results.selected.ruleType + " " + results.selected.clazz + " " + results.patterns.length + " "
                            + results.intents.map(function (i) { return i.clazz + ":" + i.debugInfo.intent.path; }));
                        if (results.selected.ruleType === "pattern" && results.intents.length && results.intents[0].clazz) {
                            results.selected = results.intents[0];
                        }
                        if ($context.request.query === "elsewhere") results.selected = {clazz: "/Order"};
                    });
                theme: /
                    state: Any
                        q!: [$oneWord] pizza [$oneWord]
                        a: any {{$context.nluResults.patterns[0].pt.text}}
                    state: Order
                        intent!: /Order
                        a: order {{$context.intent && $context.intent.path}}
                    state: Else
                        event!: noMatch
                        a: else
                """,
            files: [
                "caila_import.json":
                    #"{"intents": [{"path": "/Order", "phrases": [{"text": "a pizza"}]}, {"path": "/Off", "phrases": [{"text": "my pizza"}]}]}"#
            ])
        #expect(call.logs("a pizza") == ["pattern /Any 1 /Order:/Order"])
        #expect(call.says("a pizza") == ["order /Order"])
        #expect(call.logs("my pizza") == ["pattern /Any 1 undefined:/Off"])
        #expect(call.says("my pizza") == ["any my pizza"])
        #expect(call.logs("what") == ["event /Else 0 "])
        #expect(call.says("elsewhere") == ["order undefined"])
    }

    @Test func hypothesesAreKeptWhereTheBotWantsThem() throws {
        let script = """
            theme: /
                state: A
                    q!: * one *
                    a: {{$context.nBest && $context.nBest.length}} {{$context.nBest && $context.nBest[0].clazz}}
                state: B
                    q!: * two *
                    a: b
                state: C
                    q!: one two
                    a: c
            """
        var call = try Call(script: script, yaml: "nlp: {nbest: 2}\n")
        #expect(call.says("one x two") == ["2 /A"])
        #expect(call.says("one two three") == ["2 /A"])
        #expect(call.says("one") == ["1 /A"])
        call = try Call(script: script)
        #expect(call.says("one") == ["undefined undefined"])
    }

    @Test func aHandlerThatLeadsBackToTheFailureIsNotAskedForEver() throws {
        var call = try Call(
            script: """
                init: bind("onScriptError", function () { $reactions.answer("sorry"); $reactions.transition("/A"); });
                theme: /
                    state: A
                        q!: *
                        script: throw new Error("again");
                """)
        #expect(call.says("x") == Array(repeating: "sorry", count: 5))
    }
}
