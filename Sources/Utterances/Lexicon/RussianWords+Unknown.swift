/// Words that stand in no dictionary: `пин-код` by its last part, `кэшбэк` by its ending.
extension RussianWords {
    func formsOfUnknown(_ word: String) -> [String] {
        if let (start, last) = Self.parts(of: word), knows(last) { return forms(of: last).map { start + $0 } }
        var forms = Self.texts(forms(of: guessedEntries(of: word)).filter { !knows($0) })
        if forms.isEmpty { forms = [word] }
        return forms
    }

    /// All of which it may be a form, best guess or not: `formsOfUnknown` tells whether it is.
    func lemmas(ofUnknown word: String) -> Set<String> {
        if let (start, last) = Self.parts(of: word), knows(last) { return Set(lemmas(of: last).map { start + $0 }) }
        let guesses = guesser?.guesses(of: word, downTo: 1, where: isProductive) ?? []
        let lemmas = guesses.compactMap { paradigms.lemma(of: $0.entry) }
        let plain = lemmas.compactMap { Self.withoutYo(Array($0.utf8)) }
        return Set(lemmas + Self.texts(plain) + Self.stems(of: word) + [word])
    }

    /// Without one, two or three letters: the data of endings name only the most frequent kind of word for each.
    private static func stems(of word: String) -> [String] {
        let letters = Array(word)
        return (1...3).filter { letters.count - $0 >= EndingGuesser.shortestWord - 1 }.map {
            String(letters.dropLast($0))
        }
    }

    /// What stands before the last part of a word with hyphens, and the last part, which alone has forms.
    private static func parts(of word: String) -> (start: String, last: String)? {
        guard let hyphen = word.lastIndex(of: "-"), case let last = String(word[word.index(after: hyphen)...]),
            WordParts(word).decisive == last
        else { return nil }
        return (String(word[...hyphen]), last)
    }

    /// The word as a dictionary word: of each kind what most words with its ending are, if that is one.
    ///
    /// Words with the end of a dictionary word are taken for such: what else should stand behind `~`? Those in other vowels mostly
    /// have no forms (`смузи`), or are forms themselves.
    private func guessedEntries(of word: String) -> [Entry] {
        guard word.unicodeScalars.contains(where: Self.vowels.contains), let last = word.unicodeScalars.last else {
            return []
        }
        let isSure = !Self.vowels.contains(last) || "ая".unicodeScalars.contains(last)
        let spelling = Array(word.utf8)
        let guesses =
            guesser?.guesses(of: word, shortestWord: 3) {
                isProductive($0) && $0.spelling == spelling && (!isSure || $0.form == 0)
            } ?? []
        let best = Self.productive.compactMap { kind in
            guesses.filter { grammar(of: $0.entry)?.has(kind) == true }.max { Self.rank($0) < Self.rank($1) }
        }
        let most = best.map(\.words).max() ?? 0
        return best.filter { $0.entry.form == 0 && $0.words * Self.rarest >= most }.map(\.entry)
    }

    private static func rank(_ guess: EndingGuesser.Guess) -> (UInt64, Int) {
        (guess.words, guess.entry.form == 0 ? 1 : 0)
    }

    private static let vowels = Set("аеёиоуыэюя".unicodeScalars)
    /// A kind of which there are that many times fewer words is not meant: nouns like `нить` where there are verbs like `ранить`.
    private static let rarest: UInt64 = 10

    /// Kinds of words that come anew: `айпад`, `гуглить`, `фейковый`.
    private static let productive = ["NOUN", "INFN", "ADJF"].map { Grammar($0) }
    private static let open = Grammar("NOUN INFN VERB ADJF ADJS COMP PRTF PRTS GRND")
    private static let unproductive = Grammar("Name Surn Patr Geox Orgn Abbr Apro Anum Poss Init")

    private func isProductive(_ entry: Entry) -> Bool {
        guard let grammar = grammar(of: entry) else { return false }
        return !grammar.hasAny(of: Self.unproductive) && grammar.hasAny(of: Self.open)
    }
}
