import ScriptSyntax
import SourceText

/// Cuts text with `{{ }}` into parts and hands each expression to the bot's code list.
struct TemplateReader {
    let file: SourceFile
    var code: [CodeUnit] = []
    var diagnostics: [Diagnostic] = []
    /// How many blanks stand before the expressions read so far.
    private var blanks = 0

    init(file: SourceFile, code: [CodeUnit]) {
        self.file = file
        self.code = code
    }

    /// - Parameter escapes: whether `\n` in the text means a line break, as in `a:`.
    mutating func read(_ value: PlacedText, escapes: Bool = false) -> Template {
        let bytes = Array(value.text.utf8)
        let cut = TemplateCut(bytes)
        if let unclosed = cut.unclosed { report(unclosed, in: value) }
        let parts = cut.pieces.compactMap { piece -> Template.Part? in
            switch piece {
            case .literal(let range):
                let text = String(decoding: bytes[range], as: UTF8.self)
                return .text(escapes ? text.replacingEscapedLineBreaks : text)
            case .expression(let range):
                return expression(String(decoding: bytes[range], as: UTF8.self), at: range.lowerBound, in: value)
            }
        }
        return Template(parts: parts)
    }

    /// `nil` for `{{ }}` without an expression: it says nothing.
    private mutating func expression(_ text: String, at offset: Int, in value: PlacedText) -> Template.Part? {
        let start = value.fileOffset(of: offset)
        guard !text.trimmed.isEmpty else {
            let end = value.fileOffset(of: offset + text.utf8.count)
            diagnostics.append(.emptyExpression(file: file, at: SourceSpan(max(0, start - 2), end + 2)))
            return nil
        }
        return .expression(add(text, kind: .text, at: start))
    }

    private mutating func report(_ unclosed: Int, in value: PlacedText) {
        let start = value.fileOffset(of: unclosed)
        diagnostics.append(.unclosedBraces(file: file, at: SourceSpan(start, start + 2)))
    }

    /// Adds an expression that stands at a byte of the file; blanks before it keep its column.
    mutating func add(_ expression: String, kind: CodeUnit.Kind, at offset: Int) -> CodeReference {
        let place = file.position(at: offset)
        let text = margin(place.column - 1) + expression
        return add(CodeUnit(kind: kind, text: text, file: file.path, firstLine: place.line))
    }

    /// The blanks before an expression. In a text with thousands of expressions on one line they would be more than all else, so the later
    /// ones lose their columns.
    private mutating func margin(_ columns: Int) -> String {
        let count = blanks + columns <= Self.mostBlanks ? columns : min(columns, Self.narrowMargin)
        blanks += count
        return String(repeating: " ", count: count)
    }

    private static let mostBlanks = 4_000_000
    private static let narrowMargin = 100

    mutating func add(_ unit: CodeUnit) -> CodeReference {
        code.append(unit)
        return CodeReference(index: code.count - 1)
    }
}

extension String {
    /// `\n` as two characters becomes a line break.
    fileprivate var replacingEscapedLineBreaks: String {
        guard utf8.contains(UInt8(ascii: "\\")) else { return self }
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
