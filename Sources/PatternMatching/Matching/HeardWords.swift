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
    private var hearings: ContiguousArray<Hearing>
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

    /// In which phrase a test was passed last, and the first and the last passage of that phrase.
    private struct Hearing {
        var phrase: Int32 = 0
        var first: Int32 = -1
        var last: Int32 = -1
    }

    init(testCount: Int) { hearings = ContiguousArray(repeating: Hearing(), count: testCount) }

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
                knower.withTests(of: bytes, &memory) { note($0, word: Int32(number)) }
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
        hearings = ContiguousArray(repeating: Hearing(), count: hearings.count)
        phrase = 0
    }

    private mutating func note(_ passed: UnsafeBufferPointer<PassedTest>, word: Int32) {
        let start = passages.count
        for passed in passed {
            passages.append(Passage(word: word, score: passed.score))
            if isLong { passedTests.append(passed.test) }
        }
        Self.link(passed, from: Int32(start), of: phrase, &hearings, &passages, &tests)
    }

    /// Hangs the passages from a number on to those of the same tests before, and notes tests that are passed for the first time.
    private static func link(
        _ passed: UnsafeBufferPointer<PassedTest>, from start: Int32, of phrase: Int32,
        _ hearings: inout ContiguousArray<Hearing>, _ passages: inout ContiguousArray<Passage>,
        _ tests: inout ContiguousArray<Int32>
    ) {
        var hearings = hearings.mutableSpan
        var passages = passages.mutableSpan
        var number = start
        for passed in passed {
            var hearing = hearings[Int(passed.test)]
            if hearing.phrase == phrase {
                passages[Int(hearing.last)].next = number
            } else {
                hearing = Hearing(phrase: phrase, first: number)
                tests.append(passed.test)
            }
            hearing.last = number
            hearings[Int(passed.test)] = hearing
            number += 1
        }
    }

    func passes(_ test: Int32) -> Bool { hearings[Int(test)].phrase == phrase }

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
    func firstPassage(of test: Int32) -> Int32 {
        let hearing = hearings[Int(test)]
        return hearing.phrase == phrase ? hearing.first : -1
    }
}

extension ContiguousArray {
    /// Takes out all, and keeps the room for the next time unless it is much.
    mutating func empty() { removeAll(keepingCapacity: capacity < 50_000) }
}
