extension Tokenizer {
    /// Adds a word, or the parts of an English contraction: `couldn't've` is `could n't 've`.
    mutating func addWord(from start: Int, to end: Int) {
        let word = Normalizer.word(scalars[start..<end])
        guard word.utf8.contains(UInt8(ascii: "'")) else { return add(word, from: start, to: end) }
        var cuts: [Int] = []
        var stemEnd = end
        while let cut = contraction(endingAt: stemEnd, from: start) {
            cuts.append(cut)
            stemEnd = cut
        }
        var partStart = start
        for cut in cuts.reversed() + [end] {
            add(Normalizer.word(scalars[partStart..<cut]), from: partStart, to: cut)
            partStart = cut
        }
    }

    private mutating func add(_ word: String, from start: Int, to end: Int) {
        tokens.append(Token(word: word, start: offsets[start], end: offsets[end]))
    }

    /// Where the last contracted part of a word begins, or nil when there is none after a stem.
    private func contraction(endingAt end: Int, from start: Int) -> Int? {
        for length in [3, 2] where end - length > start && endsInLatinLetter(start..<end - length) {
            let part = Normalizer.word(scalars[end - length..<end])
            if part == "n't" || Self.suffixes.contains(part) { return end - length }
        }
        return nil
    }

    private func endsInLatinLetter(_ stem: Range<Int>) -> Bool {
        scalars[stem].last { !$0.isMark }?.isLatinLetter ?? false
    }

    /// A contracted part written apart, as patterns do: `it 's`, `do n't` (the latter is an ordinary word).
    mutating func takeLooseContraction() {
        let start = position
        position += 1
        guard start == 0 || !scalars[start - 1].isPartOfWord else { return }
        for length in [2, 3] {
            let end = start + length
            guard end <= scalars.count, scalar(at: end).map({ !$0.isPartOfWord && !$0.isApostrophe }) ?? true else {
                continue
            }
            guard Self.suffixes.contains(Normalizer.word(scalars[start..<end])) else { continue }
            position = end
            return add(Normalizer.word(scalars[start..<end]), from: start, to: end)
        }
    }

    private static let suffixes: Set<String> = ["'s", "'re", "'ve", "'ll", "'d", "'m"]
}
