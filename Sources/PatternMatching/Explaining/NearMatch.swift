/// How near a pattern comes to a phrase that it does not cover: which words it covers, which are too many, and what it misses.
///
/// Without the words of `extra` and `moved` pieces, with words for the `missing` ones and those that are meant by `misspelt` and `unfit` ones, the pattern
/// covers the phrase. Of several ways the one is told that changes least (`NearRun.Cell`).
package struct NearMatch: Sendable, Hashable {
    /// The number of the pattern in its set.
    package let pattern: Int
    /// In the order of the phrase.
    package let pieces: [Piece]
    /// 0…1: how much of the phrase and of what the pattern wants stands in both.
    package let nearness: Double
    /// A phrase that the pattern does cover, made of the given one; nil when none was found.
    package internal(set) var mended: String?

    /// For each missing piece its element in the program.
    let missing: [Int: ProgramNode.Origin]

    /// Whether the pattern wants the words of the phrase, and these only, in another order.
    package var isInAnotherOrder: Bool {
        pieces.contains { $0.kind == .moved }
            && pieces.allSatisfy { piece in
                switch piece.kind {
                case .covered, .moved, .missing(.elsewhere): true
                case .misspelt, .unfit, .extra, .missing: false
                }
            }
    }

    package struct Piece: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            case covered
            /// A word that is spelt nearly like the one that the element wants.
            case misspelt(meant: String)
            /// Words that come near to what a regular expression accepts, and the nearest text that it may accept.
            case unfit(meant: String)
            /// Words for which the pattern has no place.
            case extra
            /// Words that the pattern wants, in another place.
            case moved
            /// An element that nothing stands for in its place.
            case missing(Absence)
        }

        package enum Absence: Sendable, Hashable {
            case unsaid
            /// These words of the phrase are what is missing here; there, they are `moved`.
            case elsewhere(Range<Int>)
            /// It was said, and is needed where it was said.
            case again
        }

        package internal(set) var kind: Kind
        /// The element as it is written; empty for `extra`.
        package let element: String
        /// The named pattern that it stands in, nil in the pattern itself.
        package let owner: String?
        /// The words of the phrase, by number; for `missing` an empty range at the place.
        package internal(set) var words: Range<Int>
    }
}

extension NearMatch.Piece {
    /// What words stand for that are not quite right.
    package var meant: String? {
        switch kind {
        case .misspelt(let meant), .unfit(let meant): meant
        case .covered, .extra, .moved, .missing: nil
        }
    }

    package var isMissing: Bool { if case .missing = kind { true } else { false } }
}
