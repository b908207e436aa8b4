/// English words: by rules, with the irregular ones and the kinds of words from WordNet's files.
package final class EnglishWords: Sendable {
    enum Kind: Sendable, CaseIterable { case noun, verb, adjective }

    /// Irregular forms by dictionary word, and dictionary words by irregular form.
    private let irregular: [Kind: [String: [String]]]
    private let regular: [Kind: [String: [String]]]
    private let nouns: SortedLines
    private let verbs: SortedLines
    private let adjectives: SortedLines
    private let adverbs: SortedLines

    /// - Parameters:
    ///   - exceptions: `noun.exc`, `verb.exc`, `adj.exc` in this order: lines of an irregular form and its dictionary words.
    ///   - nouns: `index.noun`, sorted lines that begin with a word; the others likewise.
    package init(
        exceptions: [FileBytes], nouns: FileBytes, verbs: FileBytes, adjectives: FileBytes, adverbs: FileBytes
    ) {
        var irregular: [Kind: [String: [String]]] = [:]
        var regular: [Kind: [String: [String]]] = [:]
        for (kind, file) in zip(Kind.allCases, exceptions) {
            var forms: [String: [String]] = [:]
            var lemmas: [String: [String]] = [:]
            for line in file.bytes.split(separator: UInt8(ascii: "\n")) {
                let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
                for lemma in words.dropFirst() {
                    forms[lemma, default: []].append(words[0])
                    lemmas[words[0], default: []].append(lemma)
                }
            }
            irregular[kind] = forms
            regular[kind] = lemmas
        }
        self.irregular = irregular
        self.regular = regular
        self.nouns = SortedLines(nouns)
        self.verbs = SortedLines(verbs)
        self.adjectives = SortedLines(adjectives)
        self.adverbs = SortedLines(adverbs)
    }

    /// Forms that the word may have; some that nobody uses (`goed`) are among them, which does no harm.
    func forms(of lemma: String) -> Set<String> {
        guard lemma.count > 1, lemma.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A || $0 == 0x2D }) else { return [] }
        let word = EnglishSpelling(lemma)
        var forms = Set(Kind.allCases.flatMap { irregular[$0]?[lemma] ?? [] })
        forms.formUnion(word.with(.s))
        let isAdjective = isAdjective(lemma)
        if isVerb(lemma) || !isAdjective {
            // What is a verb itself is no form of a shorter one: `bed` of `be`, `seed` of `see`.
            forms.formUnion(word.with(.ed).filter { !isVerb($0) })
            forms.formUnion(word.with(.ing))
        }
        if isAdjective { forms.formUnion(word.with(.er).union(word.with(.est))) }
        return forms
    }

    // MARK: From forms back

    func isNoun(_ word: String) -> Bool { nouns.contains(word) }

    func isAdverb(_ word: String) -> Bool { adverbs.contains(word) }

    func isVerb(_ word: String) -> Bool { verbs.contains(word) }

    func isAdjective(_ word: String) -> Bool { adjectives.contains(word) }

    func hasIrregularForm(_ word: String, _ kind: Kind) -> Bool { irregular[kind]?[word] != nil }

    /// The dictionary words of an irregular form.
    func lemmas(ofIrregular form: String, _ kind: Kind) -> [String] { regular[kind]?[form] ?? [] }

    /// All words that `forms(of:)` gives this form; some that are no words (`th` of `thing`) are among them, which does no harm.
    func lemmas(of word: String) -> Set<String> {
        let irregular = Kind.allCases.flatMap { lemmas(ofIrregular: word, $0) }
        let stems = EnglishEnding.allCases.flatMap { $0.stems(of: word) }.filter { forms(of: $0).contains(word) }
        return Set(irregular + stems + [word])
    }

    /// As `lemmas(of:)`, of a word that is surely none of them: in `ed`, and neither verb nor adjective itself.
    func lemmas(ofMereForm word: String) -> Set<String> {
        guard word.hasSuffix("ed"), !isVerb(word), !isAdjective(word) else { return [] }
        return Set(stems(of: word, .ed).filter(isVerb))
    }

    /// The words that have this form by an ending.
    func stems(of word: String, _ ending: EnglishEnding) -> [String] {
        ending.stems(of: word).filter { EnglishSpelling($0).with(ending).contains(word) }
    }
}
