/// The weights met in one attempt: products of factors with sums of addends, each under a number.
struct Weights {
    static let none: Int32 = 0

    private(set) var values = [PatternWeight()]
    private var numbers: [PatternWeight: Int32] = [PatternWeight(): 0]
    /// What was combined last.
    private var combined = ContiguousArray(repeating: (left: none, right: none, result: none), count: slots)

    mutating func forget() {
        guard values.count > 1 else { return }
        values.removeSubrange(1...)
        numbers.removeAll(keepingCapacity: values.capacity < Self.most)
        numbers[PatternWeight()] = Self.none
        for slot in combined.indices { combined[slot] = (Self.none, Self.none, Self.none) }
    }

    mutating func combine(_ left: Int32, _ right: Int32) -> Int32 {
        if left == Self.none { return right }
        if right == Self.none { return left }
        let slot = Int(left &* 31 &+ right) & (Self.slots - 1)
        if combined[slot].left == left, combined[slot].right == right { return combined[slot].result }
        let result = number(of: product(values[Int(left)], values[Int(right)]))
        combined[slot] = (left, right, result)
        return result
    }

    private func product(_ left: PatternWeight, _ right: PatternWeight) -> PatternWeight {
        PatternWeight(
            factor: min(left.factor * right.factor, Self.largest),
            addend: min(max(left.addend + right.addend, -Self.largest), Self.largest))
    }

    /// Beyond it scores are no longer told apart, and never become infinite.
    private static let largest = 1e100
    /// Room for more weights than this is not kept for the next pattern.
    private static let most = 10_000
    private static let slots = 64

    mutating func number(of weight: PatternWeight) -> Int32 {
        if let number = numbers[weight] { return number }
        values.append(weight)
        numbers[weight] = Int32(values.count - 1)
        return Int32(values.count - 1)
    }

    func score(_ sum: Int, _ weight: Int32, words: Int) -> Double {
        let weight = values[Int(weight)]
        return ScoreFormula.score(sum: sum, words: words, factor: weight.factor, addend: weight.addend)
    }

    /// Whether paths with the left weight are at least as good as with the right one if their sums are.
    func isAsGood(_ left: Int32, as right: Int32) -> Bool {
        let (left, right) = (values[Int(left)], values[Int(right)])
        return left.factor >= right.factor && left.addend >= right.addend
    }
}
