import BotModel
import Entities

/// The rules for the phrases of one run of `entities`; what is wrong with them is said once.
struct PhraseRules {
    private let data: EntityData
    private let rules: EntityRules
    private let language: String?
    private let streams: Streams
    private var said: Set<GrammarMistake> = []

    /// - Parameter language: as it was asked for; `nil`: that of the letters of each phrase.
    init(_ data: EntityData = EntityData(), language: String?, _ streams: Streams) throws {
        let languages = data.languages
        self.data = data
        self.language = language
        self.streams = streams
        rules = EntityRules(languages: languages) { data.grammar(of: $0) }
        guard !languages.isEmpty else {
            throw Trouble(
                .inputOutput, "The rules that find entities are not at hand.",
                hint: "Set RINGBACK_DATA to the folder that holds `Grammars` of Ringback.")
        }
        for language in languages { tell(language.mistakes, "Other letters count.") }
    }

    /// The rules for a phrase.
    mutating func grammar(for phrase: String) throws -> EntityGrammar {
        guard let grammar = rules.grammar(for: phrase, language: language) else { throw unknownLanguage }
        tell(grammar.mistakes, "All other rules are used.")
        return grammar
    }

    private var unknownLanguage: Trouble {
        let names = data.languages.map(\.name).joined(separator: ", ")
        guard let language else {
            return Trouble(
                .usage, "No language has the letters of the phrase.", hint: "Name one with --language: \(names).")
        }
        return Trouble(
            .usage, "--language: there are no rules for `\(language.shortened)`.",
            hint: "There are rules for \(names); a region may follow: en-GB.")
    }

    private mutating func tell(_ mistakes: [GrammarMistake], _ hint: String) {
        for mistake in mistakes where said.insert(mistake).inserted {
            streams.say("\(data.folder ?? "")/\(mistake)", hint: hint)
        }
    }
}
