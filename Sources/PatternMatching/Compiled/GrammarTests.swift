import Utterances

/// The tests of `$morph<…>`. Words are asked for their grammar when they are heard, so a bot without such a test pays nothing.
final class GrammarTests: Sendable {
    private let tests: [(query: GrammarQuery, test: Int32)]
    private let forms: any WordForms

    init(_ tests: [(query: GrammarQuery, test: Int32)], _ forms: any WordForms) {
        self.tests = tests
        self.forms = forms
    }

    /// Adds the tests that a word passes by its grammar.
    func find(_ word: UnsafeBufferPointer<UInt8>, into passed: inout [PassedTest]) {
        let readings = forms.readings(of: String(decoding: word, as: UTF8.self))
        for (query, test) in tests where query.accepts(readings) {
            passed.append(PassedTest(test: test, score: Int32(ScoreFormula.grammar)))
        }
    }
}

/// Working memory for asking about words: what is found by their grammar is kept for the next time they are heard.
struct WordMemory {
    var scratch: [PassedTest] = []
    private var words = WordTable()
    private var tests: [[PassedTest]] = []

    /// When more words were heard, all are forgotten; very long ones are not kept at all.
    private static let mostWords = 4096
    private static let longestWord = 64

    mutating func tests(
        of word: UnsafeBufferPointer<UInt8>, otherwise find: () -> [PassedTest]
    ) -> [PassedTest] {
        guard word.count <= Self.longestWord else { return find() }
        let known = words.find(word)
        guard known < 0 else { return tests[known] }
        if tests.count == Self.mostWords {
            words = WordTable()
            tests.removeAll(keepingCapacity: true)
        }
        let found = find()
        _ = words.number(of: word)
        tests.append(found)
        return found
    }
}
