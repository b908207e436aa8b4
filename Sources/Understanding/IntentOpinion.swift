import Glibc

/// What the phrases of one intent say together about what was said.
struct IntentOpinion {
    let intent: Int
    /// The phrase that is the likest, and how like it is.
    let sentence: Int
    let likeness: Double
    private(set) var confidence: Double
    private(set) var rival: NearPhrase.Rival?

    /// How many phrases of an intent are heard beside the best.
    private static let mostSupporters = 11
    /// How much each of them adds.
    private static let support = 0.5
    /// Maps likenesses so that the platform's threshold of 0.2 parts what means an intent from what has some words in common with it:
    /// that is at a likeness of 0.37.
    private static let exponent = 1.6
    /// What is only like a phrase is less sure than its very words.
    private static let mostConfidence = 0.98

    /// - Parameter likenesses: of the intent's sentences; at least one.
    init?(of intent: Int, _ likenesses: [SentenceIndex.Likeness]) {
        let sorted = likenesses.sorted { ($0.value, $1.sentence) > ($1.value, $0.sentence) }
        guard let best = sorted.first else { return nil }
        self.intent = intent
        sentence = best.sentence
        likeness = best.value
        confidence = min(Self.mostConfidence, pow(Self.sum(sorted.map(\.value)), Self.exponent))
    }

    /// The best, and for each of the next ones a part of what is left to certainty.
    private static func sum(_ likenesses: [Double]) -> Double {
        guard let best = likenesses.first else { return 0 }
        return likenesses.dropFirst().prefix(mostSupporters).reduce(best) { $0 + support * (1 - $0) * $1 * $1 }
    }

    // MARK: Rivals

    /// What is left of the confidence when another intent is as sure by the very same words.
    private static let partOfEquals = 0.5
    /// An intent that is less sure than this part of another is no rival.
    private static let leastRivalry = 0.5

    /// What is common to two intents says for neither: the nearer a rival comes, and the more of the words speak for it as well, the less
    /// sure this one is.
    ///
    /// - Parameter common: how much of what speaks for this one speaks for the other as well, from 0 to 1; asked when it may matter.
    func doubted(for other: IntentOpinion, common: () -> Double) -> IntentOpinion {
        let (less, more) = (min(confidence, other.confidence), max(confidence, other.confidence))
        guard less > more * Self.leastRivalry else { return self }
        let rivalry = pow(less / more, 4) * common()
        let doubt = confidence * (1 - Self.partOfEquals) * rivalry
        guard doubt > 0 else { return self }
        var opinion = self
        opinion.confidence -= doubt
        opinion.rival = NearPhrase.Rival(intent: other.intent, doubt: doubt)
        return opinion
    }
}
