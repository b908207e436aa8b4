import Glibc
import PatternMatching
import SourceText
import Utterances

/// Records of entities that belong to one caller: scripts keep them in `$client.$caila` (dsl.md 5.7).
package struct ClientEntities: Sendable {
    /// By the entity's name.
    private let words: [String: PhraseIndex]
    private let patterns: [String: PatternRecords]
    private let forms: any WordForms

    /// What is heard of one caller's records in all; `caila.js` refuses to add more.
    private static let mostPhrases = 2000
    private static let mostPatterns = 200
    private static let longestPattern = 1000
    private static let mostMarks = 200

    /// - Parameters:
    ///   - client: `$client` as JSON.
    ///   - entities: finds the bot's own words where a pattern names an entity.
    /// - Returns: `nil` for a caller without records.
    package init?(client: String, of bot: Bot, forms: any WordForms, entities: EntityFinder) {
        guard client.mentionsRecords, let book = JSONReader.read(SourceFile(path: "", text: client)).0?["$caila"],
            let lists = book["records"], !lists.members.isEmpty
        else { return nil }
        self.forms = forms
        let owner = book["nerId"]?.text
        var words: [String: PhraseIndex] = [:]
        var patterns: [String: PatternRecords] = [:]
        var (phrasesLeft, patternsLeft) = (Self.mostPhrases, Self.mostPatterns)
        for list in lists.members {
            guard let name = Self.entity(of: list.key.text, owner: owner) else { continue }
            let records = list.value.elements
            let phrases = Self.rules(of: records.filter { $0["type"]?.text != "pattern" }, atMost: phrasesLeft)
            phrasesLeft -= phrases.count
            if !phrases.isEmpty { words[name] = Self.index(of: phrases) }
            let rules = Self.rules(of: records.filter { $0["type"]?.text == "pattern" }, atMost: patternsLeft)
            patternsLeft -= rules.count
            let short = rules.filter { $0.0.utf8.count <= Self.longestPattern }
            if !short.isEmpty { patterns[name] = PatternRecords(short, bot.patterns, forms, entities.ofWords) }
        }
        guard !words.isEmpty || !patterns.isEmpty else { return nil }
        self.words = words
        self.patterns = patterns
    }

    /// Lists are kept by `Name`, or by `Name id` for the caller that `setClientNerId` names.
    private static func entity(of key: String, owner: String?) -> String? {
        guard let owner else { return key.contains(" ") ? nil : key }
        return key.hasSuffix(" " + owner) ? String(key.dropLast(owner.count + 1)) : nil
    }

    private static func rules(of records: [DataValue], atMost most: Int) -> [(String, value: String?)] {
        Array(
            records.lazy.flatMap { record in
                (record["rule"]?.texts ?? []).map { ($0.text, record["value"]?.text) }
            }.prefix(most))
    }

    private static func index(of phrases: [(String, value: String?)]) -> PhraseIndex {
        var index = PhraseIndex()
        for (phrase, value) in phrases { index.add(CollectionOfOne(phrase), value: value) }
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
    /// Whether the name `"$caila"` stands somewhere; a caller's data are asked in every turn, and may be long.
    fileprivate var mentionsRecords: Bool {
        var text = self
        return text.withUTF8 { bytes in
            let name: StaticString = "$caila\""
            guard var place = UnsafeRawPointer(bytes.baseAddress) else { return false }
            let end = place + bytes.count
            while end - place >= name.utf8CodeUnitCount,
                let sign = memchr(place, Int32(UInt8(ascii: "$")), end - place)
            {
                let start = UnsafeRawPointer(sign)
                guard end - start >= name.utf8CodeUnitCount else { return false }
                if memcmp(start, name.utf8Start, name.utf8CodeUnitCount) == 0 { return true }
                place = start + 1
            }
            return false
        }
    }
}
