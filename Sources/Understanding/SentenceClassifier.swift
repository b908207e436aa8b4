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
        let like = opinions(of: index.heard(in: utterance)).filter { !sure.contains($0.intent) }
        return exactly + like.map { IntentCandidate(intent: $0.intent, source: .phrases, confidence: $0.confidence) }
    }

    package func nearest(to utterance: Utterance, count: Int) -> [NearPhrase] {
        let heard = index.heard(in: utterance)
        return sorted(opinions(of: heard)).prefix(count).map { opinion in
            NearPhrase(
                intent: opinion.intent, phrase: index.sentences[opinion.sentence].text, likeness: opinion.likeness,
                confidence: opinion.confidence, words: index.alike(heard, opinion.sentence), rival: opinion.rival)
        }
    }

    /// What each intent makes of what was said, after hearing its rival: the surest of the others.
    private func opinions(of heard: [HeardTerm]) -> [IntentOpinion] {
        let byIntent = Dictionary(grouping: index.likenesses(to: heard)) { index.sentences[$0.sentence].intent }
        let opinions = sorted(byIntent.compactMap { IntentOpinion(of: $0, $1) })
        guard let best = opinions.first, let second = opinions.dropFirst().first else { return opinions }
        return opinions.map { opinion in
            let rival = opinion.intent == best.intent ? second : best
            return opinion.doubted(for: rival) {
                index.share(of: heard, in: opinion.sentence, alsoIn: rival.sentence)
            }
        }
    }

    /// The surest first.
    private func sorted(_ opinions: [IntentOpinion]) -> [IntentOpinion] {
        opinions.sorted { ($0.confidence, $1.intent) > ($1.confidence, $0.intent) }
    }
}
