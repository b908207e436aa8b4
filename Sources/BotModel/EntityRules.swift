import Entities
import Synchronization

/// The rules that find the platform's own entities, by language; those of a language are read when they are first asked for.
package struct EntityRules: Sendable {
    /// The rules of one language; while they are read, only those wait who want them.
    private final class Shelf: Sendable {
        private let content = Mutex<EntityGrammar??>(nil)

        func grammar(_ read: () -> EntityGrammar?) -> EntityGrammar? {
            content.withLock { content in
                if let content { return content }
                let grammar = read()
                content = .some(grammar)
                return grammar
            }
        }
    }

    private final class Shelves: Sendable {
        private let known = Mutex<[String: Shelf]>([:])

        subscript(language: String) -> Shelf {
            known.withLock { known in
                if let shelf = known[language] { return shelf }
                let shelf = Shelf()
                known[language] = shelf
                return shelf
            }
        }
    }

    /// The languages that a bot hears that names none.
    private let languages: [EntityLanguage]
    private let read: @Sendable (String) -> EntityGrammar?
    private let shelves = Shelves()

    /// - Parameters:
    ///   - languages: those that may be told by a text's letters.
    ///   - read: gives the rules of `en`, `ru`, `en-GB`; `nil` for a language without any.
    package init(languages: [EntityLanguage] = [], _ read: @escaping @Sendable (String) -> EntityGrammar?) {
        self.languages = languages
        self.read = read
    }

    /// No rules at hand: none of these entities is found.
    package static let none = EntityRules { _ in nil }

    /// The rules for a text of a bot.
    ///
    /// - Parameter language: the bot's; a bot that does not name one speaks the language of the caller's letters.
    package func grammar(for text: String, language: String?) -> EntityGrammar? {
        let language = language ?? EntityLanguage.language(of: text, among: languages)?.name
        return language.flatMap { grammar(of: $0) }
    }

    /// Reads the rules that a bot will ask for, so that no caller waits for it.
    package func prepare(for language: String?) {
        let heard = language.map { [$0] } ?? languages.filter(\.isHeard).map(\.name)
        for language in heard { _ = grammar(of: language) }
    }

    /// The rules of a language, with its region if it has one (`en-GB`); `nil` when there are none.
    package func grammar(of language: String) -> EntityGrammar? {
        shelves[language].grammar { read(language) }
    }
}
