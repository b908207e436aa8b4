import Testing

@testable import Utterances

@Suite struct TokenizerPropertyTests {
    /// Any mixture of pieces: the words lie in order on scalar edges, and each word, said alone, stays what it is.
    @Test func randomText() {
        var seed: UInt64 = 7
        for _ in 0..<3_000 {
            let text = (0..<Int(next(&seed) % 9)).map { _ in Self.pieces[Int(next(&seed) % UInt64(Self.pieces.count))] }
                .joined()
            let utterance = Utterance(text)
            var last = 0
            for token in utterance.tokens {
                #expect(last <= token.start && token.start < token.end && token.end <= text.utf8.count)
                last = token.end
                #expect(!token.word.isEmpty)
                #expect(Utterance(token.word).tokens.map(\.word) == [token.word], "in \(text.debugDescription)")
            }
        }
    }

    /// The short way of plain phrases finds what all rules find.
    @Test func plainTexts() {
        var seed: UInt64 = 11
        var plain = 0
        let pieces = [
            "a", "Да", "ё", "5", "12", ".", ",", " ", " ", "!", "?", "_", "Ж", "ы", ":", ";", "\n", "-", "ѐ", "Ѡ",
        ]
        for _ in 0..<5_000 {
            var text = (0..<Int(next(&seed) % 9)).map { _ in pieces[Int(next(&seed) % UInt64(pieces.count))] }.joined()
            guard let tokens = text.withUTF8({ PlainText.tokens(of: $0) }) else { continue }
            plain += 1
            #expect(tokens == Tokenizer.carefulTokens(of: text), "in \(text.debugDescription)")
        }
        #expect(plain > 1_500)
    }

    private static let pieces = [
        "a", "Я", "n't", "'s", "'", "’", "-", "5", "12", ".", ",", " ", "  ", "+", "%", "$", "👍", "\u{FE0F}",
        "\u{200D}", "🏽",
        "🇷", "e\u{301}", "\u{301}", "/", "?", "\n", "_", "的", "\u{AD}x", "ё",
    ]

    private func next(_ seed: inout UInt64) -> UInt64 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return seed >> 33
    }
}
