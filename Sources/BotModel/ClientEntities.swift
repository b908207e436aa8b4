import PatternMatching
import SourceText
import Utterances

/// Records of entities that belong to one caller: scripts keep them in `$client.$caila` (dsl.md 5.7).
package struct ClientEntities {
    /// By the entity's name.
    private let words: [String: PhraseIndex]
    private let patterns: [String: PatternRecords]
    private let forms: any WordForms

    private static let mostRecords = 2000
    private static let mostMarks = 200

    /// - Parameter client: `$client` as JSON.
    /// - Returns: `nil` for a caller without records.
    package init?(client: String, of bot: Bot, forms: any WordForms) {
        guard client.mentionsRecords, let book = JSONReader.read(SourceFile(path: "", text: client)).0?["$caila"],
            let lists = book["records"], !lists.members.isEmpty
        else { return nil }
        self.forms = forms
        let owner = book["nerId"]?.text
        var words: [String: PhraseIndex] = [:]
        var patterns: [String: PatternRecords] = [:]
        for list in lists.members {
            guard let name = Self.entity(of: list.key.text, owner: owner) else { continue }
            let records = list.value.elements.prefix(Self.mostRecords)
            words[name] = Self.index(of: records.filter { $0["type"]?.text != "pattern" })
            let rules = records.filter { $0["type"]?.text == "pattern" }.flatMap { record in
                (record["rule"]?.texts ?? []).map { ($0.text, record["value"]?.text) }
            }
            guard !rules.isEmpty else { continue }
            patterns[name] = PatternRecords(rules, bot.patterns, forms, bot.entityFinder.inflecting(by: forms))
        }
        self.words = words
        self.patterns = patterns
    }

    /// Lists are kept by `Name`, or by `Name id` for the caller that `setClientNerId` names.
    private static func entity(of key: String, owner: String?) -> String? {
        guard let owner else { return key.contains(" ") ? nil : key }
        return key.hasSuffix(" " + owner) ? String(key.dropLast(owner.count + 1)) : nil
    }

    private static func index(of records: [DataValue]) -> PhraseIndex {
        var index = PhraseIndex()
        for record in records { index.add((record["rule"]?.texts ?? []).map(\.text), value: record["value"]?.text) }
        index.finish()
        return index
    }

    /// The utterance with a mark for each stretch that is a record.
    package func marked(_ utterance: Utterance) -> Utterance {
        var utterance = utterance
        for (name, index) in words.sorted(by: { $0.key < $1.key }) {
            for start in utterance.tokens.indices {
                let covers = index.covers(in: utterance.tokens[start...]) { word in
                    var word = word
                    return word.withUTF8 { index.relatives(of: $0, by: forms) }
                }
                mark(name, start, covers, in: &utterance)
            }
        }
        for (name, records) in patterns.sorted(by: { $0.key < $1.key }) {
            for (start, covers) in records.covers(in: utterance).sorted(by: { $0.key < $1.key }) {
                mark(name, start, covers, in: &utterance)
            }
        }
        return utterance
    }

    private func mark(_ name: String, _ start: Int, _ covers: [EntityCover], in utterance: inout Utterance) {
        for cover in covers where utterance.marks.count < Self.mostMarks {
            utterance.marks.append(Utterance.Mark(name: name, words: start..<cover.end, value: cover.value))
        }
    }
}

extension String {
    /// Whether the word `$caila` stands somewhere; a caller's data are asked in every turn.
    fileprivate var mentionsRecords: Bool {
        var text = self
        return text.withUTF8 { bytes in
            let word = Array("\"$caila\"".utf8)
            guard bytes.count >= word.count else { return false }
            return (0...bytes.count - word.count).contains { start in
                bytes[start + 1] == word[1] && bytes[start..<start + word.count].elementsEqual(word)
            }
        }
    }
}
