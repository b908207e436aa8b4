import Testing
import Understanding

@Suite struct RankingTests {
    private let ranking = ContextRanking(globalPenalty: 0.2, stepPenalty: 0.01)

    private func candidate(
        _ rule: Int, score: Double, steps: Int = 0, isGlobal: Bool = false, explicitWords: Int = 1
    ) -> Candidate {
        Candidate(rule: rule, score: score, explicitWords: explicitWords, steps: steps, isGlobal: isGlobal)
    }

    private func winner(_ candidates: Candidate...) -> Int? { ranking.ordered(candidates).first?.candidate.rule }

    @Test func aNearRuleBeatsAGlobalOneOfTheSameScore() {
        #expect(winner(candidate(0, score: 1, steps: 2, isGlobal: true), candidate(1, score: 1)) == 1)
    }

    @Test func aNearerRuleBeatsAFartherOne() {
        #expect(winner(candidate(0, score: 0.9, steps: 2), candidate(1, score: 0.9, steps: 1)) == 1)
    }

    @Test func anExactGlobalRuleBeatsALocalCatchAll() {
        #expect(winner(candidate(0, score: 0.05), candidate(1, score: 1, steps: 3, isGlobal: true)) == 1)
    }

    @Test func tiesGoToMoreExplicitWordsThenToFileOrder() {
        #expect(winner(candidate(0, score: 1), candidate(1, score: 1, explicitWords: 3)) == 1)
        #expect(winner(candidate(1, score: 1), candidate(0, score: 1)) == 0)
    }

    @Test func ranksAreTheScoreLessThePenalties() {
        #expect(abs(ranking.rank(of: candidate(0, score: 0.84, steps: 1, isGlobal: true)) - 0.63) < 1e-9)
    }
}
