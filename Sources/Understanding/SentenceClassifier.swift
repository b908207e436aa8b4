import Glibc
import PatternMatching
import Utterances

/// Understands phrases that nobody wrote down, by what they share with the phrases of the intents.
///
/// Nothing is downloaded: it learns from the bot's own phrases while the bot loads. What is said word for word, and what the patterns of
/// an intent cover, is `ExactPhrases`' and goes before what is only like it.
package struct SentenceClassifier: IntentClassifying {
    private let exact: ExactPhrases
    private let index: SentenceIndex

    package init(_ course: IntentCourse) {
        exact = ExactPhrases(course)
        index = SentenceIndex(course.lessons, forms: course.forms, entities: course.entities)
    }

    package func candidates(for utterance: Utterance) -> [IntentCandidate] {
        let exactly = exact.candidates(for: utterance)
        let sure = Set(exactly.filter { $0.source == .phrases }.map(\.intent))
        let like = opinions(of: index.likenesses(to: index.heard(in: utterance))).filter { !sure.contains($0.intent) }
        return exactly + like.map { IntentCandidate(intent: $0.intent, source: .phrases, confidence: $0.confidence) }
    }

    package func nearest(to utterance: Utterance, count: Int) -> [NearPhrase] {
        let heard = index.heard(in: utterance)
        let best = opinions(of: index.likenesses(to: heard)).sorted {
            ($0.confidence, $1.intent) > ($1.confidence, $0.intent)
        }
        return best.prefix(count).map { opinion in
            NearPhrase(
                intent: opinion.intent, phrase: index.sentences[opinion.sentence].text, likeness: opinion.likeness,
                confidence: opinion.confidence, words: index.alike(heard, opinion.sentence))
        }
    }

    // MARK: From phrases to intents

    /// What the phrases of one intent say together.
    private struct Opinion {
        let intent: Int
        let confidence: Double
        /// The phrase that is the likest, and how like it is.
        let sentence: Int
        let likeness: Double
    }

    /// How many phrases of an intent are heard beside the best.
    private static let mostSupporters = 11
    /// More understands more of the phrases left out in `Benchmarks intents`, and less of what bots' own tests say: there the likest
    /// phrase wins (uncertain).
    private static let support = 0.3
    /// Maps likenesses so that the platform's threshold of 0.2 parts what means an intent from what has some words in common with it:
    /// that is at a likeness of 0.34 (`Benchmarks intents`).
    private static let exponent = 1.5
    /// What is only like a phrase is less sure than its very words.
    private static let mostConfidence = 0.98

    private func opinions(of likenesses: [SentenceIndex.Likeness]) -> [Opinion] {
        let byIntent = Dictionary(grouping: likenesses) { index.sentences[$0.sentence].intent }
        return byIntent.compactMap { intent, likenesses in
            let sorted = likenesses.sorted { ($0.value, $1.sentence) > ($1.value, $0.sentence) }
            guard let best = sorted.first else { return nil }
            let confidence = min(Self.mostConfidence, pow(Self.sum(sorted.map(\.value)), Self.exponent))
            return Opinion(intent: intent, confidence: confidence, sentence: best.sentence, likeness: best.value)
        }
    }

    /// The best, and for each of the next ones a part of what is left to certainty.
    private static func sum(_ likenesses: [Double]) -> Double {
        guard let best = likenesses.first else { return 0 }
        return likenesses.dropFirst().prefix(mostSupporters).reduce(best) { $0 + support * (1 - $0) * $1 * $1 }
    }
}
