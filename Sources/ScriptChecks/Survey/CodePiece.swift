import BotModel
import JavaScriptTokens
import SourceText

/// A piece of JavaScript of a bot, cut into tokens whose places are bytes of its file.
struct CodePiece {
    enum Kind {
        /// `script:`, `scriptEs6:`.
        case block
        /// `init:` or a converter: it runs in no state.
        case start
        /// `if:`, `elseif:`.
        case condition
        /// `{{ }}`.
        case insertion
        /// A value that is JavaScript or JSON: an action tag's setting, a button's object.
        case value
        /// A required `.js` file.
        case file
    }

    let kind: Kind
    let file: SourceFile
    let span: SourceSpan
    /// The number of the state in which it stands.
    let state: Int?
    /// Without comments.
    private(set) var tokens: [JavaScriptToken] = []
    /// For each bracket, and for the first and last part of a template, the number of the token that closes or opens it, else -1.
    private(set) var partners: [Int] = []

    init(_ kind: Kind, in file: SourceFile, at span: SourceSpan, state: Int?) {
        self.kind = kind
        self.file = file
        self.span = span
        self.state = state
        var scanner = JavaScriptScanner(file.bytes, from: span.start, to: span.end, as: .script)
        var brackets = BracketPairs()
        // About what code has; large files need no second place then.
        let expected = max(0, span.end - span.start) / 6
        tokens.reserveCapacity(expected)
        partners.reserveCapacity(expected)
        while let token = scanner.next() { add(token, &brackets) }
    }

    private mutating func add(_ token: JavaScriptToken, _ brackets: inout BracketPairs) {
        let opener: Int?
        switch token.kind {
        case .comment: return
        case .sign: opener = brackets.read(file.bytes[token.start], at: tokens.count)
        case .templateHead: opener = brackets.read(UInt8(ascii: "{"), at: tokens.count)
        case .templateTail: opener = brackets.read(UInt8(ascii: "}"), at: tokens.count)
        default: opener = nil
        }
        if let opener { partners[opener] = tokens.count }
        partners.append(opener ?? -1)
        tokens.append(token)
    }

    func span(of token: Int) -> SourceSpan { SourceSpan(tokens[token].start, tokens[token].end) }

    /// The text of a token as it stands; empty beyond the ends.
    func text(_ token: Int) -> String {
        guard tokens.indices.contains(token) else { return "" }
        return String(decoding: file.bytes[tokens[token].start..<tokens[token].end], as: UTF8.self)
    }

    /// Whether a token is this name or sign; `?.` is a `.`, too. Beyond the ends nothing is.
    func isToken(_ token: Int, _ text: StaticString) -> Bool {
        guard token >= 0, token < tokens.count else { return false }
        let place = tokens[token]
        let length = text.utf8CodeUnitCount
        let start = place.end - length
        guard start == place.start || length == 1 && isOptionalDot(place) else { return false }
        switch place.kind {
        case .name, .sign: break
        default: return false
        }
        return file.bytes.withUnsafeBufferPointer { bytes in
            (0..<length).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
        }
    }

    private func isOptionalDot(_ token: JavaScriptToken) -> Bool {
        token.end - token.start == 2 && file.bytes[token.start] == UInt8(ascii: "?")
            && file.bytes[token.start + 1] == UInt8(ascii: ".")
    }

    func kind(_ token: Int) -> JavaScriptToken.Kind? {
        tokens.indices.contains(token) ? tokens[token].kind : nil
    }

    /// The text of a string token without quotes, its escapes of quotes and slashes undone.
    func string(_ token: Int) -> String? {
        guard kind(token) == .string else { return nil }
        let place = tokens[token]
        let inner = file.bytes[(place.start + 1)..<(place.isUnclosed ? place.end : place.end - 1)]
        guard inner.contains(.backslash) else { return String(decoding: inner, as: UTF8.self) }
        var result: [UInt8] = []
        var isEscaped = false
        for byte in inner {
            if byte == .backslash, !isEscaped { isEscaped = true } else { result.append(byte); isEscaped = false }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The tokens between a bracket and the one that closes it; the rest of the text when it stays open.
    func inside(_ opening: Int) -> Range<Int> {
        let partner = partners[opening]
        return (opening + 1)..<(partner > opening ? partner : tokens.count)
    }

    /// The number after a token's bracket is closed; for other tokens the next number.
    func next(after token: Int) -> Int {
        let partner = partners[token]
        return (partner > token ? partner : token) + 1
    }

    /// The first token of what a `.` follows: a name, or `name(…)`, `name[…]`.
    func start(ofPart end: Int) -> Int {
        guard tokens.indices.contains(end), partners[end] >= 0, partners[end] < end else { return end }
        return kind(partners[end] - 1) == .name ? partners[end] - 1 : partners[end]
    }

    /// The members `key: value` of an object literal, by the number of its `{`.
    func members(ofObject opening: Int) -> [(key: Int, value: Range<Int>)] {
        let range = inside(opening)
        var result: [(key: Int, value: Range<Int>)] = []
        var token = range.lowerBound
        while token < range.upperBound {
            let end = endOfElement(token, in: range)
            if isToken(token + 1, ":") { result.append((token, min(token + 2, end)..<end)) }
            token = end + 1
        }
        return result
    }

    /// The elements between commas, of an array or of a call's arguments.
    func elements(in range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var token = range.lowerBound
        while token < range.upperBound {
            let end = endOfElement(token, in: range)
            result.append(token..<end)
            token = end + 1
        }
        return result
    }

    private func endOfElement(_ start: Int, in range: Range<Int>) -> Int {
        var token = start
        while token < range.upperBound, !isToken(token, ",") { token = next(after: token) }
        return min(token, range.upperBound)
    }

    /// The calls `object.method(`, by the number of the method's name.
    func calls(_ object: StaticString, _ method: StaticString) -> [Int] {
        tokens.indices.filter { token in
            isToken(token, method) && isToken(token + 1, "(") && isToken(token - 1, ".") && isToken(token - 2, object)
        }
    }
}
