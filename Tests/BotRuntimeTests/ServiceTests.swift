import Conversations
import Scripting
import Testing

/// `$env`, `$secrets`, `$mail`, `$pushgate`, `$analytics`, `$integration`, `$faq`, `$imputer`, `$conversationApi`, `parseXml` (dsl.md 4, 5.1, 5.6, 5.8, 5.9).
@Suite struct ServiceTests {
    private func call(_ script: String, environment: ScriptEnvironment = ScriptEnvironment()) throws -> Call {
        var services = ScriptServices()
        services.environment = environment
        let lines = script.split(separator: "\n").map { "            \($0)\n" }.joined()
        return try Call("        script:\n" + lines, services: services)
    }

    /// The directives that a script leaves, as text, one after another.
    private func directives(_ script: String) throws -> [String] {
        var call = try call(script)
        return call.hears("x").compactMap {
            switch $0 {
            case .directive(let name, let arguments): name + " " + arguments
            case .failure(let failure): "failed: " + failure.message
            default: nil
            }
        }
    }

    private func said(_ expression: String) throws -> String? {
        var call = try call("$reactions.answer(\"\" + JSON.stringify(\(expression)));")
        let happenings = call.hears("x")
        return happenings.lazy.compactMap {
            switch $0 {
            case .reply(let reply): reply.text
            case .failure(let failure): failure.message
            default: nil
            }
        }.first
    }

    // MARK: $env, $secrets

    @Test func environmentAndSecrets() throws {
        let environment = ScriptEnvironment(variables: ["HOST": "a.b"], secrets: ["TOKEN": "s3cret"])
        var call = try call(
            """
            $reactions.answer([$env.get("HOST"), $env.get("X"), $env.get("X", "y"), $secrets.get("TOKEN", "z"), $secrets.get("X", 5) + 1].join("|"));
            $secrets.get("CRM_TOKEN");
            """, environment: environment)
        let happenings = call.hears("x")
        #expect(
            happenings.contains { if case .reply(let reply) = $0 { reply.text == "a.b||y|s3cret|6" } else { false } })
        let failure = happenings.lazy.compactMap { if case .failure(let failure) = $0 { failure } else { nil } }.first
        #expect(failure?.message.contains("there is no secret `CRM_TOKEN`") == true)
        #expect(
            failure?.message.contains("--env-file") == true
                && failure?.message.contains("RINGBACK_SECRET_CRM_TOKEN") == true)
        #expect(failure?.line == 6)
    }

    @Test func whileABotIsLoadedTheyAreThereToo() throws {
        var services = ScriptServices()
        services.environment.secrets = ["TOKEN": "t"]
        var call = try Call(
            "        a: {{token}}\n", files: [:], yaml: "", services: services,
            before: "init:\n    var token = $secrets.get(\"TOKEN\");\n")
        #expect(call.says() == ["t"])
    }

    @Test(arguments: ["$env.get()", "$secrets.get()", "$env.get(5)", "$secrets.get(\"\")"])
    func aNameIsAText(_ expression: String) throws {
        #expect(try said(expression)?.contains("takes the name of a value as a text") == true)
    }

    // MARK: Directives

    @Test func mails() throws {
        #expect(
            try directives(
                """
                $mail.config({ from: "bot@a.b", smtpHost: "h", password: "p" });
                $mail.debug(true);
                if ($mail.sendMessage("ann@a.b", "S", "B").status === "OK") $mail.send({ to: ["x@a.b", "y@a.b"], subject: "S", content: 5, hiddenCopy: [], password: "p" });
                """) == [
                    #"mail.send {"to":["ann@a.b"],"subject":"S","body":"B","from":"bot@a.b"}"#,
                    #"mail.send {"to":["x@a.b","y@a.b"],"subject":"S","body":"5","from":"bot@a.b","hiddenCopy":[]}"#,
                ])
        #expect(try said("$mail.send(1)")?.contains("$mail.send takes an object") == true)
        #expect(try said("$mail.sendMessage(\"\", \"a\", \"b\")")?.contains("needs the address") == true)
    }

    @Test func eventsForLater() throws {
        #expect(
            try directives(
                """
                var made = $pushgate.createEvent("2026-11-23T10:00:00+03:00", "remind", { text: "tea" });
                $pushgate.cancelEvent(made.id);
                $pushgate.createEvent(new Date(0), "remind", undefined, "telegram", "bot", "user");
                $pushgate.createEvent($request.channelType, "bot", "user", "now", { a: 1 });
                """) == [
                    #"pushgate.createEvent {"id":"event-1795424400000-1","time":"2026-11-23T10:00:00+03:00","event":"remind","data":{"text":"tea"}}"#,
                    #"pushgate.cancelEvent {"id":"event-1795424400000-1"}"#,
                    #"pushgate.createEvent {"id":"event-1795424400000-2","time":"1970-01-01T00:00:00.000Z","event":"remind","data":{},"channelType":"telegram","botId":"bot","userId":"user"}"#,
                    #"pushgate.createEvent {"id":"event-1795424400000-3","time":null,"event":"now","data":{"a":1},"channelType":"resterisk","botId":"bot","userId":"user"}"#,
                ])
        #expect(try said("$pushgate.createEvent(\"soon\", \"x\")")?.contains("`soon` is none") == true)
        #expect(try said("$pushgate.createEvent(\"2026-11-23\")")?.contains("the name of an event") == true)
        #expect(try said("$pushgate.cancelEvent()")?.contains("the `id`") == true)
    }

    @Test func analytics() throws {
        #expect(
            try directives(
                """
                $analytics.setSessionData("City", "Omsk");
                $analytics.setSessionResult("done");
                $analytics.setSessionLabel("a", "b");
                $analytics.setMessageLabel("angry", "mood");
                $analytics.setComment("c");
                $analytics.setScenarioAction("s");
                if ($analytics.joinExperiment("e") !== "A") throw 1;
                """) == [
                    #"analytics.setSessionData {"header":"City","value":"Omsk"}"#,
                    #"analytics.setSessionResult {"result":"done"}"#,
                    #"analytics.setSessionLabel {"labels":["a","b"]}"#,
                    #"analytics.setMessageLabel {"label":"angry","group":"mood"}"#,
                    #"analytics.setComment {"text":"c"}"#, #"analytics.setScenarioAction {"name":"s"}"#,
                    #"analytics.joinExperiment {"name":"e","group":"A"}"#,
                ])
        for member in [
            "setSessionData", "setSessionResult", "setMessageLabel", "setComment", "setScenarioAction",
            "joinExperiment",
        ] {
            #expect(try said("$analytics.\(member)()")?.contains("$analytics.\(member) takes a text") == true)
        }
    }

    @Test func otherServicesLeaveDirectives() throws {
        #expect(
            try directives(
                """
                $conversationApi.sendTextToClient("hi");
                $conversationApi.sendRepliesToClient([{ type: "text", text: "a" }]);
                var cells = $integration.googleSheets.readDataFromCells("i", "s", "Sheet", ["A1"]);
                if (cells.length !== 0 || $imputer.express("q", "a") !== "") throw 1;
                $integration.googleSheets.writeDataToCells("i", "s", "Sheet", [{ cell: "A1", values: ["x"] }]);
                $integration.googleSheets.writeDataToLine("i", "s", "Sheet", ["x"]);
                """) == [
                    #"conversationApi.sendTextToClient {"text":"hi"}"#,
                    #"conversationApi.sendRepliesToClient {"replies":[{"type":"text","text":"a"}]}"#,
                    #"integration.googleSheets.readDataFromCells {"integrationId":"i","spreadsheetId":"s","sheet":"Sheet","data":["A1"]}"#,
                    #"integration.googleSheets.writeDataToCells {"integrationId":"i","spreadsheetId":"s","sheet":"Sheet","data":[{"cell":"A1","values":["x"]}]}"#,
                    #"integration.googleSheets.writeDataToLine {"integrationId":"i","spreadsheetId":"s","sheet":"Sheet","data":["x"]}"#,
                ])
        #expect(try said("$integration.googleSheets.readDataFromCells(\"i\")")?.contains("and a list") == true)
        #expect(try said("$conversationApi.sendRepliesToClient(\"x\")")?.contains("a list of replies") == true)
    }

    @Test func answersOfTheKnowledgeBase() throws {
        let export =
            #"{"intents":[{"path":"/Base/Hours","phrases":[{"text":"when are you open"}],"answer":"At nine."}],"entities":[]}"#
        var call = try Call(
            script: """
                theme: /
                    state: Base
                        intentGroup!: /Base
                        script:
                            $faq.pushReplies();
                            $reactions.answer("" + $faq.getReplies().length);
                    state: Other
                        q!: other
                        script: $faq.pushReplies();
                """, files: ["caila_import.json": export])
        #expect(call.says("when are you open") == ["At nine.", "1"])
        #expect(call.says("other") == [])
    }

    // MARK: Functions

    @Test(arguments: [
        ("<test><a>1</a><a>2</a></test>", #"{"test":{"a":["1","2"]}}"#),
        (
            "<?xml version='1.0'?><o id='7'>\n <n>tea &amp; milk</n>text<![CDATA[<x>]]></o>",
            #"{"o":{"id":"7","n":"tea & milk","content":"text<x>"}}"#
        ),
        ("<a/>", #"{"a":""}"#), ("<ж>ё</ж>", #"{"ж":"ё"}"#),
    ])
    func uncertainShapeOfXML(_ xml: String, _ value: String) throws {
        let text = xml.replacing("\n", with: "\\n")
        #expect(try said("parseXml(\"\(text)\")") == value)
        #expect(try said("$jsapi.parseXml(\"\(text)\")") == value)
    }

    @Test(arguments: [
        "\"\"", "\"<a>\"", "\"<a></b>\"", "5", "undefined",
        "\"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;\"",
    ])
    func whatIsNoXML(_ text: String) throws {
        #expect(try said("parseXml(\(text))")?.contains("parseXml") == true)
    }

    @Test func hostileXML() throws {
        #expect(try said("parseXml(new Array(5000).join(\"<a>\"))")?.contains("parseXml") == true)
        let bomb =
            #""<!DOCTYPE a [<!ENTITY b 'xxxxxxxxxx'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'><!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'><!ENTITY h '&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;'>]><a>&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;</a>""#
        let told = try said("parseXml(\(bomb))") ?? ""
        #expect(told.utf8.count < 1_000_000)
        let secret = #""<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>""#
        #expect(try said("parseXml(\(secret))")?.contains("root:") != true)
    }

    @Test func uncertainWhetherOperatorsAreThere() throws {
        #expect(try said("[hasOperatorsOnline(), hasOperatorsOnline(\"group\")]") == "[true,true]")
    }
}
