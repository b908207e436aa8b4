import Utterances

extension PatternReader {
    /// The elements at the current position; always moves on. A word like `don't` is two of them, a comma none.
    mutating func readAtoms(into items: inout [Int]) {
        switch bytes[position] {
        case UInt8(ascii: "("): readGroup(.round, into: &items)
        case UInt8(ascii: "["): readGroup(.square, into: &items)
        case UInt8(ascii: "{"): readGroup(.curly, into: &items)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): skipUnopened()
        case UInt8(ascii: ":"): position += 1
        case UInt8(ascii: "~"): items += readLemma()
        case UInt8(ascii: "@"): readEntity(into: &items)
        case UInt8(ascii: "$") where startsReference(at: position): items.append(readNamed())
        default: readRun(into: &items)
        }
    }

    // MARK: Plain words

    /// Words and stars up to a blank or an operator. They are cut into tokens by the same rules as what people say.
    private mutating func readRun(into items: inout [Int]) {
        let start = position
        let hasStar = skipRun()
        if let sign = signOfExpression(in: start..<position) {
            reportOnce(.bareExpression(sign), from: start, to: position)
        }
        wordEnd = position
        if hasStar { return readStarred(from: start, to: position, into: &items) }
        if let word = plainWord(from: start, to: position) { return items.append(add(.word(word), from: start)) }
        readWords(from: start, to: position, into: &items)
    }

    /// What only a regular expression would have: `\d`, `^yes`, `yes$`.
    private func signOfExpression(in run: Range<Int>) -> UInt8? {
        let (first, last) = (bytes[run.lowerBound], bytes[run.upperBound - 1])
        if first == UInt8(ascii: "^"), run.count > 1 { return first }
        if last == UInt8(ascii: "$"), !letters(before: run.upperBound - 1).clamped(to: run).isEmpty { return last }
        return bytes[run].contains(UInt8(ascii: "\\")) ? UInt8(ascii: "\\") : nil
    }

    /// Whether there is a star in what was passed over.
    @discardableResult
    private mutating func skipRun() -> Bool {
        var hasStar = bytes[position] == UInt8(ascii: "*")
        var index = position + 1
        while index < bytes.count, !isBlank(at: index), !Self.endsRun(bytes[index]) {
            if bytes[index] == UInt8(ascii: "$"), startsReference(at: index) { break }
            if bytes[index] == UInt8(ascii: "*") { hasStar = true }
            index += 1
        }
        position = index
        return hasStar
    }

    private func plainWord(from start: Int, to end: Int) -> String? {
        bytes.withUnsafeBufferPointer { PlainWord.word(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    private mutating func readWords(from start: Int, to end: Int, into items: inout [Int]) {
        let words = Utterance(text(start, end)).tokens
        for token in words {
            nodes.append(PatternNode(kind: .word(token.word), start: start + token.start, end: start + token.end))
            items.append(nodes.count - 1)
        }
        if words.count == 1, words[0].word == "-" { looseHyphens.insert(nodes.count - 1) }
    }

    /// `put*`, `*put*`, a free `*`, or several of them in one run where punctuation parts them (`да,нет*`).
    private mutating func readStarred(from start: Int, to end: Int, into items: inout [Int]) {
        if end == start + 1 { return items.append(add(.garbage, from: start)) }
        var parts: [[String]] = [[""]]
        var pieceStart = start
        while true {
            let pieceEnd = bytes[pieceStart..<end].firstIndex(of: UInt8(ascii: "*")) ?? end
            addPiece(from: pieceStart, to: pieceEnd, to: &parts)
            guard pieceEnd < end else { break }
            parts[parts.count - 1].append("")
            pieceStart = pieceEnd + 1
        }
        for part in parts { items.append(add(Self.kind(ofPieces: part), from: start)) }
    }

    /// The first word of what stands between two stars belongs to the part before it.
    private func addPiece(from start: Int, to end: Int, to parts: inout [[String]]) {
        guard start < end else { return }
        let last = parts.count - 1
        if let word = plainWord(from: start, to: end) {
            parts[last][parts[last].count - 1] = word
            return
        }
        let words = wordsWithHyphens(from: start, to: end)
        guard let first = words.first else { return }
        parts[last][parts[last].count - 1] = first
        parts += words.dropFirst().map { [$0] }
    }

    /// The words between two stars; a hyphen beside a star belongs to the word that the star stands for: `что-*`, `*-то`.
    private func wordsWithHyphens(from start: Int, to end: Int) -> [String] {
        var words = Utterance(text(start, end)).tokens.map(\.word)
        let hyphen = UInt8(ascii: "-")
        let opens = bytes[start] == hyphen && isStar(at: start - 1)
        let closes = bytes[end - 1] == hyphen && isStar(at: end)
        if end == start + 1 { return opens && closes ? ["-"] : words }
        if opens, !words.isEmpty { words[0] = "-" + words[0] }
        if closes, !words.isEmpty { words[words.count - 1] += "-" }
        return words
    }

    private func isStar(at index: Int) -> Bool { bytes.indices.contains(index) && bytes[index] == UInt8(ascii: "*") }

    private static func kind(ofPieces pieces: [String]) -> PatternNode.Kind {
        if pieces.allSatisfy(\.isEmpty) { return .garbage }
        return pieces.count == 1 ? .word(pieces[0]) : .part(WordPart(pieces: pieces))
    }

    private mutating func readLemma() -> [Int] {
        let start = position
        position += 1
        let wordStart = position
        var hasStar = false
        if let byte = peek, !isBlank(at: position), !Self.endsRun(byte), byte != UInt8(ascii: "$") {
            hasStar = skipRun()
        }
        let words = Utterance(text(wordStart, position)).tokens.map(\.word)
        let isBeforeGroup = peek.map { closer(of: $0) != nil } ?? false
        if words.isEmpty { report(.emptyLemma(isBeforeGroup: isBeforeGroup), from: start, to: position) }
        if hasStar, !words.isEmpty { report(.starredLemma, from: start, to: position) }
        return words.map { add(.lemma($0), from: start) }
    }

    static func endsRun(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
