import Utterances

/// The words of a phrase and which tests they pass. One is used for phrase after phrase, so that hearing makes no objects.
struct HeardWords {
    private(set) var count = 0
    /// The tests that some word passes, each once.
    private(set) var tests: ContiguousArray<Int32> = []
    private(set) var passages: ContiguousArray<Passage> = []
    /// In long phrases, where going through all passages of a test takes time: the test of each passage, and for each word its
    /// first passage, after the last word the number of all.
    private var passedTests: ContiguousArray<Int32> = []
    private var wordFirsts: ContiguousArray<Int32> = []
    private var isLong = false
    /// Whether there was more to be heard than is kept; then nothing can be said about the phrase.
    private(set) var isCut = false
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

    mutating func hear(_ utterance: Utterance, _ knower: WordKnower) {
        if phrase == .max { forgetPhrases() }
        phrase += 1
        tests.removeAll(keepingCapacity: true)
        passages.empty()
        passedTests.empty()
        wordFirsts.empty()
        count = utterance.tokens.count
        isLong = count > Self.longest
        isCut = false
        var memory = self.memory.take() ?? WordMemory()
        for (number, token) in utterance.tokens.enumerated() {
            if isLong { wordFirsts.append(Int32(passages.count)) }
            isCut = isCut || passages.count > Self.mostPassages
            if isCut { continue }
            var word = token.word
            word.withUTF8 { bytes in
                knower.eachTest(of: bytes, &memory) { note($0, word: Int32(number)) }
            }
        }
        wordFirsts.append(Int32(passages.count))
        self.memory = memory
    }

    /// More words than this make a long phrase.
    private static let longest = 48
    /// Thousands of words of which each passes hundreds of tests.
    private static let mostPassages = 4_000_000

    private mutating func forgetPhrases() {
        phrases = ContiguousArray(repeating: 0, count: phrases.count)
        phrase = 0
    }

    private mutating func note(_ passed: PassedTest, word: Int32) {
        let test = Int(passed.test)
        let number = Int32(passages.count)
        if isLong { passedTests.append(passed.test) }
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

    /// The passage of a test by a certain word.
    func passage(of test: Int32, by word: Int) -> Passage? {
        if isLong {
            return (wordFirsts[word]..<wordFirsts[word + 1]).first { passedTests[Int($0)] == test }
                .map { passages[Int($0)] }
        }
        var number = firstPassage(of: test)
        while number >= 0 {
            let passage = passages[Int(number)]
            if passage.word >= word { return passage.word == word ? passage : nil }
            number = passage.next
        }
        return nil
    }

    /// What a word counts that passes a test; 0 when it does not.
    func score(of word: Int, by test: Int32) -> Int {
        passage(of: test, by: word).map { Int($0.score) } ?? 0
    }

    /// The number of the first passage of a test, -1 for none.
    func firstPassage(of test: Int32) -> Int32 { passes(test) ? firsts[Int(test)] : -1 }
}

extension ContiguousArray {
    /// Takes out all, and keeps the room for the next time unless it is much.
    mutating func empty() { removeAll(keepingCapacity: capacity < 50_000) }
}
