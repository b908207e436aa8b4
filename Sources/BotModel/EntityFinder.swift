import PatternMatching
import Synchronization
import Utterances

/// Finds the records of dictionaries (`$entity<Name>`) and of the NLU export's entities (`@Name`) in an utterance, their words in all
/// forms that it knows: `возле парка победы` has `Парк Победы`.
///
/// The words of a name are indexed when it is first asked for, so a bot that is only checked pays nothing. Records of entities that are
/// patterns are not looked for, nor are the platform's own entities (`@duckling.number`).
package final class EntityFinder: EntityFinding {
    private let shelf: PhraseShelf
    private let words: any WordForms
    private let relatives = Mutex<[EntityName: Relatives]>([:])

    init(_ vocabulary: Vocabulary) {
        shelf = PhraseShelf(vocabulary)
        words = ExactForms()
    }

    private init(_ shelf: PhraseShelf, _ words: any WordForms) {
        self.shelf = shelf
        self.words = words
    }

    /// The same finder, which finds words in these forms too.
    package func inflecting(by words: any WordForms) -> EntityFinder { EntityFinder(shelf, words) }

    package func covers(of entity: EntityName, in utterance: Utterance, from start: Int) -> [EntityCover] {
        guard start < utterance.tokens.count, let phrases = shelf.phrases(of: entity) else { return [] }
        return relatives.withLock { relatives in
            phrases.covers(in: utterance.tokens[start...]) { word in
                relatives[entity, default: Relatives()].find(word, in: phrases, by: words)
            }
        }
    }

    /// The first phrase of each of the first records.
    package func examples(of entity: EntityName) -> [String] { shelf.examples(of: entity) }
}

/// The words of one entity that are forms of the same words as a heard one. What was found is kept for the next time.
private struct Relatives {
    private var words = WordTable()
    private var found: [PhraseIndex.Relatives] = []

    /// When more words were heard, all are forgotten; very long ones are not kept at all.
    private static let mostWords = 4096
    private static let longestWord = 64

    mutating func find(
        _ word: String, in phrases: PhraseIndex, by forms: any WordForms
    ) -> PhraseIndex.Relatives {
        var word = word
        return word.withUTF8 { bytes in
            let known = words.find(bytes)
            if known >= 0 { return found[known] }
            let relatives = phrases.relatives(of: bytes, by: forms)
            guard bytes.count <= Self.longestWord else { return relatives }
            if found.count == Self.mostWords { self = Relatives() }
            _ = words.number(of: bytes)
            found.append(relatives)
            return relatives
        }
    }
}

/// The phrases of all dictionaries and entities of a bot, each indexed when it is first asked for.
private final class PhraseShelf: Sendable {
    private let dictionaries: [String: [EntityDictionary]]
    private let intents: IntentCatalog
    private let indices = Mutex<[EntityName: PhraseIndex?]>([:])

    init(_ vocabulary: Vocabulary) {
        dictionaries = Dictionary(grouping: vocabulary.dictionaries, by: \.name)
        intents = vocabulary.intents
    }

    func examples(of entity: EntityName) -> [String] {
        let phrases =
            switch entity {
            case .dictionary(let name):
                (dictionaries[name] ?? []).flatMap { $0.records.prefix(Self.mostExamples) }.map {
                    $0.synonyms.first?.text
                }
            case .recognized(let name):
                (intents.entity(named: name)?.words ?? []).prefix(Self.mostExamples).map { $0.rules.first?.text }
            }
        return Array(phrases.compactMap(\.self).prefix(Self.mostExamples))
    }

    private static let mostExamples = 50

    func phrases(of entity: EntityName) -> PhraseIndex? {
        indices.withLock { indices in
            if let index = indices[entity] { return index }
            let index = makeIndex(of: entity)
            indices[entity] = .some(index)
            return index
        }
    }

    private func makeIndex(of entity: EntityName) -> PhraseIndex? {
        switch entity {
        case .dictionary(let name):
            return dictionaries[name].map { dictionaries in
                var index = PhraseIndex()
                for record in dictionaries.lazy.flatMap(\.records) {
                    index.add(record.synonyms.lazy.map(\.text), value: record.id)
                }
                index.finish()
                return index
            }
        case .recognized(let name):
            guard let entity = intents.entity(named: name), entity.isEnabled else { return nil }
            var index = PhraseIndex()
            for record in entity.words { index.add(record.rules.lazy.map(\.text), value: record.value) }
            index.finish()
            return index
        }
    }
}
