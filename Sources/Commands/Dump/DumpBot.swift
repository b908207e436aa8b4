import ArgumentParser
import BotModel
import SourceText

/// A linked bot.
struct DumpBot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bot", abstract: "The states of a bot, the rules that lead into them, its patterns and data.",
        discussion: """
            EXAMPLE
              ringback dump bot bots/callback
            """)

    @OptionGroup var arguments: BotArguments

    func run() throws {
        let streams = Streams()
        let (bot, sources) = try arguments.load()
        for row in BotRows(bot, sources).all where !streams.out.isClosed {
            streams.out.line(arguments.json ? row.json.text : row.text)
        }
        try streams.checkWritten()
    }
}

/// One line about a bot: the words for people, and the fields.
private struct BotRow {
    let text: String
    let json: JSONValue

    init(_ type: String, _ text: String, _ fields: [(String, JSONValue)]) {
        self.text = text
        json = .object([("type", .string(type))] + fields)
    }
}

/// A bot line by line: states with their rules, themes that rules lead to, patterns, data, scripts of the start.
private struct BotRows {
    private let bot: Bot
    private let sources: BotSources
    private let paths: ShownPath

    init(_ bot: Bot, _ sources: BotSources) {
        self.bot = bot
        self.sources = sources
        paths = ShownPath(folder: bot.folder)
    }

    var all: [BotRow] {
        let rules = Dictionary(grouping: bot.rules, by: \.target)
        let states = bot.states.flatMap { state in
            [row(state)] + (rules[.state(state.index)] ?? []).map { row($0, to: state.path) }
        }
        let themes = bot.themes.sorted().flatMap { theme in
            [BotRow("theme", "theme \(theme)", [("path", .string(theme.description))])]
                + (rules[.theme(theme)] ?? []).map { row($0, to: theme) }
        }
        let data = bot.data.map { name, json in
            BotRow(
                "data", "data \(name)  \(json.utf8.count) bytes of JSON",
                [("name", .string(name)), ("bytes", .integer(json.utf8.count))])
        }
        let names = bot.vocabulary
        return states + themes + sources.patterns.map(row) + names.intents.intents.map(row)
            + names.dictionaries.map(row) + names.customTags.values.sorted { $0.name.text < $1.name.text }.map(row)
            + data + bot.startScripts.map(row)
    }

    private func row(_ intent: Intent) -> BotRow {
        let path = intent.path.text
        return BotRow(
            "intent", "intent \(path)  \(intent.phrases.count) phrases  \(paths.of(intent.file))",
            [
                ("path", .string(path)), ("enabled", .bool(intent.isEnabled)),
                ("phrases", .integer(intent.phrases.count)), ("patterns", .integer(intent.patterns.count)),
                ("slots", .array(intent.slots.map { .string($0.name.text) })), ("file", .string(paths.of(intent.file))),
            ])
    }

    private func row(_ dictionary: EntityDictionary) -> BotRow {
        BotRow(
            "dictionary",
            "dictionary $\(dictionary.name)  \(dictionary.records.count) records  \(paths.of(dictionary.file))",
            [
                ("name", .string(dictionary.name)), ("variable", .text(dictionary.variable)),
                ("records", .integer(dictionary.records.count)), ("file", .string(paths.of(dictionary.file))),
            ])
    }

    private func row(_ tag: CustomTag) -> BotRow {
        BotRow(
            "customTag", "custom tag \(tag.name.text):  \(paths.of(tag.file))",
            [
                ("name", .string(tag.name.text)), ("startState", .text(tag.startState?.text)),
                ("parameters", .array(tag.parameters.map { .string($0.name.text) })),
                ("file", .string(paths.of(tag.file))),
            ])
    }

    private func row(_ state: BotState) -> BotRow {
        let flags = [state.isModal ? "modal" : nil, state.keepsContext ? "noContext" : nil].compactMap(\.self)
        let words = (["state \(state.path)"] + flags).joined(separator: " ")
        return BotRow(
            "state", "\(words)  \(paths.of(state.place.file)):\(state.place.line)",
            [
                ("path", .string(state.path.description)), ("modal", .bool(state.isModal)),
                ("noContext", .bool(state.keepsContext)), ("reactions", .integer(state.reactions.count)),
            ] + place(state.place.file, state.place.line))
    }

    private func row(_ rule: Rule, to target: StatePath) -> BotRow {
        let kind = rule.trigger.tagName
        let reach = rule.isGlobal ? "" : " in \(rule.origin)" + (rule.onlyThisState ? " only" : "")
        let owner = rule.owner == target ? "" : "  written in \(rule.owner)"
        return BotRow(
            "rule", "  \(kind)\(rule.isGlobal ? "!" : ""): \(rule.source)\(reach)\(owner)",
            [
                ("kind", .string(kind)), ("global", .bool(rule.isGlobal)), ("source", .string(rule.source)),
                ("origin", rule.isGlobal ? .null : .string(rule.origin.description)),
                ("onlyThisState", .bool(rule.onlyThisState)), ("owner", .string(rule.owner.description)),
                ("target", .string(target.description)),
            ] + place(rule.place.file, rule.place.line))
    }

    private func row(_ pattern: DeclaredPattern) -> BotRow {
        let line = pattern.file.position(at: pattern.definition.span.start).line
        let body = pattern.definition.body.text
        return BotRow(
            "pattern", "pattern $\(pattern.name) = \(body)  \(paths.of(pattern.file.path)):\(line)",
            [
                ("name", .string(pattern.name)), ("body", .string(body)), ("tree", .string(pattern.tree.expression)),
            ] + place(pattern.file.path, line))
    }

    private func row(_ script: StartScript) -> BotRow {
        BotRow(
            "start", "start \(script.kind)  \(paths.of(script.file)):\(script.firstLine)",
            [("kind", .string("\(script.kind)"))] + place(script.file, script.firstLine))
    }

    private func place(_ file: String, _ line: Int) -> [(String, JSONValue)] {
        [("file", .string(paths.of(file))), ("line", .integer(line))]
    }
}
