import SourceText

/// Finds known words that differ from a heard one by little, as speech recognition and fingers mistake them.
///
/// Words of 5 letters or more, without digits and signs, may have one letter too many, too few, another or two of them swapped; from 8 letters on, two such
/// mistakes. Each word is filed under all texts that are left when as many letters are taken out, and a heard word is looked
/// up in the same way, so that the number of known words hardly matters.
struct NearWords: Sendable {
    static let shortestWord = 5
    static let shortestWithTwo = 8

    private let words: [[Unicode.Scalar]]
    /// Texts that are left, by their hash, with the numbers of their words; in the order of the hashes.
    private let rests: ContiguousArray<Rest>

    private struct Rest: Sendable {
        let hash: UInt64
        let word: Int32
    }

    init(_ table: WordTable) {
        words = (0..<table.count).map { Array(String(decoding: table.word($0), as: UTF8.self).unicodeScalars) }
        var rests: ContiguousArray<Rest> = []
        for (number, word) in words.enumerated() where word.count >= Self.shortestWord && Self.isSpelt(word) {
            Self.eachRest(of: word, mistakes: Self.mistakes(in: word)) {
                rests.append(Rest(hash: $0, word: Int32(number)))
            }
        }
        rests.sort { ($0.hash, $0.word) < ($1.hash, $1.word) }
        self.rests = rests
    }

    /// Whether it is made of letters, perhaps with hyphens and apostrophes inside: a number with another digit is another number.
    private static func isSpelt(_ word: [Unicode.Scalar]) -> Bool {
        word.indices.allSatisfy { index in
            let isInside = index > 0 && index < word.count - 1
            return isInside && (word[index] == "-" || word[index] == "'") || word[index].isLetterOrMark
        }
    }

    static func mistakes(in word: [Unicode.Scalar]) -> Int {
        word.count >= shortestWithTwo ? 2 : word.count >= shortestWord ? 1 : 0
    }

    /// The numbers of the nearest words, those with the fewest mistakes only.
    func nearest(to word: String) -> [Int] {
        let heard = Array(word.unicodeScalars)
        // A long word has many rests, and nobody says it.
        guard heard.count >= Self.shortestWord - 1, heard.count <= 40, Self.isSpelt(heard) else { return [] }
        var candidates: Set<Int32> = []
        Self.eachRest(of: heard, mistakes: Self.mistakes(in: heard) == 2 ? 2 : 1) { hash in
            var index = firstRest(hash)
            while index < rests.count, rests[index].hash == hash {
                candidates.insert(rests[index].word)
                index += 1
            }
        }
        let near = candidates.sorted().compactMap { number -> (Int, Int)? in
            let word = words[Int(number)]
            return EditDistance.between(word[...], heard[...], atMost: Self.mistakes(in: word)).map {
                (Int(number), $0)
            }
        }
        guard let fewest = near.map(\.1).min() else { return [] }
        return near.filter { $0.1 == fewest }.map(\.0)
    }

    private func firstRest(_ hash: UInt64) -> Int {
        var low = 0
        var high = rests.count
        while low < high {
            let middle = (low + high) / 2
            if rests[middle].hash < hash { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The word itself, and what is left of it without one or two of its letters.
    private static func eachRest(of word: [Unicode.Scalar], mistakes: Int, _ body: (UInt64) -> Void) {
        body(hash(word, without: -1, -1))
        for first in word.indices {
            body(hash(word, without: first, -1))
            guard mistakes > 1 else { continue }
            for second in word.indices where second > first { body(hash(word, without: first, second)) }
        }
    }

    private static func hash(_ word: [Unicode.Scalar], without first: Int, _ second: Int) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for (index, scalar) in word.enumerated() where index != first && index != second {
            hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01b3
        }
        return hash
    }
}
