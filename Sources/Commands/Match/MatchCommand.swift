import ArgumentParser
import BotModel
import BotRuntime
import CivilTime
import Dialog
import Entities
import FoundationEssentials
import Glibc

/// `ringback match`: which rule of a bot answers a phrase, and why; or what a pattern accepts.
struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Which rule of a bot answers a phrase, and why; or phrases that a pattern accepts.",
        discussion: """
            EXAMPLES
              ringback match bots/callback 'call me back in an hour'
              ringback match bots/callback --explain 'call me back in two hours'
              ringback match bots/callback --state /Start/No - < phrases.txt
              ringback match bots/callback --sample '* call [me] [back] * (an/one) hour *'
              ringback match bots/callback --sample /Goodbye --count 5 --seed 7
            """)

    @Argument(help: "The bot: a folder with chatbot.yaml, or a .sc file.")
    var bot: String
    @Argument(help: "The phrase; - reads phrases from standard input, one a line.")
    var text: String?
    @OptionGroup var options: BotOptions
    @Option(help: "The state in which the talk stands.")
    var state = "/"
    @Flag(
        help:
            "Why the rule wins and the others lose; where nothing answers, what comes nearest and which word it lacks.")
    var explain = false
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Print phrases that a pattern accepts, or the triggers of a state (/Path).", valueName: "pattern"))
    var sample: String?
    @Option(parsing: .unconditional, help: "How many phrases --sample prints for a pattern.")
    var count = 10
    @Option(parsing: .unconditional, help: "Other phrases of --sample.", transform: Arguments.seed)
    var seed: UInt64 = 1
    @Flag(help: "One JSON object a line on standard output.")
    var json = false

    func validate() throws {
        if text == nil, sample == nil {
            throw ValidationError(
                "Give a phrase, or --sample and a pattern; put `--` before a phrase that looks like an option.")
        }
        if text != nil, sample != nil { throw ValidationError("--sample takes no phrase beside its pattern.") }
        guard (1...10_000).contains(count) else { throw ValidationError("--count goes from 1 to 10000.") }
    }

    func run() throws {
        let streams = Streams()
        let (bot, diagnostics) = try BotReading.load(bot, options.libraries())
        BotReading.announce(bot, diagnostics, of: self.bot, streams)
        var isComplete = true
        if let sample {
            isComplete = try SampleRun(bot: bot, path: self.bot, count: count, seed: seed, json: json)
                .run(sample, streams)
        } else {
            try match(bot, streams)
        }
        try streams.checkWritten()
        if !isComplete { try endWithFindings() }
    }

    private func match(_ bot: Bot, _ streams: Streams) throws {
        guard bot.exists(StatePath(state)) else { throw Trouble.noState(state, in: self.bot) }
        let runtime = try BotReading.runtime(of: bot)
        let explainer = explain ? runtime.explainer() : nil
        let moment = EntityMoment(now: Date().epochSecond, zone: .utc)
        try eachPhrase(streams) { phrase in
            if let explainer {
                let explanation = explainer.explanation(of: phrase, in: StatePath(state), at: moment)
                let search = RuleSearch(found: explanation.found, givenUp: explanation.givenUp)
                let finding = MatchFinding(phrase: phrase, search: search, runtime: runtime)
                streams.out.line(
                    json
                        ? finding.json(explanation: ExplanationRecord(explanation, bot).json).text
                        : ExplanationText(explanation, phrase, bot).text)
            } else {
                let search = runtime.search(phrase, in: state, at: moment)
                let finding = MatchFinding(phrase: phrase, search: search, runtime: runtime)
                streams.out.line(json ? finding.json().text : finding.text)
            }
        }
    }

    private func eachPhrase(_ streams: Streams, _ body: (String) throws -> Void) throws {
        guard let text, text == "-" else { return try body(text ?? "") }
        var lines = InputLines(descriptor: STDIN_FILENO)
        while !streams.out.isClosed, let line = lines.next() {
            if let note = line.note { streams.say(note) }
            // One record a line, so that records and lines stay side by side.
            if json || !line.text.trimmed.isEmpty { try body(line.text.trimmed) }
        }
    }
}

extension Trouble {
    /// A state that the bot does not have.
    static func noState(_ path: String, in bot: String) -> Trouble {
        .badInput(
            "The bot has no state `\(path.shortened)`.",
            hint: "`ringback dump bot \(bot.quotedForShell)` lists its states.")
    }
}
