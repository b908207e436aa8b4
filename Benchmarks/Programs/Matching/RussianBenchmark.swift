import Foundation
import PatternMatching
import Utterances

/// A Russian bot in which every word stands for all its forms, with words of the real dictionary.
func benchRussian(words folder: String) throws {
    guard let dictionary = RussianDictionary(folder: folder) else {
        print("\nRussian: there is no word data in \(folder); run `make deps` first")
        return
    }
    var chance = Chance(seed: RuleWorkload.seed)
    let lemmas = dictionary.lemmas(3000, using: &chance)
    let lexicon = Lexicon(russian: { [words = dictionary.words] in words })
    let vocabulary = MadeVocabulary(words: lemmas) { lexicon.forms(of: $0) }
    let forms = vocabulary.words.reduce(0) { $0 + vocabulary.forms(of: $1).count }
    let workload = RuleWorkload(inflected: vocabulary, rules: 3_000)
    print("\n\(lemmas.count) Russian words with \(forms) forms, such as \(lemmas.prefix(5).joined(separator: ", "))")
    let speed = MatchBenchmark(workload, forms: lexicon).run()
    showBar("50,000 phrases/s", speed >= 50_000)
}

/// The files of Russian words, read to draw words from them.
struct RussianDictionary {
    let words: RussianWords
    private let graph: UnsafeRawBufferPointer

    init?(folder: String) {
        func bytes(_ name: String) -> UnsafeRawBufferPointer? {
            guard let data = FileManager.default.contents(atPath: folder + "/ru/" + name) else { return nil }
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 8)
            data.copyBytes(to: copy)
            return UnsafeRawBufferPointer(copy)
        }
        guard let graph = bytes("words.dawg"), let paradigms = bytes("paradigms.array"),
            let endings = bytes("suffixes.json"),
            let words = RussianWords(
                words: FileBytes(graph), paradigms: FileBytes(paradigms), endings: FileBytes(endings))
        else { return nil }
        self.graph = graph
        self.words = words
    }

    /// Dictionary words by chance, each once, with at least four letters and four forms.
    func lemmas(_ count: Int, using chance: inout Chance) -> [String] {
        let lexicon = Lexicon(russian: { [words] in words })
        var lemmas: [String] = []
        var seen: Set<String> = []
        while lemmas.count < count {
            let word = word(using: &chance)
            guard word.count >= 4, word.count <= 12, isLemma(word), lexicon.forms(of: word).count >= 4 else { continue }
            if seen.insert(word).inserted { lemmas.append(word) }
        }
        return lemmas
    }

    // MARK: The graph

    /// Follows letters by chance until a word may end.
    private func word(using chance: inout Chance) -> String {
        var (node, word) = (0, "")
        while true {
            let ways = Self.letters.compactMap { letter in follow(letter.utf8, from: node).map { (letter, $0) } }
            let mayEnd = follow([1], from: node) != nil
            if mayEnd, ways.isEmpty || chance.share() < 0.3 { return word }
            guard !ways.isEmpty else { return "" }
            let (letter, next) = chance.pick(ways)
            word += letter
            node = next
        }
    }

    /// Whether one of the entries behind the word is the first form of its paradigm: the last two of its four bytes, which
    /// stand there as six letters of six bits, are zero.
    private func isLemma(_ word: String) -> Bool {
        guard let entry = follow(Array(word.utf8) + [1], from: 0) else { return false }
        var places = [entry]
        for step in 0..<6 {
            let letters = step < 2 ? Self.base64 : step == 2 ? Self.base64.filter { $0 % 4 == 0 } : [0]
            places = places.flatMap { place in letters.compactMap { follow([Self.signs[$0]], from: place) } }
        }
        return !places.isEmpty
    }

    private func follow(_ bytes: some Sequence<UInt8>, from node: Int) -> Int? {
        var node = node
        for byte in bytes {
            let unit = unit(node)
            let next = node ^ Int((unit >> 10) << ((unit & (1 << 9)) >> 6)) ^ Int(byte)
            guard self.unit(next) & (1 << 31 | 0xFF) == UInt32(byte) else { return nil }
            node = next
        }
        return node
    }

    private func unit(_ index: Int) -> UInt32 {
        let offset = 4 + 4 * index
        guard index >= 0, offset + 4 <= graph.count else { return 0 }
        return UInt32(littleEndian: graph.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    private static let letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя".map(String.init)
    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let base64 = Array(0..<64)
}
