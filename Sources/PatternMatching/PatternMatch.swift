/// How a pattern covers a whole utterance.
package struct PatternMatch: Sendable, Hashable {
    /// 0…1 for a pattern without weights; 1 = every word by an exact word (dsl.md 3.7).
    package var score: Double
    /// How many words were covered by elements that name them (not by `*` or another "any word"); breaks ties.
    package var explicitWords: Int
    package var tree: ParseNode
    /// Which element covered which words, in the order of the text; elements that covered none are left out.
    package var alignment: [PatternAlignment]
    /// The product of the unsigned weights and the sum of the signed ones that the match went through.
    package var factor: Double
    package var addend: Double

    package init(
        score: Double, explicitWords: Int, tree: ParseNode, alignment: [PatternAlignment] = [], factor: Double = 1,
        addend: Double = 0
    ) {
        self.score = score
        self.explicitWords = explicitWords
        self.tree = tree
        self.alignment = alignment
        self.factor = factor
        self.addend = addend
    }
}

/// An element of a pattern as it is written, and the words that it covered.
package struct PatternAlignment: Sendable, Hashable {
    package var element: String
    package var words: [String]
    /// The named pattern that the element stands in, nil in the pattern itself.
    package var owner: String?
    /// What these words add to the sum of the score, in units of `ScoreFormula.unit`.
    package var sum: Int
    /// The word of the pattern for which the heard one was taken, where a bot hears words that are nearly the same.
    package var meant: String?

    package init(element: String, words: [String], owner: String? = nil, sum: Int = 0, meant: String? = nil) {
        self.meant = meant
        self.element = element
        self.words = words
        self.owner = owner
        self.sum = sum
    }
}

/// What came of trying one pattern on one utterance.
package struct MatchAttempt: Sendable, Hashable {
    package var match: PatternMatch?
    /// What kept the attempt from being complete; empty in the normal case.
    package var troubles: [MatchTrouble]
    /// The work done, for tests and for comparing patterns; not a time.
    package var steps: Int
}

/// A pattern that was given up on a phrase, and so counts as not matching.
package struct GivenUpPattern: Sendable, Hashable {
    /// Its number in the set; `nil` when the phrase was too much for all of them.
    package let pattern: Int?
    package let trouble: MatchTrouble
}

/// Why an attempt gave up although the pattern might have matched.
package enum MatchTrouble: Sendable, Hashable {
    /// The utterance is too long for this pattern: the attempt was given up after this many steps.
    case tooLong(steps: Int)
    /// This regular expression ran into its limits and counted as not matching.
    case regexpCut(String)

    /// For the author of the pattern, as the end of a sentence that begins with the pattern.
    package var explanation: String {
        switch self {
        case .tooLong: "asks for more work on this phrase than is allowed, so it counts as not matching"
        case .regexpCut(let expression):
            "has the expression `\(expression)`, which takes too long here, so it counts as not matching"
        }
    }
}
