import Conversations
import Foundation
import Testing

/// Sessions, timeouts and `$context` as scripts see them (dsl.md 2.2.10, 2.2.11, 4.2, 4.6, 5.2, 5.3, 6.8).
@Suite struct SessionTests {
    private static let bot = """
        theme: /
            state: Start
                q!: $regex</start>
                script: $session.started = true; $jsapi.startSession(); $session.n = 1;
                a: start {{$session.started}}
            state: Fresh
                q!: fresh
                script: $session.old = 1; $jsapi.startSession(); $session.n = 2;
                a: {{$session.old}} {{$session.n}} {{$session.contextPath}}
                state: Aside || noContext = true
                    q!: aside
                    script: $jsapi.startSession();
            state: Stop
                q!: stop
                script: $session.n = 3; $client.n = 3; $jsapi.stopSession();
                timeout: /Late || interval = "5s"
                a: stopped {{$session.n}}
            state: Late
                a: late
            state: Again
                q!: again
                script:
                    $reactions.answer("one");
                    try {
                        $reactions.newSession({message: "hello", session: {k: 1}, client: {c: 2}, data: {d: 3}});
                    } catch (e) {}
                    $temp.x = 1;
                    $reactions.answer("said, but not gone on");
                a: never
            state: Quit
                q!: quit
                script: $jsapi.newSession();
            state: Hello
                q!: hello
                a: {{JSON.stringify([$session, $client, $request.data, $temp, $request.query, $context.currentState])}}
        """

    @Test func aCallIsASessionAlreadyWhereStartIsAnswered() throws {
        var call = try Call(script: Self.bot)
        #expect(call.says("/start") == ["start true"])
        call.facts.isTest = true
        #expect(call.says("/start") == ["start "])
    }

    @Test func aNewSessionBeginsAtOnce() throws {
        var call = try Call(script: Self.bot)
        #expect(call.says("fresh") == [" 2 /Fresh"])
        #expect(call.state.contextPath == "/Fresh" && call.state.session == #"{"n":2}"#)
        _ = call.says("aside")
        #expect(call.state.contextPath == "/" && call.state.session == "{}")
    }

    @Test func aStoppedSessionIsOverWhenTheRequestIsDone() throws {
        var call = try Call(script: Self.bot)
        #expect(call.says("stop") == ["stopped 3"])
        #expect(call.state.session == "{}" && call.state.client == #"{"n":3}"#)
        #expect(call.state.contextPath == "/" && call.state.timeout == nil)
    }

    private static let shop = """
        theme: /
            state: Menu
                q!: menu
                a: menu
                buttons:
                    "Buy" -> /Buy
            state: Buy
                a: bought
            state: Bye
                q!: bye
                script: $jsapi.stopSession();
                a: bye
                buttons:
                    "Buy" -> /Buy
            state: Anew
                q!: anew
                timeout: /Buy || interval = "5s"
                buttons:
                    "Buy" -> /Buy
                script: $reactions.newSession({message: $request.data.message || "hello"});
            state: Start
                q!: start
                script: $jsapi.startSession();
            state: Hello
                q!: hello
                a: hello
            state: Endless
                q!: endless
                script: $reactions.newSession({message: "endless", session: {list: new Array(300 * 1024).join("x")}});
            state: Soft
                event!: sessionDataSoftLimitExceeded
                a: soft
            state: Else
                event!: noMatch
                a: else
        """

    @Test func buttonsAndTimeoutsEndWithTheirSession() throws {
        for (end, said) in [("bye", ["bye"]), ("anew", ["hello"]), ("start", [])] {
            var call = try Call(script: Self.shop)
            _ = call.says("menu")
            #expect(call.says(end) == said)
            #expect(call.state.timeout == nil, "\(end)")
            #expect(call.says("Buy") == ["else"], "\(end)")
        }
        var call = try Call(script: Self.shop)
        _ = call.says("menu")
        #expect(call.says("Buy") == ["bought"])
    }

    @Test func sessionsWithoutEndAreToldOnceAndTheTurnEnds() throws {
        var call = try Call(script: Self.shop, seconds: 5)
        let happenings = call.hears("endless")
        let failures = happenings.compactMap { if case .failure(let failure) = $0 { failure.code } else { nil } }
        let said = happenings.compactMap { if case .reply(let reply) = $0 { reply.text } else { nil } }
        #expect(failures == ["dialog/new-sessions"])
        #expect(said == ["soft"])
    }

    @Test func aNewSessionOfAScriptHasItsOwnData() throws {
        var call = try Call(script: Self.bot)
        #expect(
            call.says("again") == [
                "one", "said, but not gone on", #"[{"k":1},{"c":2},{"d":3},{},"hello","/Hello"]"#,
            ])
        #expect(call.says("quit").isEmpty)
        #expect(call.state.contextPath == "/" && call.state.session == "{}" && call.state.client == #"{"c":2}"#)
    }

    @Test func aTimeoutOfAScriptIsAReplyThatScriptsSee() throws {
        var call = try Call(
            script: """
                init:
                    bind("postProcess", function ($context) {
                        var kinds = $context.response.replies.map(function (reply) { return reply.type; });
                        log(kinds.join() + " " + $context.response.replies[0].targetState);
                        if ($context.request.query === "take back") $context.response.replies = [];
                    });
                theme: /
                    state: A
                        q!: *
                        script: $reactions.timeout({interval: "10 sec", targetState: "./Late"});
                        a: a
                        state: Late
                            q!: bad
                            script: $reactions.timeout({interval: "soon", targetState: "./Late"});
                """)
        #expect(call.logs("x") == ["timeout,text ./Late"])
        #expect(
            call.state.timeout == PendingTimeout(due: call.now.addingTimeInterval(10), targetState: "/A/Late"))
        #expect(call.replies("x").map(\.type) == ["text"])
        _ = call.hears("take back")
        #expect(call.state.timeout == nil)
        #expect(call.failures("bad").first?.message.contains("`soon` is no time span") == true)
    }

    @Test(arguments: [
        (#"{interval: "5s", targetState: "/Nowhere"}"#, "there is no state `/Nowhere`"), ("{}", "interval is nothing"),
        ("", "its argument is nothing"), (#"{interval: {}, targetState: "/A"}"#, "interval is an object"),
    ])
    func aWrongTimeoutIsSaid(_ argument: String, _ message: String) throws {
        var call = try Call("        script: $reactions.timeout(\(argument));\n")
        #expect(call.failures().first?.message.contains(message) == true)
    }

    @Test func aTimeoutThatAScriptMakesByHandIsRead() throws {
        var call = try Call(
            "        script: $response.replies.push({type: \"timeout\", interval: 3000, targetState: \"/A\", state: \"/A\"});\n"
        )
        _ = call.hears("x")
        #expect(call.state.timeout?.due == call.now.addingTimeInterval(3))
        call = try Call("        script: $response.replies.push({type: \"timeout\", interval: [], state: \"/A\"});\n")
        #expect(call.failures().map(\.code) == ["dialog/unknown-state"])
    }

    @Test func repliesOfScriptsAreThoseOfTags() throws {
        var call = try Call(
            """
                    script:
                        $reactions.video("https://example.org/v.mp4");
                        $reactions.inlineButtons([{text: "More", callback_data: "m"}, "Plain"]);
                        $reactions.buttons({text: "Go", transition: "/A"});
                        $reactions.answer({value: "hi {{1 + 1}}", tts: "h+i"});
            """)
        #expect(
            call.replies("x").map(\.json) == [
                #"{"type":"video","videoUrl":"https://example.org/v.mp4","state":"/A"}"#,
                #"{"type":"inlineButtons","buttons":[{"text":"More","callback_data":"m"},{"text":"Plain"}],"state":"/A"}"#,
                #"{"type":"buttons","buttons":[{"text":"Go","transition":"/A"}],"state":"/A"}"#,
                #"{"type":"text","text":"hi 2","tts":"h+i","state":"/A"}"#,
            ])
    }

    @Test func theResponseKnowsItsWords() throws {
        var call = try Call(
            """
                    script:
                        $reactions.answer("one");
                        $reactions.image("https://example.org/i.png");
                        $reactions.answer("two");
                        log($response.answer + " " + Object.keys($response) + " " + JSON.stringify($response).length);
                        $response.answer = "other";
                        $response.extra = 1;
                        log($response.answer + " " + Object.keys($response));
                        $response = {replies: [null, 5, {type: "text", text: "three"}]};
            """)
        let logs = call.logs("x")
        #expect(logs.first?.hasPrefix("one\n\ntwo ") == true)
        #expect(logs.dropFirst().first == "other replies,extra")
        #expect(logs.dropFirst(2).map { $0.prefix(21) } == ["$response.replies[0] ", "$response.replies[1] "])
    }

    @Test func aResponseMayEndTheSession() throws {
        var call = try Call(
            "        script: $session.n = 1; $client.n = 1; $response.endSession = true;\n        a: bye\n")
        #expect(call.says() == ["bye"])
        #expect(call.state.session == "{}" && call.state.client == #"{"n":1}"# && call.state.contextPath == "/")
    }

    @Test func aRequestHasItsFields() throws {
        var call = try Call(
            "        a: {{$request.channelBotId}} {{$request.userFrom.id}} {{$request.channelUserId}} {{$request.event}} {{$request.language}}\n",
            yaml: "language: en\n")
        #expect(call.says() == ["test +16500000000 +16500000000  en"])
    }

    @Test func uncertainShapeOfTheContextHistory() throws {
        let script = """
            theme: /
                state: A
                    q!: *
                    a: {{JSON.stringify($context.contextHistory)}}
            """
        var call = try Call(script: script, yaml: "nlp: {contextHistoryDepth: 2}\n")
        #expect(call.says() == ["[]"])
        #expect(call.says() == [#"[{"currentState":"/A","contextPath":"/A"}]"#])
        _ = call.says()
        #expect(call.state.contextHistory?.count == 2)
        call = try Call("        a: hi\n")
        _ = call.says()
        #expect(call.state.contextHistory == nil)
    }

    @Test func theContextIsOneObjectWithLiveMembers() throws {
        var call = try Call(
            """
                    script:
                        var context = $jsapi.context();
                        context.session = {a: 1};
                        context.temp.b = 2;
                        context.currentState = "/Nowhere";
                        context.own = 3;
                        $response = {data: 4, replies: []};
                    a: {{$session.a}} {{$temp.b}} {{$context.currentState}} {{$context.own}} {{$context.response.data}} {{$entities.length}}
                    a: {{typeof $context.intent}} {{typeof $context.testContext}} {{typeof $context.exception}} {{Object.keys($context).length > 9}}
            """)
        #expect(call.says() == ["1 2 /A 3 4 0", "undefined undefined undefined true"])
        #expect(call.state.session == #"{"a":1}"#)
        #expect(call.says().last == "undefined undefined undefined true")
    }

    @Test func aCyclicOrHostileSessionPathIsNoPath() throws {
        for value in ["{}", "5", "null", "\"/Nowhere\"", "undefined"] {
            var call = try Call("        script: $session.contextPath = \(value); $session.k = 1;\n")
            #expect(call.failures().isEmpty)
            #expect(call.state.contextPath == "/A" && call.state.session == #"{"k":1}"#)
            call = try Call("        script: $session = {contextPath: \(value), k: 1};\n")
            #expect(call.failures().isEmpty)
            #expect(call.state.contextPath == "/A")
        }
    }
}
