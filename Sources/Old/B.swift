/// Goes through JavaScript far enough to know what is string, comment, regular expression, and what is code.
struct ScriptTextScanner {
    struct Line {
        var index: Int
        var startsInString: Bool
        var endsInString: Bool
    }

    private enum Place { case code, quoted(UInt8), template, blockComment }

    private let bytes: [UInt8]
    private var offset = 0
    private var index = 0
    private var place = Place.code
    /// For each `${` that is open, the braces open inside it.
    private var substitutions: [Int] = []
    /// For each `(` that is open, whether a keyword such as `if` stands before it.
    private var conditions: [Bool] = []
    /// What stood last: after a value a slash divides.
    private var previous = Previous.operatorSign
    private(set) var isInDoubt = false
    /// Up to here no quote follows on the line.
    private var endWithoutQuote = 0

    private enum Previous { case value, operatorSign, keyword, condition, closingBrace }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private subscript(place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

    mutating func readLine() -> Line? {
        guard offset <= bytes.count else { return nil }
        var line = Line(index: index, startsInString: isInString, endsInString: false)
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { readToken() }
        endLine()
        line.endsInString = isInString
        offset += 1
        index += 1
        return line
    }

    private var isInString: Bool {
        switch place {
        case .quoted, .template: true
        case .code, .blockComment: false
        }
    }

    /// A quoted string goes on only after a backslash at the very end of its line.
    private mutating func endLine() {
        guard case .quoted = place else { return }
        if offset == 0 || bytes[offset - 1] != UInt8(ascii: "\\") { place = .code }
    }

    private mutating func readToken() {
        switch place {
        case .code: readCode()
        case .quoted(let quote): readString { $0 == quote }
        case .template: readTemplate()
        case .blockComment: readComment()
        }
    }

    private mutating func readString(isEnd: (UInt8) -> Bool) {
        let byte = bytes[offset]
        if isEnd(byte) { leaveString() }
        skipEscaped(byte)
    }

    private mutating func readTemplate() {
        let byte = bytes[offset]
        if byte == UInt8(ascii: "$"), self[offset + 1] == UInt8(ascii: "{") {
            substitutions.append(0)
            place = .code
            previous = .operatorSign
            offset += 2
            return
        }
        if byte == UInt8(ascii: "`") { leaveString() }
        skipEscaped(byte)
    }

    private mutating func leaveString() {
        place = .code
        previous = .value
    }

    /// Past the byte, and past the one after a backslash unless that ends the line.
    private mutating func skipEscaped(_ byte: UInt8) {
        offset +=
            byte == UInt8(ascii: "\\") && offset + 1 < bytes.count && self[offset + 1] != UInt8(ascii: "\n") ? 2 : 1
    }

    private mutating func readComment() {
        guard bytes[offset] == UInt8(ascii: "*"), self[offset + 1] == UInt8(ascii: "/") else { return offset += 1 }
        place = .code
        offset += 2
    }

    private mutating func readCode() {
        let byte = bytes[offset]
        if Self.isWord(byte) { return readWord() }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): place = .quoted(byte)
        case UInt8(ascii: "`"): place = .template
        case UInt8(ascii: "/"): return readSlash()
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
        default: readSign(byte)
        }
        offset += 1
    }

    private mutating func readWord() {
        let start = offset
        while offset < bytes.count, Self.isWord(bytes[offset]) { offset += 1 }
        let isProperty = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
        let word = offset - start > 10 ? "" : String(decoding: bytes[start..<offset], as: UTF8.self)
        let isKeyword = !isProperty && Self.keywords.contains(word)
        previous = isKeyword ? (Self.conditions.contains(word) ? .condition : .keyword) : .value
    }

    private mutating func readSign(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("):
            conditions.append(previous == .condition)
            previous = .operatorSign
        case UInt8(ascii: ")"): previous = conditions.popLast() == true ? .operatorSign : .value
        case UInt8(ascii: "]"): previous = .value
        case UInt8(ascii: "{"):
            if let last = substitutions.indices.last { substitutions[last] += 1 }
            previous = .operatorSign
        case UInt8(ascii: "}"): closeBrace()
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            // `i++ / 2`: the sign after a value belongs to it when it stands twice.
            if self[offset + 1] == byte { offset += 1 } else { previous = .operatorSign }
        default: previous = .operatorSign
        }
    }

    private mutating func closeBrace() {
        guard let last = substitutions.indices.last else { return previous = .closingBrace }
        if substitutions[last] == 0 {
            substitutions.removeLast()
            place = .template
        } else {
            substitutions[last] -= 1
            previous = .closingBrace
        }
    }

    // MARK: Slashes

    private mutating func readSlash() {
        let next = self[offset + 1]
        if next == UInt8(ascii: "/") { return skipToLineEnd() }
        if next == UInt8(ascii: "*") {
            place = .blockComment
            offset += 2
            return
        }
        switch previous {
        case .operatorSign, .keyword, .condition: return readRegularExpression()
        case .closingBrace: isInDoubt = isInDoubt || quoteFollows()
        case .value: break
        }
        previous = .operatorSign
        offset += 1
    }

    private mutating func skipToLineEnd() {
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
    }

    /// Whether a quote stands in the rest of the line; the rest of a line is looked at once.
    private mutating func quoteFollows() -> Bool {
        guard offset >= endWithoutQuote else { return false }
        let rest = bytes[offset...].prefix { $0 != UInt8(ascii: "\n") }
        endWithoutQuote = rest.endIndex
        return rest.contains { "\"'`".utf8.contains($0) }
    }

    private mutating func readRegularExpression() {
        var isInClass = false
        offset += 1
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "[") { isInClass = true }
            if byte == UInt8(ascii: "]") { isInClass = false }
            skipEscaped(byte)
            if byte == UInt8(ascii: "/"), !isInClass { break }
        }
        previous = .value
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...: true
        default: false
        }
    }

    /// Words after which a value begins, so that a slash begins a regular expression.
    private static let keywords: Set<String> = [
        "return", "typeof", "case", "in", "of", "delete", "void", "instanceof", "new", "throw", "do", "else", "yield",
        "await", "if", "while", "for", "with",
    ]
    /// The ones whose brackets are no value.
    private static let conditions: Set<String> = ["if", "while", "for", "with"]
}
