import Foundation
import Testing

/// What `match` says of the bot in `Fixtures/match`, one golden file a way of asking: `explain.txt`, `sample.txt`.
///
/// A chunk is `=== title`, the arguments behind the bot, one a line, `---`, and what comes out; messages and a status other than 0
/// stand below it. `RECORD=1` rewrites the files.
@Suite struct MatchFixtureTests {
    private static let folder = RingbackProcess.checkout.appending(path: "Tests/CommandsTests/Fixtures/match")

    @Test(arguments: ["explain", "sample"]) func matchSaysWhatIsRecorded(_ name: String) throws {
        let file = Self.folder.appending(path: "\(name).txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        var recorded: [String] = []
        for chunk in ("\n" + text).components(separatedBy: "\n=== ").dropFirst() {
            let parts = chunk.components(separatedBy: "\n---")
            let lines = parts[0].components(separatedBy: "\n")
            let said = try output(Array(lines.dropFirst()))
            recorded.append("=== \(parts[0])\n---\n\(said)\n")
            let expected = parts.dropFirst().joined(separator: "\n---").trimmingCharacters(in: .newlines)
            if said != expected { Issue.record("\(lines[0]) now reads:\n\(said)") }
        }
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(recorded.joined(separator: "\n").utf8).write(to: file)
        }
    }

    private func output(_ arguments: [String]) throws -> String {
        let bot = Self.folder.appending(path: "bot.sc").path
        let outcome = try RingbackProcess().run(["match", bot] + arguments)
        let messages = outcome.messages.replacing(bot, with: "bot.sc")
        let status = outcome.status == 0 ? "" : "status \(outcome.status)"
        return [outcome.output, messages, status].map { $0.trimmingCharacters(in: .newlines) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }
}
