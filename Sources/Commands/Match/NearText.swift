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
        var pieces: [NearMatch.Piece] = []
        /// The number of its first word, and of the first one behind it.
        var words: Range<Int>

        var wanted: [NearMatch.Piece] { pieces.filter { $0.kind != .extra && $0.kind != .moved } }
        /// Words that stand there and are not wanted anywhere.
        var extra: [NearMatch.Piece] { pieces.filter { !$0.isMissing && $0.kind != .moved } }
    }

    var text: String {
        if near.isInAnotherOrder { return "wants these words in another order" }
        let failures = failures
        guard let first = failures.first else { return "covers all words" }
        // Words that only `*` covers before tell nothing.
        let isNamed = near.pieces.contains {
            $0.kind == .covered && $0.element != "*" && $0.words.upperBound <= first.words.lowerBound
        }
        let beginning = isNamed ? "covers `\(said(0..<first.words.lowerBound))`, then " : ""
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
            if !isOpen { failures.append(Failure(words: piece.words)) }
            isOpen = true
            let last = failures.count - 1
            failures[last].pieces.append(piece)
            failures[last].words = failures[last].words.lowerBound..<piece.words.upperBound
        }
        // Where words were taken away, it is told where they are wanted.
        return failures.filter { !$0.wanted.isEmpty || !$0.extra.isEmpty }
    }

    private func text(_ failure: Failure) -> String {
        let extra = failure.extra.map { said($0.words) }.joined(separator: " ")
        if failure.wanted.isEmpty { return "has no place for `\(extra)`" }
        if let piece = failure.wanted.first, failure.pieces.count == 1, case .unfit = piece.kind {
            return "nothing here fits \(Self.names([piece])); `\(extra)` comes near"
        }
        let wants = "wants " + Self.names(failure.wanted)
        if !extra.isEmpty { return wants + ", but `\(extra)` comes" }
        let absences = failure.wanted.map(\.kind)
        if absences.contains(where: { if case .missing(.elsewhere) = $0 { true } else { false } }) {
            return wants + ", which is said in another place"
        }
        let again = absences == [.missing(.again)] ? " once more" : ""
        let next = failure.words.upperBound
        return wants + again
            + (next < words.count ? " before `\(said(next..<next + 1))`" : ", but nothing more is said")
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
        return groups.map { "`\($0.elements.shownOnOneLine)`" + ($0.owner.map { " of `$\($0)`" } ?? "") }
            .joined(separator: " ")
    }

    private func said(_ range: Range<Int>) -> String { words[range].joined(separator: " ").shortened }
}
