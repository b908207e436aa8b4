/// What a person said, cut into words.
package struct Utterance: Sendable, Hashable {
    /// As it came, case and punctuation kept.
    package let text: String
    /// The words in order; punctuation between them is no word.
    package let tokens: [Token]
    /// Stretches that somebody has named before, such as what this very caller calls a usual order. Finders of entities know these, too.
    package var marks: [Mark] = []

    /// Words with a name and a value.
    package struct Mark: Sendable, Hashable {
        package let name: String
        package let words: Range<Int>
        package let value: String?

        package init(name: String, words: Range<Int>, value: String?) {
            self.name = name
            self.words = words
            self.value = value
        }
    }

    package init(text: String, tokens: [Token]) {
        self.text = text
        self.tokens = tokens
    }

    /// Cuts a text into words by the rules of `Tokenizer`, in time linear in its length.
    package init(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
        tokens = Tokenizer.tokens(of: text)
    }

    /// The text between two UTF-8 offsets of `text`, which must lie on the edges of scalars.
    package func text(from start: Int, to end: Int) -> String {
        let utf8 = text.utf8
        let first = utf8.index(utf8.startIndex, offsetBy: start)
        return String(text[first..<utf8.index(first, offsetBy: end - start)])
    }
}

/// One word, number or sign of an utterance.
package struct Token: Sendable, Hashable {
    /// Lower case, composed (NFC): what patterns are compared with.
    package let word: String
    /// UTF-8 bytes of `Utterance.text`.
    package let start: Int
    package let end: Int

    package init(word: String, start: Int, end: Int) {
        self.word = word
        self.start = start
        self.end = end
    }
}
