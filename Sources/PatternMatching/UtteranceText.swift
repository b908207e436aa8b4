import Utterances

/// The text of an utterance as regular expressions see it: words with the punctuation around them.
struct UtteranceText {
    private let utterance: Utterance
    private let bytes: [UInt8]
    /// All of it without the blanks around.
    let trimmed: Range<Int>

    init(_ utterance: Utterance) {
        self.utterance = utterance
        bytes = Array(utterance.text.utf8)
        trimmed = Self.trim(0..<bytes.count, of: bytes)
    }

    /// The ways to read words as a text for an expression: with and without the punctuation attached to them.
    static let readings = 0..<4

    /// The text of a way to read words; `nil` for one that is the same as the first.
    func range(_ reading: Int, from start: Int, to end: Int) -> Range<Int>? {
        let (first, last) = (utterance.tokens[start].start, utterance.tokens[end - 1].end)
        guard reading > 0 else { return first..<last }
        let trail = last + attached(after: end - 1)
        let lead = first - attached(before: start)
        let range = (reading == 3 ? first : lead)..<(reading == 2 ? last : trail)
        return range == first..<last ? nil : range
    }

    /// Whether an expression may match a text that begins with a word, or with the punctuation attached to it.
    func mayBegin(_ expression: RegularExpression, at start: Int) -> Bool {
        let first = utterance.tokens[start].start
        let lead = first - attached(before: start)
        return expression.mayBegin(with: bytes[first]) || lead < first && expression.mayBegin(with: bytes[lead])
    }

    /// Whether an expression may match any run of words from that one on.
    func mayOpen(
        _ expression: RegularExpression, at start: Int, using scratch: RegularExpression.Scratch
    ) -> Bool {
        let first = utterance.tokens[start].start
        let lead = first - attached(before: start)
        let starts = lead < first ? [first, lead] : [first]
        return bytes.withUnsafeBufferPointer { bytes in
            starts.contains { expression.mayOpen(UnsafeBufferPointer(rebasing: bytes[$0...]), using: scratch) }
        }
    }

    /// The punctuation before a word (after the last word: the rest), without the blanks around it.
    func punctuation(before index: Int) -> Range<Int> { Self.trim(range(before: index), of: bytes) }

    /// The entire text without its final punctuation, unless nothing would be left.
    var withoutFinalPunctuation: Range<Int> {
        guard let last = utterance.tokens.last else { return trimmed }
        let closing = gap(before: utterance.tokens.count).prefix { Self.closing.contains($0) }
        return trimmed.lowerBound..<max(last.end, last.end + closing.count)
    }

    /// What the whole match says: case kept, final punctuation dropped.
    var spoken: String { text(in: withoutFinalPunctuation) }

    func text(in range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func judge(
        _ range: Range<Int>, by expression: RegularExpression, using scratch: RegularExpression.Scratch
    ) -> RegularExpression.Verdict {
        bytes.withUnsafeBufferPointer { expression.judge(UnsafeBufferPointer(rebasing: $0[range]), using: scratch) }
    }

    // MARK: Gaps between words

    private func range(before index: Int) -> Range<Int> {
        let tokens = utterance.tokens
        let start = index == 0 ? 0 : tokens[index - 1].end
        return start..<(index == tokens.count ? bytes.count : tokens[index].start)
    }

    private func gap(before index: Int) -> ArraySlice<UInt8> { bytes[range(before: index)] }

    private func attached(before word: Int) -> Int { gap(before: word).reversed().prefix { !Self.isBlank($0) }.count }

    private func attached(after word: Int) -> Int { gap(before: word + 1).prefix { !Self.isBlank($0) }.count }

    /// Brackets and quotation marks stay: they may close what was opened among the words.
    private static let closing = Set(")]}\"'".utf8)

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func trim(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
        guard let first = range.first(where: { !isBlank(bytes[$0]) }),
            let last = range.last(where: { !isBlank(bytes[$0]) })
        else { return range.lowerBound..<range.lowerBound }
        return first..<(last + 1)
    }
}
