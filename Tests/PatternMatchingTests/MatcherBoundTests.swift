import Foundation
import PatternMatching
import Testing
import Utterances

/// What an attempt costs, counted in steps: a polynomial of pattern and phrase, with a limit above it.
@Suite struct MatcherBoundTests: CostlyPatterns {
    private func steps(_ pattern: String, _ phrase: String, _ library: PatternLibrary = PatternLibrary()) -> Int {
        let matcher = PatternMatcher(entities: AnyWords())
        return matcher.attempt(PatternParser.parse(pattern).0, Utterance(phrase), library: library).steps
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

    /// Members that are written the same need not change places with each other.
    @Test func equalMembersOfPermutations() {
        let members = repeated("a", 16)
        let attempt = PatternMatcher().attempt(PatternParser.parse("{\(members)}").0, Utterance(members))
        #expect(attempt.match != nil)
        #expect(attempt.steps < 2_000)
        #expect(steps("* {\(repeated("[a]", 16))} *", repeated("a", 100)) < 100_000)
        let turns = PatternMatcher().match(PatternParser.parse("{a b a:1 a:2}").0, Utterance("a a b a"))
        #expect(turns?.tree.value != nil, "a member with a value is another one")
    }

    /// `$A0 = $A1 $A1`, `$A1 = $A2 $A2`, …: a tree of all of them would have a thousand million nodes.
    @Test func treesOfDoublingNamesStaySmall() throws {
        var bodies = ["A30": "(a|b)", "A29": "[$A30]"]
        for number in 0..<29 { bodies["A\(number)"] = "$repeat<$A\(number + 1)> $A\(number + 1)" }
        let library = PatternLibrary(definitions: bodies.mapValues { (PatternParser.parse($0).0, nil) })
        let match = PatternMatcher().match(PatternParser.parse("$A0").0, Utterance("a"), library: library)
        let tree = try #require(match?.tree)
        #expect(tree.text == "a")
        #expect(Self.size(of: tree) < 20_000)
    }

    private static func size(of node: ParseNode) -> Int { node.children.reduce(1) { $0 + size(of: $1) } }

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
        let attempt = PatternMatcher().attempt(PatternParser.parse("* $regexp<[а-я]+> *").0, utterance)
        #expect(attempt.match == nil)
        #expect(attempt.steps < 1_500_000)
        guard case .tooLong = attempt.troubles.first else {
            return #expect(Bool(false), "it did not say that it gave up")
        }
    }
}
