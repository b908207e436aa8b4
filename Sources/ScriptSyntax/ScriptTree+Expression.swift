import SourceText

extension ScriptTree {
    /// The tree as an S-expression, one item a line: what `dump tree` prints and fixtures compare.
    ///
    /// ```
    /// (theme "/"
    ///   (state "Start" (modal = true)
    ///     (q! "$regex</start>")
    ///     (script line 5 "$session = {};")))
    /// ```
    package var expression: String {
        var writer = ExpressionWriter()
        for item in items { writer.write(item, indent: 0) }
        return writer.text
    }

    /// The pieces with their places, one a line: what `dump tokens` prints.
    package var tokens: String {
        var lines: [String] = []
        var place = SourcePosition(line: 1, column: 1)
        for piece in pieces {
            let text = source.text(in: piece.span)
            lines.append("\(place.line):\(place.column) \(piece.kind.rawValue) \(JSONText.quoted(text))")
            for scalar in text.unicodeScalars {
                place = scalar == "\n" ? SourcePosition(line: place.line + 1, column: 1) : place.next
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

extension SourcePosition {
    fileprivate var next: SourcePosition { SourcePosition(line: line, column: column + 1) }
}

/// Writes items as nested lists. The parser's limit of nesting keeps the recursion shallow.
private struct ExpressionWriter {
    private var lines: [String] = []

    var text: String { lines.map { $0 + "\n" }.joined() }

    mutating func write(_ item: ScriptItem, indent: Int) {
        let margin = String(repeating: " ", count: indent * 2)
        switch item {
        case .tag(let tag): write(tag, indent: indent)
        case .pattern(let pattern):
            lines.append("\(margin)(pattern \(pattern.name.text) \(quoted(pattern.body))\(list(pattern.parameters)))")
        case .setting(let setting): lines.append("\(margin)\(expression(setting))")
        case .line(let line): lines.append("\(margin)(line \(quoted(line)))")
        case .comment(let comment): lines.append("\(margin)(comment \(quoted(comment)))")
        }
    }

    private mutating func write(_ tag: ScriptTag, indent: Int) {
        var head = String(repeating: " ", count: indent * 2) + "(" + tag.name.text + (tag.isBang ? "!" : "")
        if let value = tag.value { head += " " + quoted(value) }
        if let code = tag.code { head += " line \(code.firstLine) " + JSONText.quoted(code.text) }
        lines.append(head + list(tag.parameters))
        for item in tag.items { write(item, indent: indent + 1) }
        lines[lines.count - 1] += ")"
    }

    private func list(_ parameters: [ScriptParameter]) -> String {
        parameters.map { " " + expression($0) }.joined()
    }

    private func expression(_ parameter: ScriptParameter) -> String {
        let value = parameter.value.text
        let isPlain = !parameter.isQuoted && !value.isEmpty && value.utf8.allSatisfy(isPlainByte)
        let isTagged = !parameter.isQuoted && !isPlain
        return "(\(parameter.key.text) = \(isTagged ? "bare " : "")\(isPlain ? value : JSONText.quoted(value)))"
    }

    private func isPlainByte(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !Array("()\"".utf8).contains(byte)
    }

    private func quoted(_ text: PlacedText) -> String { JSONText.quoted(text.text) }
}
