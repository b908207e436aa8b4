/// A piece of JavaScript with its place in the bytes. Small, since of large scripts there are very many.
package struct JavaScriptToken: Sendable, Hashable {
    package enum Kind: Sendable {
        /// Names and keywords alike.
        case name
        case number
        /// With its quotes.
        case string
        /// A template without `${`, with its back quotes.
        case template
        /// From the back quote to the first `${`, both included.
        case templateHead
        /// From the `}` that ends one `${` to the next `${`.
        case templateMiddle
        /// From the last such `}` to the closing back quote.
        case templateTail
        /// `/expression/flags`.
        case expression
        /// `//` without its line end, `/* */`; in scripts of bots a `#` line, too.
        case comment
        /// `(`, `=`, `=>`, `?.`, `&&=` …
        case sign
    }

    package let kind: Kind
    private let first: UInt32
    private let past: UInt32
    /// A slash after a `}`: only a grammar could tell whether it divides or begins a regular expression.
    package var isDoubtful = false
    /// A text that lacks its closing quote, a block comment that nothing ends.
    package let isUnclosed: Bool

    init(_ kind: Kind, from start: Int, to end: Int, isUnclosed: Bool) {
        self.kind = kind
        first = UInt32(truncatingIfNeeded: start)
        past = UInt32(truncatingIfNeeded: end)
        self.isUnclosed = isUnclosed
    }

    package var start: Int { Int(first) }

    package var end: Int { Int(past) }

    /// A template or a part of one.
    package var isTemplate: Bool {
        switch kind {
        case .template, .templateHead, .templateMiddle, .templateTail: true
        case .name, .number, .string, .expression, .comment, .sign: false
        }
    }
}

extension UInt8 {
    /// A letter, digit, `_`, `$` or any byte of a letter beyond ASCII.
    package var isNameByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x80...0xFF: true
        default: false
        }
    }
}
