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
        // Whether the last letter doubles is told by the stress, which nobody wrote down: `visited`, `admitted`.
        return [word + ending.rawValue, word + String(last) + ending.rawValue]
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
