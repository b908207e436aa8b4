import Foundation
import PatternMatching
import Testing
import Utterances

/// What an attempt costs, counted in steps: a polynomial of pattern and phrase, with a limit above it.
@Suite struct MatcherBoundTests {
    private func steps(_ pattern: String, _ phrase: String, _ library: PatternLibrary = PatternLibrary()) -> Int {
        PatternMatcher().attempt(PatternParser.parse(pattern).0, Utterance(phrase), library: library).steps
    }

    private func repeated(_ text: String, _ count: Int) -> String {
        Array(repeating: text, count: count).joined(separator: " ")
    }

    /// Twice the stars on twice the words may cost four times as much, not a power of two.
    @Test func starsOnLongPhrases() {
        let small = steps(repeated("* a", 10) + " *", repeated("a", 25) + " b")
        let large = steps(repeated("* a", 20) + " *", repeated("a", 50) + " b")
        #expect(small > 100)
        #expect(large < 6 * small)
        #expect(steps(repeated("* a", 100) + " b", repeated("a", 400)) < 300_000)
    }

    @Test func nestedOptionalStars() {
        let nested = { (depth: Int) in
            String(repeating: "[* ", count: depth) + "a" + String(repeating: "]", count: depth)
        }
        let small = steps(nested(10) + " b", repeated("a", 20))
        let large = steps(nested(20) + " b", repeated("a", 40))
        #expect(large < 20 * small)
    }

    @Test func permutationsCostTheirSubsets() {
        let letters = "a b c d e f g h i j k l"
        let optional = letters.split(separator: " ").map { "[\($0)]" }.joined(separator: " ")
        #expect(steps("{\(letters)}", "l k j i h g f e d c b a") < 100_000)
        #expect(steps("{\(optional)}", "l k j i h g") < 400_000)
        #expect(
            PatternMatcher().match(PatternParser.parse("{\(letters)}").0, Utterance("l k j i h g f e d c b a")) != nil)
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
        let attempt = PatternMatcher().attempt(PatternParser.parse("* $regexp<\\w+> *").0, utterance)
        #expect(attempt.match == nil)
        #expect(attempt.steps < 1_500_000)
        guard case .tooLong = attempt.troubles.first else {
            return #expect(Bool(false), "it did not say that it gave up")
        }
    }

    /// Neither a long phrase nor nested brackets nor recursion may overflow the stack of a small thread.
    @Test func smallStack() async {
        let library = PatternLibrary(definitions: ["List": (PatternParser.parse("a [$List]").0, nil)])
        let nested = String(repeating: "([{", count: 20) + "a" + String(repeating: "}])", count: 20)
        let unclosed = String(repeating: "(", count: 50_000)
        let phrase = repeated("a", 450)
        let depth: Int = await withCheckedContinuation { continuation in
            let thread = Thread {
                let match = PatternMatcher().match(PatternParser.parse("$List").0, Utterance(phrase), library: library)
                _ = PatternMatcher().match(PatternParser.parse(nested).0, Utterance("a"))
                _ = PatternMatcher().match(PatternParser.parse(unclosed).0, Utterance("a"))
                _ = PatternMatcher().match(
                    PatternParser.parse("* a *").0, Utterance(String(repeating: "a ", count: 40_000)))
                continuation.resume(returning: Self.depth(of: match?.tree))
            }
            thread.stackSize = 512 * 1024
            thread.start()
        }
        #expect(depth == 100, "named nodes end at a depth that scripts can walk")
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
