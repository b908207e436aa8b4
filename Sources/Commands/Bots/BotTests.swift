import BotModel
import BotRuntime
import Dialog
import FoundationEssentials
import Replay

/// One bot with its tests, as commands replay them.
struct BotTests {
    let path: String
    let bot: Bot
    private let world: World

    /// Reads the bot, and says what must be known before it runs.
    init(_ path: String, _ options: BotOptions, _ world: World, _ streams: Streams) throws {
        let (bot, diagnostics) = try BotReading.load(path, options.libraries())
        BotReading.announce(bot, diagnostics, of: path, streams)
        self.path = path
        self.bot = bot
        self.world = world
    }

    /// Replays the tests.
    ///
    /// - Parameters:
    ///   - files: only these, by their paths from the bot's folder `test`; `nil` for all.
    ///   - recorder: learns what of the bot is visited.
    func run(
        filter: String?, files: Set<String>? = nil, recorder: CoverageRecorder? = nil,
        progress: @escaping @Sendable (ReplayProgress) -> Void = { _ in }
    ) throws -> [CaseResult] {
        // The first one shows whether there can be others; it plays no test, since every worker has its own.
        _ = try BotReading.runtime(of: bot, in: world)
        let (bot, world, selection) = (bot, world, bot.configuration.tests)
        let session = ReplaySession(
            botFolder: path, botName: bot.name,
            where: { ($0.hasSuffix(".talk") || selection.takes($0)) && files?.contains($0) != false },
            workers: ProcessInfo.processInfo.activeProcessorCount
        ) {
            guard let runtime = try? BotReading.runtime(of: bot, in: world) else {
                preconditionFailure("the script engine started once, but not again")
            }
            runtime.isTraced = recorder != nil
            return RecordedPartner(runtime, recorder: recorder)
        }
        return try session.run(filter: filter, progress: progress)
    }

    /// What people read below the line of a failed case; nothing for others.
    func stories(_ results: [CaseResult], _ style: Style) throws -> [String] {
        guard results.contains(where: { $0.verdict == .failed }) else { return results.map { _ in "" } }
        let explainer = try BotReading.runtime(of: bot, in: world).explainer()
        return results.map { result in
            guard result.verdict == .failed else { return "" }
            return FailureStory(result, bot, explainer, style).lines.map { $0 + "\n" }.joined()
        }
    }
}
