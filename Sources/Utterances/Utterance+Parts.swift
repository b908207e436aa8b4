extension Utterance {
    /// The same with words of several parts cut into these: `пин-код` is `пин код`, `200км` is `200 км`; `nil` when there are none.
    ///
    /// Patterns may ask for either reading.
    package var parted: Utterance? {
        guard tokens.contains(where: \.mayHaveParts) else { return nil }
        var parts: [Token] = []
        var firsts: [Int] = []
        for token in tokens {
            firsts.append(parts.count)
            if token.mayHaveParts { parts += self.parts(of: token) } else { parts.append(token) }
        }
        guard parts.count > tokens.count else { return nil }
        firsts.append(parts.count)
        var parted = Utterance(text: text, tokens: parts)
        parted.marks = marks.map { mark in
            let words = firsts[mark.words.lowerBound]..<firsts[mark.words.upperBound]
            return Mark(name: mark.name, words: words, value: mark.value)
        }
        return parted
    }

    /// What stands between the hyphens of a word, a number apart from the letters behind it.
    private func parts(of token: Token) -> [Token] {
        let scalars = Array(text(from: token.start, to: token.end).unicodeScalars)
        // A sign before a number belongs to it.
        let pieces = scalars.indices.split { $0 > 0 && scalars[$0].isHyphen }
        guard let last = pieces.last, last.upperBound == scalars.count else { return [token] }
        let words = pieces.flatMap { piece in
            Self.endOfNumber(in: scalars[piece]).map { [piece.lowerBound..<$0, $0..<piece.upperBound] } ?? [piece]
        }
        guard words.count > 1 else { return [token] }
        return words.map { word in
            let start = token.start + scalars[..<word.lowerBound].reduce(0) { $0 + UTF8.width($1) }
            let end = start + scalars[word].reduce(0) { $0 + UTF8.width($1) }
            return Token(word: Normalizer.word(scalars[word]), start: start, end: end)
        }
    }

    /// Where the number ends that begins a word, if nothing but letters follows: `200км`.
    private static func endOfNumber(in word: ArraySlice<Unicode.Scalar>) -> Int? {
        guard word.first?.isDigit == true, let end = word.firstIndex(where: \.isLetterOrMark),
            word[end...].allSatisfy(\.isLetterOrMark), !word[end].isMark
        else { return nil }
        return end
    }
}

extension Token {
    /// Whether a hyphen is in it, or it begins with a digit and ends with a letter.
    fileprivate var mayHaveParts: Bool {
        let scalars = word.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return false }
        return first.isDigit && last.isLetterOrMark || scalars.dropFirst().contains(where: \.isHyphen)
    }
}
