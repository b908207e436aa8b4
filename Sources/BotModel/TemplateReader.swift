import ScriptSyntax
import SourceText

/// Cuts text with `{{ }}` into parts and hands each expression to the bot's code list.
struct TemplateReader {
    let file: SourceFile
    var code: [CodeUnit] = []

    /// - Parameter escapes: whether `\n` in the text means a line break, as in `a:`.
    mutating func read(_ value: PlacedText, escapes: Bool = false) -> Template {
        var parts: [Template.Part] = []
        let bytes = Array(value.text.utf8)
        var literalStart = 0
        var position = 0
        func literal(to end: Int) {
            guard end > literalStart else { return }
            let text = String(decoding: bytes[literalStart..<end], as: UTF8.self)
            parts.append(.text(escapes ? text.replacingEscapedLineBreaks : text))
        }
        while position + 1 < bytes.count {
            guard bytes[position] == .openBrace, bytes[position + 1] == .openBrace,
                let end = Self.closing(bytes, from: position + 2)
            else {
                position += 1
                continue
            }
            literal(to: position)
            let expression = String(decoding: bytes[(position + 2)..<end], as: UTF8.self)
            parts.append(.expression(add(expression, kind: .text, at: value.fileOffset(of: position + 2))))
            position = end + 2
            literalStart = position
        }
        literal(to: bytes.count)
        return Template(parts: parts)
    }

    /// Adds an expression that stands at a byte of the file; blanks before it keep its column.
    mutating func add(_ expression: String, kind: CodeUnit.Kind, at offset: Int) -> CodeReference {
        let place = file.position(at: offset)
        let text = String(repeating: " ", count: place.column - 1) + expression
        return add(CodeUnit(kind: kind, text: text, file: file.path, firstLine: place.line))
    }

    mutating func add(_ unit: CodeUnit) -> CodeReference {
        code.append(unit)
        return CodeReference(index: code.count - 1)
    }

    /// The byte at which the `}}` of an expression begins; braces and strings inside it are skipped.
    private static func closing(_ bytes: [UInt8], from start: Int) -> Int? {
        var depth = 0
        var quote: UInt8?
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            if let open = quote {
                if byte == UInt8(ascii: "\\") { position += 1 } else if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
                quote = byte
            } else if byte == .openBrace {
                depth += 1
            } else if byte == .closeBrace {
                if depth == 0 {
                    return position + 1 < bytes.count && bytes[position + 1] == .closeBrace ? position : nil
                }
                depth -= 1
            }
            position += 1
        }
        return nil
    }
}

extension UInt8 {
    fileprivate static let openBrace = UInt8(ascii: "{")
    fileprivate static let closeBrace = UInt8(ascii: "}")
}

extension String {
    /// `\n` as two characters becomes a line break.
    fileprivate var replacingEscapedLineBreaks: String {
        var result = ""
        var rest = self[...]
        while let slash = rest.firstIndex(of: "\\") {
            let next = rest.index(after: slash)
            guard next < rest.endIndex, rest[next] == "n" else {
                result += rest[...slash]
                rest = rest[next...]
                continue
            }
            result += rest[..<slash] + "\n"
            rest = rest[rest.index(after: next)...]
        }
        return result + rest
    }
}
