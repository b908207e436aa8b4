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
            switch text[offset] {
            case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5F: offset += 1
            case 0xD0: offset += 2
            case 0xD1 where offset + 1 < text.count && text[offset + 1] < 0xA0: offset += 2
            default: return false
            }
        }
        return offset == text.count
    }

    /// Writes the letter there in lower case and returns its length. Cyrillic capitals lie 32 or 80 before their small ones.
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
