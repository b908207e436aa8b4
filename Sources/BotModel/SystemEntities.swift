import CivilTime
import Entities
import PatternMatching
import Utterances

/// Finds the platform's own entities that a bot uses: `@duckling.time`, `@zb.number` (dsl.md 8.5).
///
/// What it finds is marked in the utterance, for patterns, intents, slots and scripts alike.
package struct SystemEntities: Sendable {
    private let names: [SystemEntityName]
    private let dimensions: Set<Dimension>
    private let language: String?
    private let rules: EntityRules

    /// In bytes: 60,000 characters of any script.
    private static let longestText = 240_000

    /// - Returns: `nil` for a bot that uses none.
    package init?(of bot: Bot, _ rules: EntityRules) {
        names = bot.systemEntityNames
        guard !names.isEmpty else { return nil }
        dimensions = Set(names.map(\.dimension))
        language = bot.configuration.language
        self.rules = rules
    }

    /// The utterance with marks for all that was found.
    package func marked(_ utterance: Utterance, at moment: EntityMoment) -> Utterance {
        guard utterance.text.utf8.count <= Self.longestText,
            let grammar = rules.grammar(for: utterance.text, language: language)
        else { return utterance }
        let found = grammar.entities(in: utterance.text, at: moment, dimensions: dimensions)
        guard !found.isEmpty else { return utterance }
        let offsets = Self.offsets(of: utterance.text)
        var utterance = utterance
        for entity in found {
            guard let words = utterance.words(from: offsets[entity.start], to: offsets[entity.end]) else { continue }
            for name in names where name.dimension == entity.dimension {
                guard let value = name.value(of: entity) else { continue }
                utterance.marks.append(Utterance.Mark(name: name.text, words: words, value: value))
            }
        }
        return utterance
    }

    /// The UTF-8 offset of each scalar, and of the end.
    private static func offsets(of text: String) -> [Int] {
        var offsets: [Int] = [0]
        for scalar in text.unicodeScalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
        return offsets
    }
}

extension Utterance {
    /// The words that a stretch of the text touches; `nil` when it touches none.
    fileprivate func words(from start: Int, to end: Int) -> Range<Int>? {
        let first = firstToken { $0.end > start }
        let last = firstToken { $0.start >= end }
        return first < last ? first..<last : nil
    }

    /// The first token that has a quality that all behind it have, too.
    private func firstToken(_ isBehind: (Token) -> Bool) -> Int {
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(tokens[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
