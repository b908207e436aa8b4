/// Names: of patterns and entities, and those given by `::`.
extension PatternReader {
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

    /// `$City.value`: not a part of what was matched, but one more word.
    mutating func reportMember(of name: String) {
        guard peek == UInt8(ascii: "."), case let member = letters(from: position + 1), !member.isEmpty else { return }
        report(.member(text(member), of: name), from: position, to: member.upperBound)
    }

    mutating func readEntity(into items: inout [Int]) {
        let start = position
        position += 1
        guard startsName(at: position) else { return report(.emptyEntity, from: start, to: position) }
        var name = readName(extra: Set(".-".utf8))
        while let last = name.last, last == "." || last == "-" { name.removeLast() }
        items.append(add(.entity(.recognized(name), alias: readAlias()), from: start))
    }
}
