import PatternMatching
import Utterances

/// What must hold for the reader of patterns, whatever bytes it is given.
package enum PatternTrial {
    /// What does not hold for these bytes, in words; a crash is found by the one who calls.
    package static func faults(of bytes: [UInt8]) -> [String] {
        let text = String(decoding: bytes, as: UTF8.self)
        let (tree, mistakes) = PatternParser.parse(text)
        let places =
            mistakes.map { ($0.code, $0.start, $0.end) } + tree.namedReferences.map { ($0.name, $0.start, $0.end) }
            + tree.entityReferences.map { ("entity", $0.start, $0.end) }
        var faults = places.compactMap { name, start, end in
            0 <= start && start <= end && end <= text.utf8.count ? nil : "\(name): \(start)..<\(end)"
        }
        if tree.expression.isEmpty { faults.append("no tree") }
        let attempt = PatternMatcher().attempt(tree, Utterance("call at 5"))
        if let score = attempt.match?.score, !score.isFinite { faults.append("the score is \(score)") }
        return faults
    }
}
