/// What a word that no dictionary has may be, told by its ending: `гуглить` by words in `-лить`.
struct EndingGuesser: Sendable {
    /// For each prefix of paradigms the endings of the words that have it, each with what such words are.
    private let graphs: [WordGraph]

    private static let prefixes = ["", "по", "наи"].map { Array($0.utf8) }
    /// Shorter words are not guessed: they are names and noise.
    static let shortestWord = 4
    private static let longestEnding = 5

    init?(_ graphs: [WordGraph]) {
        guard graphs.count == Self.prefixes.count else { return nil }
        self.graphs = graphs
    }

    /// What the word may be, and how many words with its ending are that.
    struct Guess {
        let entry: RussianWords.Entry
        let words: UInt64
        /// The letters of the ending.
        let ending: Int
    }

    /// By the longest ending that two words at least have, for each prefix the word begins with.
    ///
    /// - Parameters:
    ///   - isOpen: whether there may be further words of this kind.
    ///   - shortest: endings are tried down to this length however many words have a longer one.
    func guesses(
        of word: String, shortestWord: Int = shortestWord, downTo shortest: Int = .max,
        where isOpen: (RussianWords.Entry) -> Bool
    ) -> [Guess] {
        let letters = word.unicodeScalars.count
        guard letters >= shortestWord else { return [] }
        let bytes = Array(word.utf8)
        var found: [Guess] = []
        for number in graphs.indices.reversed() where bytes.starts(with: Self.prefixes[number]) {
            var words: UInt64 = 0
            for length in stride(from: min(Self.longestEnding, letters - 1), through: 1, by: -1)
            where words < 2 || length >= shortest {
                for guess in guesses(bytes, ending: length, in: graphs[number]) where isOpen(guess.entry) {
                    found.append(guess)
                    words += guess.words
                }
            }
        }
        return found
    }

    /// A record is eight bytes: how many words in four, their paradigm and their form in two each.
    private func guesses(
        _ word: [UInt8], ending length: Int, in graph: WordGraph
    ) -> [Guess] {
        let start = Self.start(ofLast: length, in: word)
        return graph.places(of: word[start...]).flatMap { place in
            graph.records(behind: place, letters: 11).map { record in
                let entry = RussianWords.Entry(
                    spelling: word[..<start] + place.spelling, paradigm: Int(record >> 18 & 0xFFFF),
                    form: Int(record >> 2 & 0xFFFF))
                return Guess(entry: entry, words: record >> 34, ending: length)
            }
        }
    }

    private static func start(ofLast letters: Int, in word: [UInt8]) -> Int {
        var start = word.count
        var rest = letters
        while start > 0, rest > 0 {
            start -= 1
            if word[start] & 0xC0 != 0x80 { rest -= 1 }
        }
        return start
    }
}

/// The parts of a word with hyphens that stands in no dictionary as a whole.
struct WordParts {
    private let parts: [Substring]

    init(_ word: String) { parts = word.split(separator: "-") }

    /// The one that says what the whole is: of `интернет-магазину` the last, of `скажи-ка` the first.
    var decisive: String? {
        guard (2...4).contains(parts.count), let last = parts.last else { return nil }
        return Self.particles.contains(last) ? parts.dropLast().joined(separator: "-") : String(last)
    }

    private static let particles: Set<Substring> = ["то", "ка", "таки", "де", "тко", "тка", "с", "ста"]
}
