import JavaScriptTokens

/// Finds the lines of JavaScript that begin or end inside a string: template literals, and strings whose line ends with
/// a backslash. Their blanks are part of what the script says.
///
/// A slash can begin a regular expression or divide; where that is in doubt and a quote follows, every line counts as
/// part of a string, so that nothing of the block moves.
struct StringsOverLines {
    private var starts: Set<Int> = []
    private var ends: Set<Int> = []
    private var isInDoubt = false
    private var line = 0
    /// Up to here no quote follows on the line.
    private var endWithoutQuote = 0

    init(_ code: String) {
        let bytes = Array(code.utf8)
        guard bytes.contains(UInt8(ascii: "`")) || bytes.contains(UInt8(ascii: "\\")) else { return }
        var scanner = JavaScriptScanner(bytes)
        var end = 0
        while let token = scanner.next(), !isInDoubt {
            pass(bytes[end..<token.start])
            if token.isDoubtful { isInDoubt = isQuoteAhead(of: token.start, in: bytes) }
            let inside = bytes[token.start..<token.end]
            if token.kind == .string || token.isTemplate { passText(inside) } else { pass(inside) }
            if token.isUnclosed, token.end == bytes.count, token.isTemplate { ends.insert(line) }
            end = token.end
        }
    }

    func coverStart(ofLine line: Int) -> Bool { isInDoubt || starts.contains(line) }

    func coverEnd(ofLine line: Int) -> Bool { isInDoubt || ends.contains(line) }

    private mutating func pass(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes where byte == UInt8(ascii: "\n") { line += 1 }
    }

    private mutating func passText(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes where byte == UInt8(ascii: "\n") {
            ends.insert(line)
            line += 1
            starts.insert(line)
        }
    }

    /// Whether a quote, or a comment that may hold one, stands in the rest of the line; the rest of a line is looked at once.
    private mutating func isQuoteAhead(of slash: Int, in bytes: [UInt8]) -> Bool {
        guard slash >= endWithoutQuote else { return false }
        let rest = bytes[slash...].prefix { $0 != UInt8(ascii: "\n") }
        endWithoutQuote = rest.endIndex
        return rest.contains { "\"'`".utf8.contains($0) }
            || zip(rest, rest.dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: "*") }
    }
}
