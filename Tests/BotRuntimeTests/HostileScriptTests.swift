import Conversations
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
}
