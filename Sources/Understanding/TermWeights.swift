import Glibc

/// What each term of a bot's phrases weighs when phrases are compared, and what a term weighs that stands in none.
///
/// A term weighs more when few phrases have it, and when these are of few intents: a frame such as `I want to`, which any intent may have,
/// says little about which one is meant.
///
/// All numbers of this room's intents are those with the best F1 in `Benchmarks intents` (five parts, over the exports of real bots) of
/// which 0.97 of other bots' phrases are still rejected: each was tried at a few values in turn until none made it better.
struct TermWeights: Sendable {
    private var weights: [Double] = []
    private var ofUnknown = 1.0

    private static let importanceOfFunctional = 0.7
    private static let importanceOfPairs = 0.2
    /// Who names a city only has not said what about it. No export has entities to tell it by, so this is a guess (uncertain).
    private static let importanceOfPlaces = 0.35
    /// How much more a rare term weighs than a frequent one: 0 would be not at all.
    private static let importanceOfRarity = 0.7
    /// How much less a term weighs whose phrases are of many intents: 0 would be not at all.
    private static let importanceOfDistinctness = 0.7

    /// Those of no phrases.
    init() {}

    /// - Parameters:
    ///   - postings: for each term the sentences in which it stands.
    ///   - intents: for each sentence its intent.
    init(of vocabulary: PhraseVocabulary, postings: [[Int]], intents: [Int], by words: inout KnownWords) {
        let intentCount = Set(intents).count
        ofUnknown = Self.rarity(0, of: intents.count)
        for (number, term) in vocabulary.terms.enumerated() {
            let sentences = vocabulary.forms(of: number, by: &words).flatMap { postings[$0] }
            weights.append(
                Self.rarity(sentences.count, of: intents.count)
                    * Self.distinctness(sentences.map { intents[$0] }, among: intentCount)
                    * Self.importance(of: term, by: &words))
        }
    }

    /// - Parameter term: a number of the vocabulary's.
    subscript(_ term: Int) -> Double { weights[term] }

    /// What a heard term weighs that is like none of the phrases.
    ///
    /// A word of grammar is not missed: it only carries the others (`could you please …`). Nor is a pair with an unknown word: the word
    /// has been counted for itself.
    func weight(ofUnknown term: PhraseTerm, among vocabulary: PhraseVocabulary, by words: inout KnownWords) -> Double {
        switch term {
        case .word(let word) where words[word].isFunctional: return 0
        case .pair(let left, let right) where !vocabulary.knows(left) || !vocabulary.knows(right): return 0
        case .word, .pair, .place: return ofUnknown * Self.importance(of: term, by: &words)
        }
    }

    private static func rarity(_ count: Int, of phrases: Int) -> Double {
        pow(log(1 + Double(phrases) / max(0.5, Double(count))), importanceOfRarity)
    }

    /// 1 for what only one intent says, less the more evenly the phrases with it are spread over all intents (by the entropy of their
    /// intents), 0 for what all say equally often.
    private static func distinctness(_ intents: [Int], among count: Int) -> Double {
        let counts = intents.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        guard counts.count > 1 else { return 1 }
        let entropy = counts.values.reduce(0.0) { sum, count in
            let share = Double(count) / Double(intents.count)
            return sum - share * log(share)
        }
        return pow(max(0, 1 - entropy / log(Double(count))), importanceOfDistinctness)
    }

    private static func importance(of term: PhraseTerm, by words: inout KnownWords) -> Double {
        switch term {
        case .word(let word): words[word].isFunctional ? importanceOfFunctional : 1
        case .pair: importanceOfPairs
        case .place: importanceOfPlaces
        }
    }
}
