/// Values of elements (`one:1`), and names that stand where none can be given.
extension PatternReader {
    /// Gives the elements just read the value after them, if any: `one:1`, `(a|b) : 2`.
    mutating func readValue(of items: inout [Int], after count: Int, from start: Int) {
        guard items.count > count, let valueStart = startOfValue() else { return }
        let value = rangeOfValue(from: valueStart)
        guard !value.isEmpty else { return }
        if items.count == count + 1 { reportTime(items[count], value: value) }
        let element = items.count == count + 1 ? items[count] : add(.sequence(Array(items[count...])), from: start)
        items.removeSubrange(count...)
        items.append(add(.valued(element, text(value)), from: start))
    }

    /// The value that begins there, without its quotes if it has some (uncertain); moves behind it.
    private mutating func rangeOfValue(from start: Int) -> Range<Int> {
        let quote = UInt8(ascii: "\"")
        if bytes[start] == quote, let end = bytes[(start + 1)...].prefix(Self.longestQuote).firstIndex(of: quote) {
            position = end + 1
            return (start + 1)..<end
        }
        var end = start
        while end < bytes.count, !isBlank(at: end), !Self.endsValue(bytes[end]) { end += 1 }
        position = end
        return start..<end
    }

    private static let longestQuote = 1_000

    /// `20:30`, unless the value is the same number, or the same hour of the other half of the day: `8:08`, `8:20`.
    private mutating func reportTime(_ element: Int, value: Range<Int>) {
        guard case .word(let word) = nodes[element].kind, nodes[element].end + 1 == value.lowerBound else { return }
        let minutes = text(value.lowerBound, value.upperBound)
        guard let hour = Self.number(word, digits: 1...2, below: 24),
            let minute = Self.number(minutes, digits: 2...2, below: 60), minute != hour, minute != hour + 12
        else { return }
        report(.timeAsValue(word, minutes), from: nodes[element].start, to: value.upperBound)
    }

    private static func number(_ text: String, digits: ClosedRange<Int>, below limit: Int) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text).flatMap { $0 < limit ? $0 : nil }
    }

    /// Where a value begins; moves past a colon without one, which is mere punctuation.
    private mutating func startOfValue() -> Int? {
        var index = position
        while isBlank(at: index) { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
        position = index + 1
        index += 1
        while isBlank(at: index) { index += 1 }
        guard index < bytes.count, !Self.startsAtom(bytes[index]) else { return nil }
        return index
    }

    /// `::Name` behind what has no name, or without a name; what it says is passed over, for it is no word either.
    mutating func skipLooseAlias() {
        let colons = skippedBlanks(from: position)
        guard colons + 1 < bytes.count, bytes[colons] == UInt8(ascii: ":"), bytes[colons + 1] == UInt8(ascii: ":")
        else { return }
        let alias = readAlias()
        if alias == nil { position = colons + 2 }
        report(alias.map { .misplacedAlias($0) } ?? .emptyAlias, from: colons, to: position)
    }

    private static func endsValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    private static func startsAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "$"), UInt8(ascii: "@"),
            UInt8(ascii: "~"), UInt8(ascii: "*"), UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
