import Testing
import Understanding

/// What the table of `RankingFixtureTests` cannot show.
@Suite struct RankingTests {
    private func candidate(_ rule: Int, score: Double, steps: Int = 0, isGlobal: Bool = false) -> Candidate {
        Candidate(rule: rule, kind: .pattern, score: score, explicitWords: 1, steps: steps, isGlobal: isGlobal)
    }

    @Test func aBotMayHavePenaltiesOfItsOwn() {
        let far = candidate(0, score: 0.8, steps: 1, isGlobal: true)
        #expect(abs(ContextRanking().rank(of: far) - 0.59) < 1e-9)
        #expect(abs(ContextRanking(globalPenalty: 0.3, stepPenalty: 0.02).rank(of: far) - 0.48) < 1e-9)
        #expect(abs(ContextRanking(globalPenalty: 0).rank(of: far) - 0.79) < 1e-9)
    }

    /// The order of the candidates says nothing.
    @Test(arguments: 0..<50) func whoIsAskedFirstDoesNotMatter(seed: Int) {
        var seed = UInt64(seed)
        func random(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(bound))
        }
        let kinds: [Candidate.Kind] = [.pattern, .example, .intent]
        let candidates = (0..<12).map { rule in
            Candidate(
                rule: rule, kind: kinds[random(3)], score: Double(random(4)) / 100, explicitWords: random(2),
                steps: random(3), isGlobal: random(2) == 0)
        }
        let ranking = ContextRanking(globalPenalty: 0.02)
        let ordered = ranking.ordered(candidates)
        #expect(ranking.ordered(candidates.reversed()) == ordered)
        for (better, worse) in zip(ordered, ordered.dropFirst())
        where ranking.decisive(better.candidate, worse.candidate) == .rank { #expect(better.rank > worse.rank) }
    }
}
