/// English words: by rules, with the irregular ones and the kinds of words from WordNet's files.
package final class EnglishWords: Sendable {
    enum Kind: Sendable, CaseIterable { case noun, verb, adjective }

    /// Irregular forms of each kind.
    private let irregular: [Kind: Families]
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
        var irregular = Self.missingForms
        for (kind, file) in zip(Kind.allCases, exceptions) {
            for line in file.bytes.split(separator: UInt8(ascii: "\n")) {
                let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
                for lemma in words.dropFirst() where Self.littleForms.forms[lemma]?.contains(words[0]) != true {
                    irregular[kind]?.add(words[0], of: lemma)
                }
            }
        }
        self.irregular = irregular
        self.nouns = SortedLines(nouns)
        self.verbs = SortedLines(verbs)
        self.adjectives = SortedLines(adjectives)
        self.adverbs = SortedLines(adverbs)
    }

    // MARK: Kinds of words

    func isNoun(_ word: String) -> Bool { nouns.contains(word) }

    func isAdverb(_ word: String) -> Bool { adverbs.contains(word) }

    func isVerb(_ word: String) -> Bool { verbs.contains(word) }

    func isAdjective(_ word: String) -> Bool { adjectives.contains(word) }

    /// Which lists have a word.
    struct Kinds: OptionSet {
        let rawValue: Int

        static let noun = Kinds(rawValue: 1)
        static let verb = Kinds(rawValue: 2)
        static let adjective = Kinds(rawValue: 4)
        /// Has no endings: adverbs, and the little words.
        static let bare = Kinds(rawValue: 8)
    }

    func kinds(of word: String) -> Kinds {
        // The files know `in` as an inch and `he` as helium.
        if Self.littleWords[word] != nil { return .bare }
        var kinds: Kinds = []
        if isNoun(word) { kinds.insert(.noun) }
        if isVerb(word) { kinds.insert(.verb) }
        if isAdjective(word) { kinds.insert(.adjective) }
        if kinds.isEmpty, isAdverb(word) { kinds.insert(.bare) }
        return kinds
    }

    func irregularForms(of word: String, _ kind: Kind) -> [String] {
        let forms = irregular[kind]?.forms[word] ?? []
        guard kind == .noun, word.hasSuffix("man"), word.utf8.count > 3, !Self.notOfMan.contains(word) else {
            return forms
        }
        return forms + [String(word.dropLast(2)) + "en"]
    }

    /// The dictionary words of an irregular form.
    func lemmas(ofIrregular form: String, _ kind: Kind) -> [String] {
        let lemmas = irregular[kind]?.lemmas[form] ?? []
        guard kind == .noun, form.hasSuffix("men"), form.utf8.count > 3, case let man = String(form.dropLast(2)) + "an",
            !Self.notOfMan.contains(man), !lemmas.contains(man), isNoun(man)
        else { return lemmas }
        return lemmas + [man]
    }
}
