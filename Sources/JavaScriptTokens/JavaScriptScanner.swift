/// Cuts JavaScript into tokens: words, texts, regular expressions, comments, signs. Between two tokens are only blanks.
///
///     var scanner = JavaScriptScanner(Array("a = /b/ // c".utf8))
///     while let token = scanner.next() { … }                            // a  =  /b/  // c
///
/// It knows no grammar: whatever the code is, it gives tokens, each byte is in at most one, and the time is linear.
/// A slash is judged by what stands before it, with the brackets remembered: `if (a) /b/.test(c)`, `(a) / b`.
package struct JavaScriptScanner: Sendable {
    /// In which text the code stands.
    package enum Dialect: Sendable {
        /// JavaScript, as the engine takes it.
        case plain
        /// A script of a bot: a line that begins with `#` is a comment.
        case script
        /// Between `{{` and `}}`: a `//` comment ends before `}}`.
        case insertion
    }

    /// Up to here everything is in tokens that were handed out, or blank.
    package internal(set) var position: Int
    let bytes: [UInt8]
    let end: Int
    private let dialect: Dialect
    /// What stands before `position`, as far as it decides what a slash or a brace begins.
    var before = Before.start
    /// The last word, when it stands before `position`.
    var word = 0..<0
    /// For each open `(`, whether `if` or the like stands before it.
    private var conditions: [Bool] = []
    var braces: [Brace] = []
    /// Where the line ends on which slashes were looked at that nothing closes, and how many.
    var unclosedSlashes = (lineEnd: -1, count: 0)

    enum Before {
        case start, value, word, dot, operation
        /// `;`, `{` and `=>`: a brace that follows begins a block.
        case statement
        /// The `)` of `if (…)`.
        case condition
        case block, object
    }

    enum Brace { case block, object, substitution }

    /// A scanner of the code from `start` up to `end`; what lies beyond is not looked at.
    package init(_ bytes: [UInt8], from start: Int = 0, to end: Int = .max, as dialect: Dialect = .plain) {
        self.bytes = bytes
        self.end = max(0, min(end, bytes.count, Self.longest))
        position = max(0, min(start, self.end))
        self.dialect = dialect
    }

    /// A token's place has 32 bits.
    private static let longest = Int(UInt32.max)

    /// The next token; `nil` at the end.
    package mutating func next() -> JavaScriptToken? {
        while position < end, Self.isBlank(bytes[position]) { position += 1 }
        guard position < end else { return nil }
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return string(byte)
        case UInt8(ascii: "`"): return template(.template, open: .templateHead)
        case UInt8(ascii: "/"): return slash()
        case UInt8(ascii: "#") where dialect == .script && isFirstOnLine: return comment(to: endOfLine())
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        case UInt8(ascii: ".") where Self.isDigit(peek(1)): return number()
        default: return byte.isNameByte ? name() : sign(byte)
        }
    }

    /// The token up to `end`; what follows it sees `before`.
    mutating func take(
        _ kind: JavaScriptToken.Kind, to end: Int, leaving before: Before, isUnclosed: Bool = false
    ) -> JavaScriptToken {
        defer {
            position = end
            self.before = before
        }
        return JavaScriptToken(kind, from: position, to: end, isUnclosed: isUnclosed)
    }

    func endOfLine() -> Int {
        var place = position
        while place < end, bytes[place] != UInt8(ascii: "\n") {
            if dialect == .insertion, bytes[place] == UInt8(ascii: "}"), place + 1 < end,
                bytes[place + 1] == UInt8(ascii: "}")
            {
                break
            }
            place += 1
        }
        return place
    }

    func peek(_ distance: Int) -> UInt8 { position + distance < end ? bytes[position + distance] : 0 }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private var isFirstOnLine: Bool {
        var place = position - 1
        while place >= 0, bytes[place] == 0x20 || bytes[place] == 0x09 { place -= 1 }
        return place < 0 || bytes[place] == UInt8(ascii: "\n")
    }

    // MARK: Signs

    private mutating func sign(_ byte: UInt8) -> JavaScriptToken {
        switch byte {
        case UInt8(ascii: "("):
            conditions.append(before == .word && Self.isCondition(bytes[word]))
            return take(.sign, to: position + 1, leaving: .operation)
        case UInt8(ascii: ")"):
            return take(.sign, to: position + 1, leaving: conditions.popLast() == true ? .condition : .value)
        case UInt8(ascii: "]"): return take(.sign, to: position + 1, leaving: .value)
        case UInt8(ascii: "{"):
            braces.append(beginsObject ? .object : .block)
            return take(.sign, to: position + 1, leaving: .statement)
        case UInt8(ascii: "}"): return closeBrace()
        case UInt8(ascii: ";"): return take(.sign, to: position + 1, leaving: .statement)
        default: return operation(byte)
        }
    }

    private mutating func closeBrace() -> JavaScriptToken {
        switch braces.popLast() {
        case .substitution: template(.templateTail, open: .templateMiddle)
        case .object, nil: take(.sign, to: position + 1, leaving: .object)
        case .block: take(.sign, to: position + 1, leaving: .block)
        }
    }

    private mutating func operation(_ byte: UInt8) -> JavaScriptToken {
        let length = signLength(byte)
        let second = length > 1 ? peek(1) : 0
        let after: Before =
            switch byte {
            case UInt8(ascii: ".") where length == 1: .dot
            case UInt8(ascii: "?") where second == UInt8(ascii: "."): .dot
            case UInt8(ascii: "=") where second == UInt8(ascii: ">"): .statement
            // `i++ / 2`: the sign belongs to the value before it.
            case UInt8(ascii: "+") where second == byte, UInt8(ascii: "-") where second == byte: before
            default: .operation
            }
        return take(.sign, to: position + length, leaving: after)
    }
}
