/// Follows brackets and quotes through a text, so that a value may go on until the last bracket is closed.
struct BracketScanner {
    private(set) var depth = 0
    /// Where the outermost open bracket stands.
    private(set) var opener: Int?
    /// Where the first string stands that its line does not close.
    private(set) var quoteLeftOpen: Int?
    private var quote: UInt8 = 0
    private var quoteStart = 0
    private var isEscaped = false
    private let quotes: [UInt8]
    private let openers: [UInt8]
    private let closers: [UInt8]

    /// Brackets of JavaScript and JSON, with its quotes.
    static let script = BracketScanner(
        quotes: Array("\"'`".utf8), openers: Array("([{".utf8), closers: Array(")]}".utf8))
    /// Brackets of patterns, in which a quote means nothing.
    static let pattern = BracketScanner(quotes: [], openers: Array("([{<".utf8), closers: Array(")]}>".utf8))

    private init(quotes: [UInt8], openers: [UInt8], closers: [UInt8]) {
        self.quotes = quotes
        self.openers = openers
        self.closers = closers
    }

    var isOpen: Bool { depth > 0 }
    var isInQuotes: Bool { quote != 0 }

    mutating func read(_ byte: UInt8, at offset: Int) {
        if quote != 0 {
            if !isEscaped, byte == quote { quote = 0 }
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        } else if quotes.contains(byte) {
            quote = byte
            quoteStart = offset
        } else if openers.contains(byte) {
            if depth == 0 { opener = offset }
            depth += 1
        } else if closers.contains(byte), depth > 0 {
            depth -= 1
        }
    }

    /// A string does not go on in the next line, except in backquotes.
    mutating func endLine() {
        isEscaped = false
        guard quote != UInt8(ascii: "`"), quote != 0 else { return }
        quoteLeftOpen = quoteLeftOpen ?? quoteStart
        quote = 0
    }

    /// Reads a stretch of one line and ends the line.
    mutating func read(_ bytes: ScriptBytes, _ start: Int, _ end: Int) {
        for offset in start..<max(start, end) { read(bytes[offset], at: offset) }
        endLine()
    }
}
