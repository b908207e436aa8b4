/// Passes over JavaScript without understanding it: strings, comments and regular expressions are skipped whole, so
/// that brackets and words in them are not taken for code.
struct CodeSkimmer {
    private let bytes: [UInt8]
    private(set) var position: Int
    /// The last byte of code before `position` that is no blank; it decides what a `/` begins.
    private var before: UInt8 = 0
    /// Where the line ends on which slashes were looked at that nothing closes, and how many.
    private var unclosedSlashes = (lineEnd: 0, count: 0)
    /// Each looks on to the end of its line; after so many the rest of a line is taken for divisions.
    private static let mostUnclosedSlashes = 16
    /// The word that ends at that byte.
    private var wordBefore: Range<Int>?

    init(_ bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        position = start
    }

    /// What stands next.
    enum Piece: Equatable {
        /// A name, keyword or number.
        case word(Range<Int>)
        case sign(UInt8)
        /// Blanks, a comment, a string or a regular expression.
        case other
    }

    /// Moves past the next piece; `nil` at the end.
    mutating func next() -> Piece? {
        guard position < bytes.count else { return nil }
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return other(endOfString(byte), leaves: byte)
        case UInt8(ascii: "/"):
            if isNext("*") { return other(endOfComment(), leaves: before) }
            if isNext("/") { return other(endOfLineComment(), leaves: before) }
            if beginsExpression, let end = endOfRegularExpression() { return other(end, leaves: byte) }
            return sign(byte)
        case _ where Self.isWord(byte): return word()
        case _ where Self.isBlank(byte): return other(position + 1, leaves: before)
        default: return sign(byte)
        }
    }

    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default: false
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func isNext(_ scalar: Unicode.Scalar) -> Bool {
        position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: scalar)
    }

    private mutating func other(_ end: Int, leaves byte: UInt8) -> Piece {
        if byte != before { wordBefore = nil }
        before = byte
        position = end
        return .other
    }

    private mutating func sign(_ byte: UInt8) -> Piece {
        before = byte
        wordBefore = nil
        position += 1
        return .sign(byte)
    }

    private mutating func word() -> Piece {
        let start = position
        while position < bytes.count, Self.isWord(bytes[position]) { position += 1 }
        before = bytes[position - 1]
        wordBefore = start..<position
        return .word(start..<position)
    }

    /// Whether an expression may begin here, so that `/` is no division.
    private var beginsExpression: Bool {
        if let wordBefore {
            return ["return", "typeof", "case", "in", "of", "delete", "void", "throw", "else", "do"].contains(
                String(decoding: bytes[wordBefore], as: UTF8.self))
        }
        return before == 0 || "(,=:[!&|?{};+-*%~^<>".utf8.contains(before)
    }

    /// Past the closing quote; a quote or apostrophe that is never closed ends with its line.
    private func endOfString(_ quote: UInt8) -> Int {
        var end = position + 1
        while end < bytes.count {
            if bytes[end] == UInt8(ascii: "\\") {
                end += 1
            } else if bytes[end] == quote {
                return end + 1
            } else if bytes[end] == 0x0A, quote != UInt8(ascii: "`") {
                return end
            }
            end += 1
        }
        return bytes.count
    }

    private func endOfComment() -> Int {
        var end = position + 2
        while end + 1 < bytes.count {
            if bytes[end] == UInt8(ascii: "*"), bytes[end + 1] == UInt8(ascii: "/") { return end + 2 }
            end += 1
        }
        return bytes.count
    }

    /// A `//` comment ends with its line, or before the `}}` of the expression it stands in.
    private func endOfLineComment() -> Int {
        var end = position + 2
        while end < bytes.count, bytes[end] != 0x0A {
            if bytes[end] == UInt8(ascii: "}"), end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "}") { break }
            end += 1
        }
        return end
    }

    /// Past the `/` that closes it on the same line; `nil` when there is none.
    private mutating func endOfRegularExpression() -> Int? {
        if position < unclosedSlashes.lineEnd, unclosedSlashes.count >= Self.mostUnclosedSlashes { return nil }
        var end = position + 1
        var isInClass = false
        while end < bytes.count, bytes[end] != 0x0A {
            switch bytes[end] {
            case UInt8(ascii: "\\"): end += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "/") where !isInClass: return end + 1
            default: break
            }
            end += 1
        }
        unclosedSlashes = (end, unclosedSlashes.lineEnd == end ? unclosedSlashes.count + 1 : 1)
        return nil
    }
}
