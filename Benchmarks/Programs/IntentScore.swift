import Foundation

extension IntentBenchmark {
    /// How many phrases were understood, and how many of other bots rejected.
    struct Score {
        var asked = 0
        var answered = 0
        var right = 0
        /// Phrases of other bots that were asked, and how many of them were not answered.
        var foreign = 0
        var rejected = 0

        var precision: Double { Double(right) / Double(max(1, answered)) }
        var recall: Double { Double(right) / Double(max(1, asked)) }
        var rejection: Double { Double(rejected) / Double(max(1, foreign)) }
        var text: String {
            let sum = precision + recall
            let f1 = sum == 0 ? 0 : 2 * precision * recall / sum
            return String(
                format: "precision %.3f, recall %.3f, F1 %.3f; of phrases of other bots %.3f rejected", precision,
                recall, f1,
                rejection)
        }

        static func + (left: Score, right: Score) -> Score {
            Score(
                asked: left.asked + right.asked, answered: left.answered + right.answered,
                right: left.right + right.right, foreign: left.foreign + right.foreign,
                rejected: left.rejected + right.rejected)
        }
    }
}
