import PatternMatching
import Utterances

/// The phrases of all intents, by what they are made of: finds those that are like what was said.
///
/// Two phrases are as like as the share of their weight that each finds again in the other (Dice's coefficient over weighted words and
/// pairs of neighbours); what is rare, and what few intents say, weighs more. A heard word that is an entity is like the place of that
/// entity, `@name`.
struct SentenceIndex: Sendable {
    /// A phrase of an intent.
    struct Sentence: Sendable {
        let intent: Int
        let text: String
        /// The numbers of its terms, each once.
        let terms: [Int]
        /// What these weigh together.
        var weight = 0.0
    }

    private(set) var sentences: [Sentence] = []
    private(set) var vocabulary = PhraseVocabulary()
    private(set) var weights = TermWeights()
    /// For each term the sentences in which it stands.
    private(set) var postings: [[Int]] = []
    /// The numbers of places, by the name of the entity.
    private(set) var places: [(name: String, term: Int)] = []
    let forms: any WordForms
    let entities: any EntityFinding

    init(_ lessons: [IntentLesson], forms: any WordForms, entities: any EntityFinding) {
        self.forms = forms
        self.entities = entities
        var words = KnownWords(forms)
        for lesson in lessons { for phrase in lesson.phrases { add(phrase, of: lesson.intent, by: &words) } }
        weigh(by: &words)
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

    private mutating func weigh(by words: inout KnownWords) {
        weights = TermWeights(of: vocabulary, postings: postings, intents: sentences.map(\.intent), by: &words)
        for number in sentences.indices {
            sentences[number].weight = sentences[number].terms.reduce(0) { $0 + weights[$1] }
        }
    }
}
