import Foundation
import Testing

/// The table of cases of ranking, `Fixtures/ranking.txt`: who answers, and by which number.
///
///     === Uncertain: a title
///     say  what is said
///     at   /Order/Size                       the state where the talk is
///     q:   /Order  * yes *       → …         the rules in the order of the files: tag, state that owns them, pattern
///     q!:  * yes *               → …         a global rule
///     intent!:  0.8              → …         an example or an intent that was recognised with this score
///
/// Behind the arrows stands what `RECORD=1` writes there: score, rank, and by what a rule loses against the one that answers.
/// `~слово`, `$morph<…>` and entities are as in `OneSentence`.
@Suite struct RankingFixtureTests {
    @Test func whoAnswersIsAsRecorded() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/ranking.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        let cases = text.components(separatedBy: "\n=== ")
        let told = ([cases[0]] + cases.dropFirst().map { RankingCase($0).told }).joined(separator: "\n=== ")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" { try Data(told.utf8).write(to: file) }
        for (written, told) in zip(text.split(separator: "\n"), told.split(separator: "\n")) {
            #expect(written == told)
        }
        #expect(cases.count > 1)
    }
}
