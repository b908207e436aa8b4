import Glibc
import Utterances

/// The words of a made-up workload: the most frequent first, each with its forms.
struct MadeVocabulary: WordForms {
    let words: [String]
    /// All forms of all words, in order.
    let allForms: [String]
    private let formsOfWord: [String: [String]]

    init(words: [String], forms: (String) -> [String]) {
        self.words = words
        formsOfWord = Dictionary(uniqueKeysWithValues: words.map { ($0, forms($0)) })
        allForms = Set(formsOfWord.values.joined()).sorted()
    }

    func forms(of lemma: String) -> [String] { formsOfWord[lemma] ?? Self.madeForms(of: lemma) }

    static let endings = ["", "s", "ed", "ing"]

    static func madeForms(of lemma: String) -> [String] { endings.map { lemma + $0 } }

    /// Words of syllables that nobody says, with the forms `-`, `-s`, `-ed`, `-ing`.
    static func syllables(count: Int = 3000, using random: inout Chance) -> MadeVocabulary {
        var seen: Set<String> = []
        var words: [String] = []
        while words.count < count {
            let size = words.count < 300 ? 2 : random.pick([2, 3, 3, 4])
            var word = (0..<size).map { _ in String(random.pick(consonants)) + String(random.pick(vowels)) }.joined()
            if random.share() < 0.5 { word.append(random.pick(finals)) }
            let forms = madeForms(of: word)
            guard seen.isDisjoint(with: forms) else { continue }
            seen.formUnion(forms)
            words.append(word)
        }
        return MadeVocabulary(words: words, forms: madeForms)
    }

    private static let consonants = Array("bdfgklmnprstvz")
    private static let vowels = Array("aeiou")
    private static let finals = Array("klmnrt")

    func forms(beginningWith stem: String) -> ArraySlice<String> {
        var (low, high) = (0, allForms.count)
        while low < high {
            let middle = (low + high) / 2
            if allForms[middle] < stem { low = middle + 1 } else { high = middle }
        }
        return allForms[low...].prefix { $0.hasPrefix(stem) }
    }
}

/// Picks words so that the first ones come often and the last ones seldom.
struct ZipfPicker {
    private let words: ArraySlice<String>
    private var sums: [Double] = []

    init(_ words: ArraySlice<String>, exponent: Double, shift: Double = 2) {
        self.words = words
        var sum = 0.0
        for number in words.indices {
            sum += 1 / pow(Double(number - words.startIndex + 1) + shift, exponent)
            sums.append(sum)
        }
    }

    func pick(using random: inout Chance) -> String {
        let wanted = random.share() * sums[sums.count - 1]
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return words[words.startIndex + low]
    }
}

/// Chance that is the same in every run (SplitMix64).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// From 0 to below 1.
    mutating func share() -> Double { Double.random(in: 0..<1, using: &self) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func pick<Item>(_ items: some RandomAccessCollection<Item>) -> Item {
        items[items.index(items.startIndex, offsetBy: Int.random(in: 0..<items.count, using: &self))]
    }
}
