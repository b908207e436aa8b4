import Foundation
import Testing

@testable import Commands

/// What `match` says of the bots in `Fixtures/match`, one golden file a way of asking: `explain.txt`, `sample.txt`; a file with a
/// script or a folder of its name speaks of that one, the others of `bot.sc`.
///
/// A chunk is `=== title`, the arguments behind the bot, one a line, `---`, and what comes out; messages and a status other than 0
/// stand below it. `RECORD=1` rewrites the files.
@Suite struct MatchFixtureTests {
    private static let folder = RingbackProcess.checkout.appending(path: "Tests/CommandsTests/Fixtures/match")

    @Test(arguments: ["explain", "intents", "nearest", "numbers", "sample"]) func matchSaysWhatIsRecorded(
        _ name: String
    ) throws {
        let file = Self.folder.appending(path: "\(name).txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        let own = ["\(name).sc", name].map { Self.folder.appending(path: $0).path }
        let bot = own.first { FileManager.default.fileExists(atPath: $0) } ?? Self.folder.appending(path: "bot.sc").path
        var recorded: [String] = []
        for chunk in ("\n" + text).components(separatedBy: "\n=== ").dropFirst() {
            let parts = chunk.components(separatedBy: "\n---")
            let lines = parts[0].components(separatedBy: "\n")
            let said = try output(Array(lines.dropFirst()), of: bot)
            recorded.append("=== \(parts[0])\n---\n\(said)\n")
            let expected = parts.dropFirst().joined(separator: "\n---").trimmingCharacters(in: .newlines)
            if said != expected { Issue.record("\(lines[0]) now reads:\n\(said)") }
        }
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(recorded.joined(separator: "\n").utf8).write(to: file)
        }
    }

    @Test func aWordThatWasTakenForAnotherIsTold() throws {
        let ringback = try RingbackProcess()
        try ringback.write("chatbot.yaml", "name: near\nentryPoint: main.sc\nringback:\n  nearWords: true\n")
        try ringback.write(
            "src/main.sc", "theme: /\n    state: Back\n        q!: * (ring/перезвоните) *\n        a: Yes.\n")
        let said = try ringback.run(["match", ringback.folder.path, "--explain", "вы перезвонити"]).output
        #expect(said.contains("  перезвонити  перезвоните  0.6\n  heard `перезвонити`, taken for `перезвоните`\n"))
        let record = try ringback.run(["match", ringback.folder.path, "--explain", "--json", "перезвонити"]).output
        #expect(record.contains(#""element":"перезвоните","of":null,"meant":"перезвоните""#))
        let exact = try ringback.run(["match", ringback.folder.path, "--explain", "перезвоните"]).output
        #expect(exact.contains("перезвоните  1") && !exact.contains("taken for"))
    }

    @Test func aPhraseThatBeginsWithASignIsNoOption() {
        let arranged = { (arguments: String) in
            PhraseArguments.arranged(arguments.split(separator: " ").map(String.init)).joined(separator: " ")
        }
        #expect(arranged("match bot -5 --json") == "match bot --json -- -5")
        #expect(arranged("match bot --explain --да") == "match bot --explain -- --да")
        #expect(PhraseArguments.arranged(["match", "bot", "-yes please"]) == ["match", "bot", "--", "-yes please"])
        for plain in ["match bot -", "match bot -h", "match bot --seed -5", "match bot --json=-5 -- -5", "call bot -5"]
        {
            #expect(arranged(plain) == plain)
        }
    }

    private func output(_ arguments: [String], of bot: String) throws -> String {
        let input = "first line\n\nlast line\n"
        let outcome = try RingbackProcess().run(["match", bot] + arguments, input: input)
        let messages = outcome.messages.replacing(bot, with: URL(fileURLWithPath: bot).lastPathComponent)
        let status = outcome.status == 0 ? "" : "status \(outcome.status)"
        return [outcome.output, messages, status].map { $0.trimmingCharacters(in: .newlines) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }
}
