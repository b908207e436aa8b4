// What a slash or a brace means after what stands before it, and how long a sign is.
extension JavaScriptScanner {
    /// Whether a slash begins a regular expression, if one is closed on the line.
    var beginsExpression: Bool {
        switch before {
        case .start, .operation, .statement, .condition, .block: true
        case .value, .dot, .object: false
        case .word: Self.beforeValues.contains(keyword)
        }
    }

    /// Whether a `{` begins an object; else a block, a function's or a class's body.
    var beginsObject: Bool {
        switch before {
        case .operation, .dot: true
        case .start, .value, .statement, .condition, .block, .object: false
        case .word: Self.beforeValues.contains(keyword) && keyword != "else" && keyword != "do"
        }
    }

    /// The word before; empty when it is too long for a keyword.
    private var keyword: String { word.count > 10 ? "" : String(decoding: bytes[word], as: UTF8.self) }

    /// Words after which a value begins.
    private static let beforeValues: Set = [
        "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "do", "else", "instanceof", "await",
        "yield", "if", "while", "for", "with", "default",
    ]

    /// Whether a word's brackets are followed by a statement.
    static func isCondition(_ word: ArraySlice<UInt8>) -> Bool {
        switch word.count {
        case 2: word.elementsEqual("if".utf8)
        case 3: word.elementsEqual("for".utf8)
        case 4: word.elementsEqual("with".utf8)
        case 5: word.elementsEqual("while".utf8)
        default: false
        }
    }

    /// The longest sign that begins here: `>>>=` before `>>>` before `>>`.
    func signLength(_ byte: UInt8) -> Int {
        let second = peek(1)
        switch byte {
        case UInt8(ascii: "="):
            if second == UInt8(ascii: ">") { return 2 }
            return second == byte ? (peek(2) == byte ? 3 : 2) : 1
        case UInt8(ascii: "!"): return second == UInt8(ascii: "=") ? (peek(2) == second ? 3 : 2) : 1
        case UInt8(ascii: "."): return second == byte && peek(2) == byte ? 3 : 1
        case UInt8(ascii: "?") where second == UInt8(ascii: "."): return Self.isDigit(peek(2)) ? 1 : 2
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return second == byte || second == UInt8(ascii: "=") ? 2 : 1
        case UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "<"):
            return run(byte, most: 2)
        case UInt8(ascii: ">"): return run(byte, most: 3)
        case UInt8(ascii: "%"), UInt8(ascii: "^"): return run(byte, most: 1)
        default: return 1
        }
    }

    /// A sign that may be doubled, and may assign.
    private func run(_ byte: UInt8, most: Int) -> Int {
        var length = 1
        while length < most, peek(length) == byte { length += 1 }
        return peek(length) == UInt8(ascii: "=") ? length + 1 : length
    }
}
