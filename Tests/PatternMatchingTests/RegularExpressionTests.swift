import PatternMatching
import Testing
import Utterances

@Suite struct RegularExpressionTests {
    private func attempt(_ pattern: String, _ phrase: String) -> MatchAttempt {
        PatternMatcher().attempt(PatternParser.parse(pattern).0, Utterance(phrase))
    }

    @Test(arguments: ["$regexp<^(a+)+$>", "* $regexp<^(a+)+$> *"])
    func catastrophicExpressionsAreCut(pattern: String) {
        let attempt = attempt(pattern, String(repeating: "a", count: 40) + "-b")
        #expect(attempt.troubles == [.regexpCut("^(a+)+$")])
        #expect(attempt.match == nil)
    }

    /// A cut expression counts as not matching, and what does not need it still matches.
    @Test func otherAlternativesStillMatch() {
        let attempt = attempt("($regexp<^(a+)+$>|*)", String(repeating: "a", count: 40) + "-b")
        #expect(attempt.match != nil)
        #expect(attempt.troubles == [.regexpCut("^(a+)+$")])
    }

    /// An expression is tried until it is cut once for a phrase; every pattern with it is told so.
    @Test func everyPatternIsToldOfTheCut() {
        let patterns = ["* $regexp<^(a+)+$> *", "[b] $regexp<^(a+)+$> *", "$regexp<^(a+)+$>", "b"]
        let set = PatternSet(patterns.map { PatternParser.parse($0).0 })
        var hits: [PatternSet.Hit] = []
        let givenUp = set.find(in: Utterance(String(repeating: "a", count: 40) + "-b"), into: &hits)
        #expect(hits.isEmpty)
        #expect(givenUp.map(\.pattern).sorted { $0 ?? 0 < $1 ?? 0 } == [0, 1, 2])
        #expect(givenUp.allSatisfy { $0.trouble == .regexpCut("^(a+)+$") })
    }

    @Test func deepNestingIsRefused() {
        let nested = String(repeating: "(", count: 500) + "a" + String(repeating: ")", count: 500)
        #expect(PatternParser.parse("$regexp<\(nested)>").1.map(\.code) == ["pattern/regexp"])
    }

    @Test func recursionInsideIsCut() {
        let attempt = attempt("x $regexp<(a(?1)?b?)+c> y", "x " + String(repeating: "a", count: 5_000) + " y")
        #expect(attempt.match == nil)
    }

    @Test func singleBytesAreOutOfReach() {
        #expect(PatternParser.parse("$regexp<\\C+>").1.map(\.code) == ["pattern/regexp"])
    }

    @Test func aMistakeIsPlaced() throws {
        let text = "да ($regexp<п[р-а]>|b)"
        let mistake = try #require(PatternParser.parse(text).1.first)
        #expect(
            mistake.message
                == "The regular expression cannot be read at its character 5: range out of order in character class.")
        #expect(mistake.isError)
        let utterance = Utterance(text)
        #expect(utterance.text(from: mistake.start, to: mistake.end) == "а")
    }

    @Test func placesSurviveTheRewritingOfJava() throws {
        let mistake = try #require(PatternParser.parse(#"$regexp<\bдом\b(>"#).1.first)
        #expect(mistake.message.contains("at its character 9"))
        #expect(mistake.message.contains("missing"))
    }

    /// One pattern is matched from many tasks at once.
    @Test func sharedBetweenTasks() async {
        let tree = PatternParser.parse("* $regexp<\\d+> $regexp_i<[а-я]+> *").0
        let all = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<50 {
                group.addTask { PatternMatcher().match(tree, Utterance("это \(number) СЛОН и всё")) != nil }
            }
            return await group.reduce(true) { $0 && $1 }
        }
        #expect(all)
    }
}
