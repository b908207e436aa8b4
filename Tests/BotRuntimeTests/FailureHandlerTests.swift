import Conversations
import Testing

/// Handlers of `onScriptError`, `onDialogError` and `onAnyError`, and what is left of a turn after a cut (dsl.md 7, 12).
@Suite struct FailureHandlerTests {
    @Test func anErrorIsAnsweredInPlaceOfTheApology() throws {
        let yaml = "messages:\n  onError:\n    defaultMessage: Sorry.\n"
        var call = try HandlerBot.call(
            """
            bind("onScriptError", function ($context) {
                var error = $context.exception;
                if (error.message.endsWith("Date not valid")) $reactions.answer(error.type + " " + error.line);
            });
            """, yaml: yaml)
        #expect(call.says("fail") == ["before", "script 13"])
        #expect(call.failures("fail").map(\.isHandled) == [true])
        #expect(call.says("lost") == ["Sorry."])
        call = try HandlerBot.call("", yaml: yaml)
        #expect(call.says("fail") == ["before", "Sorry."])
    }

    @Test func aHandlerOfErrorsThatFailsHasItsPlace() throws {
        var call = try HandlerBot.call(
            "\n\nbind(\"onAnyError\", function ($context) { $context.gone.x = 1; });",
            yaml: "messages:\n  onError:\n    defaultMessage: Sorry.\n")
        let failures = call.failures("lost")
        #expect(failures.map(\.code) == ["dialog/unknown-state", "script/exception"])
        #expect(failures.last?.file == "code.js" && failures.last?.line == 3)
        #expect(call.says("lost") == ["Sorry."])
    }

    @Test func aHandlerWithoutEndIsCutAndSaid() throws {
        var call = try HandlerBot.call(
            "bind(\"preProcess\", function () { if ($request.query === \"hello\") for (;;); });")
        #expect(call.failures("hello").map(\.code) == ["script/time", "script/cut"])
        #expect(call.says("x") == ["else x"])
    }

    @Test func aCutIsTold() throws {
        var call = try HandlerBot.call(
            """
            bind("preProcess", function () { $reactions.answer("one"); if ($request.query === "hello") for (;;); });
            bind("onAnyError", function ($context) { $reactions.answer("slow: " + $context.exception.code); });
            """)
        #expect(call.says("hello") == ["one", "slow: script/time", "hello"])
        #expect(call.says("x") == ["one", "else x"])
    }

    /// A handler reads what a `catch` would; the author reads the error with its name.
    @Test(arguments: [
        ("throw new Error(\"no room: 5\")", "no room: 5", "Error: no room: 5"),
        ("var e = new Error(\"late\"); e.name = \"Custom\"; throw e", "late", "Custom: late"),
        ("null.x", "cannot read property 'x' of null", "TypeError: cannot read property 'x' of null"),
        (
            "$dialer.addCallTag()", "$dialer.addCallTag: the tag is nothing",
            "Error: $dialer.addCallTag: the tag is nothing"
        ),
        ("throw new Error()", "", "Error"),
        ("throw \"a \\\"word\\\"\"", "a \"word\"", #""a \"word\"""#), ("throw 42", "42", "42"),
        ("throw {message: \"own\"}", "own", #"{"message":"own"}"#), ("throw {code: 1}", #"{"code":1}"#, #"{"code":1}"#),
        (
            "function f() { return f() + 1; } f()", "Maximum call stack size exceeded",
            "RangeError: Maximum call stack size exceeded"
        ),
        ("$reactions.transition(\"/Gone\")", "There is no state `/Gone`", "There is no state `/Gone`"),
    ])
    func aHandlerReadsTheMessageAsACatchWould(_ code: String, message: String, shown: String) throws {
        var call = try Call(
            script: """
                init: bind("onAnyError", function ($context) { log("<" + $context.exception.message + ">"); });
                theme: /
                    state: A
                        q!: *
                        script: \(code);
                """)
        let happenings = call.hears("x")
        let logs = happenings.compactMap { if case .log(let line) = $0 { line } else { nil } }
        let failures = happenings.compactMap { if case .failure(let failure) = $0 { failure.message } else { nil } }
        #expect(logs.count == 1 && logs[0].hasPrefix("<" + message), "\(logs)")
        #expect(!message.isEmpty || logs == ["<>"])
        #expect(failures.count == 1 && failures[0].hasPrefix(shown), "\(failures)")
    }

    @Test func aFailureHasItsState() throws {
        var call = try HandlerBot.call(
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
        #expect(call.says(event: "ring") == ["b "])
    }

    /// More than goes into the slot's memory again: the handlers are not called, and what was said stays said.
    @Test func whatWasSaidBeforeACutIsNeverLost() throws {
        var call = try HandlerBot.call(
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
