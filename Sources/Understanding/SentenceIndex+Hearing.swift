import PatternMatching
import Utterances

/// Something that was said: what it weighs, and the terms that it is like, the likest first.
struct HeardTerm {
    let term: PhraseTerm
    let weight: Double
    private(set) var relatives: [PhraseVocabulary.Relative]

    /// Places an entity among the terms that a word is like.
    fileprivate mutating func add(_ place: PhraseVocabulary.Relative) {
        guard !relatives.contains(where: { $0.term == place.term }) else { return }
        let end = relatives.firstIndex { $0.likeness < place.likeness } ?? relatives.endIndex
        relatives.insert(place, at: end)
    }
}

extension SentenceIndex {
    /// More words than this are not compared: nobody writes such phrases.
    private static let mostWords = 200
    private static let likenessOfPlaces = 0.95

    /// The words of an utterance and its pairs of neighbours, each once.
    func heard(in utterance: Utterance) -> [HeardTerm] {
        var known = KnownWords(forms)
        let words = utterance.tokens.prefix(Self.mostWords).map(\.word)
        let bases = words.map { known.base(of: $0) }
        let pairs = zip(bases, bases.dropFirst()).map { PhraseTerm.pair($0, $1) }
        var numbers: [PhraseTerm: Int] = [:]
        var heard: [HeardTerm] = []
        for term in words.map(PhraseTerm.word) + pairs where numbers[term] == nil {
            numbers[term] = heard.count
            heard.append(self.heard(term, by: &known))
        }
        for (word, place) in heardPlaces(in: utterance) {
            if let number = numbers[.word(word)] { heard[number].add(place) }
        }
        return heard
    }

    private func heard(_ term: PhraseTerm, by words: inout KnownWords) -> HeardTerm {
        let relatives = vocabulary.relatives(of: term, by: &words)
        let weight = relatives.first.map { weights[$0.term] }
        return HeardTerm(
            term: term, weight: weight ?? weights.weight(ofUnknown: term, among: vocabulary, by: &words),
            relatives: relatives)
    }

    /// The words that are entities for which a phrase has a place.
    private func heardPlaces(in utterance: Utterance) -> [(word: String, place: PhraseVocabulary.Relative)] {
        guard utterance.tokens.count <= Self.mostWords else { return [] }
        return places.flatMap { place in
            let relative = PhraseVocabulary.Relative(term: place.term, likeness: Self.likenessOfPlaces)
            return words(of: place.name, in: utterance).map { (utterance.tokens[$0].word, relative) }
        }
    }

    private func words(of entity: String, in utterance: Utterance) -> Set<Int> {
        var found = FoundCovers()
        var words: Set<Int> = []
        for start in utterance.tokens.indices {
            let covers = entities.covers(of: .recognized(entity), in: utterance, from: start, keeping: &found)
            if let end = covers.map(\.end).max() { words.formUnion(start..<end) }
        }
        return words
    }
}
