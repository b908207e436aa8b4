/// Finds what a phrase means by its very words.
package struct PhraseBook: Sendable {
    private var meanings: [[String]: [Int]] = [:]

    package init() {}

    /// - Parameter meaning: a number of the caller's.
    package mutating func add(_ words: [String], meaning: Int) {
        guard !words.isEmpty, meanings[words]?.contains(meaning) != true else { return }
        meanings[words, default: []].append(meaning)
    }

    /// The meanings of a phrase with exactly these words, in the order in which they were added.
    package func meanings(of words: [String]) -> [Int] { meanings[words] ?? [] }
}
