import PatternMatching
import Testing
import Understanding
import Utterances

@Suite struct ExactPhrasesTests {
    /// One entity: a single digit.
    private struct Digits: EntityFinding {
        func covers(of entity: EntityName, in utterance: Utterance, from start: Int) -> [EntityCover] {
            guard entity == .recognized("zb.digit"), utterance.tokens[start].word.allSatisfy(\.isNumber) else {
                return []
            }
            return [EntityCover(end: start + 1, value: utterance.tokens[start].word)]
        }
    }

    private func candidates(_ text: String, _ phrases: [String], patterns: [String] = []) -> [IntentCandidate] {
        let lesson = IntentLesson(
            intent: 7, phrases: phrases, patterns: patterns.map { PatternParser.parse($0).0 })
        return ExactPhrases(IntentCourse(lessons: [lesson], entities: Digits())).candidates(for: Utterance(text))
    }

    @Test func aPhraseIsKnownWordForWord() {
        #expect(candidates("Call me BACK!", ["call me back"]).map(\.confidence) == [1])
        #expect(candidates("call me", ["call me back"]).isEmpty)
    }

    @Test func anEntityStandsForWords() throws {
        let found = try #require(candidates("call me at 5, please", ["call me at @zb.digit please"]).first)
        #expect(found.intent == 7 && found.source == .phrases && found.confidence == 0.99)
        #expect(found.match?.tree.children.map(\.value) == ["5"])
        #expect(candidates("call me at noon please", ["call me at @zb.digit please"]).isEmpty)
        #expect(candidates("5", ["@zb.digit."]).count == 1)
    }

    @Test(arguments: ["mail ann@example.com", "@", "a @ b", "@. @-", "("])
    func otherSignsAreNoPlaces(phrase: String) { #expect(PatternTree(phrase: phrase) == nil) }

    @Test func signsOfPatternsAreWordsInPhrases() {
        #expect(candidates("(a) 5 *", ["(a) @zb.digit *"]).count == 1)
        #expect(candidates("b 5", ["(a|b) @zb.digit"]).isEmpty)
    }

    @Test func confidenceStaysInItsBounds() {
        #expect(candidates("a", [], patterns: ["a $weight<+5>"]).map(\.confidence) == [1])
        #expect(candidates("a", [], patterns: ["a $weight<-5>"]).map(\.confidence) == [0])
        #expect(candidates("a", [], patterns: ["a"]).map(\.source) == [.patterns])
        #expect(IntentCandidate(intent: 0, source: .phrases, confidence: .nan).confidence == 0)
    }
}
