import BotModel
import PatternMatching
import Understanding
import Utterances

/// Finds the rules of a bot that answer in a context, best first (dsl.md 2.1.1, 3.7, 3.8, 6.3, 6.4).
package struct RuleFinder: Sendable {
    let bot: Bot
    let ranking: ContextRanking
    /// The patterns of all rules, and for each the rule it leads to.
    let patterns: PatternSet
    let patternRules: [Rule]
    /// The rules of intents and examples, in file order.
    private let phraseRules: [Rule]
    private let eventRules: [String: [Rule]]
    let recogniser: IntentRecogniser

    package init(bot: Bot, words: any WordForms, teaching: @escaping IntentTeaching = { SentenceClassifier($0) }) {
        self.init(bot: bot, words: words, entities: bot.entityFinder.inflecting(by: words), teaching: teaching)
    }

    /// - Parameter entities: the bot's finder over the same words.
    init(bot: Bot, words: any WordForms, entities: EntityFinder, teaching: @escaping IntentTeaching) {
        self.bot = bot
        let triggers = bot.rules.compactMap { rule in rule.trigger.pattern.map { (rule, $0) } }
        patternRules = triggers.map(\.0)
        patterns = PatternSet(
            triggers.map(\.1), library: bot.patterns, forms: words, entities: entities,
            hearsNearWords: bot.configuration.hearsNearWords)
        phraseRules = bot.rules.filter(\.trigger.isOfPhrases)
        var events: [String: [Rule]] = [:]
        for rule in bot.rules { if case .event(let name) = rule.trigger { events[name, default: []].append(rule) } }
        eventRules = events
        recogniser = IntentRecogniser(bot: bot, words: words, entities: entities, teaching: teaching)
        ranking = ContextRanking(
            globalPenalty: bot.configuration.globalPenalty, stepPenalty: bot.configuration.stepPenalty)
    }

    /// A rule that is active and fits, before the context has its say.
    private struct Fit {
        let rule: Rule
        var source: MatchSource?
        var intent: RecognisedIntent?
        var score = 1.0
        var explicitWords = 0
    }

    /// What a text meets.
    package func search(_ utterance: Utterance, in context: StatePath) -> RuleSearch {
        let modal = bot.modalAncestor(of: context)
        return search(utterance, in: context) { $0.isActive(in: context) && $0.passes(modal: modal) }
    }

    /// What a text meets among other rules than those that are open.
    func search(_ utterance: Utterance, in context: StatePath, where isOpen: (Rule) -> Bool) -> RuleSearch {
        var (byPattern, byExample, givenUp) = patternFits(utterance, where: isOpen)
        var byIntent: [Fit] = []
        if !phraseRules.isEmpty {
            let examples = recogniser.examples(of: utterance).subtracting(byExample.map(\.rule.index))
            let intents = recogniser.intents(of: utterance)
            for rule in phraseRules where isOpen(rule) {
                if examples.contains(rule.index) { byExample.append(Fit(rule: rule)) }
                if let found = intents.first(where: { Self.means(rule, $0.intent) }) {
                    byIntent.append(Fit(rule: rule, intent: found, score: found.score))
                }
            }
        }
        return RuleSearch(found: ranked(byPattern + byExample + byIntent, in: context), givenUp: givenUp)
    }

    /// The rules whose pattern covers the phrase: of `q:`, and of `e:` with named patterns in it.
    private func patternFits(
        _ utterance: Utterance, where isOpen: (Rule) -> Bool
    ) -> (rules: [Fit], examples: [Fit], givenUp: [GivenUpRule]) {
        let (hits, givenUp) = hits(utterance, where: isOpen)
        var fits: (rules: [Fit], examples: [Fit], givenUp: [GivenUpRule]) = ([], [], [])
        fits.givenUp = givenUp.map { GivenUpRule(rule: $0.pattern.map { patternRules[$0] }, trouble: $0.trouble) }
        for (hit, reading) in hits {
            let rule = patternRules[hit.pattern]
            let source = MatchSource(patterns: patterns, number: hit.pattern, utterance: reading)
            if case .pattern = rule.trigger {
                fits.rules.append(
                    Fit(rule: rule, source: source, score: hit.score, explicitWords: hit.explicitWords))
            } else {
                fits.examples.append(Fit(rule: rule, source: source, explicitWords: hit.explicitWords))
            }
        }
        return fits
    }

    /// What a pattern that asks for parts of words counts beside one that asks for the words themselves (uncertain).
    private static let worthOfParts = 0.7

    /// The patterns that cover the phrase, each with the reading of its words that it covers best: as they are, or in parts.
    private func hits(
        _ utterance: Utterance, where isOpen: (Rule) -> Bool
    ) -> (hits: [(PatternSet.Hit, Utterance)], givenUp: [GivenUpPattern]) {
        var hits: [PatternSet.Hit] = []
        let givenUp = patterns.find(in: utterance, into: &hits) { isOpen(patternRules[$0]) }
        guard let parted = utterance.parted else { return (hits.map { ($0, utterance) }, givenUp) }
        var others: [PatternSet.Hit] = []
        let alsoGivenUp = patterns.find(in: parted, into: &others) { isOpen(patternRules[$0]) }
        var best = Dictionary(hits.map { ($0.pattern, ($0, utterance)) }, uniquingKeysWith: { first, _ in first })
        for var hit in others {
            hit.score -= abs(hit.score) * (1 - Self.worthOfParts)
            if hit.score > best[hit.pattern]?.0.score ?? -.infinity { best[hit.pattern] = (hit, parted) }
        }
        return (
            best.values.sorted { $0.0.pattern < $1.0.pattern },
            givenUp + alsoGivenUp.filter { other in !givenUp.contains { $0.pattern == other.pattern } }
        )
    }

    private static func means(_ rule: Rule, _ intent: Intent) -> Bool {
        switch rule.trigger {
        case .intent(let path): intent.path.text == path
        case .intentGroup(let path): lies(intent, below: path)
        case .pattern, .event, .example, .exampleGroup: false
        }
    }

    private static func lies(_ intent: Intent, below path: String) -> Bool {
        path == "/" || intent.path.text == path || intent.path.text.hasPrefix(path + "/")
    }

    /// The best intent of a text, whether or not a rule leads on from it.
    func intent(of utterance: Utterance) -> RecognisedIntent? { recogniser.intents(of: utterance).first }

    /// All intents of a text, best first, whether or not a rule leads on from them.
    func intents(of utterance: Utterance) -> [RecognisedIntent] { recogniser.intents(of: utterance) }

    /// The rules of an event. Only what the engine says itself about a text is held back by modal states: a call that ends
    /// must reach its handler.
    package func rules(forEvent event: String, in context: StatePath) -> [FoundRule] {
        let modal = event == "noMatch" || event == "match" ? bot.modalAncestor(of: context) : nil
        let found = eventRules[event, default: []].filter { rule in
            rule.isActive(in: context) && rule.passes(modal: modal)
        }
        return ranked(found.map { Fit(rule: $0) }, in: context)
    }

    private func ranked(_ fits: [Fit], in context: StatePath) -> [FoundRule] {
        let candidates = fits.map { fit in
            Candidate(
                rule: fit.rule.index, kind: fit.rule.trigger.kind, score: fit.score, explicitWords: fit.explicitWords,
                steps: fit.rule.steps(from: context), isGlobal: fit.rule.isGlobal,
                priority: fit.intent?.intent.priority ?? 0)
        }
        let byRule = Dictionary(fits.map { ($0.rule.index, $0) }, uniquingKeysWith: { first, _ in first })
        return ranking.ordered(candidates).compactMap { ranked in
            byRule[ranked.candidate.rule].map { fit in
                FoundRule(rule: fit.rule, intent: fit.intent, ranked: ranked, source: fit.source)
            }
        }
    }
}

extension Rule.Trigger {
    fileprivate var pattern: PatternTree? {
        switch self {
        case .pattern(let pattern): pattern
        case .example(_, let pattern): pattern
        case .event, .intent, .intentGroup, .exampleGroup: nil
        }
    }

    var kind: Candidate.Kind {
        switch self {
        case .pattern: .pattern
        case .example, .exampleGroup: .example
        case .intent, .intentGroup: .intent
        case .event: .event
        }
    }

    /// Whether it is recognised by phrases rather than by a pattern alone.
    fileprivate var isOfPhrases: Bool {
        switch self {
        case .example, .exampleGroup, .intent, .intentGroup: true
        case .pattern, .event: false
        }
    }
}
