import BotModel
import PatternMatching
import Understanding
import Utterances

/// Phrases that rules accept, tried on all rules: which of them never win, and which are decided by their order alone.
///
/// Every rule says a few phrases; one that loses them all to another is looked at more closely, and is told only when it is proved that it loses whatever
/// it accepts: because all its phrases were tried, or because its pattern lies in the other one.
struct RuleContests {
    /// Rules that never win, by their numbers.
    var defeats: [Int: Defeat] = [:]
    /// Rules that differ by their order alone, each pair once.
    private(set) var ties: [Tie] = []
    private var tied: Set<[Int]> = []

    /// A rule all of whose phrases lead elsewhere.
    struct Defeat {
        let winner: Rule
        let reason: Reason
        /// Whether the winner takes any text.
        let isByCatchAll: Bool
        /// A phrase that the rule accepts; `nil` where it is no pattern.
        var phrase: String?
    }

    /// Why a rule goes before another.
    enum Reason {
        /// Both count the same, and it stands earlier.
        case order
        /// It is one of the context, or of a nearer one.
        case context
        case score
        /// It is a pattern, and the other an intent.
        case kind
    }

    /// Two rules of different states that differ by their order alone.
    struct Tie {
        let first: Rule
        let second: Rule
        let phrase: String
    }

    /// How many phrases a rule says, and how many when it has lost those.
    private static let few = 4
    private static let many = 40
    private static let mostProofs = 3

    init(of bot: Bot, _ survey: Survey, words: any WordForms) {
        guard !survey.choosesResults else { return }
        let ring = PatternRing(of: bot, words: words)
        let written = Set(survey.triggers.flatMap { $0.rules.map(\.index) })
        let speakers = ring.firstRules.filter { written.contains($0.index) }
        let byGroup = Dictionary(grouping: speakers) { ring.groups.numbers[$0.index] }
        // The same pattern stands in many contexts, and says the same there.
        var samples: [String: PatternSamples] = [:]
        for (group, members) in byGroup.sorted(by: { $0.key < $1.key }) {
            let heard = ring.groups.heard(whereverIs: group)
            for speaker in members {
                let known = samples[speaker.source] ?? ring.samples(of: speaker, count: Self.few)
                samples[speaker.source] = known
                tryPhrases(known, of: speaker, in: ring, among: heard)
            }
        }
        findSilenced(in: ring)
    }

    // MARK: Patterns

    private mutating func tryPhrases(
        _ samples: PatternSamples, of speaker: Rule, in ring: PatternRing, among heard: [Int]
    ) {
        let standings = samples.phrases.map { ring.standing(of: speaker, on: $0, among: heard) }
        for (phrase, standing) in zip(samples.phrases, standings) { noteTie(standing, speaker, phrase, in: ring) }
        let winners = winners(over: speaker, standings, in: ring.bot)
        guard let phrase = samples.phrases.first, !winners.isEmpty, !ring.bot.configuration.hearsNearWords,
            let winner = sureWinner(of: winners, over: speaker, samples, in: ring)
        else { return }
        defeats[speaker.index] = Defeat(
            winner: winner, reason: reason(speaker, winner, standings[0], in: ring),
            isByCatchAll: ring.takesAnyText(winner), phrase: phrase)
    }

    /// One that goes before a rule on whatever it accepts: because that is all it accepts, or because its pattern lies in the other's.
    private func sureWinner(
        of winners: [Int], over speaker: Rule, _ samples: PatternSamples, in ring: PatternRing
    ) -> Rule? {
        let rules = winners.prefix(Self.mostProofs).map { ring.bot.rules[$0] }
        if samples.isComplete { return rules.first }
        let isCountable = samples.possible.map { $0 <= Self.many } ?? false
        let more = isCountable ? ring.samples(of: speaker, count: Self.many) : nil
        return rules.first { rule in
            guard let more, more.isComplete else { return ring.surely(speaker, losesTo: rule) }
            return more.phrases.allSatisfy { ring.isBetter(rule, than: speaker, on: $0) }
        }
    }

    /// Those that go before a rule on all of its phrases, the best on the first one first.
    private func winners(over speaker: Rule, _ standings: [PatternRing.Standing], in bot: Bot) -> [Int] {
        var winners: [Int]?
        for standing in standings {
            let better = standing.order.map(\.rule).prefix { bot.rules[$0].target != speaker.target }
            winners = winners?.filter(better.contains) ?? Array(better)
            if winners?.isEmpty == true { return [] }
        }
        return winners ?? []
    }

    private func reason(
        _ speaker: Rule, _ winner: Rule, _ standing: PatternRing.Standing, in ring: PatternRing
    ) -> Reason {
        guard let first = standing[winner], let second = standing[speaker] else { return .order }
        switch ring.decisive(first, second) {
        case .order: return .order
        case .kind, .words, .priority: return .score
        case .rank, .distance: return first.score > second.score ? .score : .context
        }
    }

    /// All words must be named by both patterns: in "hello bye" every greeting would meet every farewell.
    private mutating func noteTie(
        _ standing: PatternRing.Standing, _ speaker: Rule, _ phrase: String, in ring: PatternRing
    ) {
        guard standing.isWhole, standing.order.count > 1 else { return }
        let best = standing.order.prefix(2)
        let (first, second) = (ring.bot.rules[best[0].rule], ring.bot.rules[best[1].rule])
        guard best.contains(where: { $0.rule == speaker.index }), ring.decisive(best[0], best[1]) == .order,
            best.allSatisfy({ $0.explicitWords == standing.words }), first.target != second.target,
            first.source != second.source, tied.insert([first.index, second.index]).inserted
        else { return }
        ties.append(Tie(first: first, second: second, phrase: phrase))
    }
}

extension Survey {
    /// Whether the bot chooses itself among the rules that were found, by `bind("selectNLUResult", …)`.
    fileprivate var choosesResults: Bool {
        Dictionary(scripts.map { ($0.file.path, $0.file) }, uniquingKeysWith: { first, _ in first })
            .values.contains { !$0.occurrences(of: "selectNLUResult").isEmpty }
    }
}
