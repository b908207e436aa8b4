import Utterances

@testable import PatternMatching

/// Compares the matcher with its slow twin on random patterns and phrases: scores, and how they are told.
package struct MatchTrial {
    private var random: RandomPatterns
    package private(set) var faults: [String] = []
    /// Pairs of pattern and phrase that were compared, and those among them that match.
    package private(set) var pairs = 0
    package private(set) var matches = 0
    private var definitions: [String: (tree: PatternTree, converter: String?)] = [:]
    private var library = PatternLibrary()

    package init(seed: UInt64, bytes: [UInt8] = []) { random = RandomPatterns(seed: seed, bytes: bytes) }

    /// What does not hold for these bytes, which say what patterns and phrases are made.
    package static func faults(of bytes: [UInt8]) -> [String] {
        var trial = MatchTrial(seed: 1, bytes: bytes)
        trial.compare(patterns: 3, phrases: 3)
        return trial.faults
    }

    /// Tries so many patterns, together in one set, on so many phrases.
    package mutating func compare(patterns count: Int, phrases: Int) {
        let texts = (0..<count).map { _ in random.pattern() }
        let said = (0..<phrases).map { _ in random.phrase() }
        definitions = random.definitions()
        library = PatternLibrary(definitions: definitions)
        let patterns = texts.map { PatternParser.parse($0).0 }
        let set = PatternSet(patterns, library: library, forms: RandomForms(), entities: RandomEntities())
        for phrase in said { compare(set, patterns, Utterance(phrase)) }
    }

    private mutating func compare(_ set: PatternSet, _ patterns: [PatternTree], _ utterance: Utterance) {
        var hits: [PatternSet.Hit] = []
        set.find(in: utterance, into: &hits)
        for (number, pattern) in patterns.enumerated() {
            guard case .decided(let best) = twin(utterance, tracks: false).answer(pattern) else { continue }
            pairs += 1
            let expected = best.map {
                [PatternSet.Hit(pattern: number, score: $0.score, explicitWords: $0.explicitWords)]
            }
            let found = hits.filter { $0.pattern == number }
            if found != expected ?? [] {
                report("\(found.map(Self.short)), not \((expected ?? []).map(Self.short))", pattern, utterance)
            }
            if best != nil { matches += 1 }
            compareTold(set.match(number, utterance), found.first, pattern, utterance)
        }
    }

    /// The twin does not tell what each piece counts.
    private static func isSame(_ twin: PatternMatch, _ match: PatternMatch) -> Bool {
        twin.tree == match.tree && twin.explicitWords == match.explicitWords
            && twin.alignment.elementsEqual(match.alignment) { $0.element == $1.element && $0.words == $1.words }
    }

    /// What is told of a match must be one of the best ways that the twin knows.
    private mutating func compareTold(
        _ match: PatternMatch?, _ hit: PatternSet.Hit?, _ pattern: PatternTree, _ utterance: Utterance
    ) {
        guard match?.score == hit?.score, match?.explicitWords == hit?.explicitWords else {
            return report("found and told differ", pattern, utterance)
        }
        guard let match else { return }
        for fault in TreeTrial.faults(of: match, utterance) { report(fault, pattern, utterance) }
        guard case .decided(let best?) = twin(utterance, tracks: true).answer(pattern) else { return }
        var teller = TwinTeller(utterance)
        if !best.ways.contains(where: { Self.isSame(teller.match(of: $0, score: best.score), match) }) {
            report("told as \(match.tree) \(match.alignment)", pattern, utterance)
        }
    }

    private func twin(_ utterance: Utterance, tracks: Bool) -> TwinMatcher {
        TwinMatcher(
            utterance, library: library, definitions: definitions, forms: RandomForms(), finder: RandomEntities(),
            tracks: tracks)
    }

    private mutating func report(_ fault: String, _ pattern: PatternTree, _ utterance: Utterance) {
        let bodies = definitions.sorted { $0.key < $1.key }.map { "$\($0.key) = \($0.value.tree.source)" }
        faults.append("\(pattern.source) on \(utterance.text.debugDescription): \(fault); \(bodies)")
    }

    private static func short(_ hit: PatternSet.Hit) -> String { "\(hit.score) with \(hit.explicitWords)" }
}
