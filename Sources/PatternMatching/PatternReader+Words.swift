import Utterances

extension PatternReader {
    /// The elements at the current position; always moves on. A word like `don't` is two of them, a comma none.
    mutating func readAtoms() -> [Int] {
        let start = position
        switch bytes[position] {
        case UInt8(ascii: "("): return readGroup(closer: UInt8(ascii: ")")).map { [$0] } ?? []
        case UInt8(ascii: "["): return readGroup(closer: UInt8(ascii: "]")).map { [$0] } ?? []
        case UInt8(ascii: "{"): return readGroup(closer: UInt8(ascii: "}")).map { [$0] } ?? []
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            position += 1
            report(.unopened(bytes[start]), from: start, to: position)
            return []
        case UInt8(ascii: ":"):
            position += 1
            return []
        case UInt8(ascii: "~"): return readLemma()
        case UInt8(ascii: "@"): return readEntity()
        case UInt8(ascii: "$") where startsName(at: start + 1): return readNamed()
        default: return readRun()
        }
    }

    // MARK: Plain words

    /// Words and stars up to a blank or an operator. They are cut into tokens by the same rules as what people say.
    private mutating func readRun() -> [Int] {
        let start = position
        skipRun()
        guard bytes[start..<position].contains(UInt8(ascii: "*")) else { return readWords(from: start, to: position) }
        return readStarred(from: start, to: position)
    }

    private mutating func skipRun() {
        position += 1
        while let byte = peek, !isBlank(at: position), !Self.runEnds.contains(byte) {
            if byte == UInt8(ascii: "$"), startsName(at: position + 1) { return }
            position += 1
        }
    }

    private mutating func readWords(from start: Int, to end: Int) -> [Int] {
        let words = Utterance(text(start, end)).tokens
        let items = words.map { token in
            nodes.append(PatternNode(kind: .word(token.word), start: start + token.start, end: start + token.end))
            return nodes.count - 1
        }
        if words.count == 1, words[0].word == "-" { looseHyphens.insert(items[0]) }
        return items
    }

    /// `put*`, `*put*`, a free `*`, or several of them in one run where punctuation parts them (`да,нет*`).
    private mutating func readStarred(from start: Int, to end: Int) -> [Int] {
        var parts: [[String]] = [[""]]
        for (index, piece) in text(start, end).split(separator: "*", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { parts[parts.count - 1].append("") }
            let words = Utterance(String(piece)).tokens.map(\.word)
            guard let first = words.first else { continue }
            parts[parts.count - 1][parts[parts.count - 1].count - 1] = first
            parts += words.dropFirst().map { [$0] }
        }
        return parts.map { add(Self.kind(ofPieces: $0), from: start) }
    }

    private static func kind(ofPieces pieces: [String]) -> PatternNode.Kind {
        if pieces.allSatisfy(\.isEmpty) { return .garbage }
        return pieces.count == 1 ? .word(pieces[0]) : .part(WordPart(pieces: pieces))
    }

    private mutating func readLemma() -> [Int] {
        let start = position
        position += 1
        let wordStart = position
        if let byte = peek, !isBlank(at: position), !Self.runEnds.contains(byte) { skipRun() }
        let words = Utterance(text(wordStart, position)).tokens.map(\.word)
        if words.isEmpty { report(.emptyLemma, from: start, to: position) }
        return words.map { add(.lemma($0), from: start) }
    }

    // MARK: Names

    func startsName(at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        let byte = bytes[index]
        if byte < 0x80 { return byte == UInt8(ascii: "_") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) }
        let scalar = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
        return scalar?.properties.isAlphabetic ?? false
    }

    /// Letters, digits and underscores; what the name of an entity may have besides is passed in `extra`.
    mutating func readName(extra: Set<UInt8> = []) -> String {
        let start = position
        while let byte = peek {
            let isDigit = (0x30...0x39).contains(byte)
            guard isDigit || startsName(at: position) || (byte >= 0x80 && byte < 0xC0) || extra.contains(byte) else {
                break
            }
            position += 1
        }
        return text(start, position)
    }

    /// The alias after `::`, if any.
    mutating func readAlias() -> String? {
        guard peek == UInt8(ascii: ":"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: ":") else {
            return nil
        }
        guard startsName(at: position + 2) else { return nil }
        position += 2
        return readName()
    }

    private mutating func readEntity() -> [Int] {
        let start = position
        position += 1
        guard startsName(at: position) else { return [] }
        var name = readName(extra: Set(".-".utf8))
        while let last = name.last, last == "." || last == "-" { name.removeLast() }
        return [add(.entity(.recognized(name), alias: readAlias()), from: start)]
    }

    private static let runEnds = Set("()[]{}|/:".utf8)
}
