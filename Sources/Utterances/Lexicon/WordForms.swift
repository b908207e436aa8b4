/// Knows words: their forms, what they are forms of, and their grammar. For `~lemma`, `$morph<…>` and the words of dictionaries.
package protocol WordForms: Sendable {
    /// All forms (lower case, composed) of a dictionary word, itself among them.
    ///
    /// What is only a form of other words has all forms of these (`людей`, `went`). Of an unknown word they are told by its ending
    /// as far as that is sure.
    func forms(of word: String) -> [String]

    /// The dictionary words of which a word is a form; an unknown word is its own, beside those of which it looks like a form.
    func lemmas(of word: String) -> [String]

    /// Whether a word stands in a dictionary, in any of its forms; what is only guessed does not.
    func knows(_ word: String) -> Bool

    /// What a word may be grammatically: one entry a reading; none when nothing is known about it.
    func readings(of word: String) -> [Grammar]

    /// The dictionary words of a word that is surely none itself (`людей`: `человек`).
    ///
    /// None when it is one, or is called by as a matter of course (`деньги`), or in doubt.
    func lemmas(ofMereForm word: String) -> [String]

    /// Each reading of a word with its dictionary word; none for a word that is in no dictionary.
    func analyses(of word: String) -> [WordAnalysis]

    /// The form of a word that has these features (`gent`, `plur` …) and is otherwise like it; `nil` when there is none.
    func form(of word: String, with features: [String]) -> String?

    /// The form of a word that goes with a number: `5` `рубль` is `рублей`; `nil` when none is known.
    func form(of word: String, after number: Double) -> String?
}

/// What a word may be: a form of this dictionary word, with these features by OpenCorpora's names.
package struct WordAnalysis: Sendable, Hashable {
    package let lemma: String
    package let features: [String]

    package init(lemma: String, features: [String]) {
        self.lemma = lemma
        self.features = features
    }
}

extension WordForms {
    package func analyses(of word: String) -> [WordAnalysis] { [] }

    package func form(of word: String, with features: [String]) -> String? { nil }

    package func form(of word: String, after number: Double) -> String? { nil }

    package func lemmas(of word: String) -> [String] { [word] }

    package func knows(_ word: String) -> Bool { false }

    package func readings(of word: String) -> [Grammar] { [] }

    package func lemmas(ofMereForm word: String) -> [String] { [] }
}

/// No dictionary at hand: a word is a form of itself.
package struct ExactForms: WordForms {
    package init() {}

    package func forms(of lemma: String) -> [String] { [lemma] }
}
