/// What `$reactions.random` and the tag `random:` have drawn last, so that a bot does not say the same twice in a row (dsl.md 5.2).
///
/// Uncertain: the platform "avoids repeating numbers", and for how long is not public. Here no number follows itself among those of one bound.
package struct DrawnNumbers: Sendable, Hashable, Codable {
    /// By the bound, the number that was drawn last.
    private var last: [Int: Int] = [:]

    /// A queue that is used up gives 0 for ever, so a repeat is taken in the end.
    private static let mostTries = 20
    private static let mostBounds = 32

    package init() {}

    /// An integer in `0..<bound`, another one than the last time, unless the request names it.
    package mutating func next(below bound: Int, using random: inout RandomSource) -> Int {
        if let named = random.nextSmart(below: bound) { return named }
        var number = random.next(below: bound)
        guard bound > 1 else { return number }
        for _ in 0..<Self.mostTries where number == last[bound] { number = random.next(below: bound) }
        if last.count >= Self.mostBounds { last = [:] }
        last[bound] = number
        return number
    }
}
