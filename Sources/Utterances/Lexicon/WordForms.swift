/// Knows words: their forms, what they are forms of, and their grammar. For `~lemma`, `$morph<…>` and the words of dictionaries.
package protocol WordForms: Sendable {
    /// All forms (lower case, composed) of a dictionary word, itself among them; an unknown word has only itself.
    func forms(of lemma: String) -> [String]

    /// The dictionary words of which a word is a form; an unknown word is its own.
    func lemmas(of word: String) -> [String]

    /// What a word may be grammatically: one entry a reading; none when nothing is known about it.
    func readings(of word: String) -> [Grammar]

    /// The dictionary words of a word that is surely none itself (`людей`: `человек`); none when it is one, or in doubt.
    func lemmas(ofMereForm word: String) -> [String]
}

extension WordForms {
    package func lemmas(of word: String) -> [String] { [word] }

    package func readings(of word: String) -> [Grammar] { [] }

    package func lemmas(ofMereForm word: String) -> [String] { [] }
}

/// No dictionary at hand: a word is a form of itself.
package struct ExactForms: WordForms {
    package init() {}

    package func forms(of lemma: String) -> [String] { [lemma] }
}
