import PatternMatching
import Testing
import Understanding
import Utterances

@Suite struct SentenceClassifierTests {
    /// Two forms of one word, and one entity: a city of two names.
    private struct Forms: WordForms {
        private static let functional: Set = ["could", "you", "please", "to", "my", "a", "an", "i", "me"]

        func forms(of word: String) -> [String] { [word] }

        func readings(of word: String) -> [Grammar] { Self.functional.contains(word) ? [Grammar("PRCL")] : [] }

        func lemmas(of word: String) -> [String] { [word == "went" ? "go" : word] }
    }

    private struct Cities: EntityFinding {
        func covers(of entity: EntityName, in utterance: Utterance, from start: Int) -> [EntityCover] {
            guard entity == .recognized("City"), ["oslo", "rome"].contains(utterance.tokens[start].word) else {
                return []
            }
            return [EntityCover(end: start + 1, value: utterance.tokens[start].word)]
        }
    }

    private let classifier = SentenceClassifier(
        IntentCourse(
            lessons: [
                IntentLesson(
                    intent: 0, phrases: ["I want to book a table", "reserve a table for two", "book a seat"],
                    patterns: []),
                IntentLesson(
                    intent: 1, phrases: ["cancel my booking", "I do not need the table"],
                    patterns: [PatternParser.parse("* (cancel/drop) * seat *").0]),
                IntentLesson(intent: 2, phrases: ["what is the weather in @City", "go to the sea"], patterns: []),
            ], forms: Forms(), entities: Cities()))

    private func best(_ text: String) -> IntentCandidate? {
        classifier.candidates(for: Utterance(text)).max { $0.confidence < $1.confidence }
    }

    @Test(arguments: [
        ("could I book a table please", 0), ("reserve seat", 0), ("please cancel the booking", 1),
        ("weather in rome", 2), ("tell me the weather in oslo please", 2), ("we went to the sea", 2),
    ])
    func aPhraseThatNobodyWroteDown(text: String, intent: Int) throws {
        let found = try #require(best(text))
        #expect(found.intent == intent && found.source == .phrases)
        #expect(found.confidence > 0.2 && found.confidence < 0.99)
    }

    @Test(arguments: ["my dog sleeps", "", "?!", "tell us a joke"])
    func whatIsLikeNoPhraseStaysBelowTheThreshold(text: String) {
        #expect((best(text)?.confidence ?? 0) < 0.2)
    }

    @Test func theVeryWordsAreSure() {
        #expect(best("Book a seat!")?.confidence == 1)
        #expect(best("what is the weather in rome")?.confidence == 0.99)
    }

    @Test func aMisspeltWordIsNearlyTheWord() throws {
        let right = try #require(best("reserve a table"))
        let wrong = try #require(best("rezerve a table"))
        #expect(wrong.intent == 0 && wrong.confidence < right.confidence && wrong.confidence > 0.2)
    }

    @Test func moreOfTheSameWordsIsSurer() throws {
        let some = try #require(best("reserve something"))
        let more = try #require(best("reserve a table"))
        #expect(some.confidence < more.confidence)
    }

    private static func taught(_ phrases: [[String]]) -> SentenceClassifier {
        let lessons = phrases.enumerated().map { IntentLesson(intent: $0, phrases: $1, patterns: []) }
        return SentenceClassifier(IntentCourse(lessons: lessons, forms: Forms()))
    }

    @Test func wordsThatOnlyCarryOthersCostNothing() throws {
        let classifier = Self.taught([
            ["send an invoice", "I need an invoice"], ["my parcel is late"], ["open the door"],
        ])
        func sure(_ text: String) -> Double {
            classifier.candidates(for: Utterance(text)).first { $0.intent == 0 }?.confidence ?? 0
        }
        #expect(sure("could you please send me an invoice") > 0.5)
        #expect(sure("could you please send an invoice to my home address") > 0.2)
        let carried = sure("could you please send invoice")
        #expect(sure("you send invoice") == carried && sure("fluffy send invoice") < carried)
    }

    @Test(arguments: ["i want", "i want to", "want"])
    func whatSeveralIntentsShareMeansNone(text: String) throws {
        let classifier = Self.taught([
            ["i want pizza", "i want to order a pizza"], ["i want sushi", "i want to order sushi"], ["i want to pay"],
        ])
        let best = classifier.candidates(for: Utterance(text)).map(\.confidence).max() ?? 0
        #expect(best < 0.2)
        let sushi = try #require(classifier.candidates(for: Utterance("i want your sushi")).first { $0.intent == 1 })
        #expect(sushi.confidence > 0.2)
    }

    @Test func itSaysForWhichIntentTheSameWordsSpeak() throws {
        let classifier = Self.taught([["red table", "blue chair"], ["red lamp", "blue lamp"], ["go home"]])
        let near = classifier.nearest(to: Utterance("red"), count: 2)
        #expect(near.map(\.intent) == [1, 0])
        let (first, second) = (try #require(near.first?.rival), try #require(near.last?.rival))
        #expect(first.intent == 0 && first.doubt > 0 && second.intent == 1)
        #expect(classifier.nearest(to: Utterance("go home"), count: 1).first?.rival == nil)
    }

    @Test func phrasesAndPatternsAreHeardEachForItself() {
        let found = classifier.candidates(for: Utterance("cancel my seat"))
        #expect(Set(found.filter { $0.intent == 1 }.map(\.source)) == [.patterns, .phrases])
    }

    @Test func itSaysWhichWordsWereAlike() throws {
        let near = try #require(classifier.nearest(to: Utterance("we went to rome weather"), count: 3).first)
        #expect(near.intent == 2)
        let pairs = classifier.nearest(to: Utterance("weather of rome"), count: 1).flatMap(\.words)
        #expect(pairs.map(\.written) == ["weather", "@City"])
        let first = try #require(pairs.first)
        #expect(first.likeness == 1)
        #expect(pairs.last?.said == "rome")
    }

    @Test func nothingIsLearntFromNothing() {
        let empty = SentenceClassifier(
            IntentCourse(lessons: [IntentLesson(intent: 0, phrases: ["", "!"], patterns: [])]))
        #expect(empty.candidates(for: Utterance("a")).isEmpty)
        #expect(empty.nearest(to: Utterance("a"), count: 3).isEmpty)
    }

    @Test func hugeTextsAreHeardInPart() {
        let text = String(repeating: "word book ", count: 5000)
        #expect(classifier.candidates(for: Utterance(text)).count <= 4)
    }
}
