import BotModel
import Foundation
import ScriptChecks
import SourceText
import Testing

@Suite struct AllowanceTests {
    @Test func commentsSilenceTheirTagAndWhatIsBelow() throws {
        let (kept, _) = try applied(to: CheckFixtureTests.root + "/allow/script.sc")
        #expect(
            kept == [
                "3 note[check/needless-allow]",  // the pattern has a word
                "5 note[check/needless-allow]",  // no field is unset
                "9 warning[check/unknown-target]", "10 note[check/needless-allow]", "11 warning[check/unknown-target]",
                "18 warning[check/unreachable-state]", "23 warning[check/unknown-target]",
            ])
    }

    @Test func aMisspeltCodeIsPutRight() throws {
        let (_, found) = try applied(to: CheckFixtureTests.root + "/allow/script.sc")
        let misspelt = try #require(found.first { $0.start.line == 10 })
        #expect(misspelt.hint == "There is `check/unknown-target`; did you mean that?")
        #expect(misspelt.fixIts.first?.edits.first?.replacement == "check/unknown-target")
    }

    @Test func atTheTopItHoldsForTheFile() {
        let text =
            "# A bot.\n# ringback: allow check/silent-state, link/duplicate-state\n\ntheme: /\n    state: A\n        q!: a\n    state: A\n        q!: b\n"
        #expect(applied(to: ["main.sc": text]).isEmpty)
    }

    @Test func codeFilesHaveItInTheirOwnComments() {
        let script =
            "require: code.js\ntheme: /\n    state: A\n        q!: a\n        a: A\n    state: N\n        event!: noMatch\n        a: N\n"
        let code =
            "function leave() {\n    // ringback: allow check/unknown-target\n    $reactions.transition(\"/B\");\n    $reactions.transition(\"/C\");\n}\n"
        #expect(applied(to: ["main.sc": script, "code.js": code]) == ["4 warning[check/unknown-target]"])
    }

    @Test func theConfigurationAndFilesThatAreNotRequiredHaveThem() {
        let configuration = SourceFile(
            path: "chatbot.yaml",
            text: "name: shop\ninjector:\n  # ringback: allow check/secret\n  apiKey: not-real-0123456789\n")
        let code = SourceFile(
            path: "src/old.js", text: "var apiKey = \"not-real-9876543210\"; // ringback: allow check/secret\n")
        let (bot, sources, _) = Linker.linkWithSources(project(["main.sc": "theme: /\n"]))
        let others = [configuration, code]
        let found = ScriptChecks.findings(in: CheckedBot(bot: bot, sources: sources, otherFiles: others))
        #expect(found.map(\.file) == ["chatbot.yaml", "src/old.js"])
        #expect(Allowances(of: bot, sources, otherFiles: others).applied(to: found).isEmpty)
    }

    @Test func errorsCannotBeAllowed() {
        let text =
            "# ringback: allow link/unknown-state\ntheme: /\n    state: A\n        q!: a\n        go!: /B\n    state: N\n        event!: noMatch\n        a: N\n"
        #expect(applied(to: ["main.sc": text]) == ["1 note[check/needless-allow]", "5 error[link/unknown-state]"])
    }

    private func applied(to path: String) throws -> ([String], [Diagnostic]) {
        let (bot, sources, linked) = try BotLoader.loadWithSources(path)
        return applied(bot, sources, linked)
    }

    private func applied(to files: [String: String]) -> [String] {
        let (bot, sources, linked) = Linker.linkWithSources(project(files))
        return applied(bot, sources, linked).0
    }

    private func applied(_ bot: Bot, _ sources: BotSources, _ linked: [Diagnostic]) -> ([String], [Diagnostic]) {
        let found = linked + ScriptChecks.findings(in: CheckedBot(bot: bot, sources: sources))
        let kept = Allowances(of: bot, sources).applied(to: found).filter { $0.code != "check/no-catch-all" }
            .sorted { $0.start < $1.start }
        return (kept.map { "\($0.start.line) \($0.severity.rawValue)[\($0.code)]" }, kept)
    }
}

/// A project that lives in memory.
func project(_ files: [String: String]) -> Project {
    Project(
        name: "test", folder: "/nowhere", sourceFolder: "", entryPoints: ["main.sc"],
        read: { path in files[path].map { .text(SourceFile(path: path, text: $0)) } ?? .missing })
}
