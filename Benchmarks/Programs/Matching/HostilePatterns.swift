import PatternMatching
import Utterances

/// A pattern made to be slow, with the named patterns that it mentions.
struct HostilePattern {
    let pattern: String
    var definitions: [String: String] = [:]

    static let all: [HostilePattern] = [stars, optionals, permutations, recursions, chains, expressions, weights]
        .flatMap(\.self)

    /// Phrases of a hundred words on which they are slow.
    static let phrases: [String] = [
        repeated(["a"]), repeated(["a"], end: "b"), repeated(["a", "b"]), repeated(["a", "b"], end: "c"),
        repeated(letters), repeated(letters.reversed()), repeated(["c"]), repeated(["a", "a", "b", "c"], end: "a"),
    ]

    static func repeated(_ words: [String], end: String? = nil) -> String {
        var phrase = (0..<100).map { words[$0 % words.count] }
        if let end { phrase[99] = end }
        return phrase.joined(separator: " ")
    }

    private static let letters = "abcdefghijklmnop".map(String.init)

    private static let inBrackets: [String] = letters.map { "[\($0)]" }
    private static let inStars: [String] = letters.map { "(\($0)|* \($0) *)" }

    private static func times(_ count: Int, _ text: String) -> String {
        Array(repeating: text, count: count).joined(separator: " ")
    }

    /// `text` with itself put in the place of its `%`, again and again.
    private static func nested(_ depth: Int, _ text: String, around inner: String = "a") -> String {
        let parts = text.split(separator: "%", omittingEmptySubsequences: false).map(String.init)
        return (0..<depth).reduce(inner) { inside, _ in parts.joined(separator: inside) }
    }

    private static let stars = [
        times(50, "*"), times(50, "* a"), times(100, "* a") + " b", times(30, "* a *") + " c",
        times(30, "$nonEmptyGarbage"), times(30, "* $nonEmptyGarbage") + " z", times(40, "* $oneWord *"),
        times(60, "* a* *"), times(60, "* *a* *") + " z", nested(30, "* (% | * a) *"), nested(12, "* (% | % b) *"),
    ].map { HostilePattern(pattern: $0) }

    private static let optionals = [
        times(100, "[a]"), times(100, "* [a]"), times(50, "[a] [b]") + " z", times(50, "[* a]"),
        times(50, "* [* a *] *"),
        times(30, "[a [b [c]]]"), nested(60, "[a %]"), nested(12, "[% %]"), nested(12, "[% | % a]"),
        nested(60, "* [* % *] *"),
        times(25, "([a]|[b])") + " z", times(50, "* * * [a] [a] {[a] [b] [c]}"), times(20, "* {[a] * [b] * [c]}"),
        times(30, "(a|b|[c]|a b|[a b])"), nested(10, "([%]|[% a]|* % *)"),
    ].map { HostilePattern(pattern: $0) }

    private static let permutations = [
        "{" + letters.joined(separator: " ") + "}", "{" + letters.joined(separator: " * ") + "}",
        "{" + times(16, "a") + "}", "{" + times(16, "[a]") + "}", "{" + times(16, "* [a]") + "}",
        "{* " + inBrackets.joined(separator: " ") + " *}", "* {" + times(12, "(a|b|a b)") + "} *",
        "{" + times(12, "[a [b]]") + "} z", "* {" + times(16, "$oneWord") + "} *",
        "* {" + times(12, "* $nonEmptyGarbage") + "} *",
        nested(4, "{% [a] [b] *}"), nested(3, "{% % * %}"), "* {" + times(4, "{[a] [b] [c] * [d]}") + "} *",
        "{" + times(16, "* a*") + "}", times(8, "{* [a] [b] [c] [d]}"),
        "{" + inStars.joined(separator: " ") + "}",
    ].map { HostilePattern(pattern: $0) }

    private static let recursions = [
        HostilePattern(pattern: "$A", definitions: ["A": "(a [$A]|a $A b|b)"]),
        HostilePattern(pattern: "* $A *", definitions: ["A": "(a $A|$B a|b)", "B": "[b] a $A * $A"]),
        HostilePattern(pattern: "$A", definitions: ["A": "(a|b|c) [$A] [$A]"]),
        HostilePattern(pattern: "* $A * $A *", definitions: ["A": "* a $A * $A *"]),
        HostilePattern(pattern: "$A", definitions: ["A": "[a] $B", "B": "[b] $C", "C": "(a|b) [$A] [$B] [$C]"]),
        HostilePattern(pattern: "$repeat<$A>", definitions: ["A": "(a|b|a b|b a|a a)"]),
        HostilePattern(pattern: "* $repeat<$A> * $repeat<$A> *", definitions: ["A": "[a] * [b]"]),
        HostilePattern(pattern: "$repeat<$A> z", definitions: ["A": "* (a|b) *"]),
        HostilePattern(
            pattern: "* {$repeat<$A> * $repeat<$B>} *", definitions: ["A": "$repeat<$B>", "B": "(a|b|c) [a]"]),
        HostilePattern(pattern: times(10, "* $repeat<$A>"), definitions: ["A": "$oneWord [$A]"]),
    ]

    /// `$A0 = $A1 $A1`, `$A1 = $A2 $A2`, …
    private static func chain(_ depth: Int, _ link: (String) -> String, _ last: String) -> HostilePattern {
        var definitions = ["A\(depth)": last]
        for number in 0..<depth { definitions["A\(number)"] = link("$A\(number + 1)") }
        return HostilePattern(pattern: "* $A0 *", definitions: definitions)
    }

    private static let chains = [
        chain(30, { "\($0) \($0)" }, "[a]"), chain(30, { "(\($0)|\($0) \($0))" }, "a"),
        chain(30, { "\($0) * \($0)" }, "[a|b]"),
        chain(30, { "[\($0)] [\($0)]" }, "(a|b)"), chain(30, { "{\($0) [\($0)]}" }, "[a]"),
        chain(6, { "\($0) \($0)" }, "* [a]"),
        chain(200, { "[a] \($0)" }, "a"), chain(30, { "(\($0):1|\($0) [\($0):2])" }, "(a:1|b:2)"),
    ]

    private static let expressions = [
        "* $regexp<(a+ ?)+b> *", "* $regexp<(a|a b|b a| )+> *", times(20, "* [$regexp<[a-z ]+>]"),
        (1...20).map { "* [$regexp<[a-z ]{\($0),}>]" }.joined(separator: " "), "$regexp<(\\w+\\s?)*z>",
        "{" + times(6, "* [$regexp<\\w+( \\w+)?>]") + "}",
        "* $regexp<(.*)(.*)(.*)(.*)(.*)z> *",
        times(10, "$regexp<a.*> *"), "* $regexp<(?=(a+))\\1* b> *",
    ].map { HostilePattern(pattern: $0) }

    private static let weights = [
        times(30, "* [a $weight<1.1>]"), times(30, "* [a $weight<+0.1>] [b $weight<0.9>]"),
        "{" + times(10, "* [a $weight<1.01+0.1>]") + "}", times(40, "* (a $weight<1.5>|a $weight<+0.3>|$oneWord)"),
        (1...40).map { "* [a $weight<1.\($0)>]" }.joined(separator: " "),
        (1...40).map { "* [(a|b) $weight<\($0 % 2 == 0 ? "0.\($0)+\($0)" : "1.\($0)-\($0)")>]" }.joined(separator: " "),
    ].map { HostilePattern(pattern: $0) }

    func compile() -> PatternSet {
        let library = PatternLibrary(definitions: definitions.mapValues { (PatternParser.parse($0).0, nil) })
        return PatternSet([PatternParser.parse(pattern).0], library: library)
    }
}

/// No pattern may make a phrase of a hundred words slow.
func benchHostilePatterns() {
    let utterances = HostilePattern.phrases.map { Utterance($0) }
    var worst: [(time: Double, pattern: HostilePattern, phrase: String, steps: Int, isCut: Bool)] = []
    for hostile in HostilePattern.all {
        let patterns = hostile.compile()
        for utterance in utterances {
            var attempt = patterns.attempt(0, utterance)
            let time = (0..<3).map { _ in processorSeconds { attempt = fresh(patterns, utterance) } }.min() ?? 0
            worst.append((time, hostile, utterance.text, attempt.steps, !attempt.troubles.isEmpty))
        }
    }
    worst.sort { $0.time > $1.time }
    print("\n\(HostilePattern.all.count) hostile patterns on \(utterances.count) phrases of 100 words; the slowest:")
    for entry in worst.prefix(5) {
        print(
            "  \(rounded(entry.time * 1e3)) ms, \(entry.steps) steps\(entry.isCut ? ", given up" : ""): "
                + "\(entry.pattern.pattern.prefix(100)) \(entry.pattern.definitions.sorted { $0.key < $1.key }.prefix(3)) "
                + "on \(entry.phrase.prefix(20))…")
    }
    print("  \(worst.count { $0.isCut }) of \(worst.count) pairs were given up")
    showBar("each in 10 ms", (worst.first?.time ?? 0) <= 0.01)
}

/// An attempt that finds nothing in memory of the phrase before.
private func fresh(_ patterns: PatternSet, _ utterance: Utterance) -> MatchAttempt {
    _ = patterns.attempt(0, Utterance("x"))
    return patterns.attempt(0, utterance)
}
