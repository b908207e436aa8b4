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
        if bytes[start..<position].contains(UInt8(ascii: "\\")) { reportOnce(.backslash, from: start, to: position) }
        wordEnd = position
        if hasStar { return readStarred(from: start, to: position, into: &items) }
        if let word = plainWord(from: start, to: position) { return items.append(add(.word(word), from: start)) }
        readWords(from: start, to: position, into: &items)
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
        guard bytes[start..<end].contains(where: { $0 != hyphen }) else { return ["-"] }
        if bytes[start] == hyphen, isStar(at: start - 1), !words.isEmpty { words[0] = "-" + words[0] }
        if bytes[end - 1] == hyphen, isStar(at: end), !words.isEmpty { words[words.count - 1] += "-" }
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
        if let byte = peek, !isBlank(at: position), !Self.endsRun(byte) { hasStar = skipRun() }
        let words = Utterance(text(wordStart, position)).tokens.map(\.word)
        if words.isEmpty { report(.emptyLemma, from: start, to: position) }
        if hasStar, !words.isEmpty { report(.starredLemma, from: start, to: position) }
        return words.map { add(.lemma($0), from: start) }
    }

    // MARK: Names

    /// Whether `$` begins a name there. Names may begin with a digit; `$2.50` and `$1,000` are amounts of money.
    func startsReference(at dollar: Int) -> Bool {
        guard startsName(at: dollar + 1) else { return false }
        let end = bytes[(dollar + 1)...].firstIndex { !Self.isDigit($0) } ?? bytes.count
        guard end > dollar + 1, end + 1 < bytes.count else { return true }
        let isSeparator = bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ",")
        return !(isSeparator && Self.isDigit(bytes[end + 1]))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Letters, digits and underscores, as those of names.
    func startsName(at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        let byte = bytes[index]
        if byte < 0x80 {
            return byte == UInt8(ascii: "_") || Self.isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
        }
        let scalar = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
        return scalar?.properties.isAlphabetic ?? false
    }

    /// Letters, digits and underscores; what the name of an entity may have besides is passed in `extra`.
    mutating func readName(extra: Set<UInt8> = []) -> String {
        let start = position
        while let byte = peek {
            guard startsName(at: position) || (byte >= 0x80 && byte < 0xC0) || extra.contains(byte) else { break }
            position += 1
        }
        return text(start, position)
    }

    /// The alias after `::`, if any. Blanks around it do no harm: `$City :: Home`.
    mutating func readAlias() -> String? {
        let colons = skippedBlanks(from: position)
        guard colons + 1 < bytes.count, bytes[colons] == UInt8(ascii: ":"), bytes[colons + 1] == UInt8(ascii: ":")
        else { return nil }
        let name = skippedBlanks(from: colons + 2)
        guard startsName(at: name) else { return nil }
        position = name
        return readName()
    }

    private mutating func readEntity(into items: inout [Int]) {
        let start = position
        position += 1
        guard startsName(at: position) else { return report(.emptyEntity, from: start, to: position) }
        var name = readName(extra: Set(".-".utf8))
        while let last = name.last, last == "." || last == "-" { name.removeLast() }
        items.append(add(.entity(.recognized(name), alias: readAlias()), from: start))
    }

    private static func endsRun(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
