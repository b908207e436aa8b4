import BotModel
import PatternMatching
import Understanding
import Utterances

/// All rules of a bot that have a pattern, ready to be tried against each other: found together, and ranked as a dialog ranks them.
struct PatternRing {
    let bot: Bot
    let rules: [Rule]
    let groups: HearingGroups
    private let trees: [PatternTree]
    /// For each rule of the bot its pattern's number in the set; -1 for one without.
    private let numbers: [Int]
    private let set: PatternSet
    private let maker: PhraseMaker
    private let ranking: ContextRanking
    /// Whether a pattern is the first of those that are written alike and heard in the same states.
    private let isFirst: [Bool]

    init(of bot: Bot, words: any WordForms) {
        self.bot = bot
        var numbers = Array(repeating: -1, count: bot.rules.count)
        var (rules, trees): ([Rule], [PatternTree]) = ([], [])
        for rule in bot.rules {
            guard case .pattern(let tree) = rule.trigger else { continue }
            numbers[rule.index] = rules.count
            rules.append(rule)
            trees.append(tree)
        }
        (self.rules, self.trees, self.numbers) = (rules, trees, numbers)
        set = PatternSet(
            trees, library: bot.patterns, forms: words, entities: bot.entityFinder.inflecting(by: words),
            hearsNearWords: bot.configuration.hearsNearWords)
        maker = PhraseMaker(set)
        ranking = ContextRanking(
            globalPenalty: bot.configuration.globalPenalty, stepPenalty: bot.configuration.stepPenalty)
        let groups = HearingGroups(of: bot.rules, in: bot)
        self.groups = groups
        var seen: Set<Writing> = []
        isFirst = rules.map { seen.insert(Writing(source: $0.source, group: groups.numbers[$0.index])).inserted }
    }

    private struct Writing: Hashable {
        let source: String
        let group: Int
    }

    /// Rules that are not written once more where they are heard.
    var firstRules: [Rule] { rules.indices.filter { isFirst[$0] }.map { rules[$0] } }

    func samples(of rule: Rule, count: Int) -> PatternSamples {
        var chance = PlainChance()
        return maker.samples(of: numbers[rule.index], count: count, using: &chance)
    }

    // MARK: Ranks

    /// What a dialog finds for a phrase where a rule is heard.
    struct Standing {
        /// Best first, with the number of the rule.
        let order: [Candidate]
        /// Whether no rule was left out.
        let isWhole: Bool
        /// How many words the phrase has.
        let words: Int

        subscript(rule: Rule) -> Candidate? { order.first { $0.rule == rule.index } }
    }

    /// More rules than these are not tried on a phrase.
    private static let mostRivals = 64

    /// - Parameter isRival: whether the rules of a group count; the rule itself always does.
    func standing(of speaker: Rule, on phrase: String, isRival: (Int) -> Bool) -> Standing {
        var left = Self.mostRivals
        var hits: [PatternSet.Hit] = []
        let utterance = Utterance(phrase)
        let own = numbers[speaker.index]
        let troubles = set.find(in: utterance, into: &hits) { number in
            guard number != own else { return true }
            guard isFirst[number], isRival(groups.numbers[rules[number].index]) else { return false }
            left -= 1
            return left >= 0
        }
        let candidates = hits.map {
            candidate(rules[$0.pattern], where: speaker, score: $0.score, explicitWords: $0.explicitWords)
        }
        return Standing(
            order: ranking.ordered(candidates).map(\.candidate), isWhole: troubles.isEmpty && left >= 0,
            words: utterance.tokens.count)
    }

    /// The distances of two rules differ by as much wherever both are heard, so one context stands for all.
    private func candidate(_ rule: Rule, where speaker: Rule, score: Double, explicitWords: Int) -> Candidate {
        let context = groups.context(of: groups.numbers[speaker.index])
        return Candidate(
            rule: rule.index, score: score, explicitWords: explicitWords, steps: rule.steps(from: context),
            isGlobal: rule.isGlobal)
    }

    func decisive(_ left: Candidate, _ right: Candidate) -> ContextRanking.Precedence { ranking.decisive(left, right) }

    /// Whether another rule takes all that this one accepts, counts it no less, and goes first if it counts as much.
    func surely(_ rule: Rule, losesTo winner: Rule) -> Bool {
        let equal = [rule, winner].map { candidate($0, where: rule, score: 0, explicitWords: 0) }
        return ranking.ordered(equal).first?.candidate.rule == winner.index
            && bot.patterns.surely(trees[numbers[rule.index]], liesIn: trees[numbers[winner.index]])
    }

    func takesAnyText(_ rule: Rule) -> Bool { bot.patterns.surelyTakesAnyText(trees[numbers[rule.index]]) }
}

/// Takes turns by a plain rule, so that a bot is always told the same.
private struct PlainChance: RandomNumberGenerator {
    private var state: UInt64 = 1

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}
