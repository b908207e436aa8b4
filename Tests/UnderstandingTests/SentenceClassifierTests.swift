import PatternMatching
import Testing
import Understanding
import Utterances

@Suite struct SentenceClassifierTests {
    /// Two forms of one word, and one entity: a city of two names.
    private struct Forms: WordForms {
        func forms(of word: String) -> [String] { [word] }

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
