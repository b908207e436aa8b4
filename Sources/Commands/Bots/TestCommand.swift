import ArgumentParser
import Replay

/// `ringback test`: replays bots' own tests.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Replay a bot's tests: .talk files and the vendor's XML.",
        discussion: """
            EXAMPLES
              ringback test bots/callback
              ringback test bots/* --filter callback --format junit > report.xml
              ringback test bots/callback --watch
              ringback test bots/callback --coverage

            Tests lie in the bot's folder test/; of the vendor's XML those are run that `tests:` of chatbot.yaml includes.
            The exit status is 1 when one fails, and 65 when no bot has a case to play; beside others that have some, a bot
            without any is only told.
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

    @Flag(help: "Also tell which states, rules and transitions no test visits.")
    var coverage = false
    @Flag(help: "Stay, and replay what a saved file touches: a test file, or all of a bot; ctrl-C ends.")
    var watch = false

    func run() throws {
        let streams = Streams()
        let run = TestRun(command: self, streams: streams)
        guard !watch else { try run.watch() }
        let report = try run.run(bots.map { ($0, nil) })
        try streams.checkWritten()
        if !report.isGood { try endWithFindings() }
    }
}

extension TestReport.Format: ExpressibleByArgument {}
