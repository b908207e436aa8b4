/// A text that is longer than a bot takes (`nlp.lengthLimit`, dsl.md 10.2).
package struct LengthExcess: Sendable, Hashable {
    package let length: Int
    package let limit: Int
    /// Whether that is in words, not in characters (scalars).
    package let countsWords: Bool

    /// `nil` for a text that is short enough.
    ///
    /// - Parameters:
    ///   - characters: the most that a bot takes (`BotConfiguration.lengthLimit`); `nil` for any number.
    ///   - words: the most words (`BotConfiguration.wordLimit`).
    package init?(of text: String, characters: Int?, words mostWords: Int?) {
        // The usual text; it has no more characters than bytes.
        guard text.utf8.count > min(characters ?? .max, mostWords ?? .max) else { return nil }
        let length = text.unicodeScalars.count
        if let limit = characters, length > limit {
            self.init(length: length, limit: limit, countsWords: false)
            return
        }
        // A text has no more words than characters.
        guard let limit = mostWords, length > limit else { return nil }
        let words = Self.words(in: text)
        guard words > limit else { return nil }
        self.init(length: words, limit: limit, countsWords: true)
    }

    private init(length: Int, limit: Int, countsWords: Bool) {
        self.length = length
        self.limit = limit
        self.countsWords = countsWords
    }

    private static let marks = Set("!,.:;?\"'()*/[\\]{|}".unicodeScalars)

    /// What stands between blanks, and each punctuation mark by itself.
    private static func words(in text: String) -> Int {
        var words = 0
        var isInWord = false
        for scalar in text.unicodeScalars {
            let isMark = marks.contains(scalar)
            let isLetter = !isMark && !scalar.properties.isWhitespace
            if isMark || (isLetter && !isInWord) { words += 1 }
            isInWord = isLetter
        }
        return words
    }
}
