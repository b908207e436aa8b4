import PatternMatching
import Synchronization
import Utterances

/// Finds the records of dictionaries (`$entity<Name>`) and of the NLU export's entities (`@Name`) in an utterance, their words in all
/// forms that it knows: `возле парка победы` has `Парк Победы`.
///
/// The words of a name are indexed when it is first asked for, so a bot that is only checked pays nothing. The platform's own entities
/// (`@duckling.number`) come as marks of the utterance (`SystemEntities`).
package final class EntityFinder: EntityFinding {
    private let shelf: PhraseShelf
    private let words: any WordForms
    private let relatives = Mutex<[EntityName: Relatives]>([:])
    /// Finds the records that are patterns.
    private let patterns: RecordPatterns?

    init(_ vocabulary: Vocabulary, _ library: PatternLibrary) {
        shelf = PhraseShelf(vocabulary, library)
        words = ExactForms()
        patterns = nil
    }

    private init(_ shelf: PhraseShelf, _ words: any WordForms, isInside: Bool) {
        self.shelf = shelf
        self.words = words
        patterns = isInside ? nil : RecordPatterns(shelf, words, inside: EntityFinder(shelf, words, isInside: true))
    }

    /// The same finder, which finds words in these forms too.
    package func inflecting(by words: any WordForms) -> EntityFinder { EntityFinder(shelf, words, isInside: false) }

    /// Whether anything is ever found of an entity `@name`.
    package func mayFind(_ name: String) -> Bool {
        guard let entity = shelf.intents.entity(named: name) else {
            return SystemEntityName(name) != nil || WordEntities.knows(name)
        }
        guard entity.isEnabled else { return false }
        return entity.isOfClients || !entity.words.isEmpty || !entity.patterns.isEmpty
    }

    /// The names of all entities of the bot and of those that are marked in an utterance, in order.
    package func names(in utterance: Utterance) -> [String] {
        let own = shelf.intents.entities.filter(\.isEnabled).map(\.name.text)
        return own + Set(utterance.marks.map(\.name)).subtracting(own).sorted()
    }

    /// Finds words of records only.
    var ofWords: EntityFinder { patterns?.inside ?? self }

    package func covers(of entity: EntityName, in utterance: Utterance, from start: Int) -> [EntityCover] {
        var found = FoundCovers()
        return covers(of: entity, in: utterance, from: start, keeping: &found)
    }

    package func covers(
        of entity: EntityName, in utterance: Utterance, from start: Int, keeping found: inout FoundCovers
    ) -> [EntityCover] {
        guard start < utterance.tokens.count else { return [] }
        let byWords = wordCovers(of: entity, in: utterance, from: start)
        guard case .recognized(let name) = entity else { return byWords }
        let byPatterns = patterns?.covers(of: name, in: utterance, from: start, keeping: &found) ?? []
        let marked = utterance.marks.filter { $0.name == name && $0.words.lowerBound == start }.map {
            EntityCover(end: $0.words.upperBound, value: $0.value)
        }
        return byPatterns.isEmpty && marked.isEmpty ? byWords : Self.merged(marked + byWords + byPatterns)
    }

    /// Every end once, the longest first; of two that end alike the first counts.
    private static func merged(_ covers: [EntityCover]) -> [EntityCover] {
        var ends: Set<Int> = []
        return covers.filter { ends.insert($0.end).inserted }.sorted { $0.end > $1.end }
    }

    private func wordCovers(of entity: EntityName, in utterance: Utterance, from start: Int) -> [EntityCover] {
        guard let phrases = shelf.phrases(of: entity) else { return [] }
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
final class PhraseShelf: Sendable {
    private let dictionaries: [String: [EntityDictionary]]
    let intents: IntentCatalog
    /// What patterns of records may name.
    let library: PatternLibrary
    private let indices = Mutex<[EntityName: PhraseIndex?]>([:])

    init(_ vocabulary: Vocabulary, _ library: PatternLibrary) {
        dictionaries = Dictionary(grouping: vocabulary.dictionaries, by: \.name)
        intents = vocabulary.intents
        self.library = library
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
