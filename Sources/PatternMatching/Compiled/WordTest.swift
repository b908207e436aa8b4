import Utterances

/// A question about one word that patterns ask, each with a number of its own: all of a bot share the answers.
enum WordTest: Hashable, Sendable {
    case word(String)
    case part(WordPart)
    case lemma(String)
    case grammar(GrammarQuery)
    /// Any of some other tests, which are none of this kind, by their numbers: `(an/one/~hour)`.
    case any([Int32])
}

/// A test that a word passes, and what the word then counts.
struct PassedTest: Sendable {
    var test: Int32
    /// In units of `ScoreFormula.unit`.
    var score: Int32
}

/// Gathers the tests of many patterns. What is asked twice gets one number.
struct WordTestCollector {
    private(set) var tests: [WordTest] = []
    /// How often each is asked: words that many patterns ask for are frequent in talk too.
    private(set) var uses: [Int] = []
    private var numbers: [WordTest: Int32] = [:]

    mutating func number(of test: WordTest) -> Int32 {
        if let number = numbers[test] {
            uses[Int(number)] += 1
            return number
        }
        numbers[test] = Int32(tests.count)
        tests.append(test)
        uses.append(1)
        return Int32(tests.count - 1)
    }

    /// The test that is passed when one of these is.
    mutating func number(ofAny tests: [Int32]) -> Int32 {
        let members = Set(tests.flatMap(members(of:))).sorted()
        return members.count == 1 ? members[0] : number(of: .any(members))
    }

    /// The tests of words that it is made of.
    func members(of test: Int32) -> [Int32] {
        guard case .any(let members) = tests[Int(test)] else { return [test] }
        return members
    }

    func memberCount(of test: Int32) -> Int {
        guard case .any(let members) = tests[Int(test)] else { return 1 }
        return members.count
    }

    /// How often a test may be passed in talk, as a number to compare with another test's.
    func frequency(of test: Int32) -> Int {
        members(of: test).reduce(0) { sum, member in
            let uses = uses[Int(member)]
            switch tests[Int(member)] {
            case .part(let part): return sum + 4 * uses + 40 / max(part.stemLength, 1)
            // Every phrase has some noun and some verb.
            case .grammar: return sum + 1000 + uses
            default: return sum + uses
            }
        }
    }
}
