import BotModel
import Dialog
import Entities
import JavaScript
import PatternMatching
import Utterances

/// What `$nlp` and `$caila` know: the bot's own rules, patterns and entities, and the words of the dictionaries on this machine.
struct LanguageServices {
    let bot: Bot
    let words: any WordForms
    let machine: MachineOnDemand
    let finder: EntityFinder
    /// Patterns of scripts, compiled.
    let patterns = MadePatternSets()
    let clients = TurnClients()
    /// When and where the turn is.
    var moment: EntityMoment?

    init(bot: Bot, words: any WordForms, machine: MachineOnDemand) {
        self.bot = bot
        self.words = words
        self.machine = machine
        finder = bot.entityFinder.inflecting(by: words)
    }

    /// The answer to a host call `nlp.…` or `caila.…`; `nil` for another name.
    func answer(_ name: String, _ arguments: [ScriptValue]) -> HostAnswer? {
        let text = arguments.first?.string ?? ""
        guard text.utf8.count <= Self.longestText else { return Self.tooLong }
        switch name {
        case "nlp.best": return best(text, arguments)
        case "nlp.examples": return .value(nearest(text, arguments.texts(at: 1)))
        case "nlp.morph": return .value(morphology(text))
        case "nlp.inflect": return .value(.optional(inflected(text, arguments.texts(at: 1))))
        case "nlp.conform":
            let number = arguments.dropFirst().first?.number ?? 0
            return .value(.string(words.form(of: text.lowercased(), after: number) ?? text))
        case "nlp.knows": return .value(.boolean(knows(text)))
        case "nlp.tokens": return .value(.array(Utterance(text).tokens.map { .string($0.word) }))
        case "nlp.keyboard": return .value(.optional(KeyboardLayout.mended(text, knows: knows)))
        case "caila.entity": return .value(entity(named: text))
        case "caila.entities":
            let client = arguments.dropFirst(2).first?.string
            return .value(entities(in: text, of: client, overlapping: arguments.dropFirst().first?.flag ?? false))
        case "caila.entitiesOf": return .value(.array(entities(in: text, of: arguments.dropFirst().first?.string)))
        case "caila.markup": return .value(markup(text))
        case "caila.language": return .value(.string(Self.language(of: text)))
        default: return nil
        }
    }

    static let longestText = 20_000
    static let tooLong = HostAnswer.exception(
        "The text is too long for $nlp and $caila: \(longestText) bytes are the most.")
    /// Words of a text that are put into other forms.
    private static let mostInflected = 200

    func knows(_ word: String) -> Bool { !words.analyses(of: word.lowercased()).isEmpty }

    // MARK: Words

    /// The first reading; how likely it is among the others nobody here knows, so they share.
    private func morphology(_ word: String) -> ScriptValue {
        let analyses = words.analyses(of: word.lowercased())
        guard let first = analyses.first else { return .null }
        return .object([
            .init("score", .number(1 / Double(analyses.count))), .init("normalForm", .string(first.lemma)),
            .init("tags", .array(first.features.map { .string($0) })),
        ])
    }

    /// Every word of the text that has such a form stands in it; `nil` when none has.
    private func inflected(_ text: String, _ features: [String]) -> String? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let forms = parts.prefix(Self.mostInflected).map { words.form(of: $0.lowercased(), with: features) }
        guard forms.contains(where: { $0 != nil }) else { return nil }
        let changed = zip(parts, forms).map { $1 ?? $0 }
        return (changed + parts.dropFirst(forms.count)).joined(separator: " ")
    }

    // MARK: Examples

    /// The example that shares most words with the text (dsl.md 3.9). The platform's measure is not public: words in common, counted twice,
    /// of all words of both; words are the same when a form of them is (uncertain).
    private func nearest(_ text: String, _ examples: [String]) -> ScriptValue {
        let said = lemmas(of: text)
        var best: (example: String, weight: Double, aligned: [String])?
        for example in examples.prefix(Self.mostExamples) {
            var rest = lemmas(of: example)
            let total = said.count + rest.count
            let aligned = said.compactMap { word -> String? in
                guard let place = rest.firstIndex(where: { !$0.lemmas.isDisjoint(with: word.lemmas) }) else {
                    return nil
                }
                rest.remove(at: place)
                return word.word
            }
            let weight = total == 0 ? 0 : Double(2 * aligned.count) / Double(total)
            if weight > best?.weight ?? 0 { best = (example, weight, aligned) }
        }
        guard let best else { return .null }
        return .object([
            .init("example", .string(best.example)), .init("weight", .number(best.weight)),
            .init("aligned", .array(best.aligned.map { .string($0) })),
        ])
    }

    private static let mostExamples = 1000
    private static let mostWords = 100

    private func lemmas(of text: String) -> [(word: String, lemmas: Set<String>)] {
        Utterance(text).tokens.prefix(Self.mostWords).map { ($0.word, Set(words.lemmas(of: $0.word))) }
    }
}

extension [ScriptValue] {
    /// An argument that is a text or a list of texts.
    func texts(at index: Int) -> [String] {
        guard indices.contains(index) else { return [] }
        if case .array(let values) = self[index] { return values.compactMap(\.string) }
        return self[index].string.map { [$0] } ?? []
    }
}

extension ScriptValue {
    static func optional(_ text: String?) -> ScriptValue { text.map { .string($0) } ?? .null }
}
