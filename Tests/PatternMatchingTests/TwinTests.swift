import PatternMatching
import Testing
import Utterances

@Suite struct TwinTests {
    /// On thousands of small patterns and phrases the matcher says what its slow twin says, to the same score.
    @Test(arguments: 1...4) func agreesWithTheTwin(seed: Int) {
        var random = RandomPatterns(seed: UInt64(seed))
        var matches = 0
        for _ in 0..<500 {
            let bodies = random.definitions().mapValues { PatternParser.parse($0).0 }
            let library = PatternLibrary(definitions: bodies.mapValues { ($0, nil) })
            let (tree, _) = PatternParser.parse(random.sequence(2))
            for _ in 0..<4 {
                let utterance = Utterance(random.phrase())
                let expected = TwinMatcher(
                    utterance: utterance, library: library, definitions: bodies, forms: RandomPatterns.forms
                ).score(tree)
                let match = PatternMatcher(forms: RandomPatterns.forms).match(tree, utterance, library: library)
                let agrees = expected == nil ? match == nil : match.map { abs($0.score - expected!) < 1e-9 } ?? false
                #expect(
                    agrees,
                    "\(tree.source) on \(utterance.text): \(match?.score as Any), not \(expected as Any); \(bodies.mapValues(\.source))"
                )
                if let match { checkTree(match, utterance); matches += 1 }
            }
        }
        #expect(matches > 200, "too few matches to mean anything: \(matches)")
    }

    /// Whatever matched, the tree covers the words in order and the alignment covers each word once.
    private func checkTree(_ match: PatternMatch, _ utterance: Utterance) {
        #expect(match.tree.words == utterance.tokens.map(\.word))
        #expect(match.alignment.flatMap(\.words) == match.tree.words)
        #expect(match.explicitWords <= match.tree.words.count)
        check(match.tree)
    }

    private func check(_ node: ParseNode) {
        let inner = node.children.flatMap(\.words)
        #expect(inner.count <= node.words.count, "\(node)")
        for child in node.children { check(child) }
    }
}
