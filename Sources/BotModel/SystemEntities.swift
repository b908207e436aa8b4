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

    /// The rules for a text of a bot.
    ///
    /// - Parameter language: the bot's; a bot that does not name one speaks the language of the caller's letters.
    package func grammar(for text: String, language: String?) -> EntityGrammar? {
        let isCyrillic = { text.unicodeScalars.contains { (0x400...0x52F).contains($0.value) } }
        return grammar(of: language ?? (isCyrillic() ? "ru" : "en"))
    }

    /// Reads the rules that a bot will ask for, so that no caller waits for it.
    package func prepare(for language: String?) {
        for language in language.map({ [$0] }) ?? ["en", "ru"] { _ = grammar(of: language) }
    }

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
        guard let first = tokens.firstIndex(where: { $0.end > start }), tokens[first].start < end else { return nil }
        let last = tokens[first...].firstIndex { $0.start >= end } ?? tokens.count
        return first..<last
    }
}
