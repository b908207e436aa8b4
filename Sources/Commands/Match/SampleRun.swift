import BotModel
import Conversations
import PatternMatching
import SourceText

/// `match --sample`: phrases that a pattern accepts, or the triggers of a state.
struct SampleRun {
    let bot: Bot
    /// As the user names the bot.
    let path: String
    let count: Int
    let seed: UInt64
    let json: Bool

    /// Something that accepts phrases: a pattern, or phrases that are written out.
    private struct Source {
        var view: RuleView?
        var text: String
        var tree: PatternTree?
        var phrases: [String] = []
    }

    /// - Parameter sample: a pattern, or the path of a state.
    /// - Returns: Whether there are phrases for each.
    func run(_ sample: String, _ streams: Streams) throws -> Bool {
        let sources = sample.hasPrefix("/") ? try triggers(of: sample) : [try pattern(sample, streams)]
        let trees = sources.compactMap(\.tree)
        let set = PatternSet(
            trees, library: bot.patterns, forms: WordData.lexicon,
            entities: bot.entityFinder.inflecting(by: WordData.lexicon))
        var number = 0
        var isLacking = false
        for source in sources where !streams.out.isClosed {
            var samples = PatternSamples(phrases: Array(source.phrases.prefix(count)), lack: nil)
            if source.tree != nil {
                // The same seed for each, so that a pattern has the same phrases beside others as alone.
                var chance = SeededChance(source: .seeded(seed))
                samples = set.samples(of: number, count: count, using: &chance)
                number += 1
            } else if samples.phrases.isEmpty {
                samples.lack = .noneFound
            }
            isLacking = isLacking || samples.lack != nil
            tell(samples, of: source, isOnlyOne: sources.count == 1 && source.view == nil, streams)
        }
        return !isLacking
    }

    // MARK: What is asked for

    private func pattern(_ text: String, _ streams: Streams) throws -> Source {
        let (tree, mistakes) = PatternParser.parse(text)
        let source = SourceFile(path: "", text: text)
        for mistake in mistakes {
            let column = source.position(at: mistake.start).column
            streams.say("column \(column): \(mistake.code): \(mistake.message.shown)", hint: mistake.hint?.shown)
        }
        let named = tree.naming(dictionaries: Set(bot.vocabulary.dictionaries.map(\.name)))
        for reference in named.namedReferences where !bot.patterns.has(reference.name) {
            streams.say("The bot has no pattern `$\(reference.name)`; nothing matches it.")
        }
        return Source(text: text, tree: named)
    }

    private func triggers(of state: String) throws -> [Source] {
        let path = StatePath(state)
        guard bot.exists(path) else { throw Trouble.noState(state, in: self.path) }
        let sources = bot.rules.filter { RuleView($0, bot).state == path.description }.compactMap(source)
        guard !sources.isEmpty else {
            throw Trouble.badInput(
                "Nothing that is said leads to `\(path)`: it has no `q`, `e` or `intent`.",
                hint: "`ringback dump bot \(self.path.quotedForShell)` lists states with their triggers.")
        }
        return sources
    }

    private func source(_ rule: Rule) -> Source? {
        let view = RuleView(rule, bot)
        switch rule.trigger {
        case .pattern(let tree): return Source(view: view, text: rule.source, tree: tree)
        case .example(_, let tree?): return Source(view: view, text: rule.source, tree: tree)
        case .example(let phrase, nil): return Source(view: view, text: rule.source, phrases: [phrase])
        case .exampleGroup(let name):
            let phrases = bot.intents.exampleGroup(named: name)?.phrases.map(\.text) ?? []
            return Source(view: view, text: rule.source, phrases: phrases)
        case .intent(let path):
            let phrases = bot.intents.intent(at: path)?.phrases.map(\.text) ?? []
            return Source(view: view, text: rule.source, phrases: phrases)
        case .intentGroup, .event: return nil
        }
    }

    // MARK: What is told

    private func tell(_ samples: PatternSamples, of source: Source, isOnlyOne: Bool, _ streams: Streams) {
        if json {
            for phrase in samples.phrases { streams.out.line(record(source, phrase, nil).text) }
            if let lack = samples.lack { streams.out.line(record(source, nil, lack).text) }
            return
        }
        let head = source.view.map { "\($0.pattern), \($0.file):\($0.line)" } ?? source.text
        if !isOnlyOne { streams.out.line(head.shownOnOneLine) }
        let indent = isOnlyOne ? "" : "  "
        for phrase in samples.phrases { streams.out.line(indent + phrase.shownOnOneLine) }
        if let lack = samples.lack { streams.out.line(indent + Self.text(of: lack)) }
    }

    private func record(_ source: Source, _ phrase: String?, _ lack: PatternSamples.Lack?) -> JSONValue {
        .object([
            ("pattern", .string(source.text)), ("state", .text(source.view?.state)),
            ("file", .text(source.view?.file)), ("line", source.view.map { .integer($0.line) } ?? .null),
            ("text", .text(phrase)), ("lack", .text(lack.map { "\($0)" })),
        ])
    }

    private static func text(of lack: PatternSamples.Lack) -> String {
        switch lack {
        case .acceptsNothing: "(accepts nothing: every way through it meets something that cannot match)"
        case .acceptsSilenceOnly: "(accepts only a text without words)"
        case .noneFound: "(no phrase could be made; it may accept some)"
        }
    }
}

/// Chance of a seed, for everything that asks for a generator.
struct SeededChance: RandomNumberGenerator {
    var source: RandomSource

    mutating func next() -> UInt64 { source.nextSeed() }
}
