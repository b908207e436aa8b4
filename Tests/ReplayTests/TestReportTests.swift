import FoundationEssentials
import Replay
import Testing

struct TestReportTests {
    private let results = [
        CaseResult(bot: "echo", file: "t/a.talk", name: "says \"hi\" & more #1", line: 1, verdict: .passed),
        CaseResult(
            bot: "echo", file: "t/a.talk", name: "fails", line: 7, verdict: .failed, step: "< a <b>",
            expected: "< a <b>",
            actual: "< a\nc"),
        CaseResult(
            bot: "echo", file: "t/b.xml", name: "case 1", line: 2, verdict: .skipped,
            notes: ["`<mail>` in line 3 is not supported yet."]),
    ]

    private func rendered(_ format: TestReport.Format) -> String {
        TestReport(results, seconds: 1.0625).rendered(as: format)
    }

    @Test func text() {
        #expect(
            rendered(.text) == """
                t/a.talk:7: failed: fails   expected: < a <b>   actual: < a c
                t/b.xml:2: skipped: case 1: `<mail>` in line 3 is not supported yet.
                1 passed, 1 failed, 1 skipped

                """)
    }

    @Test func json() {
        #expect(
            rendered(.json) == #"""
                {"type":"case","bot":"echo","file":"t/a.talk","name":"says \"hi\" & more #1","line":1,"passed":true,"step":null,"expected":null,"actual":null}
                {"type":"case","bot":"echo","file":"t/a.talk","name":"fails","line":7,"passed":false,"step":"< a <b>","expected":"< a <b>","actual":"< a\nc"}
                {"type":"case","bot":"echo","file":"t/b.xml","name":"case 1","line":2,"passed":false,"skipped":true,"reason":"`<mail>` in line 3 is not supported yet.","step":null,"expected":null,"actual":null}
                {"type":"summary","cases":3,"passed":1,"failed":1,"skipped":1,"seconds":1.063}

                """#)
    }

    @Test func junit() {
        #expect(
            rendered(.junit) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites tests="3" failures="1" skipped="1" time="1.063">
                  <testsuite name="echo" tests="3" failures="1" skipped="1">
                    <testcase classname="t/a.talk" name="says &quot;hi&quot; &amp; more #1" file="t/a.talk" line="1"/>
                    <testcase classname="t/a.talk" name="fails" file="t/a.talk" line="7"><failure message="expected: &lt; a &lt;b&gt; actual: &lt; a&#10;c">&lt; a &lt;b&gt;</failure></testcase>
                    <testcase classname="t/b.xml" name="case 1" file="t/b.xml" line="2"><skipped message="`&lt;mail&gt;` in line 3 is not supported yet."/></testcase>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test func tap() {
        #expect(
            rendered(.tap) == ##"""
                TAP version 13
                1..3
                ok 1 - t/a.talk: says "hi" & more \#1
                not ok 2 - t/a.talk: fails
                  ---
                  line: 7
                  step: "< a <b>"
                  expected: "< a <b>"
                  actual: "< a\nc"
                  ...
                ok 3 - t/b.xml: case 1 # SKIP `<mail>` in line 3 is not supported yet.

                """##)
    }

    @Test func longTextsAreCutWhereTheyAreTheSame() {
        let start = String(repeating: "the same words again and ", count: 8)
        let result = CaseResult(
            bot: "b", file: "f", name: "n", line: 1, verdict: .failed, expected: start + "one", actual: start + "two")
        #expect(
            TestReport.line(result)
                == "f:1: failed: n   expected: … and the same words again and one   actual: … and the same words again and two"
        )
    }
}

struct TestProblemTests {
    private var result: CaseResult {
        var result = CaseResult(bot: "echo", file: "t/a.xml", name: "a.xml", line: 2, verdict: .failed)
        result.problem = TestProblem(message: "This is no test.", hint: "Write one.")
        return result
    }

    @Test func isToldAsAnErrorWithItsHint() {
        let report = TestReport([result], seconds: 0)
        #expect(TestReport.line(result) == "t/a.xml:2: failed: a.xml   error: This is no test.   hint: Write one.")
        #expect(
            report.rendered(as: .json).hasPrefix(
                #"{"type":"case","bot":"echo","file":"t/a.xml","name":"a.xml","line":2,"passed":false,"step":null,"expected":null,"actual":null,"problem":"This is no test.","hint":"Write one."}"#
            ))
        #expect(
            report.rendered(as: .junit).contains(
                "<failure message=\"error: This is no test. hint: Write one.\"></failure>"))
        #expect(
            report.rendered(as: .tap).contains(
                "  line: 2\n  problem: \"This is no test.\"\n  hint: \"Write one.\"\n"))
    }

    @Test func hasNoStepWhereverItIsFound() throws {
        let files = [
            "a.talk": "# case\n@nothing\n", "b.talk": "> before\n", "c.xml": "<test>", "d.xml": "",
            "e.xml": "<test><test-case><evnt/></test-case></test>",
        ]
        let results = try session(files).run()
        #expect(results.count == 5)
        for result in results {
            #expect(result.problem?.hint != nil && result.step == nil && result.expected == nil, "\(result)")
        }
    }
}

struct ReplaySessionTests {
    private let files = [
        "b.talk": "# second\n> mute\n# Third\n> mute\n", "a/deep.talk": "# first\n> mute\n",
        "c.xml": "<test><test-case id='fourth'/></test>",
        "notes.txt": "", "a/.hidden.talk": "# hidden\n> mute\n",
    ]

    @Test func filesAreFoundByFolderAndSorted() throws {
        #expect(try session(files).run().map(\.name) == ["first", "second", "Third", "fourth"])
    }

    @Test(arguments: [("third", ["Third"]), ("DEEP", ["first"]), ("nothing", [])])
    func theFilterLooksAtNamesAndFiles(_ filter: String, _ names: [String]) throws {
        #expect(try session(files).run(filter: filter).map(\.name) == names)
    }

    @Test func manyWorkersGiveTheSameResultsInTheSameOrder() throws {
        let talk = (0..<200).map { "# case \($0)\n> dice\n< \($0 % 3) 0\n" }.joined()
        let alone = try session(["a.talk": talk]).run()
        #expect(try session(["a.talk": talk], workers: 4).run() == alone)
        #expect(alone.count { $0.verdict == .passed } == 67)
    }

    @Test func noTestsIsSaid() {
        let error = #expect(throws: NoTests.self) { try session(["notes.txt": ""]).run() }
        #expect(error?.message == "There are no tests in bots/echo/test.")
    }

    @Test(arguments: [
        ("bots/echo", "bots/echo/test"), ("bots/echo/", "bots/echo/test"), ("bots/echo/main.sc", "bots/echo/test"),
        ("main.sc", "test"),
        (".", "test"), ("/", "/test"),
    ])
    func testsLieBesideTheBot(_ bot: String, _ folder: String) {
        #expect(TestFolder.ofBot(at: bot).path == folder)
    }

    @Test func aFolderOnDisk() throws {
        let folder = FileManager.default.temporaryDirectory.path() + "/replay-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/test/sub", withIntermediateDirectories: true)
        try Data("# case\n> mute\n".utf8).write(to: URL(filePath: folder + "/test/sub/a.talk"))
        let results = try ReplaySession(botFolder: folder, botName: "echo") { EchoBot() }.run()
        #expect(results.map(\.verdict) == [.passed])
    }
}
