/// Cuts a text into words, numbers and signs.
///
/// Words are runs of letters, marks and digits of any script. A hyphen or an apostrophe inside a word
/// belongs to it (`что-нибудь`, `o'clock`), except that English contractions are split as in the Penn
/// treebank (`don't` is `do n't`). Numbers keep one decimal sign, their thousands and a leading sign
/// (`3,5`, `1,000,000`, `-5`, `+7916`). Signs that bots list as words (`+ = % $`, emoji) are words of their own;
/// all other punctuation is dropped. Scripts without blanks are not cut further.
package struct Tokenizer {
    let scalars: [Unicode.Scalar]
    /// The UTF-8 offset at which each scalar begins, and the length of the text at the end.
    let offsets: [Int]
    var position = 0
    var tokens: [Token] = []
    /// The last scalar seen that is no blank; tells a minus from a dash.
    private var lastSolid: Unicode.Scalar?
    /// Up to here separators between digits do not join, as was found by looking ahead once.
    private var separatorsSplitUntil = 0

    /// The words of a text in order, with their places in its UTF-8.
    package static func tokens(of text: String) -> [Token] {
        var text = text
        if let tokens = text.withUTF8({ PlainText.tokens(of: $0) }) { return tokens }
        return carefulTokens(of: text)
    }

    /// The same by all rules, for texts that are not plain.
    static func carefulTokens(of text: String) -> [Token] {
        var tokenizer = Tokenizer(text)
        tokenizer.run()
        return tokenizer.tokens
    }

    private init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var offsets: [Int] = []
        offsets.reserveCapacity(scalars.count + 1)
        var offset = 0
        for scalar in scalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        self.offsets = offsets
    }

    func scalar(at index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    private mutating func run() {
        while let scalar = scalar(at: position) {
            let start = position
            if scalar.isPartOfWord {
                takeWord(from: start)
            } else if scalar.isHyphen {
                takeHyphen()
            } else if scalar.isApostrophe {
                takeLooseContraction()
            } else if scalar.isSign {
                takeSign()
            } else {
                position += 1
            }
            if !scalar.properties.isWhitespace { lastSolid = scalars[max(start, position - 1)] }
        }
    }

    // MARK: Words and numbers

    private mutating func takeWord(from start: Int) {
        let numberEnd = endOfNumber(from: position)
        position = max(numberEnd, position + 1)
        while let scalar = scalar(at: position), scalar.isPartOfWord || joinsWord(scalar, at: position) {
            position += 1
        }
        addWord(from: start, to: position)
    }

    /// Whether a hyphen or an apostrophe stands inside a word. Between two digits a hyphen is a minus or a dash.
    private func joinsWord(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
        guard scalar.isHyphen || scalar.isApostrophe, let next = self.scalar(at: index + 1), next.isPartOfWord,
            !next.isMark
        else { return false }
        let last = scalars[index - 1]
        guard last.isPartOfWord else { return false }
        return scalar.isHyphen ? !(last.isDigit && next.isDigit) : !last.isDigit && !next.isDigit
    }

    /// The end of a number that begins here, its separators included: `3,5` and `1.000.000` are one, `12.05.2020` is three.
    private mutating func endOfNumber(from start: Int) -> Int {
        let firstEnd = endOfDigits(from: start)
        guard firstEnd > start, firstEnd >= separatorsSplitUntil else { return firstEnd }
        var groups: [Int] = []
        var end = firstEnd
        while let separator = scalar(at: end), separator == "." || separator == "," {
            let groupEnd = endOfDigits(from: end + 1)
            guard groupEnd > end + 1 else { break }
            groups.append(groupEnd - end - 1)
            end = groupEnd
        }
        if groups.count == 1 || (firstEnd - start <= 3 && groups.allSatisfy { $0 == 3 }) { return end }
        separatorsSplitUntil = end
        return firstEnd
    }

    private func endOfDigits(from start: Int) -> Int {
        var end = start
        while let scalar = scalar(at: end), scalar.isDigit { end += 1 }
        return end
    }

    // MARK: Signs

    /// A minus belongs to the number after it (`-5`) or is a word between numbers (`5 - 3`); a dash between words is dropped.
    private mutating func takeHyphen() {
        let start = position
        position += 1
        if let next = scalar(at: position), next.isDigit {
            return opensWord(at: start) ? takeWord(from: start) : addSign(from: start, word: "-")
        }
        var index = position
        while let scalar = scalar(at: index), scalar.properties.isWhitespace { index += 1 }
        let next = scalar(at: index)
        if lastSolid == nil ? next?.isDigit ?? true : lastSolid!.isDigit && next?.isDigit == true {
            addSign(from: start, word: "-")
        }
    }

    private func opensWord(at index: Int) -> Bool {
        index == 0 || scalars[index - 1].properties.isWhitespace || scalars[index - 1].isOpening
    }

    /// A sign or an emoji with its modifiers; a plus belongs to the number that it opens (`+5`), between numbers it is a word (`2+3`).
    private mutating func takeSign() {
        let start = position
        if scalars[start] == "+", opensWord(at: start), scalar(at: start + 1)?.isDigit == true {
            position += 1
            return takeWord(from: start)
        }
        var word = String.UnicodeScalarView([scalars[start]])
        position += 1
        if scalars[start].isRegionalIndicator, let next = scalar(at: position), next.isRegionalIndicator {
            word.append(next)
            position += 1
        }
        while let scalar = scalar(at: position), scalar.extendsEmoji {
            let joins = scalar == "\u{200D}"
            if scalar != "\u{FE0F}" { word.append(scalar) }
            position += 1
            guard joins, let joined = self.scalar(at: position), joined.isSign else { continue }
            word.append(joined)
            position += 1
        }
        addSign(from: start, word: String(word))
    }

    private mutating func addSign(from start: Int, word: String) {
        tokens.append(Token(word: word, start: offsets[start], end: offsets[position]))
    }
}
