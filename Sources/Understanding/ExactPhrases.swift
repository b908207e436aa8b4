import PatternMatching
import Utterances

/// Knows intents by their patterns and by their phrases word for word, with entities where a phrase names them.
package struct ExactPhrases: IntentClassifying {
    private var book = PhraseBook()
    private let patterns: PatternSet
    /// For each pattern what it means.
    private let meanings: [Meaning]

    private struct Meaning {
        let intent: Int
        let source: IntentCandidate.Source
    }

    /// A phrase with an entity in the place of some words is a little less sure than one of its very words.
    private static let confidenceOfPlaces = 0.99

    package init(_ course: IntentCourse) {
        var trees: [PatternTree] = []
        var meanings: [Meaning] = []
        for lesson in course.lessons {
            for phrase in lesson.phrases {
                book.add(Utterance(phrase).tokens.map(\.word), meaning: lesson.intent)
            }
            let placed = lesson.phrases.compactMap { PatternTree(phrase: $0) }
            trees += placed + lesson.patterns
            meanings += placed.map { _ in Meaning(intent: lesson.intent, source: .phrases) }
            meanings += lesson.patterns.map { _ in Meaning(intent: lesson.intent, source: .patterns) }
        }
        self.meanings = meanings
        patterns = PatternSet(
            trees, library: course.library, forms: course.forms, entities: course.entities,
            hearsNearWords: course.hearsNearWords)
    }

    package func candidates(for utterance: Utterance) -> [IntentCandidate] {
        var best: [Int: IntentCandidate] = [:]
        for intent in book.meanings(of: utterance.tokens.map(\.word)) {
            best[intent] = IntentCandidate(intent: intent, source: .phrases, confidence: 1)
        }
        var hits: [PatternSet.Hit] = []
        patterns.find(in: utterance, into: &hits)
        for hit in hits.sorted(by: { $0.pattern < $1.pattern }) {
            let meaning = meanings[hit.pattern]
            let confidence = meaning.source == .phrases ? Self.confidenceOfPlaces : hit.score
            if let earlier = best[meaning.intent], earlier.confidence >= min(1, confidence) { continue }
            best[meaning.intent] = IntentCandidate(
                intent: meaning.intent, source: meaning.source, confidence: confidence,
                match: patterns.match(hit.pattern, utterance))
        }
        return best.sorted { $0.key < $1.key }.map(\.value)
    }
}
