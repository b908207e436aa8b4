import PatternMatching
import Utterances

/// Says at which words a pattern fails: "covers `call me`, then wants `back`, but `tomorrow` comes".
struct NearText {
    private let near: NearMatch
    private let words: [String]

    init(_ near: NearMatch, _ phrase: String) {
        self.near = near
        words = Utterance(phrase).tokens.map(\.word)
    }

    /// Pieces side by side that are missing or too many.
    private struct Failure {
        var missing: [NearMatch.Piece] = []
        var extra: [NearMatch.Piece] = []
        /// The number of its first word.
        let start: Int
    }

    var text: String {
        let failures = failures
        guard let first = failures.first else { return "covers all words" }
        // Words that only `*` covers before tell nothing.
        let isNamed = near.pieces.contains {
            $0.kind == .covered && $0.element != "*" && $0.words.upperBound <= first.start
        }
        let beginning = !isNamed ? "at first it " : "covers `\(said(0..<first.start))`, then "
        return beginning + failures.map(text).joined(separator: "; then ")
    }

    private var failures: [Failure] {
        var failures: [Failure] = []
        var isOpen = false
        for piece in near.pieces {
            guard piece.kind != .covered else {
                isOpen = false
                continue
            }
            if !isOpen { failures.append(Failure(start: piece.words.lowerBound)) }
            isOpen = true
            if piece.kind != .extra { failures[failures.count - 1].missing.append(piece) }
            if !piece.isMissing { failures[failures.count - 1].extra.append(piece) }
        }
        return failures
    }

    private func text(_ failure: Failure) -> String {
        let extra = failure.extra.map { said($0.words) }.joined(separator: " ")
        guard !failure.missing.isEmpty else { return "has no place for `\(extra)`" }
        let wants = "wants " + Self.names(failure.missing)
        if !extra.isEmpty { return wants + ", but `\(extra)` comes" }
        let isSaid = failure.missing.contains { $0.kind == .missing(.again) }
        if isSaid { return wants + ", which is said, but not there" }
        return failure.missing.count == 1 ? wants + ", and nothing of it was said" : wants + ", which was not said"
    }

    /// The elements as they are written; those of a named pattern with its name.
    private static func names(_ pieces: [NearMatch.Piece]) -> String {
        var groups: [(owner: String?, elements: String)] = []
        for piece in pieces {
            if let last = groups.last, last.owner == piece.owner {
                groups[groups.count - 1].elements += " " + piece.element
            } else {
                groups.append((piece.owner, piece.element))
            }
        }
        return groups.map { "`\($0.elements)`" + ($0.owner.map { " of `$\($0)`" } ?? "") }.joined(separator: " ")
    }

    private func said(_ range: Range<Int>) -> String { words[range].joined(separator: " ").shortened }
}
