import ArgumentParser
import BotModel
import PatternMatching
import ScriptSyntax
import SourceText

/// `ringback dump`: any stage between a bot's text and the bot, printed.
struct DumpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump", abstract: "Print a stage between a bot's text and the running bot.",
        discussion: """
            EXAMPLES
              ringback dump tokens bots/callback/src/main.sc
              ringback dump bot bots/callback
              ringback dump pattern '* call [me] [back] * (an/one) hour *'
            """,
        subcommands: [DumpTokens.self, DumpTree.self, DumpBot.self, DumpPattern.self])
}

/// The lossless pieces of a file.
struct DumpTokens: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens", abstract: "The pieces of a script file, each byte in one of them.",
        discussion: """
            EXAMPLE
              ringback dump tokens bots/callback/src/main.sc
            """)

    @Argument(help: "A .sc file.")
    var file: String

    func run() throws {
        let streams = Streams()
        let (tree, _) = ScriptParser.parse(try ScriptText.read(file))
        for piece in tree.pieces {
            let place = tree.source.position(at: piece.span.start)
            let text = JSONText.quoted(tree.source.text(in: piece.span))
            streams.out.line("\(place.line):\(place.column)\t\(piece.kind.rawValue)\t\(text)")
        }
        try streams.checkWritten()
    }
}

/// The tags of a file as a tree.
struct DumpTree: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tree", abstract: "The tags of a script file, nested as they stand.",
        discussion: """
            EXAMPLE
              ringback dump tree bots/callback/src/main.sc
            """)

    @Argument(help: "A .sc file.")
    var file: String

    func run() throws {
        let streams = Streams()
        let (tree, _) = ScriptParser.parse(try ScriptText.read(file))
        for item in tree.items { print(item, depth: 0, streams.out) }
        try streams.checkWritten()
    }

    private func print(_ item: ScriptItem, depth: Int, _ out: TextOutput) {
        let indent = String(repeating: "  ", count: depth)
        switch item {
        case .tag(let tag):
            let value =
                tag.value.map { " " + JSONText.quoted($0.text) } ?? tag.code.map { " " + JSONText.quoted($0.text) }
                ?? ""
            let parameters = tag.parameters.map { " \($0.key.text)=\(JSONText.quoted($0.value.text))" }.joined()
            out.line(indent + tag.name.text + (tag.isBang ? "!" : "") + value + parameters)
            for child in tag.items { print(child, depth: depth + 1, out) }
        case .pattern(let pattern): out.line(indent + "$\(pattern.name.text) = \(JSONText.quoted(pattern.body.text))")
        case .setting(let setting): out.line(indent + "\(setting.key.text) = \(JSONText.quoted(setting.value.text))")
        case .line(let line): out.line(indent + "line " + JSONText.quoted(line.text))
        case .comment(let comment): out.line(indent + "comment " + JSONText.quoted(comment.text))
        }
    }
}

/// A linked bot.
struct DumpBot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bot", abstract: "The states of a bot and the rules that lead into them.",
        discussion: """
            EXAMPLE
              ringback dump bot bots/callback
            """)

    @Argument(help: "The bot: a folder with chatbot.yaml, or a .sc file.")
    var bot: String
    @OptionGroup var options: BotOptions

    func run() throws {
        let streams = Streams()
        let (bot, _) = try BotReading.load(bot, options.libraries())
        for state in bot.states {
            streams.out.line("\(state.path)\(state.isModal ? " modal" : "")  \(state.place.file):\(state.place.line)")
            for rule in bot.rules where rule.target == .state(state.index) {
                let kind = rule.trigger.tagName
                let reach = rule.isGlobal ? "" : " in \(rule.origin)"
                streams.out.line("  \(kind)\(rule.isGlobal ? "!" : ""): \(rule.source)\(reach)")
            }
        }
        try streams.checkWritten()
    }
}

/// A pattern's tree.
struct DumpPattern: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pattern", abstract: "A pattern as it is understood, and what is wrong with it.",
        discussion: """
            EXAMPLE
              ringback dump pattern '* call [me] [back] * (an/one) hour *'
            """)

    @Argument(help: "The text of the pattern.")
    var pattern: String

    func run() throws {
        let streams = Streams()
        let (tree, mistakes) = PatternParser.parse(pattern)
        streams.out.line(tree.expression)
        for mistake in mistakes {
            streams.say("byte \(mistake.start): \(mistake.code): \(mistake.message)", hint: mistake.hint)
        }
        try streams.checkWritten()
        if mistakes.contains(where: \.isError) { try endWithFindings() }
    }
}
