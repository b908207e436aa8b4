/// Why a classifier thinks of an intent: its phrase that is the likest to what was said.
package struct NearPhrase: Sendable, Hashable {
    /// The number of its lesson.
    package let intent: Int
    package let phrase: String
    /// How like this one phrase is, from 0 to 1.
    package let likeness: Double
    /// How sure the intent is, its other phrases heard, from 0 to 1.
    package let confidence: Double
    package let words: [Pair]

    package init(intent: Int, phrase: String, likeness: Double, confidence: Double, words: [Pair]) {
        self.intent = intent
        self.phrase = phrase
        self.likeness = likeness
        self.confidence = confidence
        self.words = words
    }

    /// A word that was said, and the one of the phrase that it is like.
    package struct Pair: Sendable, Hashable {
        package let said: String
        /// A word, or the place of an entity: `@name`.
        package let written: String
        /// 1 for the same word.
        package let likeness: Double

        package init(said: String, written: String, likeness: Double) {
            self.said = said
            self.written = written
            self.likeness = likeness
        }
    }
}

extension SentenceIndex {
    /// The words that were said and are like words of a sentence, as they were said.
    func alike(_ heard: [HeardTerm], _ sentence: Int) -> [NearPhrase.Pair] {
        let terms = Set(sentences[sentence].terms)
        return heard.compactMap { term in
            guard case .word(let said) = term.term, let best = term.relatives.first(where: { terms.contains($0.term) })
            else { return nil }
            return switch vocabulary.terms[best.term] {
            case .word(let written): NearPhrase.Pair(said: said, written: written, likeness: best.likeness)
            case .place(let name): NearPhrase.Pair(said: said, written: "@" + name, likeness: best.likeness)
            case .pair: nil
            }
        }
    }
}
