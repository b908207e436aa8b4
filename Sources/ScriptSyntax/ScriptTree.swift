import SourceText

/// The lossless tree of one `.sc` file.
///
/// Every byte of the file belongs to exactly one piece (`pieces`, in file order); the items refer to places in it,
/// so a formatter or an editor can find each comment and blank again. Any tag name is kept, also one that the
/// language does not know: what a tag means is decided by the linker, not here.
package struct ScriptTree: Sendable {
    package let source: SourceFile
    package let items: [ScriptItem]
    /// The bytes of the file cut into tokens, without gap or overlap.
    package let pieces: [ScriptPiece]

    package init(source: SourceFile, items: [ScriptItem], pieces: [ScriptPiece]) {
        self.source = source
        self.items = items
        self.pieces = pieces
    }
}

/// The smallest unit of the tree: a kind and its bytes.
package struct ScriptPiece: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case byteOrderMark, indent, space, tagName, colon, value, parameterBar, parameterName, equals, parameterValue,
            comma
        case comment, code, lineEnd, junk
    }

    package let kind: Kind
    package let span: SourceSpan

    package init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }
}

/// A text with its place.
package struct PlacedText: Sendable, Hashable {
    /// The text as the language reads it (trimmed; continuation lines joined by `\n`, their common indent removed).
    package let text: String
    /// From the first to the last byte of it in the file.
    package let span: SourceSpan
    /// Of texts over several lines, one entry a line; empty for a text on one line.
    private let lines: [Line]

    struct Line: Sendable, Hashable {
        var startInFile: Int
        var startInText: Int
    }

    init(text: String, span: SourceSpan, lines: [Line]) {
        self.text = text
        self.span = span
        self.lines = lines
    }

    package init(text: String, span: SourceSpan, lineStarts: [Int]? = nil) {
        self.text = text
        self.span = span
        lines = lineStarts.map { Self.lines(of: text, startingAt: $0) } ?? []
    }

    private static func lines(of text: String, startingAt starts: [Int]) -> [Line] {
        guard starts.count > 1 else { return [] }
        var lines = [Line(startInFile: starts[0], startInText: 0)]
        for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") && lines.count < starts.count {
            lines.append(Line(startInFile: starts[lines.count], startInText: offset + 1))
        }
        return lines
    }

    /// Where each line of `text` begins in the file, in bytes.
    package var lineStarts: [Int] { lines.isEmpty ? [span.start] : lines.map(\.startInFile) }

    /// The byte in the file of a UTF-8 offset in `text`.
    package func fileOffset(of offset: Int) -> Int {
        guard !lines.isEmpty else { return min(span.start + offset, span.end) }
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].startInText <= offset { low = middle } else { high = middle }
        }
        return lines[low].startInFile + offset - lines[low].startInText
    }
}

/// One thing that stands in a file or below a tag.
package enum ScriptItem: Sendable {
    case tag(ScriptTag)
    /// `$Name = body || converter = f` below `patterns:`.
    case pattern(PatternDefinition)
    /// `key = value` below `require:` or an action tag.
    case setting(ScriptParameter)
    /// A line of values below a tag that takes such lines (`buttons:`).
    case line(PlacedText)
    case comment(PlacedText)
}

/// `indent name!: value || parameters`, and what is nested below.
///
/// An immutable class rather than a struct: trees are handed about a lot, and a tag is passed on as one reference.
package final class ScriptTag: Sendable {
    /// Without `!` and colon: `q`, `state`, `InputText`.
    package let name: PlacedText
    /// `q!:`, `go!:`: the tag's name was followed by `!`.
    package let isBang: Bool
    /// The value, `nil` when there is none (an empty `state:`). For script blocks see `code`.
    package let value: PlacedText?
    /// The code of `script:`, `scriptEs6:` and `init:`.
    package let code: ScriptCode?
    package let parameters: [ScriptParameter]
    package let items: [ScriptItem]
    /// The tag's own line, from its name to the end of value and parameters.
    package let span: SourceSpan
    /// Where the tag name begins on its line: the count of columns, a tab reaching the next multiple of 4.
    package let indent: Int

    package init(
        name: PlacedText, isBang: Bool, value: PlacedText?, code: ScriptCode?, parameters: [ScriptParameter],
        items: [ScriptItem],
        span: SourceSpan, indent: Int
    ) {
        self.name = name
        self.isBang = isBang
        self.value = value
        self.code = code
        self.parameters = parameters
        self.items = items
        tags = items.isEmpty ? [] : items.compactMap { if case .tag(let tag) = $0 { tag } else { nil } }
        self.span = span
        self.indent = indent
    }

    /// The tags directly below, in file order.
    package let tags: [ScriptTag]
}

/// `key = value`; a quoted value has its quotes and escapes removed.
package struct ScriptParameter: Sendable {
    package let key: PlacedText
    package let value: PlacedText
    package let isQuoted: Bool

    package init(key: PlacedText, value: PlacedText, isQuoted: Bool) {
        self.key = key
        self.value = value
        self.isQuoted = isQuoted
    }
}

/// `$Name = body || converter = f`.
package struct PatternDefinition: Sendable {
    /// Without the `$`.
    package let name: PlacedText
    package let body: PlacedText
    package let parameters: [ScriptParameter]
    package let span: SourceSpan

    package init(name: PlacedText, body: PlacedText, parameters: [ScriptParameter], span: SourceSpan) {
        self.name = name
        self.body = body
        self.parameters = parameters
        self.span = span
    }
}

/// The JavaScript of a block, laid out so that the engine's lines and columns are those of the file.
package struct ScriptCode: Sendable {
    /// The code with its original indents; code on the tag's own line is moved right by blanks to its column, and a
    /// `#` that begins a line has become `//` (the second slash replaces the byte after it or is added before a line end).
    package let text: String
    /// The line of the file (from 1) on which `text` begins.
    package let firstLine: Int
    package let span: SourceSpan

    package init(text: String, firstLine: Int, span: SourceSpan) {
        self.text = text
        self.firstLine = firstLine
        self.span = span
    }
}
