import ArgumentParser
import BotModel
import BotRuntime
import Conversations
import Glibc
import PatternMatching

/// `ringback match`: which rule of a bot answers a phrase.
struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Which rule of a bot answers a phrase, and what it captures.",
        discussion: """
            EXAMPLES
              ringback match bots/callback 'call me back in an hour'
              ringback match bots/callback --state /Order - < phrases.txt
            """)

    @Argument(help: "The bot: a folder with chatbot.yaml, or a .sc file.")
    var bot: String
    @Argument(help: "The phrase; - reads phrases from standard input, one a line.")
    var text: String
    @OptionGroup var options: BotOptions
    @Option(help: "The state in which the talk stands.")
    var state = "/"
    @Flag(help: "One JSON object a line on standard output.")
    var json = false

    func run() throws {
        let streams = Streams()
        let (bot, diagnostics) = try BotReading.load(bot, options.libraries())
        if let warning = BotReading.warning(diagnostics, of: self.bot) { streams.say(warning) }
        guard bot.exists(StatePath(state)) else {
            throw Trouble.badInput(
                "The bot has no state `\(state)`.", hint: "`ringback dump bot \(self.bot)` lists its states.")
        }
        let runtime = try BotReading.runtime(of: bot)
        try eachPhrase(streams) { phrase in
            let finding = MatchFinding(phrase: phrase, runtime: runtime, state: state, others: json ? 0 : 5)
            streams.out.line(json ? finding.json.text : finding.text)
        }
        try streams.checkWritten()
    }

    private func eachPhrase(_ streams: Streams, _ body: (String) throws -> Void) throws {
        guard text == "-" else { return try body(text) }
        var lines = InputLines(descriptor: STDIN_FILENO)
        while !streams.out.isClosed, let line = lines.next() {
            if let note = line.note { streams.say(note) }
            if !line.text.trimmed.isEmpty { try body(line.text.trimmed) }
        }
    }
}

/// What answers a phrase, for people and as a record.
private struct MatchFinding {
    private struct Winner {
        var state: String
        var pattern: String
        var place: CodePlace
        var score: Double
        /// Of the first one only.
        var tree: ParseNode?
    }

    private let phrase: String
    private let winners: [Winner]

    /// - Parameter others: how many of those that lost are told too.
    init(phrase: String, runtime: BotRuntime, state: String, others: Int) {
        self.phrase = phrase
        winners = runtime.candidates(for: phrase, in: state).prefix(1 + others).enumerated().map { number, found in
            let target =
                switch found.rule.target {
                case .state(let index): runtime.bot.states[index].path
                case .theme(let path): path
                }
            return Winner(
                state: target.description, pattern: found.rule.source, place: found.rule.place, score: found.score,
                tree: number == 0 ? found.match()?.tree : nil)
        }
    }

    var json: JSONValue {
        let winner = winners.first
        return .object([
            ("text", .string(phrase)), ("state", .text(winner?.state)), ("pattern", .text(winner?.pattern)),
            ("file", .text(winner?.place.file)), ("line", winner.map { .integer($0.place.line) } ?? .null),
            ("score", winner.map { .score($0.score) } ?? .null), ("tree", winner?.tree.map(\.json) ?? .null),
        ])
    }

    var text: String {
        guard let winner = winners.first else { return "Nothing answers `\(phrase.shortened)`." }
        let others = winners.dropFirst().map { "  before " + Self.line($0) }
        return ([Self.line(winner)] + (winner.tree.map { Self.captures($0, depth: 1) } ?? []) + others).joined(
            separator: "\n")
    }

    private static func line(_ winner: Winner) -> String {
        "\(winner.state) by \(winner.pattern) (\(JSONValue.score(winner.score).text)), \(winner.place.file):\(winner.place.line)"
    }

    private static func captures(_ node: ParseNode, depth: Int) -> [String] {
        node.children.flatMap { child in
            let value = child.value.map { " = \($0)" } ?? ""
            return [String(repeating: "  ", count: depth) + "\(child.tag): \(child.text)\(value)"]
                + captures(child, depth: depth + 1)
        }
    }
}

extension ParseNode {
    /// The node as scripts see it in `$parseTree`, as a tree of plain objects.
    fileprivate var json: JSONValue {
        .object([
            ("tag", .string(tag)), ("pattern", .string(pattern)), ("text", .string(text)), ("value", .text(value)),
            ("children", .array(children.map(\.json))),
        ])
    }
}
