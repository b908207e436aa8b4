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
        for index in start..<direct {
            let test = passed[index]
            for place in Int(firsts[Int(test.test)])..<Int(firsts[Int(test.test) + 1]) {
                passed.append(PassedTest(test: groups[place], score: test.score))
            }
        }
        if passed.count > direct + 1 || (known != nil && passed.count > direct) {
            unite(&passed, from: known ?? direct)
        }
    }

    /// Of each test the best passage stays.
    private func unite(_ passed: inout [PassedTest], from start: Int) {
        passed.withUnsafeMutableBufferPointer { all in
            var added = UnsafeMutableBufferPointer(rebasing: all[start...])
            added.sort { ($0.test, $1.score) < ($1.test, $0.score) }
        }
        var last = start - 1
        for index in start..<passed.count where index == start || passed[index].test != passed[last].test {
            last += 1
            passed[last] = passed[index]
        }
        passed.removeSubrange((last + 1)...)
    }
}
