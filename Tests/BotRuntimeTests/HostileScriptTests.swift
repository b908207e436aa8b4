import Conversations
import HostileScripts
import TestClock
import Testing

/// What a script does to its world spoils nothing that the runtime itself does, and is gone with the turn.
@Suite struct HostileScriptTests {
    private static let builtIns = [
        "JSON", "Date", "String", "Number", "Object", "Array", "Math", "RegExp", "Function", "Error", "Promise", "Map",
    ]

    @Test(arguments: builtIns) func aBuiltInThatIsReplaced(name: String) throws {
        var call = try Call(
            """
                    script:
                        \(name) = null;
                        $session.n = ($session.n || 0) + 1;
                        $reactions.answer("kept {{$session.n}}");
                        $reactions.buttons(["yes", { text: "no" }]);
                        $dialer.setCallResult("done", "well");
                        log({ n: 1 });
            """)
        for turn in 1...2 {
            let happenings = call.hears("x")
            #expect(happenings.contains { if case .failure = $0 { true } else { false } } == false, "\(happenings)")
            #expect(call.state.session == "{\"n\":\(turn)}")
        }
    }

    @Test(arguments: ["Array", "String", "RegExp", "Function", "Object"])
    func prototypesThatAreEmptied(kind: String) throws {
        var call = try Call(
            """
                    script:
                        var names = Object.getOwnPropertyNames(\(kind).prototype);
                        for (var index = 0; index < names.length; index++) {
                            try { delete \(kind).prototype[names[index]]; } catch (e) {}
                        }
                        $reactions.answer("still {{1 + 1}} here");
            """)
        #expect(call.failures() == [])
        #expect(call.says() == ["still 2 here"])
    }

    @Test(arguments: builtIns) func servicesWithoutABuiltIn(name: String) throws {
        var call = try Call(
            """
                    script:
                        \(name) = null;
                        var found = $http.get("http://a.b/${x}", { query: { x: 1 }, headers: { A: 1 }, body: { n: [1] } });
                        found.then(function () {}).catch(function () { $temp.failed = true; });
                        $mail.send({ to: ["a@b.c"], subject: "s", content: "c" });
                        $pushgate.cancelEvent($pushgate.createEvent("2026-11-23T10:00:00", "e", {}).id);
                        $analytics.setSessionLabel("a", "b");
                        $integration.googleSheets.readDataFromCells("i", "s", "t", ["A1"]);
                        $conversationApi.sendTextToClient("x");
                        $faq.pushReplies();
                        var words = [$env.get("X", "env"), $secrets.get("X", "secret"), parseXml("<a>xml</a>").a, $nlp.tokenize("one two")[1],
                            $nlp.matchPatterns("a b", ["a *"]).pattern, $caila.markup("hey").words[0].word, $caila.detectLanguage(["hey"])[0]];
                        $caila.addClientEntityRecords("e", [{ rule: ["r"] }]);
                        $reactions.answer($temp.failed + " " + words[0] + words[1] + words[2] + words[3] + words[4] + words[5] + words[6]
                            + $caila.getClientEntityRecords("e")[0].rule[0]);
            """)
        #expect(call.failures() == [])
        #expect(call.says() == ["true envsecretxmltwoa *heyenr"])
    }

    @Test func theHostIsOutOfReach() throws {
        var call = try Call("        a: {{typeof __host}} {{typeof __ringback.host}}\n")
        #expect(call.says() == ["undefined undefined"])
    }

    private static let odd = [
        "var o = {}; o.o = o; return o",
        "var d = {}; for (var i = 0, e = d; i < 100000; i++) e = e.d = {}; return d",
        "var a = []; for (var i = 0, e = a; i < 100000; i++) { e.push([]); e = e[0]; } return a",
        "return new Proxy({}, { get: function () { throw new Error('trap'); }, ownKeys: function () { throw 1; } })",
        "return new Proxy(function () {}, { get: function (t, k) { return k === Symbol.toPrimitive ? undefined : t; } })",
        "return { get text() { throw 1; }, get value() { return this; }, toString: function () { return this; } }",
        "return { get value() { for (;;) {} }, toJSON: function () { for (;;) {} } }",
        "return 'x'.repeat(10e6)",
        "return new Array(1e6).fill({ a: 1 })", "return Symbol('s')", "return 10n", "return function () {}",
        "return null",
        "var a = []; a.length = 4294967295; return a", "return new Proxy([], {})", "return new Date(NaN)",
        "return Object.create(null)", "return new Map([[1, 2]])",
        "return Object.defineProperty([], 'length', { value: 1e9 })",
        "return new Proxy([], { get: function (t, k) { return k === 'length' ? NaN : t[k]; } })",
        "return new Proxy([], { get: function (t, k) { return k === 'length' ? 1e300 : t[k]; } })",
    ]

    private static let uses = [
        "$reactions.answer(odd())", "$reactions.answer({ value: odd() })",
        "$reactions.answer({ value: 'a', tts: odd() })",
        "$reactions.buttons(odd())", "$reactions.buttons([{ text: odd() }])", "$reactions.image(odd())",
        "$reactions.transition(odd())", "$reactions.template(odd())", "$reactions.random(odd())",
        "$reactions.setClientTimezone(odd())",
        "$dialer.redial(odd())", "$dialer.redial({ startDateTime: odd() })", "$dialer.setCallResult(odd(), odd())",
        "$dialer.setNoInputTimeout(odd())", "$dialer.setCallResultAccepted(odd())", "$dialer.reportData(odd(), 1)",
        "$dialer.reportData('a', odd(), odd())", "$dialer.reportData('a', odd())", "$dialer.addCallTag(odd())",
        "$dialer.hangUp(odd())", "$dialer.transferCall(odd())", "$dialer.transferCall('+1', odd())",
        "$dialer.transferCall({ sipUri: 'a', timeout: odd(), method: odd() })", "$dialer.bargeInResponse(odd())",
        "$dialer.bargeInResponse({ bargeIn: 'forced', noInterruptTime: odd() })", "$dialer.bargeInInterrupt(odd())",
        "$dialer.setAsrConfig(odd())", "$dialer.setTtsConfig({ speed: odd() })", "$dialer.setAsrProperties(odd())",
        "$response.bargeIn = odd()", "$response.bargeIn = { bargeIn: odd() }",
        "$response.replies.push({ type: 'dtmf', max: odd(), timeout: odd() })",
        "$reactions.answer({ value: 'a', bargeInTransition: odd(), bargeInIf: odd() })",
        "$request.rawRequest = odd(); $dialer.getTrunk()", "$request.data = odd(); $dialer.getCallRecordingPath()",
        "log(odd())", "console.log(odd())", "toPrettyString(odd())",
        "capitalize(odd())",
        "$jsapi.dateForZone(odd(), odd())", "$jsapi.dateForZone('UTC', odd())", "$jsapi.timeForZone(odd())",
        "$jsapi.resolvePath(odd())",
        "new Date().toLocaleString(odd(), odd())", "new Date().toLocaleString('ru', odd())",
        "new Date().toLocaleString('ru', { month: odd() })", "(1).toLocaleString('ru', odd())",
        "'a'.localeCompare(odd(), 'ru')",
        "new Intl.NumberFormat(odd(), odd())", "$session.odd = odd()", "$client = odd()", "$session = odd()",
        "$response = odd()",
        "$response.replies = odd()", "$response.replies = [odd()]",
        "$response.replies = odd(); log('x'); $dialer.reportData('a', 'b'); $reactions.setClientTimezone('UTC'); $dialer.redial()",
        "$response.replies = odd(); $dialer.setNoInputTimeout(1); $http.get('http://a.b'); $reactions.answer('a')",
        "$temp = odd()", "$context.session = odd()",
        "$parseTree = odd()",
        "throw odd()", "bind(odd(), odd(), odd())", "$.session.x = odd()", "Promise.reject(odd())", "$request = odd()",
        "bind('postProcess', odd(), odd(), odd())", "$reactions.timeout(odd())",
        "$reactions.timeout({ interval: odd(), targetState: odd() })", "$reactions.newSession(odd())",
        "$reactions.newSession({ session: odd(), client: odd(), data: odd() })", "$reactions.inlineButtons(odd())",
        "$response.replies.push({ type: 'timeout', interval: odd(), targetState: odd(), state: odd() })",
        "$context = odd()", "$jsapi = odd()", "$global = odd()", "$reactions = odd()",
    ]

    /// Every odd value, given to every door: each turn ends, and the next one is as ever.
    @Test(arguments: uses) func oddValuesAtEveryDoor(use: String) throws {
        let bodies = Self.odd.map { "function () { \($0); }" }.joined(separator: ",\n            ")
        var call = try Call(
            script: """
                require: odd.js
                theme: /
                    state: A
                        q!: *
                        script:
                            var odd = odds[+$request.query];
                            if (odd) { \(use); }
                        a: {{$session.n}} still here
                """,
            files: ["odd.js": "var odds = [\(bodies)];"], seconds: 0.05)
        for index in Self.odd.indices {
            let taken = call.runtime.onScriptThread { processorTime { _ = call.hears("\(index)") } }
            // A text of 10 MB that is read twice takes a debug build 2 to 5 seconds.
            #expect(taken < .seconds(12), "\(Self.odd[index])")
            call.state = ConversationState()
            #expect(call.says("well") == [" still here"], "\(Self.odd[index])")
        }
    }

    /// What handlers leave behind is read by the dialog: a wish that is none is no wish.
    @Test(arguments: ["preMatch", "selectNLUResult", "preProcess", "postProcess", "onAnyError"])
    func oddValuesOfHandlers(phase: String) throws {
        let bodies = Self.odd.map { "function () { \($0); }" }.joined(separator: ",\n            ")
        var call = try Call(
            script: """
                require: odd.js
                init:
                    bind("\(phase)", function ($context) {
                        var odd = odds[+$request.query.split(" ")[0]], use = $request.query.split(" ")[1];
                        if (!odd) return;
                        if (use === "0") { $temp.targetState = odd(); $request.query = odd(); }
                        if (use === "1") $session.contextPath = odd();
                        if (use === "2") $context.nluResults.selected = odd();
                        if (use === "3") $context.nluResults = odd();
                        if (use === "4") $temp = $request = $response = odd();
                        if (use === "5") $reactions.transition(odd());
                        throw odd();
                    });
                theme: /
                    state: A
                        q!: *
                        a: {{$session.n}} still here
                        if: $request.query !== "well"
                            script: throw 1;
                """,
            files: ["odd.js": "var odds = [\(bodies)];"], yaml: "botEngine: v2\nlanguage: en\n", seconds: 0.05)
        for index in Self.odd.indices {
            for use in 0...5 { _ = call.hears("\(index) \(use)") }
            call.state = ConversationState()
            #expect(call.says("well") == [" still here"], "\(Self.odd[index])")
        }
    }

    @Test(arguments: builtIns) func handlersWithoutABuiltIn(name: String) throws {
        var call = try Call(
            script: """
                init:
                    var lists = Array.prototype;
                    function spoil() { \(name) = null; lists.push = lists.map = null; }
                    bind("preMatch", function ($context) { spoil(); $context.temp.a = 1; });
                    bind("selectNLUResult", function ($context) {
                        spoil();
                        $context.nluResults.selected = $context.nluResults.patterns[0];
                        $context.temp.text = $context.nluResults.patterns[0].pt.text;
                    });
                    bind("onScriptError", function ($context) { spoil(); $reactions.answer($context.exception.message); });
                    bind("postProcess", function ($context) {
                        spoil();
                        bind("postProcess", function () {});
                        $reactions.timeout({interval: "5s", targetState: "/A"});
                        if ($request.query === "x") $reactions.newSession({message: "well"});
                    });
                theme: /
                    state: A
                        q!: *
                        a: {{$temp.a}} {{$temp.text}}
                        script: if ($request.query === "x") throw new TypeError("as asked");
                """)
        #expect(call.says("x") == ["1 x", "as asked", "1 well"])
        #expect(call.state.timeout != nil)
    }

    /// The host's own work for a script counts as the script's.
    @Test(arguments: [
        "for (var i = 0; ; i++) new Date(i).toLocaleString('ru')",
        "for (var i = 0; ; i++) (i).toLocaleString('ru', { minimumFractionDigits: i % 50, maximumFractionDigits: 50 + i % 50 })",
        "for (;;) 'a'.repeat(1e4).localeCompare('a'.repeat(1e4) + 'b', 'ru')",
        "for (;;) try { (1).toLocaleString('x') } catch (e) {}",
        "for (var i = 0; ; i++) $jsapi.dateForZone('UTC', 'y'.repeat(1000))",
    ])
    func formatsWithoutEnd(code: String) throws {
        var call = try Call("        script: \(code);\n", seconds: 0.1)
        var found: String?
        // Of the processor: other programs may want the machine.
        let taken = call.runtime.onScriptThread { processorTime { found = call.failures().first?.code } }
        #expect(found == "script/time")
        #expect(taken < .seconds(1))
    }

    /// What a turn says and logs is kept outside of the engine, so it has limits of its own.
    @Test(arguments: HostileScript.talkative) func whatATurnLeavesBehindIsBounded(code: String) throws {
        var call = try Call(
            "        script: if ($request.query === \"x\") { \(code) }\n        a: well\n", seconds: 0.3)
        let happenings = call.hears("x")
        #expect(happenings.count <= 20_010)
        #expect(happenings.reduce(0) { $0 + String(describing: $1).utf8.count } < 40 << 20)
        #expect(call.says("y") == ["well"])
    }

    @Test func ofALongLogTheBeginningIsKept() throws {
        var call = try Call("        script: for (var i = 0; i < 20000; i++) log(\"x\".repeat(i === 0 ? 20000 : 1));\n")
        let happenings = call.hears("x")
        let lines = happenings.compactMap { if case .log(let line) = $0 { line } else { nil } }
        #expect(lines.count == 10_000)
        #expect(lines.first?.hasSuffix("x… (20000 bytes; the first 10000 characters are kept)") == true)
        let notes = happenings.compactMap { if case .note(let note) = $0 { note } else { nil } }
        #expect(notes == ["Further log lines of this turn are left out: 10000 of 4 MiB in all are kept."])
    }

    @Test func tooManyRepliesAreAnErrorAndTheOthersAreSaid() throws {
        var call = try Call("        script: for (;;) $reactions.answer(\"again\");\n", seconds: 5)
        let happenings = call.hears("x")
        #expect(happenings.count { if case .reply = $0 { true } else { false } } == 10_000)
        let failures = happenings.compactMap { if case .failure(let failure) = $0 { failure.message } else { nil } }
        #expect(failures.first?.contains("10000 replies and directives of 4 MiB in all are the most") == true)
    }

    @Test func aTagThatSaysTooMuchIsAnError() throws {
        var call = try Call(
            "        script: $temp.long = \"x\".repeat(3e6);\n        a: {{$temp.long}}\n        a: {{$temp.long}}\n        a: end\n",
            seconds: 5)
        let happenings = call.hears("x")
        #expect(
            happenings.compactMap { if case .failure(let failure) = $0 { failure.code } else { nil } } == [
                "dialog/replies"
            ])
        #expect(happenings.count { if case .reply = $0 { true } else { false } } == 1)
    }

    @Test func aRedefinedLibraryOrFormatIsAsItWasInTheNextTurn() throws {
        var call = try Call(
            """
                    a: {{moment.utc(0).year()}} {{_.first([1])}} {{(1.5).toLocaleString("ru")}} {{new Intl.NumberFormat("ru").format(2.5)}}
                    script:
                        moment = _ = Intl = null; Number.prototype.toLocaleString = null; delete Date.prototype.toLocaleString;
                        Object.defineProperty(globalThis, "$", { value: 1 }); console.log = null; global = 1;
            """, library: Call.system)
        for _ in 0..<2 { #expect(call.says() == ["1970 1 1,5 2,5"]) }
    }

    private static let spoilers =
        uses + [
            "throw 1", "throw null", "throw { toString: null }", "$session.big = 'x'.repeat(1e7)", "for (;;) {}",
            "Date = JSON = Array.prototype.push = null; $dialer = { getCaller: null }",
            "Object.prototype.get = function () { throw 1 }; Object.prototype.n = 9",
            "var a = []; for (;;) a.push({})", "Function.prototype.call = Function.prototype.bind = null",
            "globalThis.leaked = odd; $temp.leaked = odd; Object.freeze(globalThis)",
            "Array.prototype[0] = 1; Array.prototype.length = 3",
        ]

    /// After a turn that did its worst, another conversation's turn is, to the last byte, what a fresh runtime makes of it.
    @Test func afterAnySpoiledTurnAnotherConversationIsAsInAFreshRuntime() throws {
        let blocks = Self.spoilers.enumerated().map { number, use in
            "        if ($request.query === \"spoil \(number)\") { \(use); }"
        }
        let script = """
            require: odd.js
            theme: /
                state: A
                    q!: *
                    script:
                        $client.seen = ($client.seen || []).concat($request.query);
                        $session.n = ($session.n || 0) + 1;
                        $reactions.answer(JSON.stringify([$session, $client, typeof leaked, new Date(), Math.random(), [1].map(String), $parseTree]));
                        var odd = function () { return odds[$session.n % odds.length](); };
            \(blocks.map { "    " + $0 }.joined(separator: "\n"))
                    a: {{$session.n}} and {{$dialer.getCaller()}}
            """
        let bodies = Self.odd.map { "function () { \($0); }" }.joined(separator: ", ")
        var worn = try Call(script: script, files: ["odd.js": "var odds = [\(bodies)];"], seconds: 0.1)
        let other = ConversationState(session: #"{"n":4}"#, client: #"{"seen":["before"]}"#)
        func turn(of call: inout Call) -> TurnResult {
            var random = RandomSource.seeded(5)
            return call.runtime.turn(other, .text("hello"), in: call.facts, at: call.now, random: &random)
        }
        var fresh = try Call(script: script, files: ["odd.js": "var odds = [\(bodies)];"], seconds: 5)
        let expected = turn(of: &fresh)
        #expect(expected.happenings.count == 3)
        for number in Self.spoilers.indices {
            worn.state = ConversationState(session: "{\"n\":\(number * 7)}")
            _ = worn.hears("spoil \(number)")
            #expect(turn(of: &worn) == expected, "\(Self.spoilers[number])")
        }
    }
}
