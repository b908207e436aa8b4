extension EnglishWords {
    /// All forms of a dictionary word; of what is only a form of listed words, the forms of these; an unknown word has every ending.
    func forms(of word: String) -> Set<String> {
        guard Self.isWord(word) else { return [] }
        let kinds = kinds(of: word)
        guard kinds.isEmpty else { return forms(of: word, kinds) }
        let lemmas = listedLemmas(of: word)
        return lemmas.isEmpty ? forms(of: word, []) : Set(lemmas.flatMap { forms(of: $0, self.kinds(of: $0)) + [$0] })
    }

    private static func isWord(_ word: String) -> Bool {
        word.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 == 0x2D || $0 == 0x27 }
    }

    /// - Parameter kinds: what the word is; it may be anything where there is none.
    private func forms(of lemma: String, _ kinds: Kinds) -> Set<String> {
        var forms = Set(Self.littleForms.forms[lemma] ?? [])
        guard kinds != .bare || Self.littleWords[lemma] == nil else { return forms }
        for kind in Kind.allCases { forms.formUnion(irregularForms(of: lemma, kind)) }
        guard lemma.utf8.count > 1, !lemma.utf8.contains(0x27) else { return forms }
        let spelling = EnglishSpelling(lemma)
        let isVerb = kinds.isEmpty || kinds.contains(.verb)
        if isVerb || kinds.contains(.noun) && hasRegularPlural(lemma) { forms.formUnion(spelling.with(.s)) }
        if isVerb {
            forms.formUnion(spelling.with(.ing))
            if hasRegularPast(lemma, spelling) {
                // What is a verb itself is no form of a shorter one: `bed` of `be`, `seed` of `see`.
                forms.formUnion(spelling.with(.ed).filter { !self.isVerb($0) })
            }
        }
        if kinds.contains(.adjective), spelling.isShort, !Self.withoutRegularComparison.contains(lemma) {
            forms.formUnion(spelling.with(.er).union(spelling.with(.est)))
        }
        return forms
    }

    private func hasRegularPlural(_ noun: String) -> Bool {
        !irregularForms(of: noun, .noun).contains { Self.irregularPlurals.contains(where: $0.hasSuffix) }
    }

    func hasRegularPast(_ verb: String, _ spelling: EnglishSpelling) -> Bool {
        guard !Self.unchangedVerbs.contains(verb) else { return false }
        let irregular = irregularForms(of: verb, .verb)
        guard !irregular.isEmpty, !Self.alsoRegularVerbs.contains(verb) else { return true }
        let regular = spelling.with(.ed).union(spelling.with(.ing))
        return irregular.allSatisfy {
            regular.contains($0) || $0.hasPrefix(verb) && ($0.hasSuffix("ed") || $0.hasSuffix("ing"))
        }
    }

    // MARK: From forms back

    /// All words that `forms(of:)` gives this form, those of dictionaries if there are any; the word itself among them.
    ///
    /// The little words are their own, see `littleForms`.
    func lemmas(of word: String) -> Set<String> {
        let listed = lemmasByEnding(of: word).union(irregularLemmas(of: word))
        guard listed.isEmpty, kinds(of: word).isEmpty else { return listed.union([word]) }
        let stems = EnglishEnding.allCases.flatMap { $0.stems(of: word) }
        return Set(stems.filter { kinds(of: $0).isEmpty && forms(of: $0, []).contains(word) } + [word])
    }

    /// The listed words of which this is a form.
    func listedLemmas(of form: String) -> Set<String> {
        lemmasByEnding(of: form).union(irregularLemmas(of: form)).union(Self.littleForms.lemmas[form] ?? [])
    }

    private func irregularLemmas(of form: String) -> [String] {
        Kind.allCases.flatMap { lemmas(ofIrregular: form, $0) }
    }

    /// Shorter stems that are no verbs are symbols and abbreviations: `sms` has nothing to do with samarium.
    private static let shortestStem = 3

    private func lemmasByEnding(of form: String) -> Set<String> {
        var lemmas: Set<String> = []
        for stem in EnglishEnding.allCases.flatMap({ $0.stems(of: form) }) {
            let kinds = kinds(of: stem)
            let isWhole = stem.utf8.count >= Self.shortestStem || kinds.contains(.verb)
            if isWhole, !kinds.isEmpty, forms(of: stem, kinds).contains(form) { lemmas.insert(stem) }
        }
        return lemmas
    }

    func knows(_ word: String) -> Bool {
        guard Self.isWord(word), !word.isEmpty else { return false }
        return !kinds(of: word).isEmpty || Self.littleForms.forms[word] != nil || !listedLemmas(of: word).isEmpty
    }

    /// As `lemmas(of:)`, of a word that is surely none of them.
    func lemmas(ofMereForm word: String) -> Set<String> {
        kinds(of: word).isEmpty && Self.littleForms.forms[word] == nil ? listedLemmas(of: word) : []
    }

    /// The words that have this form by an ending.
    func stems(of word: String, _ ending: EnglishEnding) -> [String] {
        ending.stems(of: word).filter { EnglishSpelling($0).with(ending).contains(word) }
    }
}
