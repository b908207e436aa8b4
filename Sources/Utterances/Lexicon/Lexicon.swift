import Synchronization

/// Knows Russian and English words, from data that is found on the machine and stays in its files.
///
/// A word of Latin letters is English, one of Cyrillic letters Russian. Where the data of a language is absent, its words have
/// only the form in which they are written, and no grammar.
package final class Lexicon: WordForms {
    package enum Language: String, Sendable, CaseIterable {
        case russian = "Russian"
        case english = "English"

        /// That of a word, by its letters.
        package init(of word: String) {
            self = word.unicodeScalars.contains { $0.isCyrillic } ? .russian : .english
        }
    }

    private let russian: ReadOnce<RussianWords>
    private let english: ReadOnce<EnglishWords>

    /// - Parameters: what reads the data of a language, when its first word is asked for; `nil` when there is none.
    package init(
        russian: @escaping @Sendable () -> RussianWords? = { nil },
        english: @escaping @Sendable () -> EnglishWords? = { nil }
    ) {
        self.russian = ReadOnce(russian)
        self.english = ReadOnce(english)
    }

    package func forms(of word: String) -> [String] {
        let forms =
            switch Language(of: word) {
            case .russian: russian.value?.forms(of: word) ?? []
            case .english: english.value?.forms(of: word).sorted() ?? []
            }
        return forms.contains(word) ? forms : [word] + forms
    }

    package func lemmas(of word: String) -> [String] {
        let lemmas =
            switch Language(of: word) {
            case .russian: russian.value?.lemmas(of: word)
            case .english: english.value?.lemmas(of: word)
            }
        guard let lemmas, !lemmas.isEmpty else { return [word] }
        return lemmas.sorted()
    }

    package func knows(_ word: String) -> Bool {
        switch Language(of: word) {
        case .russian: russian.value?.knows(word) ?? false
        case .english: english.value?.knows(word) ?? false
        }
    }

    package func lemmas(ofMereForm word: String) -> [String] {
        let lemmas =
            switch Language(of: word) {
            case .russian: russian.value?.lemmas(ofMereForm: word)
            case .english: english.value?.lemmas(ofMereForm: word)
            }
        return (lemmas ?? []).sorted()
    }

    package func analyses(of word: String) -> [WordAnalysis] {
        switch Language(of: word) {
        case .russian: russian.value?.analyses(of: word) ?? []
        case .english: english.value?.analyses(of: word) ?? []
        }
    }

    /// Only Russian words: English ones change too little to be asked for by features.
    package func form(of word: String, with features: [String]) -> String? {
        Language(of: word) == .russian ? russian.value?.form(of: word, with: Set(features)) : nil
    }

    package func form(of word: String, after number: Double) -> String? {
        Language(of: word) == .russian ? russian.value?.form(of: word, after: number) : nil
    }

    /// Numbers have a reading in any language.
    package func readings(of word: String) -> [Grammar] {
        if word.unicodeScalars.contains(where: \.isDigit) { return Self.readings(ofNumber: word) }
        return switch Language(of: word) {
        case .russian: russian.value?.readings(of: word) ?? []
        case .english:
            word.unicodeScalars.contains(where: \.isLatinLetter)
                ? [Grammar("LATN")] + (english.value?.readings(of: word) ?? []) : []
        }
    }

    private static func readings(ofNumber word: String) -> [Grammar] {
        let digits = word.unicodeScalars.count { $0.isDigit }
        let others = word.unicodeScalars.filter { !$0.isDigit && $0 != "-" && $0 != "+" }
        if others.isEmpty { return [Grammar("NUMB intg")] }
        return others.count < digits && others.allSatisfy { $0 == "." || $0 == "," } ? [Grammar("NUMB real")] : []
    }

    /// Whether the data of a language is at hand; a word itself may be unknown nevertheless.
    package func knows(_ language: Language) -> Bool {
        switch language {
        case .russian: russian.value != nil
        case .english: english.value != nil
        }
    }
}

/// What is read when it is first asked for, and then kept.
private final class ReadOnce<Value: Sendable>: Sendable {
    private let read: @Sendable () -> Value?
    private let kept = Mutex<Value??>(nil)

    init(_ read: @escaping @Sendable () -> Value?) { self.read = read }

    var value: Value? {
        kept.withLock { kept in
            if let kept { return kept }
            let value = read()
            kept = .some(value)
            return value
        }
    }
}
