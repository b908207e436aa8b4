import SourceText

/// `@Name` with JSON: what the graphical editor remembers about a block. It is kept as a comment.
extension ScriptReader {
    /// `@Name` alone on its line, or before its JSON.
    func isAnnotation(_ line: ScriptLine) -> Bool {
        guard bytes[line.textStart] == UInt8(ascii: "@"), line.textStart + 1 < line.textEnd else { return false }
        let end = bytes.wordEnd(line.textStart + 1, line.textEnd)
        let after = bytes.skipBlanks(end, line.textEnd)
        return end > line.textStart + 1 && (after == line.textEnd || bytes[after] == UInt8(ascii: "{"))
    }

    /// Skips the annotation with the JSON below it, which may begin in the same column.
    mutating func readAnnotation(_ line: ScriptLine) {
        var brackets = BracketScanner()
        var last = line
        var parts = [TextPart(start: line.textStart, end: line.textEnd, column: nil, lineStart: line.start)]
        pieces.add(.comment, line.textStart, line.textEnd)
        brackets.read(bytes, line.textStart, line.textEnd)
        var index = line.index + 1
        while index < source.lineStarts.count {
            let following = self.line(index)
            index += 1
            if following.isBlank { continue }
            let isBrace = bytes[following.textStart] == UInt8(ascii: "{")
            let opensInSameColumn = isBrace && following.indent == line.indent && last.index == line.index
            guard belongs(following, to: line, brackets) || opensInSameColumn else { break }
            pieces.add(.comment, following.textStart, following.textEnd)
            brackets.read(bytes, following.textStart, following.textEnd)
            parts.append(TextPart(following))
            last = following
        }
        checkIsClosed(brackets, line)
        if let text = TextAssembly(bytes: bytes).block(parts) { comments.append((text, line.indent)) }
        next = last.index + 1
    }

    /// What is further in does, and while a bracket is open also what is no line of the script: JSON begins none with a bare word.
    private func belongs(_ following: ScriptLine, to annotation: ScriptLine, _ brackets: BracketScanner) -> Bool {
        if following.indent > annotation.indent { return true }
        guard brackets.isOpen else { return false }
        return !isAnnotation(following) && tagHead(of: following) == nil && tagWithoutColon(of: following) == nil
    }

    private mutating func checkIsClosed(_ brackets: BracketScanner, _ line: ScriptLine) {
        guard brackets.isOpen, let opener = brackets.opener else { return }
        if let quote = brackets.quoteLeftOpen {
            return report.add(.unclosedQuote(nil), at: SourceSpan(quote, quote + 1))
        }
        let name = bytes.text(line.textStart, bytes.wordEnd(line.textStart + 1, line.textEnd))
        report.add(.unclosedAnnotation(clippedName(name)), at: SourceSpan(opener, opener + 1))
    }

    private func clippedName(_ name: String) -> String { name.count > 40 ? name.prefix(39) + "…" : name }
}
