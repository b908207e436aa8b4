import Foundation
import PatternMatching
import Testing
import Utterances

/// What an attempt costs, counted in steps: a polynomial of pattern and phrase, with a limit above it.
@Suite struct MatcherBoundTests {
    private func steps(_ pattern: String, _ phrase: String, _ library: PatternLibrary = PatternLibrary()) -> Int {
        let matcher = PatternMatcher(entities: AnyWords())
        return matcher.attempt(PatternParser.parse(pattern).0, Utterance(phrase), library: library).steps
    }

    private func library(_ bodies: [String: String]) -> PatternLibrary {
        PatternLibrary(definitions: bodies.mapValues { (PatternParser.parse($0).0, nil) })
    }

    private func match(_ pattern: String, _ phrase: String, _ library: PatternLibrary) -> PatternMatch? {
        PatternMatcher().match(PatternParser.parse(pattern).0, Utterance(phrase), library: library)
    }

    private func repeated(_ text: String, _ count: Int) -> String {
        Array(repeating: text, count: count).joined(separator: " ")
    }

    /// One word or two, whatever they are, are an entity.
    private struct AnyWords: EntityFinding {
        func covers(of entity: EntityName, in utterance: Utterance, from start: Int) -> [EntityCover] {
            [EntityCover(end: start + 1, value: nil), EntityCover(end: start + 2, value: nil)]
        }
    }

    /// A pattern that grows with a number, for a phrase that grows with it too.
    struct Growth: CustomTestStringConvertible {
        let name: String
        /// What stands again and again.
        let element: String
        var bodies: [String: String] = [:]
        var phrase = "a"

        var testDescription: String { name }
    }

    private func steps(_ growth: Growth, _ count: Int) -> Int {
        steps(repeated(growth.element, count) + " c", repeated(growth.phrase, 2 * count) + " c", library(growth.bodies))
    }

    /// Twice the elements on twice the words may cost four times as much, not a power of two.
    @Test(arguments: [
        Growth(name: "stars", element: "* a"), Growth(name: "one word", element: "* [$oneWord]"),
        Growth(name: "garbage", element: "[$nonEmptyGarbage] [a]"), Growth(name: "optional", element: "[a] *"),
        Growth(name: "parts", element: "* (a*|*a)"), Growth(name: "choice", element: "* (a|a a|* a|x)"),
        Growth(name: "values", element: "* [(a|b):1]"), Growth(name: "entities", element: "* $entity<X>"),
        Growth(name: "names", element: "* $B", bodies: ["A": "[*] a", "B": "$A * [$A]"]),
        Growth(name: "repeated words", element: "* $repeat<$A>", bodies: ["A": "a"]),
        Growth(name: "permutations", element: "{* [a] * [b] * [d]}", phrase: "a b"),
        Growth(name: "nested permutations", element: "{[{a * b}] * {[a] [b]}} *", phrase: "a b"),
    ])
    func growsWithPatternAndPhrase(growth: Growth) {
        let (small, large) = (steps(growth, 10), steps(growth, 20))
        #expect(small > 100)
        #expect(Double(large) < 4.7 * Double(small), "\(small), then \(large)")
    }

    /// What begins and ends anywhere has as many ways to go as there are pairs of words.
    @Test(arguments: [
        Growth(name: "expressions", element: "* $regexp<[ab ]+>"),
        Growth(name: "repeated texts", element: "$repeat<$A>", bodies: ["A": "$nonEmptyGarbage"]),
        Growth(name: "recursion", element: "* $A", bodies: ["A": "a [$A] [$A]"]),
        Growth(name: "recursion with gaps", element: "* $A", bodies: ["A": "* a [$A]"]),
        Growth(name: "tables of stars", element: "$repeat<$A>", bodies: ["A": "* a *"]),
    ])
    func growsWithPairsOfWords(growth: Growth) {
        let (small, large) = (steps(growth, 8), steps(growth, 16))
        #expect(small > 100)
        #expect(large < 9 * small, "\(small), then \(large)")
    }

    /// Ways to one place that only their weights tell apart are kept up to a small number.
    @Test func weightsInStars() {
        let growth = Growth(name: "weights", element: "* [a $weight<0.9>] [a $weight<+0.1>]")
        let (small, large) = (steps(growth, 15), steps(growth, 30))
        #expect(large < 6 * small, "\(small), then \(large)")
    }

    @Test func starsOnLongPhrases() {
        #expect(steps(repeated("* a", 100) + " b", repeated("a", 400)) < 300_000)
        #expect(steps(repeated("* a", 100) + " *", repeated("a", 400)) < 300_000)
    }

    @Test func nestedOptionalStars() {
        let nested = { (depth: Int) in
            String(repeating: "[* ", count: depth) + "a" + String(repeating: "]", count: depth)
        }
        let small = steps(nested(10) + " b", repeated("a", 20) + " b")
        let large = steps(nested(20) + " b", repeated("a", 40) + " b")
        #expect(small > 100)
        #expect(large < 5 * small)
    }

    @Test func permutationsCostTheirSubsets() {
        let letters = "a b c d e f g h i j k l"
        let optional = letters.split(separator: " ").map { "[\($0)]" }.joined(separator: " ")
        #expect(steps("{\(letters)}", "l k j i h g f e d c b a") < 100_000)
        #expect(steps("{\(optional)}", "l k j i h g") < 400_000)
        #expect(
            PatternMatcher().match(PatternParser.parse("{\(letters)}").0, Utterance("l k j i h g f e d c b a")) != nil)
    }

    /// Where words may stand between the members every set of them can be reached; 16 at most are given up, and say so.
    @Test func largePermutations() {
        let members = { (count: Int) in (0..<count).map { "[w\($0)]" }.joined(separator: " * ") }
        let phrase = (0..<16).map { "w\($0)" }.joined(separator: " ")
        #expect(steps("{\(members(4))}", phrase) * 40 > steps("{\(members(8))}", phrase))
        #expect(steps("{\(repeated("[a]", 16))} b", repeated("a", 16) + " b") < 20_000)
        let nested = "{" + repeated("{" + repeated("[{\(repeated("[a]", 15))}]", 15) + "}", 15) + "}"
        for pattern in ["{[a] \(members(8))}", nested, "{" + repeated("{" + repeated("[*]", 16) + "}", 16) + "}"] {
            let attempt = PatternMatcher().attempt(PatternParser.parse(pattern).0, Utterance(phrase))
            #expect(attempt.steps < 300_000)
        }
    }

    /// `$A0 = $A1 $A1`, `$A1 = $A2 $A2`, …: a power of two of elements, whose work is done once for each place.
    @Test func doublingChains() {
        let chain = { (depth: Int, last: String) in
            Dictionary(uniqueKeysWithValues: (0..<depth).map { ("A\($0)", "$A\($0 + 1) $A\($0 + 1)") })
                .merging(["A\(depth)": last]) { $1 }
        }
        #expect(steps("* $A0 *", repeated("a", 64), library(chain(30, "a"))) < 120_000)
        #expect(match("$A0", repeated("a", 64), library(chain(6, "a"))) != nil)
        #expect(match("$A0", repeated("a", 4), library(chain(8, "[a]"))) != nil)
        #expect(steps("$A0", repeated("a", 64), library(chain(30, "[a]"))) < 200_000)
    }

    /// Thousands of alternatives, and of names that lead to each other, are compiled and matched without much ado.
    @Test func largeGrammars() {
        let choice = "(" + (0..<5_000).map { "a w\($0)" }.joined(separator: "|") + ")"
        #expect(steps("* \(choice) *", repeated("a w7", 5)) < 2_000)
        #expect(match("* \(choice) *", "a w4999", library([:])) != nil)
        let circle = Dictionary(uniqueKeysWithValues: (0..<2_000).map { ("P\($0)", "a [$P\(($0 + 1) % 2_000)]") })
        #expect(steps("$P0", repeated("a", 20), library(circle)) < 200_000)
        let fan = Dictionary(uniqueKeysWithValues: (0..<6).map { ("F\($0)", repeated("$F\($0 + 1)", 60)) })
        #expect(steps("$F0", repeated("a", 20), library(fan.merging(["F6": "a"]) { $1 })) < 200_000)
    }

    /// Many patterns that each ask for any of many words do not multiply.
    @Test func largeGroupsOfWords() {
        let city = "(" + (0..<1_500).map { "c\($0)" }.joined(separator: "|") + ")"
        let patterns = (0..<400).map { PatternParser.parse("* ($City|x\($0)) * [a]").0 }
        let set = PatternSet(patterns, library: library(["City": city]))
        var hits: [PatternSet.Hit] = []
        set.find(in: Utterance("to c7"), into: &hits)
        #expect(hits.count == 400)
        set.find(in: Utterance("to x399"), into: &hits)
        #expect(hits.map(\.pattern) == [399])
    }

    /// A slow regular expression counts for more than others, wherever it is tried.
    @Test func slowExpressions() {
        let attempt = PatternMatcher().attempt(
            PatternParser.parse("* $regexp<(a+)+[bc]> *").0, Utterance(repeated(String(repeating: "a", count: 15), 100))
        )
        #expect(attempt.match == nil)
        #expect(attempt.steps < 250_000)
    }

    /// Weights multiply without limit, scores do not.
    @Test func endlessWeights() throws {
        let pattern = "$repeat<$A> $weight<+\(String(repeating: "9", count: 300))>"
        let library = library(["A": "a $weight<\(String(repeating: "9", count: 200))>"])
        let score = try #require(match(pattern, repeated("a", 50), library)).score
        #expect(score.isFinite)
    }

    @Test func recursionOfNamedPatterns() {
        let bodies = [
            "A": "([a] $A [b] | a | [$A] $B)", "B": "($A $A|$B $B|b)", "C": "a [$C] [$C]", "D": "[(a $D b|$D)]",
        ]
        let library = PatternLibrary(definitions: bodies.mapValues { (PatternParser.parse($0).0, nil) })
        for phrase in [repeated("a b", 30), repeated("a", 60), repeated("a a b b", 15)] {
            for name in bodies.keys { #expect(steps("$\(name)", phrase, library) < 200_000) }
        }
    }

    /// A line of 100,000 characters: only a regular expression, which has to be tried everywhere, is given up and says so.
    @Test func veryLongUtterance() {
        let utterance = Utterance(repeated("слово", 17_000))
        let library = PatternLibrary(definitions: ["AnyText": (PatternParser.parse("$nonEmptyGarbage").0, nil)])
        let taken = [
            "*", "$nonEmptyGarbage", "* слово *", "$AnyText", "* $nonEmptyGarbage *", "{* слово * слово}",
            "* [слово] * [сло*] * ($AnyText|слово слово) *",
        ]
        for pattern in taken {
            let attempt = PatternMatcher().attempt(PatternParser.parse(pattern).0, utterance, library: library)
            #expect(attempt.match != nil && attempt.troubles.isEmpty, "\(pattern)")
        }
        let attempt = PatternMatcher().attempt(PatternParser.parse("* $regexp<\\w+> *").0, utterance)
        #expect(attempt.match == nil)
        #expect(attempt.steps < 1_500_000)
        guard case .tooLong = attempt.troubles.first else {
            return #expect(Bool(false), "it did not say that it gave up")
        }
    }

    /// Neither a long phrase nor nested brackets nor recursion may overflow the stack of a small thread.
    @Test func smallStack() async {
        let nested = String(repeating: "([{", count: 20) + "a" + String(repeating: "}])", count: 20)
        let unclosed = String(repeating: "(", count: 50_000)
        let match: PatternMatch? = await withCheckedContinuation { continuation in
            let thread = Thread {
                let match = self.match("$List", repeated("a", 300), library(["List": "a [$List]"]))
                for pattern in [nested, unclosed] { _ = self.match(pattern, "a", library([:])) }
                _ = self.match("* a *", String(repeating: "a ", count: 40_000), library([:]))
                continuation.resume(returning: match)
            }
            thread.stackSize = 512 * 1024
            thread.start()
        }
        #expect(Self.depth(of: match?.tree) == 100, "named nodes end at a depth that scripts can walk")
    }

    /// Patterns in patterns as deep as they are taken: brackets within names within tables within names.
    @Test func deepNames() async {
        let deep = { (inner: String) in
            String(repeating: "[{b ", count: 31) + inner + String(repeating: "}]", count: 31)
        }
        let chain = Dictionary(uniqueKeysWithValues: (0..<10_000).map { ("P\($0)", "$P\($0 + 1)") })
            .merging(["P10000": deep("$T"), "T": "(a|[x] $T \(deep("$T $Q0")))"]) { $1 }
            .merging((0..<98).map { ("Q\($0)", "$Q\($0 + 1)") }) { $1 }.merging(["Q98": deep("$T")]) { $1 }
        let library = library(chain)
        let pattern = deep("$P0")
        let isFound: Bool = await withCheckedContinuation { continuation in
            let thread = Thread {
                let match = self.match(pattern, repeated("a", 3), library)
                continuation.resume(returning: match == nil && self.match("$P0", "a", library) == nil)
            }
            thread.stackSize = 512 * 1024
            thread.start()
        }
        #expect(isFound)
    }

    private static func depth(of node: ParseNode?) -> Int {
        var depth = 0
        var node = node
        while let child = node?.children.first {
            depth += 1
            node = child
        }
        return depth
    }
}
