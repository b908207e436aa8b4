import Utterances

/// Texts that regular expressions accept, as far as they can be made up, to see what comes near to them.
struct ExpressionTexts: Sendable {
    struct Text: Sendable {
        let expression: Int32
        let text: String
        let letters: [Unicode.Scalar]
        /// How much may be wrong.
        let mostEdits: Int32
    }

    let texts: [Text]

    /// Of more expressions none is looked at.
    private static let mostExpressions = 64
    private static let attempts = 8
    private static let longest = 80

    init(_ expressions: [RegularExpression]) {
        guard expressions.count <= Self.mostExpressions else {
            texts = []
            return
        }
        texts = expressions.enumerated().flatMap { Self.texts(of: $1, Int32($0)) }
    }

    private static func texts(of expression: RegularExpression, _ number: Int32) -> [Text] {
        var chance = CountingChance()
        var known: Set<[Unicode.Scalar]> = []
        return (0..<attempts).compactMap { attempt in
            guard
                let text = ExpressionSampler.text(of: expression.source, isShort: attempt == 0, using: &chance)
            else { return nil }
            let letters = text.unicodeScalars.map(plain)
            guard !letters.isEmpty, letters.count <= longest, known.insert(letters).inserted else { return nil }
            // Digits are told from letters, so fewer of them have to be right.
            let most = letters.allSatisfy { $0 == "0" } ? letters.count - 1 : letters.count / 3
            return Text(expression: number, text: text, letters: letters, mostEdits: Int32(most))
        }
    }

    /// Small letters, and one digit for all.
    static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if (0x30...0x39).contains(scalar.value) { return "0" }
        let small = scalar.properties.lowercaseMapping.unicodeScalars
        return small.count == 1 ? small.first ?? scalar : scalar
    }
}

/// Always the same chance.
private struct CountingChance: RandomNumberGenerator {
    private var state: UInt64 = 0

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}

/// Words of a phrase that come near to what a regular expression accepts.
struct UnfitWords {
    struct Passage {
        let words: Range<Int32>
        /// The number of the text that they come near to.
        let text: Int32
        let edits: Int32
    }

    /// By the number of the expression.
    private(set) var passages: [Int32: [Passage]] = [:]

    /// Of a longer phrase the letters behind these are taken as they are.
    private static let mostLetters = 400

    init() {}

    init(_ utterance: Utterance, _ texts: ExpressionTexts) {
        guard !texts.texts.isEmpty else { return }
        let heard = Letters(utterance, most: Self.mostLetters)
        for (number, text) in texts.texts.enumerated() {
            for (words, edits) in heard.near(text.letters, atMost: text.mostEdits) {
                let passage = Passage(words: words, text: Int32(number), edits: edits)
                passages[text.expression, default: []].append(passage)
            }
        }
    }

    /// A phrase letter by letter, with the places where words begin and end.
    private struct Letters {
        private var letters: [Unicode.Scalar] = []
        /// For each place between letters the word that begins or has ended there, -1 for none.
        private var beginning: [Int32] = []
        private var ended: [Int32] = []

        init(_ utterance: Utterance, most: Int) {
            var byte = 0
            let starts = Dictionary(utterance.tokens.enumerated().map { ($1.start, Int32($0)) }) { first, _ in first }
            let ends = Dictionary(utterance.tokens.enumerated().map { ($1.end, Int32($0)) }) { _, last in last }
            for scalar in utterance.text.unicodeScalars.prefix(most) {
                letters.append(ExpressionTexts.plain(scalar))
                beginning.append(starts[byte] ?? -1)
                ended.append(ends[byte] ?? -1)
                byte += scalar.utf8.count
            }
            beginning.append(-1)
            ended.append(ends[byte] ?? -1)
        }

        /// Words that differ from a text by few letters.
        func near(_ text: [Unicode.Scalar], atMost most: Int32) -> [(words: Range<Int32>, edits: Int32)] {
            typealias Way = (edits: Int32, first: Int32)
            let none: Way = (Int32(1_000_000), -1)
            var found: [(words: Range<Int32>, edits: Int32)] = []
            var last = [Way](repeating: none, count: text.count + 1)
            for place in beginning.indices {
                var row = last
                row[0] = beginning[place] >= 0 ? (0, beginning[place]) : (last[0].edits + 1, last[0].first)
                for (number, letter) in text.enumerated() {
                    let left: Way = (row[number].edits + 1, row[number].first)
                    var best = left
                    if place > 0 {
                        let above: Way = (last[number + 1].edits + 1, last[number + 1].first)
                        let cost: Int32 = letter == letters[place - 1] ? 0 : 1
                        let across: Way = (last[number].edits + cost, last[number].first)
                        if across.edits <= best.edits { best = across }
                        if above.edits < best.edits { best = above }
                    }
                    row[number + 1] = best
                }
                let way = row[text.count]
                if ended[place] >= 0, way.first >= 0, way.first <= ended[place], way.edits <= most {
                    found.append((way.first..<ended[place] + 1, way.edits))
                }
                last = row
            }
            return found
        }
    }
}
