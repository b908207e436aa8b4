import BotModel
import PatternMatching
import Understanding
import Utterances

/// A rule that leads on, with what was recognised.
package struct FoundRule: Sendable {
    package let rule: Rule
    /// `nil` for events, and for phrases said as they are written.
    package let match: PatternMatch?
    package let intent: RecognisedIntent?
    package let score: Double
    package let rank: Double
}

/// Finds the rules of a bot that answer in a context, best first (dsl.md 2.1.1, 3.7, 3.8, 6.3, 6.4).
package struct RuleFinder: Sendable {
    private let bot: Bot
    private let ranking: ContextRanking
    private let matcher: PatternMatcher
    private let recogniser: IntentRecogniser

    package init(bot: Bot) {
        self.bot = bot
        matcher = PatternMatcher(entities: bot.entityFinder)
        recogniser = IntentRecogniser(bot: bot, matcher: matcher)
        ranking = ContextRanking(
            globalPenalty: bot.configuration.globalPenalty, stepPenalty: bot.configuration.stepPenalty)
    }

    /// A rule that is active and fits, before the context has its say.
    private struct Fit {
        let rule: Rule
        var match: PatternMatch?
        var intent: RecognisedIntent?
        var score = 1.0
    }

    /// What a text meets: patterns win over examples, examples over intents, whatever their scores.
    package func rules(for utterance: Utterance, in context: StatePath) -> [FoundRule] {
        let modal = bot.modalAncestor(of: context)
        let intents = recogniser.intents(of: utterance)
        let examples = recogniser.examples(of: utterance)
        var fits: [[Fit]] = [[], [], []]
        for rule in bot.rules where isActive(rule, in: context) && passes(rule, modal: modal) {
            switch rule.trigger {
            case .event: continue
            case .pattern(let pattern):
                guard let match = matcher.match(pattern, utterance, library: bot.patterns) else { continue }
                fits[0].append(Fit(rule: rule, match: match, score: match.score))
            case .example(_, let pattern):
                let match = pattern.flatMap { matcher.match($0, utterance, library: bot.patterns) }
                guard match != nil || examples.contains(rule.index) else { continue }
                fits[1].append(Fit(rule: rule, match: match))
            case .exampleGroup:
                if examples.contains(rule.index) { fits[1].append(Fit(rule: rule)) }
            case .intent(let path):
                if let found = intents.first(where: { $0.intent.path.text == path }) {
                    fits[2].append(fit(rule, found))
                }
            case .intentGroup(let path):
                if let found = intents.first(where: { Self.lies($0.intent, below: path) }) {
                    fits[2].append(fit(rule, found))
                }
            }
        }
        return fits.flatMap { ranked($0, in: context) }
    }

    private func fit(_ rule: Rule, _ found: RecognisedIntent) -> Fit {
        Fit(rule: rule, match: found.match, intent: found, score: found.score)
    }

    private static func lies(_ intent: Intent, below path: String) -> Bool {
        path == "/" || intent.path.text == path || intent.path.text.hasPrefix(path + "/")
    }

    /// The best intent of a text, whether or not a rule leads on from it.
    func intent(of utterance: Utterance) -> RecognisedIntent? { recogniser.intents(of: utterance).first }

    /// The rules of an event. Only what the engine says itself about a text is held back by modal states: a call that ends
    /// must reach its handler.
    package func rules(forEvent event: String, in context: StatePath) -> [FoundRule] {
        let modal = event == "noMatch" || event == "match" ? bot.modalAncestor(of: context) : nil
        let found = bot.rules.filter { rule in
            guard case .event(let name) = rule.trigger, name == event else { return false }
            return isActive(rule, in: context) && passes(rule, modal: modal)
        }
        return ranked(found.map { Fit(rule: $0) }, in: context)
    }

    private func isActive(_ rule: Rule, in context: StatePath) -> Bool {
        if rule.isGlobal { return true }
        return rule.onlyThisState ? context == rule.origin : context.isWithin(rule.origin)
    }

    /// Inside a modal state only what stands in it counts, and what leads out of it by `fromState`.
    private func passes(_ rule: Rule, modal: StatePath?) -> Bool {
        guard let modal else { return true }
        return rule.owner.isWithin(modal) || (rule.hasFromState && rule.origin.isWithin(modal))
    }

    private func ranked(_ fits: [Fit], in context: StatePath) -> [FoundRule] {
        let candidates = fits.map { fit in
            Candidate(
                rule: fit.rule.index, score: fit.score, explicitWords: fit.match?.explicitWords ?? 0,
                steps: fit.rule.isGlobal ? context.depth : context.depth - fit.rule.origin.depth,
                isGlobal: fit.rule.isGlobal)
        }
        let byRule = Dictionary(fits.map { ($0.rule.index, $0) }, uniquingKeysWith: { first, _ in first })
        return ranking.ordered(candidates).compactMap { ranked in
            byRule[ranked.candidate.rule].map { fit in
                FoundRule(
                    rule: fit.rule, match: fit.match, intent: fit.intent, score: fit.score, rank: ranked.rank)
            }
        }
    }
}
