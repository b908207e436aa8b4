import Utterances

/// The words of a phrase and which tests they pass. One is used for phrase after phrase, so that hearing makes no objects.
struct HeardWords {
    private(set) var count = 0
    /// The tests that some word passes, each once.
    private(set) var tests: ContiguousArray<Int32> = []
    private(set) var passages: ContiguousArray<Passage> = []
    /// For each test the number of the phrase in which it was passed last, and the first and the last passage of that phrase.
    private var phrases: ContiguousArray<Int32>
    private var firsts: ContiguousArray<Int32>
    private var lasts: ContiguousArray<Int32>
    private var phrase: Int32 = 1
    private var memory: WordMemory? = WordMemory()

    /// A word that passes a test.
    struct Passage {
        var word: Int32
        /// In units of `ScoreFormula.unit`.
        var score: Int32
        /// The next one of the same test, -1 for none.
        var next: Int32 = -1
    }

    init(testCount: Int) {
        phrases = ContiguousArray(repeating: 0, count: testCount)
        firsts = ContiguousArray(repeating: -1, count: testCount)
        lasts = firsts
    }

    mutating func hear(_ utterance: Utterance, _ knower: borrowing WordKnower) {
        phrase &+= 1
        tests.removeAll(keepingCapacity: true)
        passages.removeAll(keepingCapacity: true)
        count = utterance.tokens.count
        var memory = self.memory.take() ?? WordMemory()
        for (number, token) in utterance.tokens.enumerated() {
            var word = token.word
            word.withUTF8 { bytes in
                knower.eachTest(of: bytes, &memory) { note($0, word: Int32(number)) }
            }
        }
        self.memory = memory
    }

    private mutating func note(_ passed: PassedTest, word: Int32) {
        let test = Int(passed.test)
        let number = Int32(passages.count)
        passages.append(Passage(word: word, score: passed.score))
        if phrases[test] == phrase {
            passages[Int(lasts[test])].next = number
        } else {
            phrases[test] = phrase
            firsts[test] = number
            tests.append(passed.test)
        }
        lasts[test] = number
    }

    func passes(_ test: Int32) -> Bool { phrases[Int(test)] == phrase }

    /// The number of the first passage of a test, -1 for none.
    func firstPassage(of test: Int32) -> Int32 { passes(test) ? firsts[Int(test)] : -1 }
}
