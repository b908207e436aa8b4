import PatternMatching
import Utterances

/// What phrases share with each other: words, neighbours, and places where an entity stands.
enum PhraseTerm: Sendable, Hashable {
    case word(String)
    /// Two dictionary words side by side.
    case pair(String, String)
    /// `@name`
    case place(String)

    /// The terms of a phrase as its author wrote it, each once.
    static func terms(of phrase: String, by words: inout KnownWords) -> [PhraseTerm] {
        let parts = parts(of: phrase)
        let pairs = zip(parts, parts.dropFirst()).compactMap { pair($0, $1, by: &words) }
        var seen: Set<PhraseTerm> = []
        return (parts + pairs).filter { seen.insert($0).inserted }
    }

    /// Words and places in order.
    private static func parts(of phrase: String) -> [PhraseTerm] {
        guard let pattern = PatternTree(phrase: phrase) else { return Utterance(phrase).tokens.map { .word($0.word) } }
        return pattern.nodes.compactMap { node in
            switch node.kind {
            case .word(let word): .word(word)
            case .entity(let entity, _): .place(entity.name)
            default: nil
            }
        }
    }

    /// Pairs with a place in them would hardly ever be heard.
    private static func pair(_ left: PhraseTerm, _ right: PhraseTerm, by words: inout KnownWords) -> PhraseTerm? {
        guard case .word(let left) = left, case .word(let right) = right else { return nil }
        return .pair(words.base(of: left), words.base(of: right))
    }
}

/// What a dictionary says of words, each asked once.
struct KnownWords {
    struct Word {
        /// The dictionary words that it may be a form of; at least one.
        let lemmas: [String]
        /// A word of grammar rather than of a thing: `and`, `to`, `who`.
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

    private static let functional = ["NPRO", "PREP", "CONJ", "PRCL", "INTJ", "Apro"]
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
