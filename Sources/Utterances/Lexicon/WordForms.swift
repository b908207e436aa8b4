/// Knows the forms of words, for `~lemma`.
package protocol WordForms: Sendable {
    /// All forms (lower case, composed) of a dictionary word, itself among them; an unknown word has only itself.
    func forms(of lemma: String) -> [String]
}

/// No dictionary at hand: a word is a form of itself.
package struct ExactForms: WordForms {
    package init() {}

    package func forms(of lemma: String) -> [String] { [lemma] }
}
