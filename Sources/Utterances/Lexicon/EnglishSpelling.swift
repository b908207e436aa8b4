/// What is written behind a word.
enum EnglishEnding: String, Sendable, CaseIterable {
    case s, ed, ing, er, est

    /// What may stand before the ending; `EnglishSpelling` tells which it is.
    func stems(of word: String) -> [String] {
        guard word.hasSuffix(rawValue) else { return [] }
        let rest = String(word.dropLast(rawValue.count))
        guard rest.count > 1, let last = rest.last else { return [] }
        var stems = [rest, rest + "e"]
        if rest.hasSuffix("e") { stems.append(String(rest.dropLast())) }
        if last == "i" { stems.append(rest.dropLast() + "y") }
        if rest.hasSuffix("ie") { stems.append(rest.dropLast(2) + "y") }
        if last == "y" { stems.append(rest.dropLast() + "ie") }
        if rest.dropLast().last == last { stems.append(String(rest.dropLast())) }
        return stems
    }
}

/// How a word is written when endings come to it.
struct EnglishSpelling {
    let word: String

    init(_ word: String) { self.word = word }

    /// The plural of a noun, the third person of a verb.
    private var withS: Set<String> {
        if endsInConsonantAndY { return [word.dropLast() + "ies"] }
        if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return [word + "es"] }
        return word.hasSuffix("o") ? [word + "es", word + "s"] : [word + "s"]
    }

    func with(_ ending: EnglishEnding) -> Set<String> {
        guard ending != .s else { return withS }
        if ending == .ing, word.hasSuffix("ie") { return [word.dropLast(2) + "ying"] }
        if word.hasSuffix("e") {
            let keepsE = ending == .ing && (word == "be" || ["ee", "oe", "ye"].contains(where: word.hasSuffix))
            return [(keepsE ? word : String(word.dropLast())) + ending.rawValue]
        }
        if endsInConsonantAndY, ending != .ing { return [word.dropLast() + "i" + ending.rawValue] }
        guard let last = word.last, endsInOneVowelAndConsonant else { return [word + ending.rawValue] }
        let doubled = word + String(last) + ending.rawValue
        // In longer words it is told by the stress, which nobody wrote down: `visited`, `admitted`.
        return isOneSyllable && last != "s" ? [doubled] : [word + ending.rawValue, doubled]
    }

    private var isOneSyllable: Bool { syllables == 1 }

    /// Whether it is compared by endings: longer words are with `more` and `most`.
    var isShort: Bool { syllables <= 2 }

    /// Stretches of vowels, without a silent `e` at the end.
    private var syllables: Int {
        var count = 0
        var wasVowel = false
        for (index, letter) in word.utf8.enumerated() {
            let isVowel = "aeiouy".utf8.contains(letter) && !isConsonant(letter, at: index)
            let isSilent =
                letter == UInt8(ascii: "e") && index == word.utf8.count - 1 && count > 0 && !endsInConsonantAndLe
            if isVowel, !wasVowel, !isSilent { count += 1 }
            wasVowel = isVowel
        }
        return count
    }

    /// `y` at the beginning, `u` behind `q`.
    private func isConsonant(_ letter: UInt8, at index: Int) -> Bool {
        guard index > 0 else { return letter == UInt8(ascii: "y") }
        guard letter == UInt8(ascii: "u") else { return false }
        return word.utf8[word.utf8.index(word.startIndex, offsetBy: index - 1)] == UInt8(ascii: "q")
    }

    private var endsInConsonantAndLe: Bool {
        word.hasSuffix("le") && letters.dropLast(2).last.map { !isVowel($0) } ?? false
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
