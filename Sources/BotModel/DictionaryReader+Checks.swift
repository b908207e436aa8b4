import SourceText

// What can be wrong with the rows as a table: their separator, a header, a quote that stays open, a column too many.
extension DictionaryReader {
    /// Looks at the rows as a whole, before they are read.
    mutating func checkHead(_ rows: [SourceSpan]) {
        guard let first = rows.first else { return }
        if let separator = otherSeparator(of: rows) {
            hasOtherSeparator = true
            report(.otherSeparator(separator, file: file, at: first))
        } else if isHeader(first) {
            report(.headerRow(file, at: first).fixed("Remove the row", replacing: wholeLines(of: first), by: ""))
        }
    }

    /// What separates the columns in the place of `;`; `nil` when some row has a `;`, or when it cannot be seen.
    private func otherSeparator(of rows: [SourceSpan]) -> String? {
        guard rows.allSatisfy({ !holds(Self.semicolon, $0) }) else { return nil }
        func isIn(_ byte: UInt8) -> Bool { rows.allSatisfy { holds(byte, $0) } }
        return isIn(0x09) ? "tabs" : isIn(UInt8(ascii: ",")) ? "commas" : nil
    }

    private func holds(_ byte: UInt8, _ row: SourceSpan) -> Bool { file.bytes[row.start..<row.end].contains(byte) }

    // MARK: A header

    private static let idNames: Set = ["id", "ид", "key", "ключ", "код", "code", "№", "#", "номер"]
    private static let wordNames: Set = [
        "synonym", "synonyms", "word", "words", "phrase", "phrases", "pattern", "patterns", "value", "values", "name",
        "names", "title", "text", "синонимы", "синоним", "слова", "слово", "фразы", "фраза", "значение", "значения",
        "название", "имя", "текст", "паттерн", "паттерны",
    ]

    /// `id;synonyms;value`: both columns must be such a name, since `name` alone may well be a word.
    private func isHeader(_ row: SourceSpan) -> Bool {
        let columns = file.text(in: row).split(separator: ";", omittingEmptySubsequences: false).map {
            $0.lowercased().filter { !$0.isWhitespace && $0 != "\"" }
        }
        return columns.count > 1 && Self.idNames.contains(columns[0]) && Self.wordNames.contains(columns[1])
    }

    /// A row with its line end.
    private func wholeLines(of row: SourceSpan) -> SourceSpan {
        let next = file.lineStarts.first { $0 >= row.end } ?? file.bytes.count
        return SourceSpan(row.start, next)
    }

    // MARK: Rows

    /// Whole programs read such a field on to the next quote, over the ends of lines.
    mutating func reportOpenQuote(_ field: SourceSpan) {
        let fault = Diagnostic.unclosedField(file, at: field)
        let rest = file.bytes[field.end...].prefix(Self.mostLookedAt)
        guard let next = rest.firstIndex(of: Self.quote) else { return report(fault) }
        report(fault.labelled("the next quote stands here", in: file, at: SourceSpan(next, next + 1)))
    }

    private static let mostLookedAt = 10_000

    /// - Parameter rest: from the `;` after the third column.
    mutating func reportExtraColumn(_ rest: SourceSpan) {
        // Spreadsheets write empty columns.
        guard file.bytes[rest.start..<rest.end].contains(where: { $0 != Self.semicolon && !DataCursor.isBlank($0) })
        else { return }
        report(.extraColumn(file, at: rest))
    }
}
