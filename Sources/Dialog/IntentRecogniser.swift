import BotModel
import PatternMatching
import Understanding
import Utterances

/// An intent that was recognised in a text.
package struct RecognisedIntent: Sendable {
    package let intent: Intent
    package let score: Double
    /// What its pattern captured; `nil` when a phrase was said as it is written.
    package let match: PatternMatch?
}

/// Recognises the intents and examples of a bot by their phrases and patterns.
struct IntentRecogniser: Sendable {
    private let bot: Bot
    private var intentPhrases = PhraseBook()
    private var examplePhrases = PhraseBook()
    private let patterns: PatternSet
    /// For each pattern the number of its intent.
    private let patternIntents: [Int]

    init(bot: Bot, words: any WordForms) {
        self.bot = bot
        var patterns: [(intent: Int, tree: PatternTree)] = []
        for (number, intent) in bot.intents.intents.enumerated() where intent.isEnabled {
            for phrase in intent.phrases { intentPhrases.add(Self.words(of: phrase.text), meaning: number) }
            patterns += intent.patterns.map { (number, PatternParser.parse($0.text).0) }
        }
        patternIntents = patterns.map(\.intent)
        self.patterns = PatternSet(
            patterns.map(\.tree), library: bot.patterns, forms: words, entities: bot.entityFinder,
            hearsNearWords: bot.configuration.hearsNearWords)
        for rule in bot.rules { learn(rule) }
    }

    private mutating func learn(_ rule: Rule) {
        switch rule.trigger {
        case .example(let phrase, _): examplePhrases.add(Self.words(of: phrase), meaning: rule.index)
        case .exampleGroup(let name):
            guard let group = bot.intents.exampleGroup(named: name), group.isEnabled else { return }
            for phrase in group.phrases { examplePhrases.add(Self.words(of: phrase.text), meaning: rule.index) }
        case .pattern, .event, .intent, .intentGroup: break
        }
    }

    private static func words(of text: String) -> [String] { Utterance(text).tokens.map(\.word) }

    /// The intents of a text, best first.
    func intents(of utterance: Utterance) -> [RecognisedIntent] {
        let all = bot.intents.intents
        var best: [Int: RecognisedIntent] = [:]
        var hits: [PatternSet.Hit] = []
        patterns.find(in: utterance, into: &hits)
        for hit in hits.sorted(by: { $0.pattern < $1.pattern }) {
            let number = patternIntents[hit.pattern]
            if let earlier = best[number], earlier.score >= hit.score { continue }
            let match = patterns.match(hit.pattern, utterance)
            best[number] = RecognisedIntent(intent: all[number], score: hit.score, match: match)
        }
        for number in intentPhrases.meanings(of: utterance.tokens.map(\.word)) {
            best[number] = RecognisedIntent(intent: all[number], score: 1, match: nil)
        }
        return best.sorted { ($0.value.score, -$0.key) > ($1.value.score, -$1.key) }.map(\.value)
    }

    /// The numbers of the `e:` and `eg:` rules that have this text as an example.
    func examples(of utterance: Utterance) -> Set<Int> {
        Set(examplePhrases.meanings(of: utterance.tokens.map(\.word)))
    }
}
