import SourceText

/// Blocks of JavaScript: `script:`, `scriptEs6:`, `init:`.
///
/// A block ends before a line that is not further in than its tag and begins with a tag or with `#`; code lines may be
/// blank, or further out than the first one. Lines commented out at the margin do not end it while code follows them.
extension ScriptReader {
    mutating func readCode(_ head: TagHead, _ line: ScriptLine) -> ScriptCode {
        let start = bytes.skipBlanks(head.valueStart, line.textEnd)
        let block = codeLines(after: line, hasCodeOnTagLine: start < line.textEnd)
        next = line.index + 1
        var code: [UInt8] = []
        var span: SourceSpan?
        if start < line.textEnd {
            pieces.add(.code, start, line.textEnd)
            // Blanks up to the column of the code keep the engine's columns those of the file.
            code += [UInt8](repeating: 0x20, count: source.position(at: start).column - 1)
            code += bytes.slice(start, line.end)
            span = SourceSpan(start, line.textEnd)
        }
        for index in block {
            if span != nil { code.append(UInt8(ascii: "\n")) }
            append(self.line(index), to: &code)
            let end = self.line(index).textEnd
            span = SourceSpan(span?.start ?? self.line(index).textStart, max(end, span?.end ?? 0))
        }
        next = block.upperBound
        let first = start < line.textEnd ? line.index : block.lowerBound
        return ScriptCode(
            text: String(decoding: code, as: UTF8.self), firstLine: min(first, line.index + 1 + block.count) + 1,
            span: span ?? SourceSpan(line.textEnd, line.textEnd))
    }

    /// The lines of code from the first to the last that is not blank.
    private mutating func codeLines(after tag: ScriptLine, hasCodeOnTagLine: Bool) -> Range<Int> {
        var first = hasCodeOnTagLine ? tag.index + 1 : nil
        var past = tag.index + 1
        var isFlat = false
        var commentsEnd = 0
        for index in (tag.index + 1)..<max(tag.index + 1, source.lineStarts.count) {
            let line = line(index)
            if line.isBlank { continue }
            if line.indent <= tag.indent {
                if isCodeComment(line, of: tag, until: &commentsEnd) {
                    first = first ?? index
                    continue
                }
                if endsCode(line, of: tag, isFlat: isFlat) { break }
                if first == nil { isFlat = noteFlatCode(line) }
            }
            first = first ?? index
            past = index + 1
        }
        return (first ?? past)..<past
    }

    /// Whether a `#` line that is not further in than the tag stands between lines of code. Its run is looked at once.
    private func isCodeComment(_ line: ScriptLine, of tag: ScriptLine, until end: inout Int) -> Bool {
        if line.index < end { return true }
        guard bytes[line.textStart] == UInt8(ascii: "#") else { return false }
        var index = line.index
        while index < source.lineStarts.count {
            let following = self.line(index)
            if !following.isBlank, bytes[following.textStart] != UInt8(ascii: "#") || following.indent > tag.indent {
                guard following.indent > tag.indent else { return false }
                end = index
                return true
            }
            index += 1
        }
        return false
    }

    /// Whether a line that is not further in than the tag ends the block.
    private func endsCode(_ line: ScriptLine, of tag: ScriptLine, isFlat: Bool) -> Bool {
        if bytes[line.textStart] == UInt8(ascii: "#") { return !isFlat }
        if isAnnotation(line) || line.indent < tag.indent && isBareElse(line) { return true }
        guard let head = tagHead(of: line) else { return isTagWithSlip(line, isFlat: isFlat) }
        return !isFlat || head.description != nil
    }

    /// A tag without its colon, or a word of other letters with one; never what JavaScript may be.
    private func isTagWithSlip(_ line: ScriptLine, isFlat: Bool) -> Bool {
        if !isFlat, isForeignTag(line) { return true }
        let wordEnd = bytes.wordEnd(line.textStart, line.textEnd)
        let nameEnd = bytes[wordEnd] == UInt8(ascii: "!") ? wordEnd + 1 : wordEnd
        let value = bytes.skipBlanks(nameEnd, line.textEnd)
        if value == line.textEnd { return !isBareElse(line) && tagWithoutColon(of: line) != nil }
        // `a Hello`: no two words follow each other like this in JavaScript.
        if bytes[line.textStart] == UInt8(ascii: "a"), nameEnd == line.textStart + 1, bytes[value] >= 0xC3 {
            return true
        }
        return beginsName(value) && !isOperator(value, line.textEnd) && tagWithoutColon(of: line) != nil
    }

    /// `Состояние:`, the tag of another language. In flat code it may be a member.
    private func isForeignTag(_ line: ScriptLine) -> Bool {
        guard bytes[line.textStart] >= 0xC3 else { return false }
        let end = bytes.nameEnd(line.textStart, min(line.textEnd, line.textStart + 100))
        return bytes[end] == UInt8(ascii: ":")
    }

    /// A letter, a `$`, or the path of a state.
    private func beginsName(_ offset: Int) -> Bool {
        let isPath = bytes[offset] == UInt8(ascii: "/") && !bytes.starts(offset, with: "//")
        return bytes.nameEnd(isPath ? offset + 1 : offset, bytes.count) > offset + (isPath ? 1 : 0)
    }

    private func isOperator(_ offset: Int, _ end: Int) -> Bool {
        ["in", "of", "instanceof", "as"].contains(bytes.text(offset, bytes.wordEnd(offset, min(end, offset + 20))))
    }

    private mutating func noteFlatCode(_ line: ScriptLine) -> Bool {
        if open.innermost?.isFlat != true { report.add(.flatCode, at: SourceSpan(line.textStart, line.textEnd)) }
        return true
    }

    /// A line of code as it stands; a `#` that begins it becomes `//` without moving what follows.
    private mutating func append(_ line: ScriptLine, to code: inout [UInt8]) {
        guard bytes[line.textStart] == UInt8(ascii: "#"), !line.isBlank else {
            pieces.add(.code, line.textStart, line.textEnd)
            code += bytes.slice(line.start, line.end)
            return
        }
        pieces.add(.comment, line.textStart, line.textEnd)
        code += bytes.slice(line.start, line.textStart)
        code += Array("//".utf8)
        var rest = min(line.textStart + 2, line.end)
        while rest < line.end, bytes[rest] & 0xC0 == 0x80 { rest += 1 }
        code += bytes.slice(rest, line.end)
    }
}
