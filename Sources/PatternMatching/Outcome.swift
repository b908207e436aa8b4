/// One way in which an element covers words: where it ends, what it is worth, and what it was made of.
struct Outcome {
    /// A `Place`.
    var end: Int32
    var explicitWords: Int32 = 0
    /// In units of `ScoreFormula.unit`.
    var sum = 0
    /// A number of `Weights`.
    var weight: Int32 = Weights.none
    /// The outcomes that it was made of: the first member's and that of the rest; -1 for none.
    var first: Int32 = Outcome.none
    var rest: Int32 = Outcome.none
    /// Which member or alternative it took, or which reading of a leaf.
    var choice: Int32 = 0

    static let none: Int32 = -1
    /// As `first`: a star that took a word.
    static let garbageWord: Int32 = -2
}

/// The weights met in one attempt: products of factors with sums of addends, each under a number.
struct Weights {
    static let none: Int32 = 0

    private(set) var values = [PatternWeight()]
    private var numbers: [PatternWeight: Int32] = [PatternWeight(): 0]

    mutating func number(of weight: PatternWeight) -> Int32 {
        if let number = numbers[weight] { return number }
        values.append(weight)
        numbers[weight] = Int32(values.count - 1)
        return Int32(values.count - 1)
    }

    mutating func combine(_ left: Int32, _ right: Int32) -> Int32 {
        if left == Self.none { return right }
        if right == Self.none { return left }
        let (left, right) = (values[Int(left)], values[Int(right)])
        return number(of: PatternWeight(factor: left.factor * right.factor, addend: left.addend + right.addend))
    }

    func score(_ outcome: Outcome, words: Int) -> Double {
        let weight = values[Int(outcome.weight)]
        return ScoreFormula.score(sum: outcome.sum, words: words, factor: weight.factor, addend: weight.addend)
    }

    /// Whether whatever follows, the left outcome is at least as good; equal ones keep their order.
    func isAsGood(_ left: Outcome, as right: Outcome) -> Bool {
        guard left.weight != right.weight else {
            return (left.sum, left.explicitWords) >= (right.sum, right.explicitWords)
        }
        let (leftWeight, rightWeight) = (values[Int(left.weight)], values[Int(right.weight)])
        return left.sum >= right.sum && leftWeight.factor >= rightWeight.factor
            && leftWeight.addend >= rightWeight.addend
    }
}

/// Gathers the outcomes of one element at one word and keeps the best for each end.
///
/// Without weights that is one; with them, several may each turn out best, depending on the rest of the pattern.
struct OutcomeSet {
    private var entries: [(outcome: Outcome, next: Int)] = []
    private var heads: [Int]
    private var ends: [Int] = []
    /// More than this many for one end are told apart by their own score only.
    private static let mostPerEnd = 8

    init(words: Int) { heads = Array(repeating: -1, count: Place.after(words: words) + 2) }

    /// Adds an outcome unless an earlier one is as good, and drops those that are no better than it.
    mutating func insert(_ outcome: Outcome, _ weights: Weights, words: Int) {
        let end = Int(outcome.end)
        var kept: [Outcome] = []
        var index = heads[end]
        if index < 0 { ends.append(end) }
        while index >= 0 {
            let entry = entries[index]
            if weights.isAsGood(entry.outcome, as: outcome) { return }
            if !weights.isAsGood(outcome, as: entry.outcome) { kept.append(entry.outcome) }
            index = entry.next
        }
        heads[end] = -1
        if kept.count == Self.mostPerEnd {
            let worst = kept.indices.min {
                weights.score(kept[$0], words: words) < weights.score(kept[$1], words: words)
            }!
            kept.remove(at: worst)
        }
        for outcome in kept.reversed() + [outcome] { push(outcome, end) }
    }

    private mutating func push(_ outcome: Outcome, _ end: Int) {
        entries.append((outcome, heads[end]))
        heads[end] = entries.count - 1
    }

    /// Moves all outcomes, by growing end, to the end of a list, and is empty again.
    mutating func drain(into outcomes: inout [Outcome]) {
        ends.sort()
        for end in ends {
            var index = heads[end]
            while index >= 0 {
                outcomes.append(entries[index].outcome)
                index = entries[index].next
            }
            heads[end] = -1
        }
        ends.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
    }
}
