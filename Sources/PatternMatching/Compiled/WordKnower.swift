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
    /// The forms of words, for `$morph<…>`.
    let forms: any WordForms
    private let grammar: GrammarTests?
    /// The tests of lemmas.
    private let lemmas: [String: Int32]

    /// - Parameter hearsNearWords: whether a word that neither a pattern nor the dictionary knows passes the tests of the words that are nearly the same.
    init(_ collector: WordTestCollector, forms: any WordForms, hearsNearWords: Bool = false) {
        let groups = TestGroups(collector)
        let parts = PartFinder(collector)
        var words = WordTable()
        var direct: [[PassedTest]] = []
        var grammarTests: [(query: GrammarQuery, test: Int32)] = []
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
            case .grammar(let query): grammarTests.append((query, Int32(number)))
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
        self.forms = forms
        self.firsts = firsts
        grammar = grammarTests.isEmpty ? nil : GrammarTests(grammarTests, forms)
        near = hearsNearWords ? NearWords(words) : nil
        testCount = collector.tests.count
    }

    /// The tests that a word of patterns passes, by the word's number.
    func tests(ofKnown number: Int) -> [Int32] { passed[Int(firsts[number])..<Int(firsts[number + 1])].map(\.test) }

    /// Calls `body` with all tests that the word (lower case) passes, each once.
    func withTests(
        of word: UnsafeBufferPointer<UInt8>, _ memory: inout WordMemory,
        _ body: (UnsafeBufferPointer<PassedTest>) -> Void
    ) {
        let number: Int = words.find(word)
        if let grammar {
            memory.tests(of: word) { allTests(of: word, number, grammar) }.withUnsafeBufferPointer(body)
        } else if number >= 0 {
            let known = Int(firsts[number])..<Int(firsts[number + 1])
            passed.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[known])) }
        } else if !parts.isEmpty || near != nil {
            memory.scratch.removeAll(keepingCapacity: true)
            addTests(ofUnknown: word, to: &memory.scratch)
            memory.scratch.withUnsafeBufferPointer(body)
        }
    }

    /// The tests that a word passes, those of its grammar among them.
    private func allTests(of word: UnsafeBufferPointer<UInt8>, _ number: Int, _ grammar: GrammarTests) -> [PassedTest] {
        var tests: [PassedTest] = []
        if number >= 0 {
            tests += passed[Int(firsts[number])..<Int(firsts[number + 1])]
        } else {
            addTests(ofUnknown: word, to: &tests)
        }
        let start = tests.count
        grammar.find(word, into: &tests)
        groups.complete(&tests, from: start, knownFrom: 0)
        return tests
    }

    private func addTests(ofUnknown word: UnsafeBufferPointer<UInt8>, to tests: inout [PassedTest]) {
        parts.find(word, into: &tests)
        groups.complete(&tests, from: 0)
        guard let near, case let text = String(decoding: word, as: UTF8.self) else { return }
        let numbers = near.nearest(to: text)
        if !numbers.isEmpty, !forms.knows(text) { addTests(of: numbers, to: &tests) }
    }

    /// Whether a word is a form of a lemma that patterns ask for.
    func isForm(_ word: String, of lemma: String) -> Bool {
        var word = word
        guard let test = lemmas[lemma], case let number = word.withUTF8({ words.find($0) }), number >= 0 else {
            return false
        }
        return passed[Int(firsts[number])..<Int(firsts[number + 1])].contains { $0.test == test }
    }

    /// The word for which an unknown one was taken that passes a test with that score; nil when it passes by itself.
    func meant(by word: String, _ test: Int32, score: Int) -> String? {
        var word = word
        guard let near, word.withUTF8({ words.find($0) }) < 0 else { return nil }
        let number = near.nearest(to: word).first { number in
            passed[Int(firsts[number])..<Int(firsts[number + 1])].contains {
                $0.test == test && ScoreFormula.misheard($0.score) == score
            }
        }
        return number.map { String(decoding: words.word($0), as: UTF8.self) }
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
