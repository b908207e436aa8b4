import Foundation
import PatternMatching
import Testing
import Utterances

/// Patterns of thousands of elements, names that lead to names, and brackets within brackets: neither slow nor too deep.
@Suite struct LargeGrammarTests: CostlyPatterns {
    private func steps(_ pattern: String, _ phrase: String, _ library: PatternLibrary = PatternLibrary()) -> Int {
        PatternMatcher().attempt(PatternParser.parse(pattern).0, Utterance(phrase), library: library).steps
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
