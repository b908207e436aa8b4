/// A rule that fits what was said, before the context has its say.
package struct Candidate: Sendable, Hashable {
    /// What has recognised it. In this order they are asked: a pattern wins over an example whatever their scores, and an example
    /// over an intent (dsl.md 3.8).
    package enum Kind: String, Sendable, Hashable {
        case pattern, example, intent, event

        fileprivate var turn: Int {
            switch self {
            case .pattern: 0
            case .example: 1
            case .intent: 2
            case .event: 3
            }
        }
    }

    /// The rule's number in the file order of the bot.
    package let rule: Int
    package let kind: Kind
    /// The match's own score; that of a pattern comes from `ScoreFormula`.
    package let score: Double
    package let explicitWords: Int
    /// Steps from the context up to the state that owns the rule; for a global rule the depth of the context.
    package let steps: Int
    package let isGlobal: Bool
    /// That of its intent in the export.
    package let priority: Int

    package init(
        rule: Int, kind: Kind, score: Double, explicitWords: Int, steps: Int, isGlobal: Bool, priority: Int = 0
    ) {
        self.rule = rule
        self.kind = kind
        self.score = score
        self.explicitWords = explicitWords
        self.steps = steps
        self.isGlobal = isGlobal
        self.priority = priority
    }
}

/// A candidate with its rank.
package struct RankedCandidate: Sendable, Hashable {
    package let candidate: Candidate
    package let rank: Double

    package init(candidate: Candidate, rank: Double) {
        self.candidate = candidate
        self.rank = rank
    }
}

/// Which of several rules answers: the one place of the order of candidates, and of its numbers.
///
/// The vendor's formula is not public. The two penalties are its documented ones (`nlp.rankByContext`), their use is ours
/// (dsl.md 3.7, uncertain); cases stand in `Tests/UnderstandingTests/Fixtures/ranking.txt`.
package struct ContextRanking: Sendable, Hashable {
    /// What a global rule loses, except at the root.
    package let globalPenalty: Double
    /// What a rule loses for each step between the context and its owner.
    package let stepPenalty: Double

    /// Ranks that differ by less are the same.
    private static let tolerance = 1e-9

    /// - Parameters: what the bot wants in place of the usual numbers.
    package init(globalPenalty: Double? = nil, stepPenalty: Double? = nil) {
        self.globalPenalty = globalPenalty ?? 0.2
        self.stepPenalty = stepPenalty ?? 0.01
    }

    package func rank(of candidate: Candidate) -> Double {
        candidate.score - stepPenalty * Double(candidate.steps) - globalPenalty(of: candidate)
    }

    /// What a candidate loses for being global. At the root nothing is nearer than a global rule (`Grammars/LANGUAGE.md`: the order that
    /// most authors' tests expect).
    package func globalPenalty(of candidate: Candidate) -> Double {
        candidate.isGlobal && candidate.steps > 0 ? globalPenalty : 0
    }

    /// What decides between two candidates, in the order in which it is asked.
    package enum Precedence: String, Sendable, Hashable {
        case kind
        case rank
        /// The intent has the higher priority (uncertain: the platform does not say what it decides).
        case priority
        /// The owner is nearer to the context.
        case distance
        /// More words by elements that name them.
        case words
        /// Earlier in the files.
        case order
    }

    /// By what one of two candidates goes before the other.
    package func decisive(_ left: Candidate, _ right: Candidate) -> Precedence {
        if left.kind != right.kind { return .kind }
        if abs(rank(of: left) - rank(of: right)) > Self.tolerance { return .rank }
        if left.priority != right.priority { return .priority }
        if left.steps != right.steps { return .distance }
        return left.explicitWords != right.explicitWords ? .words : .order
    }

    /// Best first.
    ///
    /// A pattern that names no word of what was said (`q: *`) goes behind the examples when no other one fits: beside `e:` it is the
    /// way out for everything else, as the vendor's own blocks write it (dsl.md 2.3, uncertain).
    package func ordered(_ candidates: [Candidate]) -> [RankedCandidate] {
        var ordered = candidates.sorted(by: precedes)
        if let best = ordered.first, best.kind == .pattern, best.explicitWords == 0 {
            let examples = ordered.filter { $0.kind == .example }
            if !examples.isEmpty { ordered = examples + ordered.filter { $0.kind != .example } }
        }
        return ordered.map { RankedCandidate(candidate: $0, rank: rank(of: $0)) }
    }

    private func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
        switch decisive(left, right) {
        case .kind: left.kind.turn < right.kind.turn
        case .rank: rank(of: left) > rank(of: right)
        case .priority: left.priority > right.priority
        case .distance: left.steps < right.steps
        case .words: left.explicitWords > right.explicitWords
        case .order: left.rule < right.rule
        }
    }
}
