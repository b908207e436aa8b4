import MatchTwin
import PatternMatching
import Utterances

/// Random patterns that need no dictionary and no entity, for tests of what is made from patterns.
struct PlainCases {
    private(set) var random: RandomPatterns

    init(seed: Int) { random = RandomPatterns(seed: UInt64(seed)) }

    struct Case {
        let library: PatternLibrary
        let definitions: [String: (tree: PatternTree, converter: String?)]
        let tree: PatternTree

        /// Whether the slow twin finds that the pattern covers it; nil when it does not come to an end.
        func isCovered(_ utterance: Utterance) -> Bool? {
            let twin = TwinMatcher(utterance, library: library, definitions: definitions)
            guard case .decided(let best) = twin.answer(tree) else { return nil }
            return best != nil
        }

        func has(_ text: String) -> Bool {
            ([tree] + definitions.values.map(\.tree)).contains { $0.source.contains(text) }
        }
    }

    mutating func next() -> Case {
        while true {
            let definitions = random.definitions()
            let tree = PatternParser.parse(random.pattern()).0
            let made = Case(
                library: PatternLibrary(definitions: definitions), definitions: definitions, tree: tree)
            if !["~", "@", "$entity"].contains(where: made.has) { return made }
        }
    }

    mutating func phrase() -> String { random.phrase() }

    mutating func number(below bound: Int) -> Int { random.next(bound) }
}
