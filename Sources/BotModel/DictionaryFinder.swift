import PatternMatching
import Synchronization
import Utterances

/// Finds the records of dictionaries in an utterance: synonyms are matched as exact sequences of words.
///
/// The words of a dictionary are indexed when it is first asked for, so a bot that is only checked pays nothing.
package final class DictionaryFinder: EntityFinding {
    private let dictionaries: [String: [EntityDictionary]]
    private let indices = Mutex<[String: Index]>([:])

    init(_ dictionaries: [EntityDictionary]) {
        self.dictionaries = Dictionary(grouping: dictionaries, by: \.name)
    }

    package func covers(of entity: EntityName, in utterance: Utterance, from start: Int) -> [EntityCover] {
        guard case .dictionary(let name) = entity, dictionaries[name] != nil, start < utterance.tokens.count else {
            return []
        }
        return index(of: name).covers(in: utterance, from: start)
    }

    package func examples(of entity: EntityName) -> [String] {
        guard case .dictionary(let name) = entity else { return [] }
        let records = (dictionaries[name] ?? []).lazy.flatMap(\.records)
        return records.compactMap { $0.synonyms.first?.text }.prefix(Self.mostExamples).map(\.self)
    }

    private static let mostExamples = 50

    private func index(of name: String) -> Index {
        indices.withLock { indices in
            if let index = indices[name] { return index }
            let index = Index(dictionaries[name] ?? [])
            indices[name] = index
            return index
        }
    }

    /// The synonyms of one dictionary, and how many words those of a first word have at most.
    private struct Index: Sendable {
        private var ids: [String: String] = [:]
        private var longest: [String: Int] = [:]

        init(_ dictionaries: [EntityDictionary]) {
            for record in dictionaries.flatMap(\.records) {
                for synonym in record.synonyms {
                    let words = Utterance(synonym.text).tokens.map(\.word)
                    guard let first = words.first else { continue }
                    longest[first] = max(longest[first] ?? 0, words.count)
                    let phrase = words.joined(separator: " ")
                    if ids[phrase] == nil { ids[phrase] = record.id }
                }
            }
        }

        /// Every end once, with the first record that reaches it.
        func covers(in utterance: Utterance, from start: Int) -> [EntityCover] {
            let words = utterance.tokens[start...].map(\.word)
            guard let first = words.first, let longest = longest[first] else { return [] }
            return (1...longest).prefix(words.count).compactMap { count in
                ids[words.prefix(count).joined(separator: " ")].map { EntityCover(end: start + count, value: $0) }
            }
        }
    }
}
