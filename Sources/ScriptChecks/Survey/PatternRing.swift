import BotModel
import PatternMatching
import Understanding
import Utterances

/// All rules of a bot that have a pattern, ready to be tried against each other: found together, and ranked as a dialog ranks them.
struct PatternRing {
    let bot: Bot
    let groups: HearingGroups
    /// Different patterns; what is written alike is one.
    private var trees: [PatternTree] = []
    /// For each pattern the first rule that has it in a group, by the group's number.
    private var rules: [[Int: Rule]] = []
    /// For each rule of the bot its pattern's number; -1 for one without.
    private var numbers: [Int]
    private let set: PatternSet
    private let maker: PhraseMaker
    private let ranking: ContextRanking

    init(of bot: Bot, words: any WordForms) {
        self.bot = bot
        groups = HearingGroups(of: bot.rules, in: bot)
        numbers = Array(repeating: -1, count: bot.rules.count)
        var known: [String: Int] = [:]
        for rule in bot.rules {
            guard case .pattern(let tree) = rule.trigger else { continue }
            let number = known[rule.source] ?? trees.count
            if number == trees.count {
                known[rule.source] = number
                trees.append(tree)
                rules.append([:])
            }
            numbers[rule.index] = number
            let group = groups.numbers[rule.index]
            if rules[number][group] == nil { rules[number][group] = rule }
        }
        set = PatternSet(
            trees, library: bot.patterns, forms: words, entities: bot.entityFinder.inflecting(by: words),
            hearsNearWords: bot.configuration.hearsNearWords)
        maker = PhraseMaker(set)
        ranking = ContextRanking(
            globalPenalty: bot.configuration.globalPenalty, stepPenalty: bot.configuration.stepPenalty)
    }

    /// The rules of patterns, without those that are written once more where they are heard.
    var firstRules: [Rule] { rules.flatMap(\.values).sorted { $0.index < $1.index } }

    func samples(of rule: Rule, count: Int) -> PatternSamples {
        var chance = PlainChance()
        return maker.plainSamples(of: numbers[rule.index], count: count, using: &chance)
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

    /// More patterns than these are not tried on a phrase.
    private static let mostRivals = 64

    /// - Parameter heard: the groups whose rules count; that of the rule itself is among them.
    func standing(of speaker: Rule, on phrase: String, among heard: [Int]) -> Standing {
        var left = Self.mostRivals
        var hits: [PatternSet.Hit] = []
        let utterance = Utterance(phrase)
        let own = numbers[speaker.index]
        let troubles = set.find(in: utterance, into: &hits) { number in
            guard number != own else { return true }
            let rules = rules[number]
            guard heard.contains(where: { rules[$0] != nil }) else { return false }
            left -= 1
            return left >= 0
        }
        let candidates = hits.flatMap { hit in
            heard.compactMap { rules[hit.pattern][$0] }.map {
                candidate($0, where: speaker, score: hit.score, explicitWords: hit.explicitWords)
            }
        }
        return Standing(
            order: ranking.ordered(candidates).map(\.candidate), isWhole: troubles.isEmpty && left >= 0,
            words: utterance.tokens.count)
    }

    /// The distances of two rules differ by as much wherever both are heard, so one context stands for all.
    private func candidate(
        _ rule: Rule, _ kind: Candidate.Kind = .pattern, where speaker: Rule, score: Double, explicitWords: Int = 0
    ) -> Candidate {
        let context = groups.context(of: groups.numbers[speaker.index])
        return Candidate(
            rule: rule.index, kind: kind, score: score, explicitWords: explicitWords, steps: rule.steps(from: context),
            isGlobal: rule.isGlobal)
    }

    func decisive(_ left: Candidate, _ right: Candidate) -> ContextRanking.Precedence { ranking.decisive(left, right) }

    /// Whether a rule takes a phrase of another one and goes before it.
    func isBetter(_ rule: Rule, than speaker: Rule, on phrase: String) -> Bool {
        let own = [numbers[rule.index], numbers[speaker.index]]
        var hits: [PatternSet.Hit] = []
        set.find(in: Utterance(phrase), into: &hits, where: own.contains)
        let candidates = zip([rule, speaker], own).compactMap { rule, number in
            hits.first { $0.pattern == number }.map {
                candidate(rule, where: speaker, score: $0.score, explicitWords: $0.explicitWords)
            }
        }
        return candidates.count == 2 && ranking.ordered(candidates)[0].candidate.rule == rule.index
    }

    /// Whether another rule surely takes all that this one accepts, and goes first.
    func surely(_ rule: Rule, losesTo winner: Rule) -> Bool {
        let (inner, outer) = (trees[numbers[rule.index]], trees[numbers[winner.index]])
        // If both count the same …
        if goesFirst(winner, counting: 0, before: rule, counting: 0), bot.patterns.surely(inner, liesIn: outer) {
            return true
        }
        // … or one that takes anything counts as little as it can, and the other as much.
        guard let least = bot.patterns.leastScore(ofAnyText: outer), let most = bot.patterns.mostScore(of: inner)
        else { return false }
        return goesFirst(winner, counting: least, before: rule, counting: most)
    }

    private func goesFirst(_ winner: Rule, counting least: Double, before rule: Rule, counting most: Double) -> Bool {
        let candidates = [
            candidate(winner, where: rule, score: least),
            candidate(rule, where: rule, score: most, explicitWords: least == most ? 0 : 1),
        ]
        return ranking.ordered(candidates)[0].candidate.rule == winner.index
    }

    /// Whether a pattern goes before an intent, however little it counts.
    func goesFirst(_ pattern: Rule, before intent: Rule) -> Bool {
        let candidates = [
            candidate(pattern, where: intent, score: 0), candidate(intent, .intent, where: intent, score: 1),
        ]
        return ranking.ordered(candidates)[0].candidate.rule == pattern.index
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
