/// Where a bot's chance comes from: a queue of wanted numbers (tests), or a seed (calls).
package struct RandomSource: Sendable, Hashable {
    private var queue: [Int]
    private var seed: UInt64?
    /// `smartRandom` of the request: what `$reactions.random` and `random:` give first, as it is (dsl.md 9.2).
    package var smart: [Int] = []

    /// The numbers of `<random>` or `random 2,0,1`; 0 when they are used up.
    package static func queue(_ numbers: [Int]) -> RandomSource { RandomSource(queue: numbers, seed: nil) }

    /// The same seed gives the same numbers.
    package static func seeded(_ seed: UInt64) -> RandomSource { RandomSource(queue: [], seed: seed) }

    /// An integer in `0..<bound`; 0 for a bound below 1.
    package mutating func next(below bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        guard seed != nil else {
            let wanted = queue.isEmpty ? 0 : queue.removeFirst()
            return ((wanted % bound) + bound) % bound
        }
        return Int(nextSeed() % UInt64(bound))
    }

    /// The next number of `smartRandom`, brought into `0..<bound`; `nil` when there is none left.
    package mutating func nextSmart(below bound: Int) -> Int? {
        guard !smart.isEmpty, bound > 0 else { return nil }
        let wanted = smart.removeFirst()
        return ((wanted % bound) + bound) % bound
    }

    /// A seed for chance outside this source (`Math.random()` of a turn); always 0 for a queue, which it leaves alone.
    package mutating func nextSeed() -> UInt64 {
        guard let current = seed else { return 0 }
        // SplitMix64.
        let state = current &+ 0x9E37_79B9_7F4A_7C15
        seed = state
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
