import FoundationEssentials
import Replay
import SourceText
import Testing

/// The vendor's XML tests.
struct XMLTestReaderTests {
    private func report(steps: String) throws -> String {
        try ReplayTests.report("<test>\n<test-case id=\"case\">\n\(steps)\n</test-case>\n</test>\n", named: "a.xml")
    }

    @Test(arguments: [
        "<q>/start</q>\n<a>\n   Hello! Is it a goodtime\n to talk?\n</a>",
        "<q>/start</q><a/>",
        "<q>/start</q><a></a>",
        "<!-- why --><q>/start</q><a state = '/Start'/>",
        "<q>two</q><a class='/One'>one</a><a state='Two' class='One'/>",
        "<q>a &amp; b</q><a>You said: a &amp; b</a>",
        "<q><![CDATA[<b>]]></q><a>You said: &lt;b&gt;</a>",
        "<event> hello </event><a>hello</a>",
        "<requestData>{eventData: {x: 1}}</requestData><event>hello</event><a>hello {\"x\":1}</a>",
        "<requestData>{offset: 180}</requestData><q>data</q><a>{\"offset\":180}</a><q>data</q><a>{\"offset\":180}</a>",
        "<requestData>{a: 1}</requestData><request>{query: 'data', data: {b: 2}}</request><a>{\"b\":2}</a><q>data</q><a>{\"a\":1}</a>",
        "<requestData>{smartRandom: [4, 4]}</requestData><q>smart</q><a>4 4</a><q>smart</q><a>4 4</a>",
        "<request>{query: 'mute', channelType: 'telegram'}</request>",
        "<request>{\"event\": \"hello\", \"data\": {\"eventData\": [1]}}</request><a>hello [1]</a>",
        "<request>{\"targetState\": \"/There\"}</request><a state='/There'>Still there?</a>",
        "<dateTime> 2017-04-01 10:20:30 </dateTime><q>clock</q><a>2017-04-01T10:20:30Z UTC</a>",
        "<random>2, 5</random><q>dice</q><a>2 5</a><q>dice</q><a>0 0</a>",
        "<state>Symptoms</state><context var='client'>{name: 'Ann'}</context><q>state</q><a>/Symptoms {} {\"name\":\"Ann\"}</a>",
        "<context var='session'>{}</context><q>mute</q>",
        "<q>wait</q><a/><timeoutReply/><timeoutReply targetState='/Late' interval='4'/><timeout/><a>Still there?</a>",
        "<q>buttons</q><a/><responseData field='replies[1].buttons'>[{text: 'Yes'}]</responseData>",
        "<q>buttons</q><a/><responseData field=\"$.replies[1]['buttons'][1].text\">No</responseData>",
        "<q>buttons</q><a/><responseData>{answer: 'Choose', replies: [{type: 'text'}]}</responseData>",
        "<q>two</q><a/><a/><responseData field='answer'>one\n\ntwo</responseData>",
        "<q>bye</q><a/><q>mute</q>",
    ])
    func passes(_ steps: String) throws {
        #expect(try report(steps: steps) == "1 passed, 0 failed")
    }

    @Test(arguments: [
        ("<q>/start</q>\n<a>hello</a>", 4, "< hello", "< Hello! Is it a good time to talk?"),
        ("<q>/start</q>", 3, "no further reply", "< Hello! Is it a good time to talk? (/Start)"),
        ("<q>two</q>\n<a state='/Two'/>", 4, "= /Two", "= /One"),
        ("<q>two</q>\n<a class='/Two'/>", 4, "matched /Two", "matched /One"),
        ("<q>mute</q>\n<a/>", 4, "< …", "no reply"),
        ("<q>wait</q><a/>\n<timeoutReply targetState='/Early'/>", 4, "timeout to /Early", "timeout of 4s to /Late"),
        ("<q>wait</q><a/>\n<timeoutReply interval='60'/>", 4, "timeout of 1m", "timeout of 4s to /Late"),
        ("<q>mute</q>\n<timeoutReply interval='60'/>", 4, "timeout of 1m", "no timeout"),
        ("<q>mute</q>\n<timeout/>", 4, "a pending timeout", "none"),
        ("<q>buttons</q><a/>\n<responseData field='replies[1].type'>text</responseData>", 4, "\"text\"", "\"buttons\""),
        ("<q>buttons</q><a/>\n<responseData field='replies[7]'>{}</responseData>", 4, "{}", "nothing at that place"),
    ])
    func fails(_ steps: String, _ line: Int, _ expected: String, _ actual: String) throws {
        let told = "bots/echo/test/a.xml:\(line): failed: case   expected: \(expected)   actual: \(actual)"
        #expect(try report(steps: steps) == told)
    }

    @Test(arguments: [
        (
            "<newSession><data>no</data></newSession>", "`<data>` cannot be read: `no`.",
            "Write the session's data as a JSON object."
        ),
        (
            "<a>x<br/></a>", "`<br>` stands inside `<a>`, which holds text only.",
            "Put `<br>` behind it, or write its `<` as `&lt;`."
        ),
        (
            "<mockData><response>1</response></mockData>",
            "`<mockData>` cannot be read: a `<query>` with the address is expected.",
            "A mock is `<mockData><query method=\"get\">address</query><response>{}</response></mockData>`."
        ),
        (
            "<mockService/>", "`<mockService>` has no `name` or no `<response>` with JSON.",
            "Write `<mockService name=\"googleSheets\"><response>{}</response></mockService>`."
        ),
        (
            "<context var='temp'>{}</context>", "`<context>` cannot be read: `{}`.",
            "Write `var=\"client\"` or `var=\"session\"`."
        ),
        ("<dateTime>noon</dateTime>", "`<dateTime>` cannot be read: `noon`.", "Write `2026-11-23 09:00:00`."),
        ("<random>a</random>", "`<random>` cannot be read: `a`.", "Write `2, 0, 1`."),
        (
            "<request>{}</request>",
            "`<request>` has no `query`, `event` or `targetState`, so nothing would reach the bot.",
            "Write one like `<request>{\"query\": \"hello\"}</request>`."
        ),
        (
            "<responseData field='replies[*]'>1</responseData>", "The field `replies[*]` is no path into the response.",
            "Write one like `replies[0].buttons[1].text`."
        ),
        ("<evnt>x</evnt>", "`<evnt>` is no step of a test.", "Did you mean `<event>`?"),
        ("<a stat='/X'/>", "`<a>` has no attribute `stat`.", "Did you mean `state`?"),
        (
            "<timeoutReply targetstate='/X'/>", "`<timeoutReply>` has no attribute `targetstate`.",
            "Did you mean `targetState`?"
        ),
        ("<q lang='ru'>x</q>", "`<q>` has no attribute `lang`.", "Take it away: `<q>` has none."),
        ("<a then='/X'/>", "`<a>` has no attribute `then`.", "It may have `state`, `class`."),
        (
            "<newSession><date>{}</date></newSession>", "`<date>` is no part of `<newSession>`.",
            "Did you mean `<data>`?"
        ),
        (
            "<mockData><query>http://a.example</query><respone>1</respone></mockData>",
            "`<respone>` is no part of `<mockData>`.", "Did you mean `<response>`?"
        ),
        (
            "<mockData><query metod='post'>http://a.example</query></mockData>",
            "`<query>` has no attribute `metod`.", "Did you mean `method`?"
        ),
        (
            "<mockData><query>http://a.example</query><response>{\"a\":</response></mockData>",
            "`<response>` cannot be read: JSON is expected.",
            "Correct it, or write `<response type=\"text\">` for an answer that is none."
        ),
        ("<state>Symptom</state>", "The bot has no state `/Symptom`.", "There is `/Symptoms`; did you mean that?"),
        (
            "<request>{targetState: '/Symptom'}</request>", "The bot has no state `/Symptom`.",
            "There is `/Symptoms`; did you mean that?"
        ),
    ])
    func whatCannotBeReadFailsItsCaseOnly(_ step: String, _ message: String, _ hint: String) throws {
        let text =
            "<test>\n<test-case id='bad'>\n\(step)\n</test-case><test-case id='good'><q>mute</q></test-case></test>"
        let results = try session(["a.xml": text]).run()
        #expect(results.map(\.verdict) == [.failed, .passed])
        #expect(results[0].line == 3, "\(results[0])")
        #expect(results[0].problem == TestProblem(message: message, hint: hint))
    }

    @Test func anErrorThatChangesNoAnswerIsTold() throws {
        #expect(
            try report(steps: "<q>boom</q>")
                == "bots/echo/test/a.xml:2: passed, with errors: case   line 3: error[script/exception] x is not defined, src/main.sc:12"
        )
    }

    @Test func whatIsPreparedDoesNotEndTheAnswersBeforeIt() throws {
        #expect(
            try report(steps: "<q>two</q><a>one</a><random>1</random><state>/X</state><a>two</a>")
                == "1 passed, 0 failed")
    }

    @Test func stepsBetweenCasesAreToldOnce() throws {
        let text = "<test>\n<q>a</q>\n<a/>\n<test-case><q>mute</q></test-case>\n</test>"
        let results = try session(["a.xml": text]).run()
        #expect(results.map(\.verdict) == [.passed, .skipped])
        #expect(results[1].notes == ["`<q>` in line 2 stands outside of every `<test-case>`."])
    }

    @Test func dataThatIsNoObjectIsToldWithTheCase() throws {
        let told = try report(steps: "<requestData>five</requestData><q>mute</q>")
        #expect(told.hasSuffix("error: `<requestData>` cannot be read: `five`.   hint: Write a JSON object."))
    }

    @Test func aMockForAllCasesThatCannotBeReadFailsThem() throws {
        let told = try ReplayTests.report(
            "<test>\n<mockData/>\n<test-case/>\n<test-case id='b'/>\n</test>", named: "a.xml")
        let lines = told.split(separator: "\n")
        #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("bots/echo/test/a.xml:2: failed: ") }, "\(told)")
    }

    @Test(arguments: [
        (
            "<test>\n\n<q>a</b>\n</test>", 3,
            "A closing tag does not belong to the open element inside `<q>` of line 3."
        ),
        (
            "<test>\n<q>a & b</q></test>", 2,
            "There is an `&` or `<` that begins nothing inside `<q>` of line 2; write `&amp;` or `&lt;` for the character."
        ),
        (
            "<test>\n<q>1 < 2</q></test>", 2,
            "There is an `&` or `<` that begins nothing inside `<q>` of line 2; write `&amp;` or `&lt;` for the character."
        ),
        (
            "<test>\n<q>&nope;</q></test>", 2,
            "There is an unknown entity `&…;` inside `<q>` of line 2; write `&amp;` for the character."
        ),
        ("<test>\n<q>a</q>\n", 2, "The file ends inside `<test>` of line 1, which is not closed."),
        (
            "<test>\n<a state=x/></test>", 2,
            "An attribute is not well written inside `<test>` of line 1: `name=\"value\"` is expected."
        ),
        ("plain", 1, "The file does not begin with an element: `<test>` is expected."),
        ("", 1, "The file is empty."),
        ("<test/>\n<test/>", 2, "There is something after the end of the root element."),
    ])
    func malformedXMLFails(_ text: String, _ line: Int, _ message: String) throws {
        let told = try ReplayTests.report(text, named: "a.xml")
        #expect(
            told.hasPrefix("bots/echo/test/a.xml:\(line): failed: a.xml   error: \(message)   hint: A test is `<test>"),
            "\(told)")
    }

    @Test func aMistakeOfXMLCostsTheCaseInWhichItStands() throws {
        let sound = "<test-case><q>a</q><a>You said: a</a></test-case>"
        for (broken, line, message) in [
            ("<test-case id='b'><q>a & b</q></test-case>", 3, "begins nothing inside `<q>` of line 3"),
            ("<test-case id='b'>\n<q>a</test-case>", 4, "does not belong to the open element inside `<q>` of line 4"),
            ("<test-case id='b'><q>a</q>", 3, "The case ends inside `<test-case>` of line 3"),
            ("<test-case id='b'><a state=x/></test-case>", 3, "not well written inside `<test-case>` of line 3"),
        ] {
            let text = "<test>\n<!-- <test-case> -->\(sound)\n\(broken)\n<test-case/>\(sound)</test>"
            let results = try session(["a.xml": text]).run()
            #expect(results.map(\.verdict) == [.passed, .failed, .passed, .passed], "\(text)")
            #expect(results.map(\.name) == ["case 1", "b", "case 3", "case 4"])
            #expect(results[1].line == line && results[1].problem?.message.contains(message) == true, "\(results[1])")
        }
    }

    @Test func aMistakeBetweenCasesCostsTheFile() throws {
        let sound = "<test-case><q>a</q><a>You said: a</a></test-case>"
        for text in ["<test>\(sound) & \(sound)</test>", "<test>\(sound)<test-case><q></test-case>\(sound)"] {
            #expect(try session(["a.xml": text]).run().map(\.name) == ["a.xml"], "\(text)")
        }
    }

    @Test func attributesOfTheRootAndOfCasesAreKnownToo() throws {
        let text = "<test integratoin='true' xmlns:xsi='x'>\n<test-case id='a' nme='b'/>\n<test-case id='c'/></test>"
        let results = try session(["a.xml": text]).run()
        #expect(results.map(\.problem?.hint) == ["Did you mean `integration`?", "Did you mean `integration`?"])
        #expect(results[0].notes == ["line 2: `<test-case>` has no attribute `nme`."])
    }

    @Test(arguments: [
        [0xFF, 0xFE], [0xFE, 0xFF],
    ])
    func utf16IsReadByItsMark(_ mark: [UInt8]) throws {
        let text =
            "<?xml version='1.0' encoding='UTF-16'?>\n<test><test-case><q>привет</q><a>You said: привет</a></test-case></test>"
        let units = text.utf16.flatMap {
            mark[0] == 0xFF ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
        }
        #expect(try verdicts(mark + units) == [.passed])
        #expect(try verdicts(mark + units.dropLast()) == [.failed])
    }

    @Test(arguments: [("windows-1251", [0xE4, 0xE0]), ("KOI8-R", [0xC4, 0xC1]), ("IBM866", [0xA4, 0xA0])])
    func declaredEncodingsAreRead(_ name: String, _ yes: [UInt8]) throws {
        let head = Array(
            "<?xml version=\"1.0\" encoding=\"\(name)\"?><test><test-case><q>x</q><a>You said: x</a><q>".utf8)
        let inside = head + yes + Array("</q><a>You said: &#1076;&#1072;</a></test-case></test>".utf8)
        #expect(try verdicts(inside) == [.passed])
    }

    @Test func anEncodingThatNobodyKnowsIsRefused() throws {
        #expect(
            try verdicts(Array("<?xml version='1.0' encoding='martian'?><test><q>".utf8) + [0xE4, 0xE0]) == [.failed])
        #expect(try verdicts(Array("<test><q>".utf8) + [0xE4, 0xE0] + Array("</q></test>".utf8)) == [.failed])
    }

    @Test func whatIsUTF8IsReadSoWhateverItDeclares() throws {
        let text =
            "<?xml version='1.0' encoding='windows-1251'?><test><test-case><q>да</q><a>You said: да</a></test-case></test>"
        #expect(try verdicts(Array(text.utf8)) == [.passed])
        #expect(try verdicts([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == [.passed])
    }

    private func verdicts(_ bytes: [UInt8]) throws -> [CaseResult.Verdict] {
        let folder = TestFolder(path: "test", list: { ["a.xml"] }, read: { _ in bytes })
        return try ReplaySession(botName: "echo", folder: folder) { EchoBot() }.run().map(\.verdict)
    }

    @Test func otherRootsAreNoTests() throws {
        let told = try ReplayTests.report("<tests>\n<step/></tests>", named: "a.xml")
        #expect(
            told
                == "bots/echo/test/a.xml:1: failed: a.xml   error: The root element is `<tests>`, so this is no test of the platform.   hint: A test is `<test><test-case><q>what the caller says</q><a>what the bot says</a></test-case></test>`."
        )
    }

    @Test(arguments: ["<test/>", "<test></test>"])
    func anEmptyTestIsFine(_ text: String) throws {
        #expect(try ReplayTests.report(text, named: "a.xml") == "0 passed, 0 failed")
        #expect(try report(steps: "") == "1 passed, 0 failed")
    }

    @Test func clocksAreThoseOfTheBotElseOfTheTestElseUTC() throws {
        func moment(_ head: String, zone: String?) -> String {
            let text = "<test \(head)><test-case><dateTime>2026-07-01 12:00:00</dateTime></test-case></test>"
            let entry = XMLTestReader.read(SourceFile(path: "a.xml", text: text), zone: zone).cases[0]
            if let problem = entry.problems.first { return problem.message }
            guard case .preparation(.clock(let at))? = entry.talk.steps.first?.kind else { return "no clock" }
            return "\(Int(at.timeIntervalSince1970) % 86400 / 3600) \(entry.talk.assumesZone)"
        }
        #expect(moment("zone='Asia/Tokyo'", zone: "Europe/Moscow") == "9 false")
        #expect(moment("zone='Asia/Tokyo'", zone: nil) == "3 false")
        #expect(moment("", zone: nil) == "12 true")
        #expect(moment("zone='Moskow'", zone: nil) == "`Moskow` is no time zone.")
    }
}
