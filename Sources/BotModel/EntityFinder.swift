import PatternMatching
import Synchronization
import Utterances

/// Finds the records of dictionaries (`$entity<Name>`) and of the NLU export's entities (`@Name`) in an utterance: words are matched as exact sequences.
///
/// The words of a name are indexed when it is first asked for, so a bot that is only checked pays nothing. Records of entities that are
/// patterns are not looked for, nor are the platform's own entities (`@duckling.number`).
package final class EntityFinder: EntityFinding {
    private let dictionaries: [String: [EntityDictionary]]
    private let intents: IntentCatalog
    private let indices = Mutex<[EntityName: Index?]>([:])

    init(_ vocabulary: Vocabulary) {
        dictionaries = Dictionary(grouping: vocabulary.dictionaries, by: \.name)
        intents = vocabulary.intents
    }

    package func covers(of entity: EntityName, in utterance: Utterance, from start: Int) -> [EntityCover] {
        guard start < utterance.tokens.count else { return [] }
        return index(of: entity)?.covers(in: utterance, from: start) ?? []
    }

    private func index(of entity: EntityName) -> Index? {
        indices.withLock { indices in
            if let index = indices[entity] { return index }
            let index = makeIndex(of: entity)
            indices[entity] = .some(index)
            return index
        }
    }

    private func makeIndex(of entity: EntityName) -> Index? {
        switch entity {
        case .dictionary(let name):
            return dictionaries[name].map { dictionaries in
                Index(dictionaries.flatMap(\.records).map { ($0.synonyms.map(\.text), $0.id) })
            }
        case .recognized(let name):
            guard let entity = intents.entity(named: name), entity.isEnabled else { return nil }
            return Index(entity.words.map { ($0.rules.map(\.text), $0.value) })
        }
    }

    /// The phrases of one name, and how many words those of a first word have at most.
    private struct Index: Sendable {
        private var values: [String: String?] = [:]
        private var longest: [String: Int] = [:]

        /// Of two records of one phrase the first counts.
        init(_ records: [(phrases: [String], value: String?)]) {
            for record in records {
                for phrase in record.phrases { add(Utterance(phrase).tokens.map(\.word), record.value) }
            }
        }

        private mutating func add(_ words: [String], _ value: String?) {
            guard let first = words.first else { return }
            longest[first] = max(longest[first] ?? 0, words.count)
            let phrase = words.joined(separator: " ")
            if values[phrase] == nil { values[phrase] = .some(value) }
        }

        /// Every end once, with the first record that reaches it.
        func covers(in utterance: Utterance, from start: Int) -> [EntityCover] {
            guard let longest = longest[utterance.tokens[start].word] else { return [] }
            let words = utterance.tokens[start...].prefix(longest).map(\.word)
            return (1...words.count).compactMap { count in
                values[words.prefix(count).joined(separator: " ")].map { EntityCover(end: start + count, value: $0) }
            }
        }
    }
}
