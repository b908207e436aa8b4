import MatchTwin
import Testing

@Suite struct TwinTests {
    /// On thousands of small patterns and phrases the matcher says what its slow twin says: score, explicit words and tree.
    @Test(arguments: 1...4) func agreesWithTheTwin(seed: Int) {
        var trial = MatchTrial(seed: UInt64(seed))
        while trial.pairs < 2_500, trial.faults.isEmpty { trial.compare(patterns: 6, phrases: 6) }
        #expect(trial.faults.isEmpty, "\(trial.faults.first ?? "")")
        #expect(trial.matches > trial.pairs / 20, "too few matches to mean anything: \(trial.matches)")
    }
}
