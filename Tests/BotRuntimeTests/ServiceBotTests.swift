import BotModel
import BotRuntime
import Foundation
import Replay
import Testing

/// Plays the tests of the bots in `Fixtures/bots`, one for each service of scripts.
@Suite struct ServiceBotTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/bots")
        .path
    private static let bots = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

    @Test func thereAreBots() { #expect(Self.bots.count >= 10) }

    @Test(arguments: bots) func talksAsItsTestsSay(name: String) throws {
        let path = Self.folder + "/" + name
        let (bot, diagnostics) = try BotLoader.load(path)
        #expect(diagnostics.filter { $0.severity == .error }.isEmpty)
        #expect(try BotRuntime(bot: bot).loadFailures == [])
        let session = ReplaySession(botFolder: path, botName: name) {
            guard let runtime = try? BotRuntime(bot: bot) else { preconditionFailure("the engine did not start") }
            return runtime
        }
        let results = try session.run()
        #expect(!results.isEmpty)
        #expect(results.filter { $0.verdict != .passed }.compactMap(TestReport.line) == [])
    }
}
