import Glibc
import Utterances

/// The numbered terms of a bot's phrases: what each weighs, and which of them are like a heard word.
struct PhraseVocabulary: Sendable {
    /// A term of the phrases, and how like it a heard one is, from 0 to 1.
    struct Relative: Sendable {
        let term: Int
        let likeness: Double
    }

    private(set) var terms: [PhraseTerm] = []
    private(set) var weights: [Double] = []
    private var numbers: [PhraseTerm: Int] = [:]
    private var byLemma: [String: [Int]] = [:]
    private var byGram: [UInt64: [Int]] = [:]
    private var gramCounts: [Int] = []
    /// What a term weighs that stands in no phrase.
    private var weightOfUnknown = 1.0

    /// Another form of the same word.
    private static let likenessOfForms = 0.95
    /// Words with less in common are not alike.
    private static let leastNearness = 0.55
    /// What two words have in common at best when they are not forms of one.
    private static let mostNearness = 0.9
    private static let importanceOfFunctional = 0.7
    private static let importanceOfPairs = 0.4
    /// Who names a city only has not said what about it.
    private static let importanceOfPlaces = 0.35
    /// How much more a rare term weighs than a frequent one: 0 would be not at all.
    private static let importanceOfRarity = 0.7

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

    /// - Parameters:
    ///   - counts: for each term in how many phrases it stands.
    ///   - phrases: how many there are.
    mutating func weigh(_ counts: [Int], phrases: Int, by words: inout KnownWords) {
        weightOfUnknown = Self.rarity(0.5, of: phrases)
        weights = []
        for (number, term) in terms.enumerated() {
            let count = related(to: term, by: &words).reduce(0) { $0 + counts[$1] }
            weights.append(
                Self.rarity(Double(max(counts[number], count)), of: phrases) * Self.importance(of: term, by: &words))
        }
    }

    /// The forms of one word are counted together.
    private func related(to term: PhraseTerm, by words: inout KnownWords) -> Set<Int> {
        guard case .word(let word) = term else { return [] }
        return Set(words[word].lemmas.flatMap { byLemma[$0] ?? [] })
    }

    private static func rarity(_ count: Double, of phrases: Int) -> Double {
        let rarity = log(1 + Double(phrases) / max(0.5, count))
        return pow(rarity, importanceOfRarity)
    }

    private static func importance(of term: PhraseTerm, by words: inout KnownWords) -> Double {
        switch term {
        case .word(let word): words[word].isFunctional ? importanceOfFunctional : 1
        case .pair: importanceOfPairs
        case .place: importanceOfPlaces
        }
    }

    // MARK: Hearing

    /// What a heard term weighs, and the terms that are like it, the likest first.
    func relatives(of term: PhraseTerm, by words: inout KnownWords) -> (weight: Double, relatives: [Relative]) {
        let relatives = sorted(likenesses(to: term, by: &words))
        let weight = relatives.first.map { weights[$0.term] }
        return (weight ?? weightOfUnknown * Self.importance(of: term, by: &words), relatives)
    }

    private func sorted(_ likenesses: [Int: Double]) -> [Relative] {
        likenesses.map { Relative(term: $0.key, likeness: $0.value) }
            .sorted { ($0.likeness, $1.term) > ($1.likeness, $0.term) }
    }

    private func likenesses(to term: PhraseTerm, by words: inout KnownWords) -> [Int: Double] {
        var found: [Int: Double] = [:]
        if case .word(let word) = term { found = likenesses(to: words[word]) }
        if let same = numbers[term] { found[same] = 1 }
        return found
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
