import PatternMatching
import Utterances

/// An entity that stands in an utterance.
package struct FoundEntity: Sendable, Hashable {
    package let name: String
    package let words: Range<Int>
    package let text: String
    /// Often JSON; `nil` where the words are all.
    package let value: String?

    /// - Parameter words: at least one of the utterance.
    package init(name: String, words: Range<Int>, value: String?, in utterance: Utterance) {
        self.name = name
        self.words = words
        self.value = value
        text = utterance.text(
            from: utterance.tokens[words.lowerBound].start, to: utterance.tokens[words.upperBound - 1].end)
    }
}

extension EntityFinder {
    /// The longest phrase in which entities are looked for, in words.
    private static let longestPhrase = 400
    private static let mostEntities = 1000

    /// The entities of these names, in the order of the text; of one name none shares a word with another.
    package func entities(named names: [String], in utterance: Utterance) -> [FoundEntity] {
        let found = names.flatMap { entities(named: $0, in: utterance) }
        return Array(
            found.sorted { ($0.words.lowerBound, -$0.words.count) < ($1.words.lowerBound, -$1.words.count) }
                .prefix(Self.mostEntities))
    }

    private func entities(named name: String, in utterance: Utterance) -> [FoundEntity] {
        var found: [FoundEntity] = []
        var known = FoundCovers()
        var start = 0
        while start < min(utterance.tokens.count, Self.longestPhrase) {
            let covers = covers(of: .recognized(name), in: utterance, from: start, keeping: &known)
            guard let cover = covers.first, cover.end > start else {
                start += 1
                continue
            }
            let words = start..<min(cover.end, utterance.tokens.count)
            found.append(FoundEntity(name: name, words: words, value: cover.value, in: utterance))
            start = words.upperBound
        }
        return found
    }
}
