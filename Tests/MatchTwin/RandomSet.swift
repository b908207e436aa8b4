import PatternMatching
import Utterances

/// Many random patterns that share their words and named patterns, as those of a bot do, and phrases for them.
package struct RandomSet {
    package let patterns: [PatternTree]
    package let definitions: [String: (tree: PatternTree, converter: String?)]
    package let library: PatternLibrary
    package let phrases: [Utterance]

    package init(seed: UInt64, patterns count: Int, phrases: Int) {
        var random = RandomPatterns(seed: seed)
        definitions = random.definitions()
        library = PatternLibrary(definitions: definitions)
        patterns = (0..<count).map { _ in PatternParser.parse(random.pattern()).0 }
        self.phrases = (0..<phrases).map { _ in Utterance(random.phrase()) }
    }

    /// Some of the patterns, by their numbers, made ready together.
    package func compiled(_ numbers: some Collection<Int>) -> PatternSet {
        PatternSet(
            numbers.map { patterns[$0] }, library: library, forms: RandomForms(), entities: RandomEntities())
    }

    package var all: PatternSet { compiled(patterns.indices) }

    /// What the twin says of a pattern and a phrase: score and explicit words, or nothing; nil when it takes too long.
    package func expected(_ pattern: Int, _ phrase: Utterance) -> [Double]? {
        let twin = TwinMatcher(
            phrase, library: library, definitions: definitions, forms: RandomForms(), finder: RandomEntities())
        guard case .decided(let best) = twin.answer(patterns[pattern]) else { return nil }
        return best.map { [$0.score, Double($0.explicitWords)] } ?? []
    }
}
