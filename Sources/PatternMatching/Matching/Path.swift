/// One way in which the elements so far cover the phrase up to a place; paths that share their beginnings share it here too.
struct Path {
    /// A `Place`.
    var place: Int32
    /// The place where the last element began; for one that covers nothing the same.
    var start: Int32
    /// The element of the program that made it.
    var node: Int32
    /// The number of the path that it goes on from; -1 at the beginning.
    var previous: Int32
    /// Which reading of the element: of an entity or an expression; for a table the path inside of it.
    var detail: Int32 = 0
    /// A number of `Weights`.
    var weight: Int32 = Weights.none
    /// Words covered by elements that name them.
    var explicitWords: Int32 = 0
    /// Words covered by `$nonEmptyGarbage`: of equal paths the one that gives it more is better.
    var fillerWords: Int32 = 0
    /// In units of `ScoreFormula.unit`.
    var sum = 0
    /// Whether any further words may follow before the next element.
    var gap = Gap.none

    enum Gap: UInt8 { case none, star, filler }

    /// Goes on without covering anything.
    mutating func stay(at node: Int32, after number: Int32, gap: Gap) {
        start = place
        self.node = node
        previous = number
        detail = 0
        self.gap = gap
    }

    static let beginning = Path(place: 0, start: 0, node: -1, previous: -1)

    /// What it is worth when its gap reaches up to a word.
    func worth(upTo word: Int32) -> Worth {
        let words = Int(word) - Place.wordsBefore(Int(place))
        return Worth(
            sum: sum + ScoreFormula.garbage * words, explicitWords: explicitWords,
            fillerWords: gap == .filler ? fillerWords + Int32(words) : fillerWords)
    }

    var worth: Worth { Worth(sum: sum, explicitWords: explicitWords, fillerWords: fillerWords) }

    /// By what paths to the same place are compared, if their weights are the same.
    struct Worth {
        var sum: Int
        var explicitWords: Int32
        var fillerWords: Int32

        static func > (left: Worth, right: Worth) -> Bool {
            if left.sum != right.sum { return left.sum > right.sum }
            if left.explicitWords != right.explicitWords { return left.explicitWords > right.explicitWords }
            return left.fillerWords > right.fillerWords
        }
    }
}

/// All paths that have come through an element: those that end at a place and those that end in a gap.
///
/// Both are ranges of `MatchRun.lists`, by growing place; for one place and one weight there is one path, the best.
struct Front {
    var ends: Range<Int32>
    var gaps: Range<Int32>

    static let nowhere = Front(ends: 0..<0, gaps: 0..<0)

    var isEmpty: Bool { ends.isEmpty && gaps.isEmpty }
}
