/// The dictionary of OpenCorpora as pymorphy stores it (public formats: a dawgdic graph of words, paradigms as numbers of
/// endings, the endings and the grammar of forms as JSON). Nothing is unpacked: a word is followed through the graph where it lies.
package final class RussianWords: Sendable {
    private let graph: WordGraph
    let paradigms: Paradigms
    let grammars: JSONTexts?
    let guesser: EndingGuesser?

    /// - Parameters:
    ///   - grammars: what the forms of paradigms are grammatically; without it no word has readings.
    ///   - guesses: endings of words, one graph for each of the prefixes of paradigms; without it unknown words have no readings.
    /// - Returns: `nil` when the files are not of this form.
    package init?(
        words: FileBytes, paradigms: FileBytes, endings: FileBytes, grammars: FileBytes? = nil,
        guesses: [FileBytes] = []
    ) {
        guard let graph = WordGraph(words), let endings = JSONTexts(endings),
            let paradigms = Paradigms(paradigms, endings: endings)
        else { return nil }
        self.graph = graph
        self.paradigms = paradigms
        self.grammars = grammars.flatMap(JSONTexts.init)
        guesser = EndingGuesser(guesses.compactMap(WordGraph.init))
    }

    /// A word as a form of a paradigm; its spelling may have `ё` where people write `е`.
    struct Entry {
        let spelling: [UInt8]
        let paradigm: Int
        let form: Int
    }

    func entries(of word: String) -> [Entry] {
        graph.places(of: word.utf8).flatMap { place in
            // Six letters are 36 bits, of which the last four are none of the record's.
            graph.records(behind: place, letters: 6).map { record in
                Entry(
                    spelling: place.spelling, paradigm: Int(record >> 20 & 0xFFFF), form: Int(record >> 4 & 0xFFFF))
            }
        }
    }

    /// All forms of the words whose dictionary form this is, else of those of which it is a form; of an unknown word those that its
    /// ending tells. With `е` beside every `ё`.
    func forms(of word: String) -> [String] {
        let known = entries(of: word)
        guard !known.isEmpty else { return formsOfUnknown(word) }
        let own = known.filter { $0.form == 0 }
        return Self.texts(forms(of: own.isEmpty ? known : own))
    }

    static func texts(_ words: [[UInt8]]) -> [String] { words.map { String(decoding: $0, as: UTF8.self) } }

    func forms(of entries: [Entry]) -> [[UInt8]] {
        // Told apart by their bytes: to compare texts costs ten times as much.
        var forms: [[UInt8]] = []
        var seen: Set<[UInt8]> = []
        for entry in entries {
            for form in paradigms.forms(of: entry) where seen.insert(form).inserted {
                forms.append(form)
                if let plain = Self.withoutYo(form), seen.insert(plain).inserted { forms.append(plain) }
            }
        }
        return forms
    }

    /// With `е` in place of every `ё`; nil when there is none.
    static func withoutYo(_ word: [UInt8]) -> [UInt8]? {
        var plain = word
        for index in word.indices.dropFirst() where word[index] == 0x91 && word[index - 1] == 0xD1 {
            (plain[index - 1], plain[index]) = (0xD0, 0xB5)
        }
        return plain == word ? nil : plain
    }

    /// The dictionary words of which this is a form; of an unknown word those of which it looks like one.
    func lemmas(of word: String) -> Set<String> {
        let known = entries(of: word)
        return known.isEmpty ? lemmas(ofUnknown: word) : Set(known.compactMap(paradigms.lemma))
    }

    func knows(_ word: String) -> Bool { knows(Array(word.utf8)) }

    func knows(_ word: [UInt8]) -> Bool {
        graph.places(of: word).contains { !graph.records(behind: $0, letters: 6).isEmpty }
    }

    /// As `lemmas(of:)`, of a word that is no dictionary word itself, nor a plural that may be used as one (`деньги`).
    func lemmas(ofMereForm word: String) -> Set<String> {
        let entries = entries(of: word)
        let isOne = entries.contains { $0.form == 0 || grammar(of: $0)?.has(Self.namedPlural) == true }
        return isOne ? [] : Set(entries.compactMap(paradigms.lemma))
    }

    /// What the word may be grammatically, an unknown one by its ending.
    func readings(of word: String) -> [Grammar] {
        let known = entries(of: word)
        if !known.isEmpty { return known.compactMap(grammar) }
        if let part = WordParts(word).decisive { return readings(of: part) }
        let guesses = guesser?.guesses(of: word) { grammar(of: $0)?.hasAny(of: Self.closed) == false }
        return guesses?.compactMap { grammar(of: $0.entry) } ?? []
    }

    private static let namedPlural = Grammar("NOUN plur nomn")

    /// Kinds of words that are all known.
    static let closed = Grammar("NUMR NPRO PRED PREP CONJ PRCL INTJ Apro")

    func grammar(of entry: Entry) -> Grammar? {
        guard let grammars, let number = paradigms.grammar(of: entry) else { return nil }
        return Grammar(grammars[number])
    }
}
