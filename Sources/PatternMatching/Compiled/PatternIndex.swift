/// Finds the patterns that may match a phrase by the words that it must have, without looking at the others.
struct PatternIndex: Sendable {
    /// The patterns to be tried when a word passes a test, test by test.
    private var posted: ContiguousArray<Int32> = []
    private var firsts: ContiguousArray<Int32> = []
    /// Patterns that require no word: tried on every phrase.
    private(set) var always: [Int32] = []
    /// Further tests that a phrase must pass for a pattern, pattern by pattern.
    private var further: ContiguousArray<Int32> = []
    private var furtherFirsts: ContiguousArray<Int32> = [0]

    /// More tests than this are not asked before a pattern is tried.
    private static let mostFurther = 4

    /// - Parameter requirements: for each pattern the tests that must be passed, the rarest first.
    init(requirements: [[Int32]], testCount: Int) {
        var lists = [[Int32]](repeating: [], count: testCount)
        for (number, required) in requirements.enumerated() {
            if let rarest = required.first {
                lists[Int(rarest)].append(Int32(number))
            } else {
                always.append(Int32(number))
            }
            further += required.dropFirst().prefix(Self.mostFurther)
            furtherFirsts.append(Int32(further.count))
        }
        firsts = [0]
        for list in lists {
            posted += list
            firsts.append(Int32(posted.count))
        }
    }

    /// Adds the number of every pattern whose required words were heard, each once.
    func addCandidates(of heard: borrowing HeardWords, to candidates: inout ContiguousArray<Int32>) {
        for number in always where passesFurther(number, heard) { candidates.append(number) }
        for test in heard.tests {
            for place in Int(firsts[Int(test)])..<Int(firsts[Int(test) + 1]) where passesFurther(posted[place], heard) {
                candidates.append(posted[place])
            }
        }
    }

    private func passesFurther(_ pattern: Int32, _ heard: borrowing HeardWords) -> Bool {
        for place in Int(furtherFirsts[Int(pattern)])..<Int(furtherFirsts[Int(pattern) + 1])
        where !heard.passes(further[place]) { return false }
        return true
    }
}
