/// The results of a test run, to be written for people or for programs.
package struct TestReport: Sendable, Hashable {
    package enum Format: String, Sendable, Hashable, CaseIterable { case text, json, junit, tap }

    package var results: [CaseResult]
    /// How long it took.
    package var seconds: Double

    package init(_ results: [CaseResult], seconds: Double) {
        self.results = results
        self.seconds = seconds
    }

    package func count(_ verdict: CaseResult.Verdict) -> Int { results.count { $0.verdict == verdict } }

    /// Whether nothing failed.
    package var isGood: Bool { count(.failed) == 0 }

    /// The whole report, each line with its line end.
    ///
    /// - Parameter records: other records of the same run, for `json`; they stand before the summary.
    package func rendered(as format: Format, besides records: [String] = []) -> String {
        let lines =
            switch format {
            case .text: results.compactMap(Self.line) + [summary]
            case .json: results.map(\.json) + records + [summaryJSON]
            case .junit: junit
            case .tap: tap
            }
        return lines.map { $0 + "\n" }.joined()
    }

    /// `3 passed, 1 failed, 2 skipped`.
    package var summary: String {
        let skipped = count(.skipped)
        return "\(count(.passed)) passed, \(count(.failed)) failed" + (skipped > 0 ? ", \(skipped) skipped" : "")
    }

    /// One line for a case that people must look at; `nil` for one that passed and had no error.
    package static func line(_ result: CaseResult) -> String? {
        let place = "\(result.file):\(result.line): "
        switch result.verdict {
        case .passed where result.errors.isEmpty: return nil
        case .passed: return place + "passed, with errors: \(result.name)   " + result.errors.joined(separator: "   ")
        case .skipped: return place + "skipped: \(result.name): " + result.notes.joined(separator: " ")
        case .failed:
            let notes = result.notes.isEmpty ? "" : "   (" + result.notes.joined(separator: " ") + ")"
            if let problem = result.problem { return place + "failed: \(result.name)   \(problem.text())" + notes }
            let sides = SideBySide(result.expected ?? "", result.actual ?? "")
            return place + "failed: \(result.name)   expected: \(sides.expected)   actual: \(sides.actual)" + notes
        }
    }
}

/// Two texts on one line, cut where they are the same, so that the difference is in view.
struct SideBySide {
    let expected: String
    let actual: String

    private static let width = 100
    private static let shared = 30

    init(_ expected: String, _ actual: String) {
        let (expected, actual) = (expected.folded, actual.folded)
        let common = zip(expected, actual).prefix { $0 == $1 }.count
        let isLong = max(expected.count, actual.count) > Self.width
        let cut = isLong && common > Self.shared + 10 ? common - Self.shared : 0
        self.expected = Self.window(expected, from: cut)
        self.actual = Self.window(actual, from: cut)
    }

    private static func window(_ text: String, from start: Int) -> String {
        let tail = text.dropFirst(start)
        // The sentence of an error is worth more room than a quoted reply.
        let limit = width * 2
        return (start > 0 ? "…" : "") + tail.prefix(limit) + (tail.count > limit ? "…" : "")
    }
}
