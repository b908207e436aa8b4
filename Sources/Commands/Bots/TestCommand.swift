import ArgumentParser
import BotModel
import BotRuntime
import FoundationEssentials
import Replay

/// `ringback test`: replays bots' own tests.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Replay a bot's tests: .talk files and the vendor's XML.",
        discussion: """
            EXAMPLES
              ringback test bots/callback
              ringback test bots/* --filter callback --format junit > report.xml

            Tests lie in the bot's folder test/; of the vendor's XML those are run that `tests:` of chatbot.yaml includes.
            The exit status is 1 when one fails.
            """)

    @Argument(help: "Bots: folders with chatbot.yaml, or .sc files.")
    var bots: [String]
    @OptionGroup var options: BotOptions
    @OptionGroup var worldOptions: WorldOptions
    @Option(help: "Only tests whose name or file contains this text.")
    var filter: String?
    @Option(help: "How results are written: text, json, junit or tap.")
    var format = TestReport.Format.text
    @Flag(help: "The same as --format json.")
    var json = false

    func run() throws {
        let streams = Streams()
        let started = ContinuousClock.now
        var results: [CaseResult] = []
        var lacking: NoTests?
        for bot in bots {
            do {
                results += try play(bot, streams)
            } catch let noTests as NoTests {
                lacking = noTests
                if bots.count > 1 { streams.say(noTests.message) }
            }
        }
        if results.isEmpty, let lacking { throw Trouble.badInput(lacking.message, hint: lacking.hint) }
        if results.isEmpty, let filter {
            throw Trouble.badInput(
                "No test matches the filter `\(filter)`.",
                hint: "The filter is a part of a case's name or of its file's.")
        }
        let seconds = (ContinuousClock.now - started) / .seconds(1)
        let report = TestReport(results, seconds: seconds)
        streams.out.write(report.rendered(as: json ? .json : format))
        try streams.checkWritten()
        if !report.isGood { try endWithFindings() }
    }

    private func play(_ path: String, _ streams: Streams) throws -> [CaseResult] {
        let (bot, diagnostics) = try BotReading.load(path, options.libraries())
        BotReading.announce(bot, diagnostics, of: path, streams)
        // The first one shows whether there can be others; it plays no test, since every worker has its own.
        let world = try worldOptions.world(heedsBot: false)
        _ = try BotReading.runtime(of: bot, in: world)
        let selection = bot.configuration.tests
        let session = ReplaySession(
            botFolder: path, botName: bot.name,
            where: { $0.hasSuffix(".talk") || selection.takes($0) },
            workers: ProcessInfo.processInfo.activeProcessorCount
        ) {
            guard let runtime = try? BotReading.runtime(of: bot, in: world) else {
                preconditionFailure("the script engine started once, but not again")
            }
            return runtime
        }
        return try session.run(filter: filter)
    }
}

extension TestReport.Format: ExpressibleByArgument {}
