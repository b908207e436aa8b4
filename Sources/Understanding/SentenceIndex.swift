import PatternMatching
import Utterances

/// The phrases of all intents, by what they are made of: finds those that are like what was said.
///
/// Two phrases are as like as the share of their weight that each finds again in the other (Dice's coefficient over weighted words and
/// pairs of neighbours); rare words weigh more. A heard word that is an entity is like the place of that entity, `@name`.
struct SentenceIndex: Sendable {
    struct Sentence: Sendable {
        let intent: Int
        let text: String
        let terms: [Int]
        var weight = 0.0
    }

    /// Something that was said: what it weighs, and the terms that it is like, the likest first.
    struct HeardTerm {
        let term: PhraseTerm
        let weight: Double
        var relatives: [PhraseVocabulary.Relative]
    }

    private(set) var sentences: [Sentence] = []
    private(set) var vocabulary = PhraseVocabulary()
    /// For each term the sentences in which it stands.
    private var postings: [[Int]] = []
    private let forms: any WordForms
    private let entities: any EntityFinding
    /// The numbers of places, by the name of the entity.
    private var places: [(name: String, term: Int)] = []

    private static let likenessOfPlaces = 0.95

    init(_ lessons: [IntentLesson], forms: any WordForms, entities: any EntityFinding) {
        self.forms = forms
        self.entities = entities
        var words = KnownWords(forms)
        for lesson in lessons { for phrase in lesson.phrases { add(phrase, of: lesson.intent, by: &words) } }
        vocabulary.weigh(postings.map(\.count), phrases: sentences.count, by: &words)
        for number in sentences.indices {
            sentences[number].weight = sentences[number].terms.reduce(0) { $0 + vocabulary.weights[$1] }
        }
        places = vocabulary.terms.enumerated().compactMap { number, term in
            if case .place(let name) = term { (name, number) } else { nil }
        }
    }

    private mutating func add(_ phrase: String, of intent: Int, by words: inout KnownWords) {
        var terms: [Int] = []
        for term in PhraseTerm.terms(of: phrase, by: &words) {
            let number = vocabulary.number(of: term, by: &words)
            if number == postings.count { postings.append([]) }
            postings[number].append(sentences.count)
            terms.append(number)
        }
        if !terms.isEmpty { sentences.append(Sentence(intent: intent, text: phrase, terms: terms)) }
    }

    // MARK: What was said

    /// More words than this are not compared: nobody writes such phrases.
    private static let mostWords = 200

    /// The words of an utterance and its pairs of neighbours, each once.
    func heard(in utterance: Utterance) -> [HeardTerm] {
        var known = KnownWords(forms)
        let words = utterance.tokens.prefix(Self.mostWords).map(\.word)
        var numbers: [PhraseTerm: Int] = [:]
        var heard: [HeardTerm] = []
        let bases = words.map { known.base(of: $0) }
        let pairs = zip(bases, bases.dropFirst()).map { PhraseTerm.pair($0, $1) }
        for term in words.map(PhraseTerm.word) + pairs where numbers[term] == nil {
            let (weight, relatives) = vocabulary.relatives(of: term, by: &known)
            numbers[term] = heard.count
            heard.append(HeardTerm(term: term, weight: weight, relatives: relatives))
        }
        for (word, place) in heardPlaces(in: utterance) {
            if let number = numbers[.word(word)] { heard[number].add(place) }
        }
        return heard
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

    // MARK: Comparing

    /// A sentence, and how like it what was said is, from 0 to 1.
    struct Likeness {
        let sentence: Int
        let value: Double
    }

    /// What shares less is not like it.
    private static let leastLikeness = 0.1

    /// All sentences that are somewhat like what was said, in file order.
    func likenesses(to heard: [HeardTerm]) -> [Likeness] {
        let common = sharesOfHeard(heard)
        let theirs = sharesOfSentences(heard)
        let weight = heard.reduce(0) { $0 + $1.weight }
        return sentences.indices.compactMap { number in
            guard common[number] > 0 else { return nil }
            let value = (common[number] + theirs[number]) / (weight + sentences[number].weight)
            return value < Self.leastLikeness ? nil : Likeness(sentence: number, value: value)
        }
    }

    /// For each sentence the weight of what was said that stands in it.
    private func sharesOfHeard(_ heard: [HeardTerm]) -> [Double] {
        var shares = [Double](repeating: 0, count: sentences.count)
        var last = [Int](repeating: -1, count: sentences.count)
        for (number, term) in heard.enumerated() {
            for relative in term.relatives {
                for sentence in postings[relative.term] where last[sentence] != number {
                    last[sentence] = number
                    shares[sentence] += term.weight * relative.likeness
                }
            }
        }
        return shares
    }

    /// For each sentence the weight of its terms that were said.
    private func sharesOfSentences(_ heard: [HeardTerm]) -> [Double] {
        var best: [Int: Double] = [:]
        for relative in heard.flatMap(\.relatives) {
            best[relative.term] = max(best[relative.term] ?? 0, relative.likeness)
        }
        var shares = [Double](repeating: 0, count: sentences.count)
        for (term, likeness) in best {
            for sentence in postings[term] { shares[sentence] += vocabulary.weights[term] * likeness }
        }
        return shares
    }
}

extension SentenceIndex.HeardTerm {
    /// Places an entity among the terms that a word is like.
    fileprivate mutating func add(_ place: PhraseVocabulary.Relative) {
        guard !relatives.contains(where: { $0.term == place.term }) else { return }
        let end = relatives.firstIndex { $0.likeness < place.likeness } ?? relatives.endIndex
        relatives.insert(place, at: end)
    }
}
