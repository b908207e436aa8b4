import MatchTwin
import Testing
import Utterances

@testable import PatternMatching

/// Patterns that lie in others.
@Suite struct InclusionTests {
    private static let names = [
        "Cost": "(price|cost)", "Any": "$nonEmptyGarbage", "List": "a [and $List]", "Loop": "$Loop a",
        "Weighted": "price $weight<0.5>",
    ]

    private static let library = PatternLibrary(definitions: names.mapValues { (PatternParser.parse($0).0, nil) })

    private func lies(_ inner: String, in outer: String) -> Bool {
        Self.library.surely(PatternParser.parse(inner).0, liesIn: PatternParser.parse(outer).0)
    }

    @Test(arguments: [
        ("a", "a"), ("a", "* a *"), ("a b", "a [x] b"), ("* (a|b) *", "* [x] (b|c|a) * [y] *"), ("[a] b", "[a] b"),
        ("[a] b", "(a b|b)"), ("{a b}", "{b a [c]}"), ("price", "$Cost"), ("$Cost", "(cost|price|fee)"),
        ("$Cost", "[the] $Cost *"), ("$Any", "*"), ("* $Any *", "$Any"), ("* $Any", "* $Any *"), ("cat", "cat*"),
        ("c*", "[x] c*"),
        ("~cat", "(~dog|~cat)"), ("a:1", "a:2"), ("$repeat<$Cost>", "* $repeat<$Cost>"), ("@x", "@x::y"),
        ("$List", "$List"), ("$Weighted", "* $Weighted"), ("$Unknown", "a"), ("$regexp<a+>", "$regexp<a+>"),
        ("a $regexp<b+>", "* a $regexp<b+> *"),
        ("", "[a]"),
    ])
    func whatIsProved(inner: String, outer: String) { #expect(lies(inner, in: outer)) }

    @Test(arguments: [
        ("* a *", "a"), ("a", "b"), ("a b", "* a *"), ("a", "a b"), ("[a] b", "a b"), ("(a|b)", "a"), ("cat", "ca*"),
        ("cat*", "cat"), ("cat", "~cat"), ("~cat", "cat"), ("a", "*"), ("$oneWord", "*"), ("*", "$nonEmptyGarbage"),
        ("a", "a $weight<0.5>"), ("a $weight<2>", "a"), ("a", "$Unknown"), ("{a b}", "a b"),
        ("$regexp<a+>", "* $regexp<a+> *"),
        ("a $regexp<b+>", "$regexp<b+>"), ("* a", "$regexp<.+>"), ("a", "$Loop"), ("$regexp<a>", "$regexp_i<a>"),
    ])
    func whatIsNot(inner: String, outer: String) { #expect(!lies(inner, in: outer)) }

    @Test func longPatternsAreGivenUp() {
        let many = Array(repeating: "[(a|b c|[d] e)] *", count: 300).joined(separator: " ")
        let twice = Array(repeating: "[(a|[d] e|b c)] [x] *", count: 300).joined(separator: " ")
        _ = lies(many, in: twice)
        let deep = String(repeating: "[", count: 60) + "a" + String(repeating: "]", count: 60)
        #expect(lies(deep, in: deep))
    }

    @Test(arguments: ["*", "* *", "[a] *", "$Any", "* $Any *", "$regexp<.+>", "(a|*)", "* $weight<2>"])
    func anyText(pattern: String) {
        #expect(Self.library.surelyTakesAnyText(PatternParser.parse(pattern).0))
    }

    @Test(arguments: ["a", "* a *", "[a]", "$oneWord", "$regexp<.>", "$regexp<a.*>", "(a|b)"])
    func notAnyText(pattern: String) { #expect(!Self.library.surelyTakesAnyText(PatternParser.parse(pattern).0)) }

    @Test func whatPatternsCountAtMostAndAtLeast() {
        func most(_ pattern: String) -> Double? { Self.library.mostScore(of: PatternParser.parse(pattern).0) }
        func least(_ pattern: String) -> Double? { Self.library.leastScore(ofAnyText: PatternParser.parse(pattern).0) }
        #expect(
            ["* a", "* $Cost", "~a", "$oneWord *", "$Any", "$regexp<.+>", "$regexp</a>"].map(most) == [
                1, 1, 0.95, 0.2, 0.05, 0.9, 1,
            ])
        #expect(["* $Weighted", "a $weight<2>"].map(most) == [nil, nil])
        #expect(["*", "$Any", "$regexp<.+>", "a", "$regexp<a.*>"].map(least) == [0.05, 0.05, 0.9, nil, nil])
        #expect(["* $weight<+1>", "* [a $weight<2>]"].map(least) == [1.05, nil])
    }

    /// Whatever the one accepts, the other does, and counts it no less.
    @Test(arguments: 1...4) func whatIsProvedIsTrue(seed: Int) {
        var random = RandomPatterns(seed: UInt64(seed))
        var proved = 0
        for _ in 0..<60 {
            let library = PatternLibrary(definitions: random.definitions())
            let trees = (0..<8).map { _ in PatternParser.parse(random.pattern()).0 }
            let set = PatternSet(trees, library: library)
            let phrases = (0..<12).map { _ in Utterance(random.phrase()) }
            for inner in trees.indices {
                for outer in trees.indices where outer != inner && library.surely(trees[inner], liesIn: trees[outer]) {
                    proved += 1
                    for phrase in phrases { expect(set, inner, outer, phrase) }
                }
            }
        }
        #expect(proved > 10)
    }

    private func expect(_ set: PatternSet, _ inner: Int, _ outer: Int, _ phrase: Utterance) {
        let attempts = [inner, outer].map { set.attempt($0, phrase) }
        guard attempts.allSatisfy(\.troubles.isEmpty), let first = attempts[0].match else { return }
        let second = attempts[1].match
        let isBetter = second.map { $0.score > first.score + 1e-9 } ?? false
        let isEqual = second.map { $0.score > first.score - 1e-9 && $0.explicitWords >= first.explicitWords } ?? false
        #expect(
            isBetter || isEqual,
            "\(set.patterns[inner].source) in \(set.patterns[outer].source) on “\(phrase.text)”: \(first.score), \(second?.score ?? -1)"
        )
    }
}
