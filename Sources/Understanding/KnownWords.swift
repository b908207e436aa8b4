import Utterances

/// What a dictionary says of words, each asked once.
struct KnownWords {
    struct Word {
        /// The dictionary words that it may be a form of; at least one.
        let lemmas: [String]
        /// A word of grammar rather than of a thing: `and`, `to`, `who`, `could`, `please`.
        let isFunctional: Bool
        /// Its letters, three at a time.
        let grams: [UInt64]
    }

    private let forms: any WordForms
    private var known: [String: Word] = [:]

    init(_ forms: any WordForms) { self.forms = forms }

    subscript(_ word: String) -> Word {
        mutating get {
            if let known = known[word] { return known }
            let new = look(up: word)
            known[word] = new
            return new
        }
    }

    /// The word that stands for all its forms in a pair.
    mutating func base(of word: String) -> String { self[word].lemmas.first ?? word }

    private func look(up word: String) -> Word {
        let lemmas = forms.lemmas(of: word)
        let readings = forms.readings(of: word)
        return Word(
            lemmas: lemmas.isEmpty ? [word] : lemmas,
            isFunctional: Self.functional.contains { $0.accepts(readings) },
            grams: Self.grams(of: lemmas.first ?? word))
    }

    private static let functional = ["NPRO", "PREP", "CONJ", "PRCL", "INTJ", "PRED", "Apro"]
        .compactMap { GrammarTag(named: $0) }.map { GrammarQuery(tags: [$0]) }

    /// Shorter words are alike by chance.
    private static let fewestLetters = 4

    /// Every three neighbours among the letters and the two edges of a word, each once.
    static func grams(of word: String) -> [UInt64] {
        let letters = [0] + word.unicodeScalars.map { UInt64($0.value) } + [1]
        guard letters.count >= fewestLetters + 2 else { return [] }
        let grams = (0..<(letters.count - 2)).map { letters[$0] << 42 | letters[$0 + 1] << 21 | letters[$0 + 2] }
        return Array(Set(grams))
    }
}
