import Foundation
import Glibc
import Replay
import Testing

@testable import Commands

/// What people see of tests: failures told, progress, coverage, watching.
@Suite struct TestRunTests {
    private static let script = """
        theme: /
            state: Start
                q!: hello
                a: Hello! What would you like?
                state: Tea
                    q: * black tea *
                    a: Tea it is
            state: Coffee
                q!: * coffee *
                a: Coffee it is

        """

    private func bot(_ talk: String) throws -> RingbackProcess {
        let ringback = try RingbackProcess()
        try ringback.write("bot/main.sc", Self.script)
        try ringback.write("bot/test/a.talk", talk)
        return ringback
    }

    @Test func settingsThatLeaveNoTestAreTold() throws {
        let ringback = try RingbackProcess()
        try ringback.write("bot/chatbot.yaml", "name: bot\nentryPoint: main.sc\ntests:\n  include: [nothing/*.xml]\n")
        try ringback.write("bot/src/main.sc", Self.script)
        try ringback.write("bot/test/a.xml", "<test><test-case><q>hello</q><a/></test-case></test>")
        let outcome = try ringback.run(["test", "bot"])
        #expect(outcome.status == 65)
        #expect(outcome.messages.contains("leaves none of the tests in bot/test."), "\(outcome.messages)")
    }

    @Test func aBotWithoutACaseIsAnErrorUnlessOthersHaveSome() throws {
        let ringback = try bot("# asks\n> coffee\n< Coffee it is\n")
        try ringback.write("bare/main.sc", Self.script)
        try ringback.write("empty/main.sc", Self.script)
        try ringback.write("empty/test/a.xml", "<test></test>")
        let alone = try ringback.run(["test", "bare", "empty"])
        #expect(alone.status == 65 && alone.output.isEmpty)
        #expect(alone.messages.contains("There are no tests in bare/test.\n"), "\(alone.messages)")
        #expect(alone.messages.contains("The test files in empty/test hold no case."), "\(alone.messages)")
        let beside = try ringback.run(["test", "bare", "empty", "bot"])
        #expect(beside.status == 0 && beside.lines == ["1 passed, 0 failed"])
        #expect(
            beside.messages == "There are no tests in bare/test.\nThe test files in empty/test hold no case.\n",
            "\(beside.messages)")
        #expect(try ringback.run(["test", "bot", "bare", "--filter", "nobody"]).status == 65)
    }

    @Test func aMockThatNothingAsksForIsTold() throws {
        let ringback = try bot("# asks\n> coffee\n< Coffee it is\n")
        func mock(_ name: String) -> String {
            "<mockData><query>https://example.com/\(name)</query><response>{}</response></mockData>"
        }
        try ringback.write(
            "bot/main.sc",
            Self.script + "    state: Ask\n        q!: ask\n        script: $http.get(\"https://example.com/a\");\n")
        try ringback.write(
            "bot/test/a.xml",
            "<test>\(mock("a"))\n\(mock("b"))\n<test-case>\(mock("c"))<q>coffee</q><a/></test-case>\n"
                + "<test-case><q>ask</q></test-case></test>")
        let outcome = try ringback.run(["test", "bot"])
        #expect(outcome.status == 0)
        #expect(
            outcome.messages == """
                bot/test/a.xml:2: warning: nothing asks for the mock `GET https://example.com/…` (line 2), \
                `GET https://example.com/…` (line 3).

                """, "\(outcome.messages)")
        #expect(try ringback.run(["test", "bot", "--filter", "case 1"]).messages.isEmpty)
    }

    @Test func aPhraseThatIsTooLongForTheBotIsTheReasonThatIsTold() throws {
        let phrase = "hello " + String(repeating: "really ", count: 80)
        let output = try bot("# long\n> \(phrase)\n< Hello!…\n= /Start\n").run(["test", "bot"]).output
        #expect(output.contains("`nlp.lengthLimit` is 400. The event `lengthLimit` is sent then."), "\(output)")
        #expect(output.split(separator: "\n").allSatisfy { $0.count < 500 })
    }

    @Test func aFailureTellsTheTalkTheWordsAndTheRules() throws {
        let talk = "# asks\n> hello\n< Hello!…\n> green tea and coffee\n= /Start/Tea\n"
        let outcome = try bot(talk).run(["test", "bot"])
        #expect(outcome.status == 1)
        #expect(
            outcome.output == """
                bot/test/a.talk:5: failed: asks   expected: = /Start/Tea   actual: = /Coffee
                      > hello
                      < Hello! What would you like?   (/Start)
                      > green tea and coffee
                      < Coffee it is   (/Coffee)
                    expected  = /Start/Tea
                    actual    = /Coffee
                    answered  /Coffee by * coffee *, bot/main.sc:9
                    expected  /Start/Tea by * black tea *, bot/main.sc:6, comes nearest: it wants `black`, but `green` comes
                0 passed, 1 failed

                """, "\(outcome.output)")
    }

    @Test func theRuleOfAStateThatIsReachedByATransitionIsTold() throws {
        let ringback = try bot("# asks\n> a cup of coffee\n< Mate it is\n")
        try ringback.write(
            "bot/main.sc",
            Self.script
                + "    state: Mate\n        q!: * mate *\n        go!: /Said\n    state: Said\n        a: Mate it is\n")
        let outcome = try ringback.run(["test", "bot"])
        #expect(outcome.output.contains("expected  /Mate by * mate *, bot/main.sc:12, "), "\(outcome.output)")
    }

    @Test func theDifferenceOfWordsIsMarked() throws {
        let outcome = try bot("# asks\n> coffee\n< Coffee was it\n").run(["test", "bot"])
        #expect(
            outcome.output.contains(
                """
                    expected  < Coffee was it
                                       ~~~~~~
                    actual    < Coffee it is
                                       ~~~~~
                """), "\(outcome.output)")
    }

    @Test func coverageStandsBeforeTheSummary() throws {
        let ringback = try bot("# asks\n> coffee\n< Coffee it is\n")
        let text = try ringback.run(["test", "bot", "--coverage"])
        #expect(text.status == 0)
        #expect(text.lines.first == "bot: states 1 of 3 (33 %), rules 1 of 3 (33 %), transitions 0 of 0")
        #expect(text.lines.last == "1 passed, 0 failed")
        let json = try ringback.run(["test", "bot", "--coverage", "--json"])
        #expect(json.lines.last?.hasPrefix(#"{"type":"summary""#) == true)
        #expect(json.lines.contains { $0.hasPrefix(#"{"type":"coverage""#) })
        let junit = try ringback.run(["test", "bot", "--coverage", "--format", "junit"])
        #expect(!junit.output.contains("not visited") && junit.messages.contains("not visited"))
        #expect(try ringback.run(["graph", "bot", "--coverage"]).output.contains("class=\"row seen\""))
    }

    @Test func aSavedTestIsPlayedAgain() throws {
        let ringback = try bot("# asks\n> coffee\n< Coffee it is\n")
        let shown = try ringback.watched(["test", "bot", "--watch"]) { said in
            guard said.contains("1 passed, 0 failed") else { return false }
            if said.contains("0 passed, 1 failed") { return true }
            try? "# asks\n> coffee\n< Tea it is\n".write(
                toFile: ringback.path("bot/test/a.talk"), atomically: true, encoding: .utf8)
            return false
        }
        #expect(shown.contains("expected: < Tea it is"))
        #expect(shown.contains("Saved: bot/test/a.talk. Playing a.talk of bot again.\n"), "\(shown)")
    }

    // MARK: The parts

    @Test func aSaveTouchesTestsOrAllOfABot() {
        let part = { WatchedPart(of: "bots/a/", changed: $0, libraries: ["lib"]) }
        #expect(part(["bots/a/test/x.talk", "bots/a/test/deep/y.xml"]) == .tests(["x.talk", "deep/y.xml"]))
        #expect(part(["bots/a/test/x.talk", "bots/a/src/main.sc"]) == .everything)
        #expect(part(["bots/ab/src/main.sc"]) == .nothing)
        #expect(part(["lib/src/x.js"]) == .everything)
        #expect(WatchedPart(of: "main.sc", changed: ["./test/x.talk"], libraries: []) == .tests(["x.talk"]))
        #expect(WatchedPart(of: "main.sc", changed: ["./other.js"], libraries: []) == .everything)
    }

    @Test func aSaveIsToldOnOneLine() {
        let story = { SavedFiles($0, bots: ["a", "b"], libraries: ["lib"]).story }
        #expect(story(["a/main.sc"]) == "Saved: a/main.sc. Playing all tests of a again.")
        #expect(
            story(["lib/1.js", "lib/2.js", "lib/3.js", "lib/4.js"])
                == "Saved: lib/1.js, lib/2.js, lib/3.js and 1 more. Playing all tests of a, all tests of b again.")
    }

    @Test func aSaveEndsWhenNothingMoreChanges() {
        let stamp = { (size: Int) in
            FolderStamp(files: ["a": FolderStamp.FileStamp(modified: Date(timeIntervalSince1970: 0), size: size)])
        }
        var looks = [stamp(1), stamp(1), stamp(2), stamp(3), stamp(3), stamp(3), FolderStamp(), FolderStamp()][...]
        var waits = 0
        var watch = TestWatch({ looks.popFirst() ?? FolderStamp() }, wait: { waits += 1 })
        #expect(watch.next() == ["a"] && waits == 4)
        #expect(watch.next() == ["a"], "a file that is gone has changed")
    }

    @Test func theBarFitsItsTerminal() {
        let progress = ReplayProgress(played: 3, failed: 1, all: 6)
        #expect(ProgressBar.line("bot", progress, width: 40) == "bot [█████████░░░░░░░░░░] 3/6, 1 failed")
        for width in 1...200 {
            #expect(ProgressBar.line("a long name of a bot", progress, width: width).count < max(width, 1))
        }
    }

    @Test func theBarGoesAway() {
        let written = Lines()
        let bar = ProgressBar("bot", width: 40) { written.add($0) }
        bar.show(ReplayProgress(played: 1, all: 2))
        bar.show(ReplayProgress(played: 1, all: 2))
        bar.end()
        #expect(written.all.count == 2 && written.all.last == "\r\u{1B}[K")
    }

    private final class Lines: @unchecked Sendable {
        private(set) var all: [String] = []
        func add(_ line: String) { all.append(line) }
    }
}
