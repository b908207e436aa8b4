import BotModel
import BotRuntime
import Conversations
import Replay
import Scripting
import SourceText
import Testing
import WebRequests

/// What a test's `<mockData>` and `<mockService>` answer to a real bot, and what `<mail>` finds (dsl.md 9.3, 9.4).
@Suite struct MockTests {
    /// Each word of the caller runs one script, which answers with what it got.
    private static let bot = """
        theme: /
            state: Get
                q!: get
                script:
                    var found = $http.get("http://shop.example/${path}/?n=${n}&all=yes", { query: { path: "путь", n: "a b" } });
                    $reactions.answer(found.isOk + " " + found.status + " " + JSON.stringify(found.data));
            state: Post
                q!: post *
                script:
                    var found = $http.post("http://shop.example/orders", { body: { name: $request.query.slice(5), count: 2, tags: ["x"] } });
                    $reactions.answer(found.isOk + " " + found.status + " " + found.error);
            state: Sheet
                q!: sheet
                script:
                    var cells = $integration.googleSheets.readDataFromCells("i", "s", "Sheet", ["A1"]);
                    $reactions.answer(JSON.stringify(cells));
            state: Renew
                q!: renew
                script: $reactions.newSession({ message: "again", data: { n: 1 } });
            state: Again
                q!: again
                a: again
            state: Mail
                q!: mail
                script:
                    $mail.sendMessage("ann@example.com", "Order", "Two   teas");
                    $mail.send({ to: ["bob@example.com", "eve@example.com"], subject: "Copy", content: "b", password: "secret" });
                a: sent
        """

    private func report(_ xml: String) throws -> String {
        let project = Project(
            name: "shop", folder: "", sourceFolder: "", entryPoints: ["main.sc"],
            read: { $0 == "main.sc" ? .text(SourceFile(path: $0, text: Self.bot)) : .missing })
        let bot = Linker.link(project).0
        let folder = TestFolder(path: "test", list: { ["a.xml"] }, read: { _ in Array(xml.utf8) })
        let session = ReplaySession(botName: "shop", folder: folder) {
            guard let runtime = try? BotRuntime(bot: bot) else { preconditionFailure("the engine did not start") }
            return runtime
        }
        let results = try session.run()
        let lines = results.compactMap(TestReport.line)
        return lines.isEmpty ? TestReport(results, seconds: 0).summary : lines.joined(separator: "\n")
    }

    private func report(_ root: String, case steps: String) throws -> String {
        try report("<test>\(root)<test-case id='case'>\(steps)</test-case></test>")
    }

    private let passed = "1 passed, 0 failed"

    private func mock(_ response: String, query: String = "http://shop.example/${path}/?n=${n}&amp;all=yes") -> String {
        """
        <mockData><query method="get">
            \(query)
        </query><parameters><path>путь</path><n> a b </n></parameters>\(response)</mockData>
        """
    }

    @Test func aMockAnswers() throws {
        for (response, said) in [
            ("<response>{ok: true}</response>", #"true 200 {"ok":true}"#),
            ("<response status='201'/>", "true 201 undefined"),
            ("<response type='json' status='404'>[1]</response>", "false 404 [1]"),
            ("<response type='text'>\n ok\n</response>", #"true 200 "\n ok\n""#),
            ("<response type='xml'><a><b>1</b><b x='2'/></a></response>", #"true 200 {"a":{"b":["1",{"x":"2"}]}}"#),
            ("", "true 200 undefined"),
        ] {
            let text = said.replacing("\"", with: "&quot;")
            #expect(try report(mock(response), case: "<q>get</q><a>\(text)</a>").hasPrefix(passed), "\(response)")
        }
    }

    @Test(arguments: [
        "http://shop.example/%D0%BF%D1%83%D1%82%D1%8C/?n=a+b&amp;all=yes",
        "http://shop.example/путь/?n=a%20b&amp;all=yes",
    ])
    func addressesMayBeWrittenEncoded(_ address: String) throws {
        #expect(
            try report(mock("<response>1</response>", query: address), case: "<q>get</q><a>true 200 1</a>").hasPrefix(
                passed))
    }

    @Test func theLastMockBeforeTheStepWins() throws {
        let steps = """
            <q>get</q><a>true 200 1</a>\(mock("<response>2</response>"))<q>get</q><a>true 200 2</a>
            """
        #expect(try report(mock("<response>1</response>"), case: steps).hasPrefix(passed))
    }

    @Test func aMockBetweenQuestionAndAnswerHindersNothing() throws {
        let steps = "\(mock("<response>1</response>"))<q>get</q>\(mock("<response>2</response>"))<a>true 200 1</a>"
        #expect(try report("", case: steps).hasPrefix(passed))
    }

    @Test func withoutMockTheCallFailsAndTheReportSaysWhich() throws {
        #expect(
            try report("", case: "<q>get</q><a>false -1 undefined</a>")
                == "test/a.xml:1: passed, with errors: case   line 1: No `<mockData>` of the test answers GET http://shop.example/%D0%BF%D1%83%D1%82%D1%8C/?n=a+b&all=yes."
        )
        let told = try report("", case: "<q>get</q><a>true</a>")
        #expect(
            told.contains(
                "No `<mockData>` of the test answers GET http://shop.example/%D0%BF%D1%83%D1%82%D1%8C/?n=a+b&all=yes."))
    }

    @Test(arguments: [
        ("<body>{\"name\": \"Ann\"}</body>", true), ("<body>{\"name\": \"Bob\"}</body>", false),
        ("<body strictMatch='true'>{\"name\": \"Ann\"}</body>", false),
        ("<body strictMatch='true'>{name: \"Ann\", count: 2, tags: [\"x\"]}</body>", true),
        ("<body field='tags[0]'>x</body>", true), ("<body field='tags[0]'>y</body>", false),
        ("<body field='$.count'>2</body>", true), ("<body field='none'>2</body>", false), ("", true),
    ])
    func bodiesAreConditions(_ body: String, _ holds: Bool) throws {
        let mock =
            "<mockData><query method='POST'>http://shop.example/orders</query>\(body)<response status='200'/></mockData>"
        let told = try report(mock, case: "<q>post Ann</q><a>true 200 undefined</a>")
        #expect(told.hasPrefix(passed) == holds, "\(told)")
    }

    @Test func aTalkGoesIntoStatesAndThemesOfTheBotOnly() throws {
        #expect(try report("", case: "<state>Again</state><q>again</q><a>again</a><state>/</state>") == passed)
        for step in ["<state>/Agan</state>", "<state>/Shop/Again</state>", "<request>{targetState: 'Agan'}</request>"] {
            let told = try report("", case: "<q>again</q><a>again</a>" + step)
            #expect(
                told.hasPrefix("test/a.xml:1: failed: case   error: The bot has no state `/")
                    && told.hasSuffix("hint: There is `/Again`; did you mean that?"), "\(told)")
        }
    }

    @Test func integrationMeansTheWorldWhichIsOffHere() throws {
        let told = try report(
            """
            <test integration="true">\(mock("<response>1</response>"))<test-case id='a'><q>get</q><a>true 200 1</a></test-case>
            <test-case id='b' integration="false"><q>get</q><a>true 200 1</a></test-case></test>
            """)
        #expect(told.contains("failed: a") && told.contains("--allow-http") && !told.contains("failed: b"))
    }

    @Test func uncertainServicesOfIntegration() throws {
        let mock =
            "<mockService name='googleSheets' method='readDataFromCells'><response>[{cell: 'A1', value: 'tea'}]</response></mockService>"
        #expect(
            try report(
                mock, case: "<q>sheet</q><a>[{&quot;cell&quot;:&quot;A1&quot;,&quot;value&quot;:&quot;tea&quot;}]</a>"
            )
            .hasPrefix(passed))
        #expect(try report("", case: "<q>sheet</q><a>[]</a>").hasPrefix(passed))
    }

    @Test func mails() throws {
        let right = """
            <q>mail</q><mail recipient="ann@example.com" subject="Order" body="Two teas"/><mail recipient="eve@example.com"/><a>sent</a>
            """
        #expect(try report("", case: right).hasPrefix(passed))
        #expect(try report("", case: "<q>mail</q><a/><mail/>").hasPrefix(passed))
        #expect(
            try report("", case: "<q>mail</q><a/><mail subject='Copy'/>").contains(
                "<mail recipient=\"ann@example.com\" subject=\"Order\" body=\"Two teas\"/>"))
        #expect(try report("", case: "<q>mail</q><a/><mail/><mail/><mail/>").contains("actual: no mail"))
    }

    @Test(arguments: [
        ("<newSession message='again'><data>{\"n\": 1}</data></newSession><a>again</a>", "1 passed, 0 failed"),
        ("<newSession/><a/>", "1 passed, 0 failed"),
        (
            "<newSession message='more'/>",
            "test/a.xml:1: failed: case   expected: <newSession message=\"more\"/>   actual: <newSession message=\"again\"><data>{\"n\":1}</data></newSession>"
        ),
        (
            "<a/><newSession/><newSession/>",
            "test/a.xml:1: failed: case   expected: <newSession/>   actual: no new session"
        ),
    ])
    func newSessionsAreChecked(_ checks: String, _ told: String) throws {
        #expect(try report("", case: "<q>renew</q>" + checks) == told)
    }
}
