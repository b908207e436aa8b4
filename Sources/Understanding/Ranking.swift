import PatternMatching

/// A rule that matched, before the context has its say.
package struct Candidate: Sendable, Hashable {
    /// The rule's number in the file order of the bot.
    package let rule: Int
    /// The match's own score.
    package let score: Double
    package let explicitWords: Int
    /// Steps from the context up to the state that owns the rule; for a global rule the depth of the context.
    package let steps: Int
    package let isGlobal: Bool

    package init(rule: Int, score: Double, explicitWords: Int, steps: Int, isGlobal: Bool) {
        self.rule = rule
        self.score = score
        self.explicitWords = explicitWords
        self.steps = steps
        self.isGlobal = isGlobal
    }
}

/// A candidate with its rank.
package struct RankedCandidate: Sendable, Hashable {
    package let candidate: Candidate
    package let rank: Double
}

/// How context weighs against score. The vendor's formula is not public; these two constants are its documented ones
/// (`nlp.rankByContext`), their use is ours (dsl.md 3.7, uncertain).
package struct ContextRanking: Sendable, Hashable {
    /// What a global rule loses.
    package let globalPenalty: Double
    /// What a rule loses for each step between the context and its owner.
    package let stepPenalty: Double

    package init(globalPenalty: Double, stepPenalty: Double) {
        self.globalPenalty = globalPenalty
        self.stepPenalty = stepPenalty
    }

    package func rank(of candidate: Candidate) -> Double {
        candidate.score - stepPenalty * Double(candidate.steps) - (candidate.isGlobal ? globalPenalty : 0)
    }

    /// What decides between two candidates, in the order in which it is asked.
    package enum Precedence: Sendable, Hashable {
        case rank
        /// The owner is nearer to the context.
        case distance
        /// More words by elements that name them.
        case explicitWords
        /// Earlier in the files.
        case order
    }

    /// Best first.
    package func ordered(_ candidates: [Candidate]) -> [RankedCandidate] {
        candidates.map { RankedCandidate(candidate: $0, rank: rank(of: $0)) }.sorted { left, right in
            switch decisive(left.candidate, right.candidate) {
            case .rank: left.rank > right.rank
            case .distance: left.candidate.steps < right.candidate.steps
            case .explicitWords: left.candidate.explicitWords > right.candidate.explicitWords
            case .order: left.candidate.rule < right.candidate.rule
            }
        }
    }

    /// By what one of two candidates goes before the other.
    package func decisive(_ left: Candidate, _ right: Candidate) -> Precedence {
        if abs(rank(of: left) - rank(of: right)) > 1e-9 { return .rank }
        if left.steps != right.steps { return .distance }
        return left.explicitWords != right.explicitWords ? .explicitWords : .order
    }
}
