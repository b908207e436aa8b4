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

    package init(_ bytes: [UInt8]) {
        var literalStart = 0
        var position = 0
        var ends = InsertionEnds(bytes)
        while position + 1 < bytes.count, !ends.isExhausted {
            guard bytes[position] == UInt8(ascii: "{"), bytes[position + 1] == UInt8(ascii: "{") else {
                position += 1
                continue
            }
            guard let end = ends.next(from: position + 2) else {
                unclosed = unclosed ?? position
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
