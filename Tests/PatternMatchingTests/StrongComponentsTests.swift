import MatchTwin
import Testing

@testable import PatternMatching

struct StrongComponentsTests {
    /// On small random graphs: the same number exactly when each reaches the other.
    @Test func circlesAreFound() {
        var random = RandomPatterns(seed: 3)
        for _ in 0..<200 {
            let count = 1 + random.next(7)
            let next = (0..<count).map { _ in (0..<random.next(3)).map { _ in random.next(count) } }
            let numbers = StrongComponents(next).numbers
            for one in 0..<count {
                for other in 0..<count {
                    let areOne = one == other || reaches(other, from: one, next) && reaches(one, from: other, next)
                    #expect((numbers[one] == numbers[other]) == areOne)
                }
            }
        }
    }

    @Test func aLongChainIsNoTrouble() {
        let numbers = StrongComponents((0..<20_000).map { [($0 + 1) % 20_000] }).numbers
        #expect(Set(numbers).count == 1)
    }

    private func reaches(_ goal: Int, from start: Int, _ next: [[Int]]) -> Bool {
        var seen: Set<Int> = []
        var open = next[start]
        while let node = open.popLast() {
            if node == goal { return true }
            if seen.insert(node).inserted { open += next[node] }
        }
        return false
    }
}
