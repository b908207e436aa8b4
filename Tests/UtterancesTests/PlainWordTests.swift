import Testing
import Utterances

struct PlainWordTests {
    /// Wherever the short way gives a word, the tokenizer gives the same one.
    @Test func agreesWithTheTokenizer() {
        var word = ""
        for scalar in Self.letters {
            word = String((word + String(scalar)).suffix(9))
            for text in [String(scalar), word] {
                var text = text
                guard let plain = text.withUTF8({ PlainWord.word($0) }) else { continue }
                #expect(Utterance(text).tokens == [Token(word: plain, start: 0, end: text.utf8.count)])
            }
        }
    }

    @Test(arguments: [("Call", "call"), ("ПЕРЕЗВОНИТЕ", "перезвоните"), ("Ёж_2", "еж_2"), ("Ђ", "ђ")])
    func lowersLatinAndCyrillic(_ written: String, _ word: String) {
        var written = written
        #expect(written.withUTF8 { PlainWord.word($0) } == word)
    }

    @Test(arguments: ["", "don't", "a b", "3,5", "é", "Ѡ", "a-b", "🙂", "か"])
    func leavesTheRestToTheTokenizer(_ text: String) {
        var text = text
        #expect(text.withUTF8 { PlainWord.word($0) } == nil)
    }

    private static let letters = (0x20...0x530).compactMap { Unicode.Scalar($0) }
}
