/// Cuts JavaScript into words, in one pass and without an opinion about its grammar.
///
/// Broken code gives tokens too; checks must live with that. A line that begins with `#` is a comment, as in `.sc` files.
struct OldScanner {
    private let bytes: [UInt8]
    private let end: Int
    private var position: Int
    private var tokens: [OldToken] = []
    private var openBrackets: [Int] = []
    /// Where the line ends on which slashes were looked at that nothing closes, and how many.
    private var unclosedSlashes = (lineEnd: 0, count: 0)
    /// Each looks on to the end of its line; after so many the rest of a line is taken for divisions.
    private static let mostUnclosedSlashes = 16

    static func tokens(of bytes: [UInt8], from start: Int, to end: Int) -> [OldToken] {
        var scanner = OldScanner(bytes: bytes, end: min(end, bytes.count), position: start)
        scanner.scan()
        return scanner.tokens
    }

    private init(bytes: [UInt8], end: Int, position: Int) {
        self.bytes = bytes
        self.end = end
        self.position = position
    }

    private mutating func scan() {
        while position < end {
            let byte = bytes[position]
            switch byte {
            case 0x09...0x0D, 0x20: position += 1
            case .quotationMark, .apostrophe, .backquote: scanQuoted(byte)
            case .slash: scanSlash()
            case .hash where isFirstOnLine: skipLine()
            case .digit0 ... .digit9: add(.number, length: nameLength())
            default: if byte.isNameByte { add(.name, length: nameLength()) } else { scanMark(byte) }
            }
        }
    }

    private mutating func add(_ kind: OldToken.Kind, length: Int, partner: Int = -1) {
        tokens.append(OldToken(kind: kind, start: position, end: position + length, partner: partner))
        position += length
    }

    private func peek(_ distance: Int = 1) -> UInt8 { position + distance < end ? bytes[position + distance] : 0 }

    private func nameLength() -> Int {
        var length = 1
        while peek(length).isNameByte { length += 1 }
        return length
    }

    // MARK: Quotes, comments, expressions

    /// A string ends at its line's end at the latest, so that a forgotten quote spoils one line; a template goes on.
    private mutating func scanQuoted(_ quote: UInt8) {
        var length = 1
        while position + length < end {
            let byte = peek(length)
            if byte == quote { return add(quote == .backquote ? .template : .string, length: length + 1) }
            if byte == .lineFeed, quote != .backquote { break }
            length += byte == .backslash ? 2 : 1
        }
        add(quote == .backquote ? .template : .string, length: min(length, end - position))
    }

    private mutating func scanSlash() {
        switch peek() {
        case .slash: skipLine()
        case .star: skipBlockComment()
        default:
            if !endsOperand, let length = expressionLength() {
                add(.expression, length: length)
            } else {
                scanMark(.slash)
            }
        }
    }

    private mutating func skipLine() {
        while position < end, bytes[position] != .lineFeed { position += 1 }
    }

    private mutating func skipBlockComment() {
        position += 2
        while position < end, !(bytes[position] == .star && peek() == .slash) { position += 1 }
        position = min(position + 2, end)
    }

    /// Whether a `/` here divides what stands before it.
    private var endsOperand: Bool {
        guard let last = tokens.last else { return false }
        switch last.kind {
        case .number, .string, .template, .expression: return true
        case .name: return !Self.wordsBeforeOperands.contains { bytes[last.start..<last.end].elementsEqual($0.utf8) }
        case .mark: return [.closeParenthesis, .closeBracket, .closeBrace].contains(bytes[last.start])
        }
    }

    private static let wordsBeforeOperands = [
        "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "instanceof",
    ]

    /// The length of `/…/flags`, or `nil` when it is not closed on its line.
    private mutating func expressionLength() -> Int? {
        if position < unclosedSlashes.lineEnd, unclosedSlashes.count >= Self.mostUnclosedSlashes { return nil }
        var length = 1
        var isInClass = false
        reading: while position + length < end {
            switch peek(length) {
            case .lineFeed: break reading
            case .backslash: length += 1
            case .openBracket: isInClass = true
            case .closeBracket: isInClass = false
            case .slash where !isInClass:
                length += 1
                while peek(length).isNameByte { length += 1 }
                return length
            default: break
            }
            length += 1
        }
        let lineEnd = position + length
        unclosedSlashes = (lineEnd, unclosedSlashes.lineEnd == lineEnd ? unclosedSlashes.count + 1 : 1)
        return nil
    }

    private var isFirstOnLine: Bool {
        var before = position - 1
        while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
        return before < 0 || bytes[before] == .lineFeed
    }

    // MARK: Marks

    private mutating func scanMark(_ byte: UInt8) {
        switch byte {
        case .openParenthesis, .openBracket, .openBrace:
            openBrackets.append(tokens.count)
            add(.mark, length: 1)
        case .closeParenthesis, .closeBracket, .closeBrace: closeBracket(byte)
        default: add(.mark, length: markLength(byte))
        }
    }

    /// Pairs a closing bracket with the innermost open one; one of another kind stays alone.
    private mutating func closeBracket(_ byte: UInt8) {
        let opening: UInt8 = byte == .closeParenthesis ? .openParenthesis : byte - 2
        guard let opener = openBrackets.last, bytes[tokens[opener].start] == opening else {
            return add(.mark, length: 1)
        }
        openBrackets.removeLast()
        tokens[opener].partner = tokens.count
        add(.mark, length: 1, partner: opener)
    }

    private func markLength(_ byte: UInt8) -> Int {
        let next = peek()
        let isEquality = byte == .equals || byte == UInt8(ascii: "!")
        if next == .equals { return isEquality && peek(2) == .equals ? 3 : 2 }
        if byte == .equals { return next == UInt8(ascii: ">") ? 2 : 1 }
        guard next == byte, byte.isDoubledMark else { return 1 }
        return peek(2) == .equals ? 3 : 2
    }
}

extension UInt8 {
    static let quotationMark = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let backquote = UInt8(ascii: "`")
    static let backslash = UInt8(ascii: "\\")
    static let slash = UInt8(ascii: "/")
    static let star = UInt8(ascii: "*")
    static let hash = UInt8(ascii: "#")
    static let dollar = UInt8(ascii: "$")
    static let equals = UInt8(ascii: "=")
    static let lineFeed = UInt8(ascii: "\n")
    static let digit0 = UInt8(ascii: "0")
    static let digit9 = UInt8(ascii: "9")
    static let openParenthesis = UInt8(ascii: "(")
    static let closeParenthesis = UInt8(ascii: ")")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")

    /// A letter, digit, `_`, `$` or any byte of a letter beyond ASCII.
    var isNameByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x80...0xFF: true
        default: false
        }
    }

    /// Marks that mean something else when they stand twice: `&&`, `||`, `++`, `--`, `??`, `<<`, `>>`, `**`.
    fileprivate var isDoubledMark: Bool {
        switch self {
        case 0x26, 0x7C, 0x2B, 0x2D, 0x3F, 0x3C, 0x3E, 0x2A: true
        default: false
        }
    }
}
