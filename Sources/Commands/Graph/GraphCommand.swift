import ArgumentParser
import BotModel
import Replay

/// `ringback graph`: the states of a bot and what leads from one to another, as a picture.
struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "The states of a bot and their transitions as a picture.",
        discussion: """
            EXAMPLES
              ringback graph bots/callback > callback.svg
              ringback graph bots/callback --within /Start --format mermaid
              ringback graph bots/callback --format dot | dot -Tpdf > callback.pdf
              ringback graph bots/callback --coverage > tested.svg

            Of a large bot deep states are folded into those above them; --within looks into a part, --all shows everything.
            The picture's tooltips tell each place.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case svg, dot, mermaid, json }

    @Argument(help: "The bot: a folder with chatbot.yaml, or a .sc file.")
    var bot: String
    @OptionGroup var options: BotOptions
    @Option(help: "What is written: svg, dot, mermaid, or json.")
    var format = Format.svg
    @Option(
        help: ArgumentHelp("Only this state or theme, what is below it, and what it is linked with.", valueName: "path")
    )
    var within: String?
    @Flag(help: "Show every state, however many they are.")
    var all = false
    @Flag(help: "Replay the bot's tests, and colour what they visit.")
    var coverage = false
    @Flag(help: "The same as --format json: a record for each state and transition, nothing folded.")
    var json = false

    func run() throws {
        let streams = Streams()
        let (bot, visited) = coverage ? try replay(streams) : (try load(streams), nil)
        let part = try within.map { try path($0, in: bot) }
        tellEmptiness(bot, part, streams)
        if json || format == .json {
            for record in GraphRecords(bot, coverage: visited).all(within: part) { streams.out.line(record.text) }
        } else {
            draw(bot, part, visited, streams)
        }
        try streams.checkWritten()
    }

    /// An empty picture is no mistake, but hardly what was wanted.
    private func tellEmptiness(_ bot: Bot, _ part: StatePath?, _ streams: Streams) {
        if bot.states.isEmpty {
            streams.say(
                "\(bot.name) has no states, so there is nothing to show.".shown,
                hint:
                    "Write `state: Start` below `theme: /`; `ringback check \(self.bot.quotedForShell)` tells what is wrong."
            )
        } else if let part, !bot.states.contains(where: { $0.path.isWithin(part) }) {
            streams.say(
                "There are no states in `\(part)`.".shown, hint: "`ringback graph` without --within shows every part.")
        }
    }

    private func load(_ streams: Streams) throws -> Bot {
        let (bot, diagnostics) = try BotReading.load(self.bot, options.libraries())
        if let warning = BotReading.warning(diagnostics, of: self.bot) { streams.say(warning) }
        return bot
    }

    /// In tests bots ask no servers.
    private func replay(_ streams: Streams) throws -> (Bot, TestCoverage) {
        let tests = try BotTests(self.bot, options, World(heedsBot: false), streams)
        let recorder = CoverageRecorder(tests.bot)
        do {
            _ = try tests.run(recorder: recorder)
        } catch let noTests as NoTests {
            streams.say(noTests.message, hint: noTests.hint)
        }
        return (tests.bot, recorder.coverage)
    }

    private func path(_ written: String, in bot: Bot) throws -> StatePath {
        let path = StatePath(written)
        guard bot.exists(path) else { throw Trouble.noState(written, in: self.bot) }
        return path
    }

    private func draw(_ bot: Bot, _ part: StatePath?, _ coverage: TestCoverage?, _ streams: Streams) {
        var maker = ChartMaker(bot, coverage: coverage)
        maker.within = part
        if all { maker.mostRows = .max }
        let chart = maker.chart()
        if chart.foldedStates > 0, part == nil {
            streams.say(
                "\(chart.foldedStates) of \(bot.states.count) states are folded.",
                hint: "`--within /Path` looks into one part, `--all` shows every state.")
        }
        switch format {
        case .svg: streams.out.write(GraphSVG(chart, title: bot.name, paths: ShownPath(folder: bot.folder)).text)
        case .dot: streams.out.write(GraphText(chart, title: bot.name).dot)
        case .mermaid: streams.out.write(GraphText(chart, title: bot.name).mermaid)
        case .json: break
        }
    }
}
