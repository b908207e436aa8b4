/// Why a classifier thinks of an intent: its phrase that is the likest to what was said.
package struct NearPhrase: Sendable, Hashable {
    /// The number of its lesson.
    package let intent: Int
    package let phrase: String
    /// How like this one phrase is, from 0 to 1.
    package let likeness: Double
    /// How sure the intent is, its other phrases and its rival heard, from 0 to 1.
    package let confidence: Double
    package let words: [Pair]
    /// `nil` when the words speak for no other intent nearly as much.
    package let rival: Rival?

    package init(
        intent: Int, phrase: String, likeness: Double, confidence: Double, words: [Pair], rival: Rival? = nil
    ) {
        self.intent = intent
        self.phrase = phrase
        self.likeness = likeness
        self.confidence = confidence
        self.words = words
        self.rival = rival
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

    /// Another intent for which the same words speak nearly as much.
    package struct Rival: Sendable, Hashable {
        /// The number of its lesson.
        package let intent: Int
        /// How much surer the intent would be without it.
        package let doubt: Double

        package init(intent: Int, doubt: Double) {
            self.intent = intent
            self.doubt = doubt
        }
    }
}
