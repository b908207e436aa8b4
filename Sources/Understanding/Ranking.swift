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

    /// Best first: rank, then the nearer owner, then more words by explicit elements, then file order.
    package func ordered(_ candidates: [Candidate]) -> [RankedCandidate] {
        candidates.map { RankedCandidate(candidate: $0, rank: rank(of: $0)) }.sorted { left, right in
            if abs(left.rank - right.rank) > 1e-9 { return left.rank > right.rank }
            if left.candidate.steps != right.candidate.steps { return left.candidate.steps < right.candidate.steps }
            if left.candidate.explicitWords != right.candidate.explicitWords {
                return left.candidate.explicitWords > right.candidate.explicitWords
            }
            return left.candidate.rule < right.candidate.rule
        }
    }
}
