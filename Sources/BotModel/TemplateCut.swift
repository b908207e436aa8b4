import JavaScriptTokens

/// Cuts text at its `{{ }}`: the language's rules for where an expression begins and ends (dsl.md 2.4).
///
/// An expression may hold objects, strings, comments and regular expressions; a `{{` that is never closed is literal.
package struct TemplateCut {
    package enum Piece: Sendable, Hashable {
        /// A range of UTF-8 bytes that is taken as it stands.
        case literal(Range<Int>)
        /// The bytes between `{{` and `}}`.
        case expression(Range<Int>)
    }

    package private(set) var pieces: [Piece] = []
    /// Where a `{{` begins that no `}}` closes; the first of them.
    package private(set) var unclosed: Int?

    /// Looking for the end of an expression may read to the end of the text, so only so many may fail in one text.
    static let mostUnclosed = 16

    package init(_ bytes: [UInt8]) {
        var literalStart = 0
        var position = 0
        var failures = 0
        while position + 1 < bytes.count, failures < Self.mostUnclosed {
            guard bytes[position] == UInt8(ascii: "{"), bytes[position + 1] == UInt8(ascii: "{") else {
                position += 1
                continue
            }
            guard let end = Self.end(bytes, from: position + 2) else {
                unclosed = unclosed ?? position
                failures += 1
                while position < bytes.count, bytes[position] == UInt8(ascii: "{") { position += 1 }
                continue
            }
            if position > literalStart { pieces.append(.literal(literalStart..<position)) }
            pieces.append(.expression((position + 2)..<end))
            position = end + 2
            literalStart = position
        }
        if literalStart < bytes.count { pieces.append(.literal(literalStart..<bytes.count)) }
    }

    /// The byte at which the `}}` of an expression begins that starts at `start`.
    static func end(_ bytes: [UInt8], from start: Int) -> Int? {
        var scanner = JavaScriptScanner(bytes, from: start, as: .insertion)
        var depth = 0
        while let token = scanner.next() {
            guard case .sign = token.kind else { continue }
            if bytes[token.start] == UInt8(ascii: "{") { depth += 1 }
            guard bytes[token.start] == UInt8(ascii: "}") else { continue }
            if depth == 0 {
                return token.end < bytes.count && bytes[token.end] == UInt8(ascii: "}") ? token.start : nil
            }
            depth -= 1
        }
        return nil
    }
}

extension TemplateCut {
    /// The text with its expressions: literal texts and expressions in turn.
    package static func texts(of text: String) -> [(text: String, isExpression: Bool)] {
        let bytes = Array(text.utf8)
        return TemplateCut(bytes).pieces.map { piece in
            switch piece {
            case .literal(let range): (String(decoding: bytes[range], as: UTF8.self), false)
            case .expression(let range): (String(decoding: bytes[range], as: UTF8.self), true)
            }
        }
    }
}
