import SourceText

/// Comments behind the text of an answer, which are said with it.
extension ScriptReader {
    /// `a: Hello  # the greeting`: told where a `#` between blanks is followed by words.
    mutating func noteCommentInText(_ start: Int, _ end: Int, of line: ScriptLine) {
        var offset = start
        for _ in 0..<Self.mostMarks {
            guard let mark = bytes.first(UInt8(ascii: "#"), from: offset, to: end) else { return }
            offset = mark + 1
            guard isComment(mark, start, end) else { continue }
            return report.add(
                .commentInText(moved: movedComment(mark, start, end, of: line)), at: SourceSpan(mark, end))
        }
    }

    /// Each is looked at with what stands before it, so a line of a megabyte of them is left alone.
    private static let mostMarks = 20

    private func isComment(_ mark: Int, _ start: Int, _ end: Int) -> Bool {
        let word = bytes.skipBlanks(mark + 1, end)
        guard mark == start || bytes.isBlank(mark - 1), word > mark + 1, word < end else { return false }
        let isWord = bytes.nameEnd(word, end) > word && !(0x30...0x39).contains(bytes[word])
        return isWord && !isKey(mark, start) && !isInBraces(mark, start)
    }

    /// "press # to go back": the key of a telephone. Then the word before it says so.
    private func isKey(_ mark: Int, _ start: Int) -> Bool {
        let before = bytes.text(start, bytes.trimEnd(start, mark))
        guard let word = before.split(separator: " ").last?.lowercased() else { return false }
        return Self.wordsBeforeKeys.contains { word.hasPrefix($0) } || word.hasSuffix("*")
    }

    private static let wordsBeforeKeys = [
        "press", "dial", "enter", "key", "hit", "type", "button", "sign", "symbol", "and", "or", "the", "hash", "pound",
        "наж", "наб", "введ", "ввод", "клав", "кноп", "знак", "символ", "реш", "или", "и",
    ]

    /// Whether the last `{{` before it is still open.
    private func isInBraces(_ mark: Int, _ start: Int) -> Bool {
        var offset = mark - 2
        while offset >= start {
            if bytes.starts(offset, with: "}}") { return false }
            if bytes.starts(offset, with: "{{") { return true }
            offset -= 1
        }
        return false
    }

    /// The comment on a line of its own above, in the column of this line. Parameters after it may be part of it.
    private func movedComment(_ mark: Int, _ start: Int, _ end: Int, of line: ScriptLine)
        -> [(span: SourceSpan, text: String)]
    {
        guard end == line.textEnd, mark > start else { return [] }
        let margin = bytes.text(line.start, line.textStart)
        return [
            (SourceSpan(line.textStart, line.textStart), bytes.text(mark, end) + "\n" + margin),
            (SourceSpan(bytes.trimEnd(start, mark), end), ""),
        ]
    }
}
