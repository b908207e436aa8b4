import PatternMatching
import Testing
import Utterances

/// `$morph<…>` among many patterns, and what it is told as.
@Suite struct GrammarTests {
    /// Words in `-ing` are gerunds, all others nouns; counts how often it is asked.
    private final class Endings: WordForms {
        func forms(of lemma: String) -> [String] { [lemma] }

        func readings(of word: String) -> [Grammar] { [Grammar(word.hasSuffix("ing") ? "GRND" : "NOUN sing")] }
    }

    private func set(_ patterns: [String]) -> PatternSet {
        PatternSet(patterns.map { PatternParser.parse($0).0 }, forms: Endings())
    }

    private func found(_ set: PatternSet, _ text: String) -> [Int] {
        var hits: [PatternSet.Hit] = []
        set.find(in: Utterance(text), into: &hits)
        return hits.map(\.pattern).sorted()
    }

    @Test func patternsAreFoundByIt() {
        let set = set([
            "$morph<GRND>", "stop $morph<GRND>", "stop *", "(go|$morph<GRND>) on", "{$morph<NOUN> $morph<GRND>}",
        ])
        #expect(found(set, "ringing") == [0])
        #expect(found(set, "stop ringing") == [1, 2, 4])
        #expect(found(set, "calling on") == [3, 4])
        #expect(found(set, "go on") == [3])
        #expect(found(set, "ring the bell") == [])
        #expect(found(set, "") == [])
    }

    /// More words than are kept in mind.
    @Test func manyWordsAreHeard() {
        let set = set(["* $morph<GRND>", "* (x/$morph<NOUN>) stop"])
        for number in 0..<5000 {
            #expect(found(set, "a\(number) z\(number)ing") == [0])
            #expect(found(set, "b\(number) stop") == [1])
        }
        #expect(found(set, String(repeating: "a", count: 500) + "ing") == [0])
    }

    @Test func itIsNamedWhereAGroupMatchesByIt() {
        let match = set(["* (ring/$morph<GRND>/~call) [now]"]).match(0, Utterance("please calling now"))
        #expect(match?.alignment.map(\.element) == ["*", "$morph<GRND>", "now"])
        #expect(match?.explicitWords == 2)
    }
}
