import BotModel
import JavaScript
import PatternMatching
import Synchronization
import Utterances

/// `$caila` over the bot's own NLU export and dictionaries (dsl.md 5.7).
extension LanguageServices {
    /// `{name, id, records: [{id, type, values, value}]}`; `null` when there is no such entity. Ids are places, counted from 1.
    func entity(named name: String) -> ScriptValue {
        let name = name.first == "@" || name.first == "$" ? String(name.dropFirst()) : name
        var records: [ScriptValue] = []
        if let entity = bot.intents.entity(named: name) {
            records = entity.records.enumerated().map { index, record in
                Self.record(index + 1, record.kind.rawValue, record.rules.map(\.text), record.value)
            }
        } else {
            let dictionaries = bot.vocabulary.dictionaries.filter { $0.name == name }
            guard !dictionaries.isEmpty else { return .null }
            records = dictionaries.flatMap(\.records).enumerated().map { index, record in
                Self.record(index + 1, "synonyms", record.synonyms.map(\.text), record.value)
            }
        }
        return .object([.init("name", .string(name)), .init("id", .number(1)), .init("records", .array(records))])
    }

    private static func record(_ id: Int, _ type: String, _ values: [String], _ value: String?) -> ScriptValue {
        .object([
            .init("id", .number(Double(id))), .init("type", .string(type)),
            .init("values", .array(values.map { .string($0) })), .init("value", .optional(value)),
        ])
    }

    /// `{text, entities: [{entity, text, startPos, endPos, value, default, system}]}`, in the order of the text.
    ///
    /// - Parameters:
    ///   - client: `$client` as JSON, for the records that belong to this very caller.
    ///   - overlapping: whether those inside others are told, too.
    func entities(in text: String, of client: String?, overlapping: Bool) -> ScriptValue {
        let utterance = heard(text, client)
        let found = overlapping ? all(in: utterance) : Self.longest(found(in: utterance)) { $0.words }
        let entities = values(
            of: Array(found.sorted { order($0) < order($1) }.prefix(Self.mostEntities)), in: utterance)
        return .object([.init("text", .string(text)), .init("entities", .array(entities))])
    }

    /// The entities of a text, those of one name without those inside others.
    func entities(in text: String, of client: String?) -> [ScriptValue] {
        let utterance = heard(text, client)
        return values(of: found(in: utterance), in: utterance)
    }

    private func heard(_ text: String, _ client: String?) -> Utterance {
        let utterance = machine.machine.utterance(of: text, at: moment)
        guard let client else { return utterance }
        return clients.entities(of: client) {
            ClientEntities(client: client, of: bot, forms: words, entities: finder)
        }?.marked(utterance) ?? utterance
    }

    private func order(_ entity: FoundEntity) -> (Int, Int) { (entity.words.lowerBound, -entity.words.count) }

    private func found(in utterance: Utterance) -> [FoundEntity] {
        finder.entities(named: finder.names(in: utterance), in: utterance)
    }

    /// With those inside others.
    private func all(in utterance: Utterance) -> [FoundEntity] {
        var known = FoundCovers()
        return finder.names(in: utterance).flatMap { name in
            utterance.tokens.indices.prefix(Self.mostWords).flatMap { first in
                finder.covers(of: .recognized(name), in: utterance, from: first, keeping: &known).map {
                    FoundEntity(name: name, words: first..<$0.end, value: $0.value, in: utterance)
                }
            }
        }
    }

    private static let mostWords = 400
    private static let mostEntities = 1000

    /// Those that share no word with a longer one, or with an earlier one of the same length.
    private static func longest<Item>(_ items: [Item], place: (Item) -> Range<Int>) -> [Item] {
        var taken: Set<Int> = []
        return items.sorted { place($0).count > place($1).count }.filter { item in
            let words = place(item)
            guard taken.isDisjoint(with: words) else { return false }
            taken.formUnion(words)
            return true
        }
    }

    private func values(of entities: [FoundEntity], in utterance: Utterance) -> [ScriptValue] {
        let places = TextPlaces(utterance.text)
        return entities.map { entity in
            let start = utterance.tokens[entity.words.lowerBound].start
            let end = utterance.tokens[entity.words.upperBound - 1].end
            return .object([
                .init("entity", .string(entity.name)), .init("pattern", .string(entity.name)),
                .init("text", .string(entity.text)), .init("startPos", places[start]), .init("endPos", places[end]),
                .init("value", .string(entity.value ?? entity.text)), .init("default", .boolean(false)),
                .init("system", .boolean(SystemEntityName(entity.name) != nil || WordEntities.knows(entity.name))),
            ])
        }
    }

    // MARK: Words

    /// `{source, correctedText, words: [{word, source, startPos, endPos, punctuation, pattern, annotations: {lemma, pos}}]}`.
    /// Nothing is corrected; the parts of speech have MyStem's names, as the platform's have (`S`, `V`, `SPRO`).
    func markup(_ text: String) -> ScriptValue {
        let utterance = Utterance(text)
        let places = TextPlaces(text)
        var items: [ScriptValue] = []
        var end = 0
        for token in utterance.tokens {
            items += punctuation(in: utterance, end, token.start, places)
            items.append(word(token, in: utterance, places))
            end = token.end
        }
        items += punctuation(in: utterance, end, text.utf8.count, places)
        return .object([
            .init("source", .string(text)), .init("correctedText", .string(text)), .init("words", .array(items)),
        ])
    }

    private func word(_ token: Token, in utterance: Utterance, _ places: TextPlaces) -> ScriptValue {
        let reading = words.analyses(of: token.word).first
        let annotations: [ScriptValue.Member] = [
            .init("lemma", .string(reading?.lemma ?? token.word)),
            .init("pos", .string(PartOfSpeech.name(of: reading?.features ?? [], word: token.word))),
        ]
        return item(token.word, utterance, token.start, token.end, places, isPunctuation: false, annotations)
    }

    private func punctuation(
        in utterance: Utterance, _ start: Int, _ end: Int, _ places: TextPlaces
    ) -> [ScriptValue] {
        guard start < end else { return [] }
        var offset = start
        var items: [ScriptValue] = []
        for character in utterance.text(from: start, to: end) {
            let next = offset + character.utf8.count
            if !character.isWhitespace {
                let annotations: [ScriptValue.Member] = [
                    .init("lemma", .string(String(character))), .init("pos", .string("PUNCT")),
                ]
                items.append(item(String(character), utterance, offset, next, places, isPunctuation: true, annotations))
            }
            offset = next
        }
        return items
    }

    private func item(
        _ word: String, _ utterance: Utterance, _ start: Int, _ end: Int, _ places: TextPlaces, isPunctuation: Bool,
        _ annotations: [ScriptValue.Member]
    ) -> ScriptValue {
        .object([
            .init("annotations", .object(annotations)), .init("startPos", places[start]),
            .init("endPos", places[end]), .init("pattern", .boolean(false)),
            .init("punctuation", .boolean(isPunctuation)),
            .init("source", .string(utterance.text(from: start, to: end))),
            .init("word", .string(word)),
        ])
    }

    /// By the letters: `kk` for those that only Kazakh has, `uk` for Ukrainian's, else `ru` and `en`; `und` without letters.
    /// The platform tells languages by their words (uncertain).
    static func language(of text: String) -> String {
        let letters = text.lowercased()
        if letters.contains(where: { "әғқңөұүһ".contains($0) }) { return "kk" }
        if letters.contains(where: { "їєґ".contains($0) }) { return "uk" }
        if letters.unicodeScalars.contains(where: { (0x400...0x52F).contains($0.value) }) { return "ru" }
        return letters.contains { $0.isASCII && $0.isLetter } ? "en" : "und"
    }
}

/// For each byte of a text how many units of UTF-16 stand before it: places in a script's text count those.
private struct TextPlaces {
    private var units: [Int32] = []

    init(_ text: String) {
        units.reserveCapacity(text.utf8.count + 1)
        var count: Int32 = 0
        for scalar in text.unicodeScalars {
            for _ in 0..<UTF8.width(scalar) { units.append(count) }
            count += Int32(UTF16.width(scalar))
        }
        units.append(count)
    }

    /// A place in UTF-8 as scripts count.
    subscript(offset: Int) -> ScriptValue { .number(Double(units[offset])) }
}

/// Names of parts of speech as MyStem gives them.
enum PartOfSpeech {
    static func name(of features: [String], word: String) -> String {
        if features.contains("Apro") { return "APRO" }
        if features.contains("Anum") { return "ANUM" }
        if let name = features.lazy.compactMap({ names[$0] }).first { return name }
        return word.allSatisfy(\.isNumber) ? "NUM" : "S"
    }

    private static let names = [
        "NOUN": "S", "ADJF": "A", "ADJS": "A", "COMP": "A", "VERB": "V", "INFN": "V", "PRTF": "V", "PRTS": "V",
        "GRND": "V", "NUMR": "NUM", "NUMB": "NUM", "ADVB": "ADV", "PRED": "ADV", "NPRO": "SPRO", "PREP": "PR",
        "CONJ": "CONJ", "PRCL": "PART", "INTJ": "INTJ",
    ]
}

/// The records of the caller of this turn, ready to be found: a script may ask for each of many texts.
final class TurnClients: Sendable {
    private let last = Mutex<(client: String, entities: ClientEntities?)?>(nil)

    func entities(of client: String, make: () -> ClientEntities?) -> ClientEntities? {
        last.withLock { last in
            if let last, last.client == client { return last.entities }
            let entities = make()
            last = (client, entities)
            return entities
        }
    }

    func forget() { last.withLock { $0 = nil } }
}
