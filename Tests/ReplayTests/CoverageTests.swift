import BotModel
import BotRuntime
import Foundation
import Replay
import SourceText
import Testing

/// What of a bot its tests visit.
@Suite struct CoverageTests {
    private static let script = """
        theme: /
            state: Start
                q!: hello
                q!: good day
                a: Hi
                buttons:
                    "On" -> /On
                    "Off" -> /Off
                go: ./Wait
                state: Wait
                    q: yes
                    script:
                        $reactions.transition("/On");
                    state: Never
                        q: never
            state: On
                a: On
                timeout: /Off || interval = 60 seconds
            state: Off
                a: Off
                go!: {{ "/On" }}
        """

    private func report(_ talk: String) throws -> CoverageReport {
        let file = SourceFile(path: "main.sc", text: Self.script)
        let project = Project(name: "bot", folder: "", sourceFolder: "", entryPoints: ["main.sc"]) { _ in .text(file) }
        let bot = Linker.link(project).0
        let recorder = CoverageRecorder(bot)
        let folder = TestFolder(path: "test", list: { ["a.talk"] }, read: { _ in Array(talk.utf8) })
        let session = ReplaySession(botName: "bot", folder: folder) {
            guard let runtime = try? BotRuntime(bot: bot) else { preconditionFailure("no engine") }
            runtime.isTraced = true
            return RecordedPartner(runtime, recorder: recorder)
        }
        let results = try session.run()
        #expect(results.allSatisfy { $0.verdict == .passed }, "\(results)")
        return CoverageReport(recorder.coverage, of: bot)
    }

    @Test func rulesStatesAndTransitionsCountOnceEach() throws {
        let report = try report("# one\n> hello\n< Hi\n> yes\n< On\n")
        #expect(report.states.text == "3 of 5 (60 %)")
        #expect(report.rules.text == "2 of 4 (50 %)")
        #expect(report.transitions.text == "2 of 6 (33 %)")
        #expect(
            report.lines { $0 } == [
                "bot: states 3 of 5 (60 %), rules 2 of 4 (50 %), transitions 2 of 6 (33 %)",
                "  main.sc:14: not visited: state /Start/Wait/Never",
                "  main.sc:19: not visited: state /Off",
                "  main.sc:4: not visited: q!: good day   into /Start",
                "  main.sc:15: not visited: q: never   into /Start/Wait/Never, heard in /Start/Wait",
                "  main.sc:6: not visited: button: /On   from /Start",
                "  main.sc:6: not visited: button: /Off   from /Start",
                "  main.sc:18: not visited: timeout: /Off   from /On",
                "  main.sc:21: not visited: go!: {{ \"/On\" }}   from /Off",
            ])
    }

    @Test func buttonsTimeoutsAndPathsOfRunTimeAreSeen() throws {
        let report = try report("# one\n> hello\n< Hi\n> Off\n< Off\n< On\n@wait 90s\n< Off\n< On\n")
        let gaps = report.gaps.map { "\($0.kind) \($0.written)" }
        #expect(!gaps.contains("button /Off") && !gaps.contains("timeout /Off"), "\(gaps)")
        #expect(!gaps.contains { $0.hasPrefix("go! ") }, "\(gaps)")
        #expect(gaps.contains("button /On"))
    }

    @Test func recordsAreJSON() throws {
        let records = try report("# one\n> hello\n< Hi\n").records { "bots/" + $0 }
        for record in records { #expect(try JSONSerialization.jsonObject(with: Data(record.utf8)) is [String: Any]) }
        #expect(
            records.last
                == #"{"type":"coverage","bot":"bot","states":{"visited":1,"all":5},"rules":{"visited":1,"all":4},"transitions":{"visited":1,"all":6}}"#
        )
    }

    @Test func progressIsToldCaseByCase() throws {
        let folder = TestFolder(path: "test", list: { ["a.talk"] }, read: { _ in Array("# a\n> x\n# b\n< y\n".utf8) })
        let told = Told()
        _ = try ReplaySession(botName: "bot", folder: folder, workers: 2) { EchoBot() }.run { told.add($0) }
        #expect(told.all.map(\.played) == [1, 2])
        #expect(told.all.last?.all == 2 && told.all.last?.failed == 2)
    }

    private final class Told: @unchecked Sendable {
        private(set) var all: [ReplayProgress] = []
        func add(_ progress: ReplayProgress) { all.append(progress) }
    }
}
