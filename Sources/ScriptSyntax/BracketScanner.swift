/// Follows brackets and quotes through data, so that a value may go on until the last bracket is closed.
struct BracketScanner: BracketFollower {
    private var depth = 0
    private(set) var opener: Int?
    /// Where the first string stands that its line does not close.
    private(set) var quoteLeftOpen: Int?
    private var quote: UInt8 = 0
    private var quoteStart = 0
    private var isEscaped = false

    var isOpen: Bool { depth > 0 }
    var isInQuotes: Bool { quote != 0 }

    mutating func read(_ byte: UInt8, at offset: Int) {
        guard quote == 0 else {
            if !isEscaped, byte == quote { quote = 0 }
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            return
        }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
            quote = byte
            quoteStart = offset
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            if depth == 0 { opener = offset }
            depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        default: break
        }
    }

    /// A string does not go on in the next line, except in backquotes.
    mutating func endLine() {
        isEscaped = false
        guard quote != UInt8(ascii: "`"), quote != 0 else { return }
        quoteLeftOpen = quoteLeftOpen ?? quoteStart
        quote = 0
    }

    mutating func read(_ bytes: ScriptBytes, _ start: Int, _ end: Int) {
        for offset in start..<max(start, end) { read(bytes[offset], at: offset) }
        endLine()
    }
}
