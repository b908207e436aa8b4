import Foundation
import PatternMatching
import Utterances

/// Rules and phrases of the workload that `gen_rules.py` writes, with the rules that cover each phrase.
struct RuleWorkload {
    var definitions: [String: String] = [:]
    var rules: [String] = []
    var phrases: [String] = []
    var expected: [Set<Int>] = []

    init(folder: String) throws {
        for line in try Self.lines(folder + "/rules.jaicp") {
            if line.hasPrefix("$"), let end = line.range(of: " = ") {
                definitions[String(line.dropFirst().prefix(upTo: end.lowerBound))] = String(line[end.upperBound...])
            } else if let tab = line.firstIndex(of: "\t") {
                rules.append(String(line[line.index(after: tab)...]))
            }
        }
        phrases = try Self.lines(folder + "/phrases.txt")
        expected = try Self.lines(folder + "/expected.txt").map { Set($0.split(separator: " ").compactMap { Int($0) }) }
    }

    private static func lines(_ path: String) throws -> [String] {
        var lines = try String(contentsOfFile: path, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// The made-up words have these forms.
    struct Forms: WordForms {
        func forms(of lemma: String) -> [String] { ["", "s", "ed", "ing"].map { lemma + $0 } }
    }

    func compile() -> PatternSet {
        let library = PatternLibrary(definitions: definitions.mapValues { (PatternParser.parse($0).0, nil) })
        return PatternSet(rules.map { PatternParser.parse($0).0 }, library: library, forms: Forms())
    }
}

/// Phrases a second through a set of patterns, from the text to the best rule.
func benchMatch(of workload: RuleWorkload) {
    var patterns: PatternSet?
    let loading = median((0..<5).map { _ in processorSeconds { patterns = workload.compile() } })
    guard let patterns else { return }
    var hits: [PatternSet.Hit] = []
    var wrong = 0
    for (phrase, expected) in zip(workload.phrases, workload.expected) {
        patterns.find(in: Utterance(phrase), into: &hits)
        if Set(hits.map(\.pattern)) != expected { wrong += 1 }
    }
    print("\(workload.rules.count) rules, \(workload.phrases.count) phrases, \(wrong) with another set than expected")
    print("compiled in \(loading) s")
    let passes = max(1, 20_000 / workload.phrases.count)
    func measure(_ name: String, _ body: (String) -> Void) {
        let spent = median(
            (0..<7).map { _ in
                processorSeconds { for _ in 0..<passes { for phrase in workload.phrases { body(phrase) } } }
            })
        print("\(name): \(Int(Double(workload.phrases.count * passes) / spent)) phrases/s")
    }
    measure("words") { _ = Utterance($0) }
    measure("all rules that cover it") { patterns.find(in: Utterance($0), into: &hits) }
    measure("and the parse tree of the best") { phrase in
        let utterance = Utterance(phrase)
        patterns.find(in: utterance, into: &hits)
        if let best = hits.max(by: { $0.score < $1.score }) { _ = patterns.match(best.pattern, utterance) }
    }
}
