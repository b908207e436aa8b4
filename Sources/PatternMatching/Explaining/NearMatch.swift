/// How near a pattern comes to a phrase that it does not cover: which words it covers, which are too many, and what it misses.
///
/// Without the words of `extra` pieces, with words for the `missing` ones and those that are meant by `misspelt` ones, the pattern covers the phrase; no other way
/// that was looked at changes fewer letters.
package struct NearMatch: Sendable, Hashable {
    /// The number of the pattern in its set.
    package let pattern: Int
    /// In the order of the phrase.
    package let pieces: [Piece]
    /// 0…1: how much of the phrase and of what the pattern wants stands in both.
    package let nearness: Double
    /// The letters of the words that are too many and of those that are missing.
    package let change: Int
    /// A phrase that the pattern does cover, made of the given one; nil when none was found.
    package internal(set) var mended: String?

    /// For each missing piece its element in the program.
    let missing: [Int: ProgramNode.Origin]

    package struct Piece: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            case covered
            /// A word that is spelt nearly like the one that the element wants.
            case misspelt(meant: String)
            /// Words for which the pattern has no place.
            case extra
            /// An element that nothing stands for in its place.
            case missing(isSaidElsewhere: Bool)
        }

        package let kind: Kind
        /// The element as it is written; empty for `extra`.
        package let element: String
        /// The named pattern that it stands in, nil in the pattern itself.
        package let owner: String?
        /// The words of the phrase, by number; for `missing` an empty range at the place.
        package internal(set) var words: Range<Int>
    }
}

extension NearMatch.Piece {
    /// The word that a misspelt one stands for.
    package var meant: String? { if case .misspelt(let meant) = kind { meant } else { nil } }

    package var isMissing: Bool { if case .missing = kind { true } else { false } }
}
