import BotModel
import PatternMatching
import Understanding
import Utterances

/// A rule that leads on, with what its pattern captured.
package struct FoundRule: Sendable {
    package let rule: Rule
    /// `nil` for events.
    package let match: PatternMatch?
    package let score: Double
    package let rank: Double
}

/// Finds the rules of a bot that answer in a context, best first (dsl.md 2.1.1, 3.7, 6.3, 6.4).
package struct RuleFinder: Sendable {
    private let bot: Bot
    private let ranking: ContextRanking
    private let matcher: PatternMatcher

    package init(bot: Bot) {
        self.bot = bot
        matcher = PatternMatcher(entities: bot.dictionaryFinder)
        ranking = ContextRanking(
            globalPenalty: bot.configuration.globalPenalty, stepPenalty: bot.configuration.stepPenalty)
    }

    /// The rules whose pattern covers the whole utterance.
    package func rules(for utterance: Utterance, in context: StatePath) -> [FoundRule] {
        let modal = bot.modalAncestor(of: context)
        let found = bot.rules.compactMap { rule -> (Rule, PatternMatch)? in
            guard case .pattern(let pattern) = rule.trigger, isActive(rule, in: context), passes(rule, modal: modal)
            else { return nil }
            return matcher.match(pattern, utterance, library: bot.patterns).map { (rule, $0) }
        }
        return ranked(found.map { (rule: $0.0, match: $0.1) }, in: context)
    }

    /// The rules of an event. Only `noMatch` is held back by modal states: a call that ends must reach its handler.
    package func rules(forEvent event: String, in context: StatePath) -> [FoundRule] {
        let modal = event == "noMatch" ? bot.modalAncestor(of: context) : nil
        let found = bot.rules.filter { rule in
            guard case .event(let name) = rule.trigger, name == event else { return false }
            return isActive(rule, in: context) && passes(rule, modal: modal)
        }
        return ranked(found.map { (rule: $0, match: nil) }, in: context)
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

    private func ranked(_ found: [(rule: Rule, match: PatternMatch?)], in context: StatePath) -> [FoundRule] {
        let candidates = found.map { rule, match in
            Candidate(
                rule: rule.index, score: match?.score ?? 1, explicitWords: match?.explicitWords ?? 0,
                steps: rule.isGlobal ? context.depth : context.depth - rule.origin.depth, isGlobal: rule.isGlobal)
        }
        let matches = Dictionary(found.map { ($0.rule.index, $0.match) }, uniquingKeysWith: { first, _ in first })
        return ranking.ordered(candidates).map { ranked in
            FoundRule(
                rule: bot.rules[ranked.candidate.rule], match: matches[ranked.candidate.rule] ?? nil,
                score: ranked.candidate.score, rank: ranked.rank)
        }
    }
}
