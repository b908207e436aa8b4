/// The forms of English words: by rules, with the irregular ones and the kinds of words from WordNet's files.
package final class EnglishWords: Sendable {
    /// Irregular forms by dictionary word.
    private let irregular: [String: [String]]
    private let verbs: SortedLines
    private let adjectives: SortedLines

    /// - Parameters:
    ///   - exceptions: `noun.exc`, `verb.exc`, `adj.exc`: lines of an irregular form and its dictionary words.
    ///   - verbs: `index.verb`, sorted lines that begin with a word; `adjectives` likewise.
    package init(exceptions: [FileBytes], verbs: FileBytes, adjectives: FileBytes) {
        var irregular: [String: [String]] = [:]
        for file in exceptions {
            for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n") {
                let words = line.split(separator: " ").map(String.init)
                for lemma in words.dropFirst() { irregular[lemma, default: []].append(words[0]) }
            }
        }
        self.irregular = irregular
        self.verbs = SortedLines(verbs)
        self.adjectives = SortedLines(adjectives)
    }

    /// Forms that the word may have; some that nobody uses (`goed`) are among them, which does no harm.
    func forms(of lemma: String) -> Set<String> {
        guard lemma.count > 1, lemma.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A || $0 == 0x2D }) else { return [] }
        let word = Spelling(lemma)
        var forms = Set(irregular[lemma] ?? [])
        forms.formUnion(word.withS)
        let isAdjective = adjectives.contains(lemma)
        if verbs.contains(lemma) || !isAdjective { forms.formUnion(word.with("ed").union(word.with("ing"))) }
        if isAdjective { forms.formUnion(word.with("er").union(word.with("est"))) }
        return forms
    }

    /// How a word is written when endings come to it.
    private struct Spelling {
        let word: String

        init(_ word: String) { self.word = word }

        /// The plural of a noun, the third person of a verb.
        var withS: Set<String> {
            if endsInConsonantAndY { return [word.dropLast() + "ies"] }
            if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return [word + "es"] }
            return word.hasSuffix("o") ? [word + "es", word + "s"] : [word + "s"]
        }

        /// With `ed`, `ing`, `er` or `est`.
        func with(_ ending: String) -> Set<String> {
            if ending == "ing", word.hasSuffix("ie") { return [word.dropLast(2) + "ying"] }
            if word.hasSuffix("e") {
                let keepsE = ending == "ing" && (word.count == 2 || ["ee", "oe", "ye"].contains(where: word.hasSuffix))
                return [(keepsE ? word : String(word.dropLast())) + ending]
            }
            if endsInConsonantAndY, ending != "ing" { return [word.dropLast() + "i" + ending] }
            guard let last = word.last, endsInOneVowelAndConsonant else { return [word + ending] }
            // Whether the last letter doubles is told by the stress, which nobody wrote down: `visited`, `admitted`.
            return [word + ending, word + String(last) + ending]
        }

        private var letters: [Character] { Array(word) }

        private func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }

        private var endsInConsonantAndY: Bool {
            word.last == "y" && letters.dropLast().last.map { !isVowel($0) } ?? false
        }

        private var endsInOneVowelAndConsonant: Bool {
            let end = letters.suffix(3)
            guard end.count >= 2, let last = end.last, !isVowel(last), !"wxy".contains(last) else { return false }
            let before = Array(end.dropLast())
            return isVowel(before[before.count - 1])
                && (before.count == 1 || !isVowel(before[0]) || word.contains("qu"))
        }
    }
}

/// Lines in the order of their bytes, each beginning with a word and a blank.
struct SortedLines: Sendable {
    private let file: FileBytes

    init(_ file: FileBytes) { self.file = file }

    /// Whether a line begins with this word: found by halving.
    func contains(_ word: String) -> Bool {
        let wanted = Array(word.utf8) + [UInt8(ascii: " ")]
        var low = 0
        var high = file.count
        while low < high {
            let start = startOfLine(around: (low + high) / 2)
            let line = file.bytes[start..<min(start + wanted.count, file.count)]
            if line.elementsEqual(wanted) { return true }
            if line.lexicographicallyPrecedes(wanted) { low = endOfLine(from: max(start, low)) } else { high = start }
        }
        return false
    }

    private func startOfLine(around offset: Int) -> Int {
        var start = offset
        while start > 0, file[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    private func endOfLine(from offset: Int) -> Int {
        var end = offset
        while end < file.count, file[end] != UInt8(ascii: "\n") { end += 1 }
        return end + 1
    }
}
