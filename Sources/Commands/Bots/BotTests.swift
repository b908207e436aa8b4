import BotModel
import BotRuntime
import Dialog
import FoundationEssentials
import Replay
import SourceText

/// One bot with its tests, as commands replay them.
package struct BotTests: Sendable {
    let path: String
    package let bot: Bot
    package let diagnostics: [Diagnostic]
    private let world: World

    /// A bot that reaches no server; nothing is said about it.
    ///
    /// - Parameter modules: folders of libraries by their names.
    /// - Throws: `Trouble` when there is nothing to run at all.
    package init(_ path: String, modules: [String: String] = [:]) throws {
        let data = DataFolder()
        let libraries = Libraries(dataFolder: data.grammars, madeFolder: data.library, folders: modules)
        (bot, diagnostics) = try BotReading.load(path, libraries)
        self.path = path
        world = World(heedsBot: false)
    }

    /// A runtime of its own: one talk at a time.
    package func runtime() throws -> BotRuntime { try BotReading.runtime(of: bot, in: world) }

    /// Reads the bot, and says what must be known before it runs.
    init(_ path: String, _ options: BotOptions, _ world: World, _ streams: Streams) throws {
        (bot, diagnostics) = try BotReading.load(path, options.libraries())
        BotReading.announce(bot, diagnostics, of: path, streams)
        self.path = path
        self.world = world
    }

    /// Replays the tests.
    ///
    /// - Parameters:
    ///   - folder: where the tests lie, if not in the bot's folder `test`.
    ///   - files: only these, by their paths from that folder; `nil` for all.
    ///   - recorder: learns what of the bot is visited.
    /// - Throws: `NoTests` for a bot without any case. A filter that leaves nothing gives an empty list.
    package func run(
        filter: String? = nil, folder: String? = nil, files: Set<String>? = nil, recorder: CoverageRecorder? = nil,
        progress: @escaping @Sendable (ReplayProgress) -> Void = { _ in }
    ) throws -> [CaseResult] {
        // The first one shows whether there can be others; it plays no test, since every worker has its own.
        _ = try runtime()
        let (bot, world) = (bot, world)
        let folder = folder.map { TestFolder(onDisk: $0) } ?? .ofBot(at: path)
        let session = ReplaySession(
            botName: bot.name, folder: folder,
            where: { bot.configuration.tests.playsTest($0) && files?.contains($0) != false },
            zone: bot.configuration.defaultTimezone, workers: ProcessInfo.processInfo.activeProcessorCount
        ) {
            guard let runtime = try? BotReading.runtime(of: bot, in: world) else {
                preconditionFailure("the script engine started once, but not again")
            }
            runtime.isTraced = recorder != nil
            return RecordedPartner(runtime, recorder: recorder)
        }
        let results = try session.run(filter: filter, progress: progress)
        if results.isEmpty, filter == nil, files == nil { throw emptiness(of: folder) }
        return results
    }

    private func emptiness(of folder: TestFolder) -> NoTests {
        let isTaken = folder.testFiles.contains(where: bot.configuration.tests.playsTest)
        return NoTests(folder: folder.path, reason: isTaken ? .noCases : .noneTaken)
    }

    /// What people read below the line of a failed case; nothing for others.
    func stories(_ results: [CaseResult], _ style: Style) throws -> [String] {
        guard results.contains(where: { $0.verdict == .failed }) else { return results.map { _ in "" } }
        let explainer = try runtime().explainer()
        return results.map { result in
            guard result.verdict == .failed else { return "" }
            return FailureStory(result, bot, explainer, style).lines.map { $0 + "\n" }.joined()
        }
    }
}

extension BotConfiguration.TestSelection {
    /// Whether a test file is played, by its path from the folder: it speaks of the vendor's tests, so every `.talk` is taken.
    func playsTest(_ file: String) -> Bool { file.hasSuffix(".talk") || takes(file) }
}
