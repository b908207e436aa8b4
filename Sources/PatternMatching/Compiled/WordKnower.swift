import Utterances

/// Knows of every word which tests it passes: of the words in patterns beforehand, of all others by their beginnings and ends.
struct WordKnower: Sendable {
    let words: WordTable
    let testCount: Int
    /// The tests that known words pass, one word after another; `firsts` says where each begins.
    private let passed: ContiguousArray<PassedTest>
    private let firsts: ContiguousArray<Int32>
    private let parts: PartFinder
    private let groups: TestGroups
    private let near: NearWords?
    /// The tests of lemmas.
    private let lemmas: [String: Int32]

    /// - Parameter hearsNearWords: whether a word that nobody knows passes the tests of the words that are nearly the same.
    init(_ collector: WordTestCollector, forms: any WordForms, hearsNearWords: Bool = false) {
        let groups = TestGroups(collector)
        let parts = PartFinder(collector)
        var words = WordTable()
        var direct: [[PassedTest]] = []
        var lemmas: [String: Int32] = [:]
        func add(_ word: String, _ passedTest: PassedTest) {
            let number = words.number(of: word.utf8)
            if number == direct.count { direct.append([]) }
            direct[number].append(passedTest)
        }
        for (number, test) in collector.tests.enumerated() {
            switch test {
            case .word(let word): add(word, PassedTest(test: Int32(number), score: Int32(ScoreFormula.word)))
            case .lemma(let lemma):
                lemmas[lemma] = Int32(number)
                for form in forms.forms(of: lemma) {
                    add(form, PassedTest(test: Int32(number), score: Int32(ScoreFormula.lemma)))
                }
            case .part, .any: continue
            }
        }
        var passed: ContiguousArray<PassedTest> = []
        var firsts: ContiguousArray<Int32> = [0]
        for number in direct.indices {
            words.word(number).withUnsafeBufferPointer { parts.find($0, into: &direct[number]) }
            groups.complete(&direct[number], from: 0)
            passed += direct[number]
            firsts.append(Int32(passed.count))
        }
        self.words = words
        self.parts = parts
        self.groups = groups
        self.passed = passed
        self.lemmas = lemmas
        self.firsts = firsts
        near = hearsNearWords ? NearWords(words) : nil
        testCount = collector.tests.count
    }

    /// Calls `body` with every test that the word (lower case) passes, each once.
    func eachTest(of word: UnsafeBufferPointer<UInt8>, _ scratch: inout [PassedTest], _ body: (PassedTest) -> Void) {
        let number: Int = words.find(word)
        guard number < 0 else {
            for index in Int(firsts[number])..<Int(firsts[number + 1]) { body(passed[index]) }
            return
        }
        guard !parts.isEmpty || near != nil else { return }
        scratch.removeAll(keepingCapacity: true)
        parts.find(word, into: &scratch)
        groups.complete(&scratch, from: 0)
        if let near { addTests(of: near.nearest(to: String(decoding: word, as: UTF8.self)), to: &scratch) }
        for test in scratch { body(test) }
    }

    /// Whether a word is a form of a lemma that patterns ask for.
    func isForm(_ word: String, of lemma: String) -> Bool {
        var word = word
        guard let test = lemmas[lemma], case let number = word.withUTF8({ words.find($0) }), number >= 0 else {
            return false
        }
        return passed[Int(firsts[number])..<Int(firsts[number + 1])].contains { $0.test == test }
    }

    /// Adds the tests of words that were perhaps meant, unless the word passes them by itself.
    private func addTests(of numbers: [Int], to tests: inout [PassedTest]) {
        for test in numbers.flatMap({ passed[Int(firsts[$0])..<Int(firsts[$0 + 1])] }) {
            let score = ScoreFormula.misheard(test.score)
            if let known = tests.firstIndex(where: { $0.test == test.test }) {
                tests[known].score = max(tests[known].score, score)
            } else {
                tests.append(PassedTest(test: test.test, score: score))
            }
        }
    }
}

/// Which tests are part of which groups.
private struct TestGroups: Sendable {
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
    func complete(_ passed: inout [PassedTest], from start: Int) {
        let direct = passed.count
        for index in start..<direct {
            let test = passed[index]
            for place in Int(firsts[Int(test.test)])..<Int(firsts[Int(test.test) + 1]) {
                passed.append(PassedTest(test: groups[place], score: test.score))
            }
        }
        if direct - start > 1 { unite(&passed, from: direct) }
    }

    private func unite(_ passed: inout [PassedTest], from start: Int) {
        passed[start...].sort { ($0.test, $1.score) < ($1.test, $0.score) }
        var last = start - 1
        for index in start..<passed.count where index == start || passed[index].test != passed[last].test {
            last += 1
            passed[last] = passed[index]
        }
        passed.removeSubrange((last + 1)...)
    }
}
