/// How good a match is: the one place of the formula of dsl.md 3.7, which the original's documents leave open.
///
/// Every word counts by the element that covers it; the score is the mean over all words of the utterance,
/// times all unsigned weights, plus all signed ones. So an optional word that is present counts 1 instead of
/// the 0.05 that `*` would give. `* call [me] [back] * (an/one) hour *` on "call me back in an hour" has five
/// exact words and one by `*`: 5.05 / 6 = 0.84. Two cases stand apart: a pattern that is one regular expression
/// and nothing else has matched the entire text and counts as a whole, and an utterance without words counts 0.
package enum ScoreFormula {
    /// What a word covered by an exact word counts; sums are whole numbers, so that equal scores are equal.
    package static let unit = 1_000_000

    package static let word = unit
    package static let lemma = unit * 95 / 100
    package static let grammar = unit * 50 / 100
    package static let regexp = unit * 90 / 100
    /// A word of a recognised entity or of a dictionary, whether it is said as it stands there or inflected.
    package static let entity = unit * 90 / 100
    package static let oneWord = unit * 20 / 100
    package static let garbage = unit * 5 / 100
    /// A word of which a part is named, however small it is.
    package static let leastPart = unit * 30 / 100

    /// A word part counts by how much of the word it names; lengths in characters.
    package static func part(stem: Int, word: Int) -> Int { max(unit * stem / max(word, 1), leastPart) }

    /// What a word counts that was nearly said, where a bot allows for mistakes of speech recognition: less than any word
    /// that was said as the pattern has it.
    static func misheard(_ score: Int32) -> Int32 { score * 3 / 5 }

    package static func score(sum: Int, words: Int, factor: Double, addend: Double) -> Double {
        let mean = words == 0 ? 0 : Double(sum) / Double(words) / Double(unit)
        return mean * factor + addend
    }

    /// What each word counts, even if there is none, in a pattern that is one regular expression, which has matched the entire text.
    ///
    /// - Parameter isLiteral: whether it is a text rather than a rule, such as `/start`: then it is as good as exact words.
    package static func loneRegexp(isLiteral: Bool) -> Int { isLiteral ? word : regexp }
}
