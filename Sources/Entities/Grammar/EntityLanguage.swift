/// A language that has rules, and the letters by which a text is taken for one of it.
package struct EntityLanguage: Sendable, Hashable {
    /// The name of its folder: `en`.
    package let name: String
    /// What of its file `letters` cannot be used.
    package let mistakes: [GrammarMistake]
    private let ranges: [ClosedRange<Unicode.Scalar>]
    /// Whether texts are of it that are of no other language.
    private let hasAnyLetter: Bool

    /// - Parameter letters: what stands in its file `letters`: letters and ranges of them (`Ѐ-ԯ`) with blanks between them, or `any`;
    ///   empty for a language that is only heard by bots that name it.
    package init(name: String, letters: String) {
        let place = "\(name)/letters"
        let lines = letters.split(whereSeparator: \.isNewline).map { $0.prefix { $0 != "#" } }
        let words = lines.flatMap { $0.split(whereSeparator: \.isWhitespace) }
        let wrong = words.filter { $0 != "any" && Self.range($0) == nil }
        self.name = name
        ranges = words.filter { $0 != "any" }.compactMap(Self.range)
        hasAnyLetter = words.contains("any")
        mistakes = wrong.map {
            GrammarMistake(place: place, message: "`\($0)` is neither a letter, nor a range such as `a-z`, nor `any`.")
        }
    }

    /// The language of a text by its letters; `nil` when none of them claims it.
    ///
    /// Of several whose letters it has the one with the fewest, so that a language may share most of its letters with another.
    package static func language(of text: String, among languages: [EntityLanguage]) -> EntityLanguage? {
        let known = languages.filter(\.isHeard).sorted { ($0.size, $0.name) < ($1.size, $1.name) }
        return known.first { $0.hasLetters(of: text) } ?? known.first(where: \.hasAnyLetter)
    }

    /// Whether a text may be taken for one of it.
    package var isHeard: Bool { hasAnyLetter || !ranges.isEmpty }

    private var size: Int { ranges.reduce(0) { $0 + Int($1.upperBound.value - $1.lowerBound.value) + 1 } }

    private func hasLetters(of text: String) -> Bool {
        !ranges.isEmpty && text.unicodeScalars.contains { scalar in ranges.contains { $0.contains(scalar) } }
    }

    private static func range(_ text: Substring) -> ClosedRange<Unicode.Scalar>? {
        let scalars = Array(text.unicodeScalars)
        if scalars.count == 1 { return scalars[0]...scalars[0] }
        guard scalars.count == 3, scalars[1] == "-", scalars[0] <= scalars[2] else { return nil }
        return scalars[0]...scalars[2]
    }
}
