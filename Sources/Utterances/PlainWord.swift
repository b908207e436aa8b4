/// Words that need none of the tokenizer's rules: most of what stands in patterns and most of what people say.
package enum PlainWord {
    /// The one word of this UTF-8 text, if it is nothing but Latin letters, digits, underscores and Russian letters.
    ///
    /// It is then the word that `Tokenizer` finds, in lower case, only sooner.
    package static func word(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        guard !text.isEmpty, isPlain(text) else { return nil }
        return String(unsafeUninitializedCapacity: text.count) { word in
            var offset = 0
            while offset < text.count { offset += lower(text, at: offset, into: word) }
            return text.count
        }
    }

    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var offset = 0
        while offset < text.count {
            guard let length = lengthOfLetter(text, at: offset) else { return false }
            offset += length
        }
        return true
    }

    /// The bytes of the plain letter there, nil when there is none.
    static func lengthOfLetter(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
        switch text[offset] {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5F: 1
        case 0xD0 where offset + 1 < text.count: 2
        case 0xD1 where offset + 1 < text.count && text[offset + 1] < 0xA0: 2
        default: nil
        }
    }

    /// Writes the letter there in lower case and returns its length. Cyrillic capitals lie 32 or 80 before their small ones;
    /// `ё` is `е`.
    private static func lower(
        _ text: UnsafeBufferPointer<UInt8>, at offset: Int, into word: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        let byte = text[offset]
        guard byte >= 0x80 else {
            word[offset] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            return 1
        }
        let next = text[offset + 1]
        let (lead, trail): (UInt8, UInt8) =
            switch (byte, next) {
            case (0xD0, 0x81), (0xD1, 0x91): (0xD0, 0xB5)
            case (0xD0, 0x80...0x8F): (0xD1, next + 0x10)
            case (0xD0, 0x90...0x9F): (0xD0, next + 0x20)
            case (0xD0, 0xA0...0xAF): (0xD1, next - 0x20)
            default: (byte, next)
            }
        word[offset] = lead
        word[offset + 1] = trail
        return 2
    }
}

/// Phrases of plain words with blanks and the signs `,.!?;:` between them: most of what people say.
enum PlainText {
    /// The words of this UTF-8 text as `Tokenizer` finds them, nil when some of its rules may have a say.
    static func tokens(of text: UnsafeBufferPointer<UInt8>) -> [Token]? {
        var tokens: [Token] = []
        tokens.reserveCapacity(text.count / 8 + 2)
        var offset = 0
        while offset < text.count {
            let start = offset
            while offset < text.count, let length = PlainWord.lengthOfLetter(text, at: offset) { offset += length }
            if offset > start {
                guard let word = PlainWord.word(UnsafeBufferPointer(rebasing: text[start..<offset])) else { return nil }
                tokens.append(Token(word: word, start: start, end: offset))
            } else {
                guard isPlainSign(text, at: offset) else { return nil }
                offset += 1
            }
        }
        return tokens
    }

    /// A blank, or a sign that is no part of a number.
    private static func isPlainSign(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        switch text[offset] {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: ":"): true
        case UInt8(ascii: ","), UInt8(ascii: "."): offset == 0 || !(0x30...0x39).contains(text[offset - 1])
        default: false
        }
    }
}
