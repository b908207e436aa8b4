import Conversations
import Testing

/// Handlers of `bind` with real scripts (dsl.md 7); when they are called is `DialogTests.PhaseTests`' to say.
@Suite struct HandlerTests {
    @Test func theTextMayBeRewrittenBeforeItIsMatched() throws {
        var call = try HandlerBot.call(
            """
            bind("preMatch", function ($context) {
                $context.request.query = $context.request.query.replace(/[!?]/g, "").trim();
            });
            """)
        #expect(call.says("hello?!") == ["hello"])
        #expect(call.says("who !") == ["else who"])
    }

    @Test func aTargetStateSkipsMatching() throws {
        var call = try HandlerBot.call(
            """
            bind("preMatch", function ($context) {
                if ($context.request.query === "/start") $context.temp.targetState = "/Hello";
            });
            """)
        #expect(call.says("/start") == ["hello"])
        #expect(call.says("x") == ["else x"])
    }

    @Test func aTargetStateIsTakenOnce() throws {
        var call = try HandlerBot.call(
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

    @Test(arguments: [("42", "42"), ("{path: \"/Hello\"}", "{\"path\":\"/Hello\"}"), ("true", "true")])
    func aTargetThatIsNoTextIsSaid(_ value: String, _ shown: String) throws {
        var call = try HandlerBot.call(
            """
            bind("preProcess", function ($context) { $context.temp.targetState = \(value); });
            bind("preProcess", function () { $reactions.answer("still called"); });
            """)
        let failures = call.failures("hello")
        #expect(failures.map(\.code) == ["dialog/unknown-state"])
        #expect(
            failures.first?.message
                == "A preProcess handler has set `$temp.targetState` to \(shown), which is no path of a state.")
        #expect(call.says("hello") == ["still called", "hello"])
    }

    @Test func aTargetThatIsTakenAwayIsNoFailure() throws {
        var call = try HandlerBot.call(
            "bind(\"preMatch\", function () { $temp.targetState = null; $temp.targetState = undefined; });")
        #expect(call.failures("hello").isEmpty)
    }

    @Test func rewritingInVainIsTold() throws {
        let code = """
            bind("preMatch", function () {
                if ($request.query === "hi") $request.query = "hello";
                if ($request.query === "more") $parseTree.size = 7;
            });
            """
        var call = try HandlerBot.call(code, yaml: "")
        #expect(call.notes("hi").first?.contains("nlp.modifyRequestInPreMatch") == true)
        #expect(call.notes("more").first?.contains("$parseTree") == true)
        #expect(call.notes("hello") == [])
        call = try HandlerBot.call(code)
        #expect(call.notes("hi") == [] && call.says("hi") == ["hello"])
    }

    @Test func whereATransitionFailsTheTalkIsTold() throws {
        var call = try Call(
            script: """
                theme: /
                    state: A
                        q!: a
                        go!: /B
                    state: B
                        script: $reactions.transition("/Nowhere");
                    state: C
                        q!: c
                        go: /B
                        go!: {{"/Nowhere"}}
                """)
        let hint = "The talk waits in `/B`. Correct the path, or add the state."
        #expect(call.failures("a").map(\.hint) == [hint])
        #expect(call.state.contextPath == "/B")
        call.state = ConversationState()
        #expect(call.failures("c").map(\.hint) == [hint])
        #expect(call.state.contextPath == "/B")
    }

    @Test func aHandlerThatLeadsElsewhereStandsInTheMatch() throws {
        var call = try HandlerBot.call(
            """
            bind("preMatch", function () { if ($request.query === "/go") $temp.targetState = "/Hello"; });
            bind("preProcess", function () { if ($request.query === "hello") $temp.targetState = "/Fail"; });
            bind("onAnyError", function () { $reactions.transition("/Hello/More"); });
            """)
        let understood = call.match("hello")
        let match = try #require(understood)
        #expect(match.state == "/Hello")
        #expect(match.detours.map { "\($0.handler) \($0.state)" } == ["preProcess /Fail", "onAnyError /Hello/More"])
        let straight = call.match("/go")
        let led = try #require(straight)
        #expect(led.state == "/Hello" && led.rule == "preMatch handler" && led.line == 3 && led.detours.isEmpty)
        let more = call.match("more")
        #expect(more?.detours == [])
    }

    @Test func aBotWithHandlersBeforeTheMatchGetsEveryEvent() throws {
        var call = try HandlerBot.call(
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
        var call = try HandlerBot.call(
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
        var call = try HandlerBot.call(
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
        var call = try HandlerBot.call(
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
        var call = try HandlerBot.call(
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
        var call = try HandlerBot.call(
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
        #expect(call.says("elsewhere") == ["order "])
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
        #expect(call.says("one") == [" "])
    }
}
