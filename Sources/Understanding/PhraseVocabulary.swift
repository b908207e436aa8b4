import Utterances

/// The numbered terms of a bot's phrases, and which of them are like a heard one.
struct PhraseVocabulary: Sendable {
    /// A term of the phrases, and how like it a heard one is, from 0 to 1.
    struct Relative: Sendable {
        let term: Int
        let likeness: Double
    }

    private(set) var terms: [PhraseTerm] = []
    private var numbers: [PhraseTerm: Int] = [:]
    private var byLemma: [String: [Int]] = [:]
    private var byGram: [UInt64: [Int]] = [:]
    /// For each term how many groups of three letters it has.
    private var gramCounts: [Int] = []

    /// Another form of the same word.
    private static let likenessOfForms = 0.95
    /// Words with less in common are not alike.
    private static let leastNearness = 0.5
    /// What two words have in common at best when they are not forms of one.
    private static let mostNearness = 0.9

    // MARK: Learning

    mutating func number(of term: PhraseTerm, by words: inout KnownWords) -> Int {
        if let known = numbers[term] { return known }
        let number = terms.count
        terms.append(term)
        numbers[term] = number
        gramCounts.append(0)
        if case .word(let word) = term { index(words[word], as: number) }
        return number
    }

    private mutating func index(_ word: KnownWords.Word, as number: Int) {
        for lemma in word.lemmas { byLemma[lemma, default: []].append(number) }
        for gram in word.grams { byGram[gram, default: []].append(number) }
        gramCounts[number] = word.grams.count
    }

    /// A term and the other forms of the same word: they are counted together.
    func forms(of number: Int, by words: inout KnownWords) -> Set<Int> {
        guard case .word(let word) = terms[number] else { return [number] }
        return Set(words[word].lemmas.flatMap { byLemma[$0] ?? [] }).union([number])
    }

    /// Whether a dictionary word stands in a phrase in any of its forms.
    func knows(_ lemma: String) -> Bool { byLemma[lemma] != nil }

    // MARK: Hearing

    /// The terms that are like a heard one, the likest first.
    func relatives(of term: PhraseTerm, by words: inout KnownWords) -> [Relative] {
        var found: [Int: Double] = [:]
        if case .word(let word) = term { found = likenesses(to: words[word]) }
        if let same = numbers[term] { found[same] = 1 }
        return found.map { Relative(term: $0.key, likeness: $0.value) }
            .sorted { ($0.likeness, $1.term) > ($1.likeness, $0.term) }
    }

    private func likenesses(to word: KnownWords.Word) -> [Int: Double] {
        var found = nearnesses(to: word)
        for lemma in word.lemmas { for number in byLemma[lemma] ?? [] { found[number] = Self.likenessOfForms } }
        return found
    }

    /// Words with many of the same letters in the same order: misspelt ones, and those of one root.
    private func nearnesses(to word: KnownWords.Word) -> [Int: Double] {
        var common: [Int: Int] = [:]
        for gram in word.grams { for number in byGram[gram] ?? [] { common[number, default: 0] += 1 } }
        var found: [Int: Double] = [:]
        for (number, count) in common {
            let share = 2 * Double(count) / Double(word.grams.count + gramCounts[number])
            if share >= Self.leastNearness { found[number] = share * Self.mostNearness }
        }
        return found
    }
}
