import JavaScriptTokens

/// Tells whether a value goes on in the next line, since a bracket of it is still open.
protocol BracketFollower {
    var isOpen: Bool { get }
    /// Where the outermost open bracket stands.
    var opener: Int? { get }

    /// Reads a stretch of one line and ends the line.
    mutating func read(_ bytes: ScriptBytes, _ start: Int, _ end: Int)
}

/// Follows brackets through JavaScript; those in texts, comments and regular expressions are none.
struct CodeBrackets: BracketFollower {
    private var scanner: JavaScriptScanner
    private var depth = 0
    private(set) var opener: Int?

    /// - Parameter bytes: those of the whole file.
    init(_ bytes: [UInt8], from start: Int) {
        scanner = JavaScriptScanner(bytes, from: start, to: start, as: .script)
    }

    var isOpen: Bool { depth > 0 }

    /// Lines are read in their order; what stands between two of them is read, too.
    mutating func read(_ bytes: ScriptBytes, _ start: Int, _ end: Int) {
        scanner.goOn(to: end)
        while let token = scanner.next() {
            switch token.kind {
            case .sign: read(bytes[token.start], at: token.start)
            case .templateHead: read(UInt8(ascii: "{"), at: token.end - 1)
            case .templateTail where !token.isUnclosed: read(UInt8(ascii: "}"), at: token.start)
            default: break
            }
        }
    }

    private mutating func read(_ sign: UInt8, at offset: Int) {
        switch sign {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            if depth == 0 { opener = offset }
            depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        default: break
        }
    }
}
