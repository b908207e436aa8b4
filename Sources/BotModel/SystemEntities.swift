import CivilTime
import Entities
import PatternMatching
import Synchronization
import Utterances

/// The rules that find the platform's own entities, by language; those of a language are read when they are first asked for.
package struct EntityRules: Sendable {
    private final class Shelf: Sendable {
        let known = Mutex<[String: EntityGrammar?]>([:])
    }

    private let read: @Sendable (String) -> EntityGrammar?
    private let shelf = Shelf()

    /// - Parameter read: gives the rules of `en`, `ru`, `en-GB`; `nil` for a language without any.
    package init(_ read: @escaping @Sendable (String) -> EntityGrammar?) { self.read = read }

    /// No rules at hand: none of these entities is found.
    package static let none = EntityRules { _ in nil }

    package func grammar(of language: String) -> EntityGrammar? {
        shelf.known.withLock { known in
            if let grammar = known[language] { return grammar }
            let grammar = read(language)
            known[language] = .some(grammar)
            return grammar
        }
    }
}

/// Finds the platform's own entities that a bot uses: `@duckling.time`, `@zb.number` (dsl.md 8.5).
///
/// What it finds is marked in the utterance, for patterns, intents, slots and scripts alike.
package struct SystemEntities: Sendable {
    private let names: [SystemEntityName]
    private let dimensions: Set<Dimension>
    private let language: String?
    private let rules: EntityRules

    private static let longestText = 20_000

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
        let language = language ?? Self.language(of: utterance.text)
        guard utterance.text.utf8.count <= Self.longestText, let grammar = rules.grammar(of: language) else {
            return utterance
        }
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

    /// A bot that does not name its language speaks the one of the caller's letters.
    private static func language(of text: String) -> String {
        text.unicodeScalars.contains { (0x400...0x52F).contains($0.value) } ? "ru" : "en"
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
        guard let first = tokens.firstIndex(where: { $0.end > start }), tokens[first].start < end else { return nil }
        let last = tokens[first...].firstIndex { $0.start >= end } ?? tokens.count
        return first..<last
    }
}
