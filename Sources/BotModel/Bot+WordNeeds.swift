import PatternMatching
import Utterances

/// The languages of which a bot's patterns ask more than words as they are written, by `~word` and `$morph<…>`.
package struct WordNeeds: Sendable {
    /// For each language the first element that needs it, as it is written.
    package private(set) var examples: [Lexicon.Language: String] = [:]

    package init() {}

    package mutating func add(_ others: WordNeeds) { examples.merge(others.examples) { first, _ in first } }

    /// - Parameter language: the one meant by tags that any language has.
    fileprivate mutating func add(_ tree: PatternTree, language: Lexicon.Language) {
        for (word, _) in tree.dictionaryWords { add("~\(word)", Lexicon.Language(of: word)) }
        for query in tree.grammarQueries {
            let names = query.tags.map(\.name).joined(separator: " ")
            add("$morph<\(names)>", Lexicon.Language(of: names) == .russian ? .russian : language)
        }
    }

    private mutating func add(_ example: String, _ language: Lexicon.Language) {
        if examples[language] == nil { examples[language] = example }
    }
}

extension Bot {
    /// Which languages its rules, named patterns and intents need.
    package var wordNeeds: WordNeeds {
        let language = mainLanguage
        var needs = WordNeeds()
        for rule in rules {
            switch rule.trigger {
            case .pattern(let tree): needs.add(tree, language: language)
            case .example(_, let tree): if let tree { needs.add(tree, language: language) }
            case .event, .intent, .intentGroup, .exampleGroup: continue
            }
        }
        for tree in patterns.trees { needs.add(tree, language: language) }
        for pattern in intents.intents.flatMap(\.patterns)
        where pattern.text.contains("~") || pattern.text.contains("$morph") {
            needs.add(PatternParser.parse(pattern.text).0, language: language)
        }
        return needs
    }

    /// `language` of `chatbot.yaml`, else the one that its rules are written in.
    private var mainLanguage: Lexicon.Language {
        switch configuration.language {
        case "ru": .russian
        case "en": .english
        default: rules.contains { Lexicon.Language(of: $0.source) == .russian } ? .russian : .english
        }
    }
}
