import Utterances

/// Finds the platform's entities that are single words of a kind: names of people and places (`@pymorphy.name`, `@mystem.geo`; dsl.md 8.5).
///
/// A word is one by its grammar in the dictionary. What may be another word, too, such as `вера`, is one only where it begins with a capital.
package struct WordEntities: Sendable {
    private let kinds: [(name: String, feature: String)]
    private let words: any WordForms

    /// What OpenCorpora calls the kind of words that an entity is.
    private static let features = [
        "pymorphy.name": "Name", "pymorphy.surn": "Surn", "pymorphy.patr": "Patr", "pymorphy.geox": "Geox",
        "pymorphy.orgn": "Orgn", "mystem.persn": "Name", "mystem.famn": "Surn", "mystem.patrn": "Patr",
        "mystem.geo": "Geox",
    ]

    /// Whether words are ever found by this name.
    package static func knows(_ name: String) -> Bool { features[name] != nil }

    /// - Returns: `nil` for a bot that uses none.
    package init?(of bot: Bot, _ words: any WordForms) {
        let isInScripts = bot.mentions("pymorphy.") || bot.mentions("mystem.")
        let names = bot.namedEntities
        kinds = Self.features.filter { isInScripts || names.contains($0.key) }.sorted { $0.key < $1.key }
            .map { (name: $0.key, feature: $0.value) }
        guard !kinds.isEmpty else { return nil }
        self.words = words
    }

    /// The utterance with marks for all that was found.
    package func marked(_ utterance: Utterance) -> Utterance {
        var marked = utterance
        for (number, token) in utterance.tokens.prefix(Self.mostWords).enumerated() {
            let readings = words.analyses(of: token.word).map(\.features)
            guard !readings.isEmpty else { continue }
            let isCapital = Self.isCapital(utterance.text(from: token.start, to: token.end))
            for kind in kinds where Self.mean(kind.feature, readings, isCapital: isCapital) {
                marked.marks.append(Utterance.Mark(name: kind.name, words: number..<(number + 1), value: nil))
            }
        }
        return marked
    }

    private static let mostWords = 1000

    private static func mean(_ feature: String, _ readings: [[String]], isCapital: Bool) -> Bool {
        let isMeant = { (features: [String]) in features.contains(feature) }
        return isCapital ? readings.contains(where: isMeant) : readings.allSatisfy(isMeant)
    }

    private static func isCapital(_ word: String) -> Bool { word.unicodeScalars.first?.properties.isUppercase ?? false }
}
