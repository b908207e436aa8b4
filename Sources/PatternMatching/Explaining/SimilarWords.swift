import SourceText
import Utterances

/// Finds words of patterns that are spelt nearly like a word of a phrase: `hours` for `hour`, `goodby` for `goodbye`.
///
/// Nothing is matched by it, so it looks wider than `NearWords`, by which a bot hears: at shorter words, and at those that are known
/// too. It is made for every bot that is asked to explain itself, so it may be slower and must be smaller: words lie on shelves by first letter
/// and length, where `NearWords` files each under all that is left of it.
struct SimilarWords: Sendable {
    /// A word of patterns, and the letters in which it differs.
    struct Finding {
        /// The number of the word in the table of `WordKnower`.
        let word: Int
        let edits: Int
    }

    private struct Shelf: Hashable {
        let first: Unicode.Scalar
        let length: Int
    }

    private var words: [Shelf: [(number: Int, scalars: [Unicode.Scalar])]] = [:]

    /// Shorter words have too many neighbours.
    private static let shortest = 4
    private static let longest = 40

    init(_ table: WordTable) {
        for number in 0..<table.count {
            let scalars = Array(String(decoding: table.word(number), as: UTF8.self).unicodeScalars)
            guard let first = scalars.first, scalars.count >= Self.shortest, scalars.count <= Self.longest else {
                continue
            }
            words[Shelf(first: first, length: scalars.count), default: []].append((number, scalars))
        }
    }

    /// Words with the same first letter, the word itself left out: one letter may differ, in longer words two.
    func similar(to word: String) -> [Finding] {
        let scalars = Array(word.unicodeScalars)
        guard let first = scalars.first, scalars.count >= Self.shortest, scalars.count <= Self.longest else {
            return []
        }
        let most = scalars.count < 7 ? 1 : 2
        return ((scalars.count - most)...(scalars.count + most)).flatMap { length in
            (words[Shelf(first: first, length: length)] ?? []).compactMap { other in
                EditDistance.between(scalars[...], other.scalars[...], atMost: most)
                    .flatMap { $0 > 0 ? Finding(word: other.number, edits: $0) : nil }
            }
        }
    }
}

/// Tests that words of a phrase would pass if they were spelt a little differently.
struct MisspeltWords {
    struct Passage {
        let word: Int32
        /// The number of the word that passes the test.
        let meant: Int32
        let edits: Int32
    }

    private(set) var passages: [Int32: [Passage]] = [:]

    /// Of a longer phrase the words behind these are taken as they are.
    private static let mostWords = 50

    init(_ utterance: Utterance, _ similar: SimilarWords, _ knower: WordKnower) {
        for (number, token) in utterance.tokens.prefix(Self.mostWords).enumerated() {
            for finding in similar.similar(to: token.word) {
                let passage = Passage(word: Int32(number), meant: Int32(finding.word), edits: Int32(finding.edits))
                for test in knower.tests(ofKnown: finding.word) { passages[test, default: []].append(passage) }
            }
        }
    }
}
