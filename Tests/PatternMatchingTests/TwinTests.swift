import Foundation
import MatchTwin
import Testing

@Suite struct TwinTests {
    /// How many pairs of pattern and phrase are compared; `make torture` asks for more.
    private static let pairs = ProcessInfo.processInfo.environment["RINGBACK_TWIN_PAIRS"].flatMap(Int.init) ?? 10_000

    /// On thousands of small patterns and phrases the matcher says what its slow twin says: score, explicit words and tree.
    @Test(arguments: 1...4) func agreesWithTheTwin(seed: Int) {
        var trial = MatchTrial(seed: UInt64(seed))
        while trial.pairs < Self.pairs / 4, trial.faults.isEmpty { trial.compare(patterns: 6, phrases: 6) }
        #expect(trial.faults.isEmpty, "\(trial.faults.first ?? "")")
        #expect(trial.matches > trial.pairs / 20, "too few matches to mean anything: \(trial.matches)")
    }
}
