/// Which tests are part of which groups.
struct TestGroups: Sendable {
    private var groups: ContiguousArray<Int32> = []
    private var firsts: ContiguousArray<Int32> = [0]

    init(_ collector: WordTestCollector) {
        var ofTest = [[Int32]](repeating: [], count: collector.tests.count)
        for (number, test) in collector.tests.enumerated() {
            guard case .any(let members) = test else { continue }
            for member in members { ofTest[Int(member)].append(Int32(number)) }
        }
        for list in ofTest {
            groups += list
            firsts.append(Int32(groups.count))
        }
    }

    /// Adds the groups of the tests from a place on; a word that passes a group by several tests counts the best.
    ///
    /// - Parameter known: where groups may stand that were added before; nil for nowhere.
    func complete(_ passed: inout [PassedTest], from start: Int, knownFrom known: Int? = nil) {
        let direct = passed.count
        let first = known ?? direct
        for index in start..<direct {
            let test = passed[index]
            for place in Int(firsts[Int(test.test)])..<Int(firsts[Int(test.test) + 1]) {
                let group = groups[place]
                if let known = passed[first...].firstIndex(where: { $0.test == group }) {
                    passed[known].score = max(passed[known].score, test.score)
                } else {
                    passed.append(PassedTest(test: group, score: test.score))
                }
            }
        }
    }
}
