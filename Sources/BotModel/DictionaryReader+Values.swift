import SourceText

// The third column of a row: what the record means to scripts.
extension DictionaryReader {
    /// The third column as JSON: JSON as it stands, with CSV quotes around it removed, else a text.
    mutating func readValue(in rest: SourceSpan) -> String {
        let rest = trimmed(rest)
        if let json = json(in: rest) { return json }
        let column = valueColumn(of: rest)
        if column.end < rest.end, let json = json(in: column) { return json }
        let unquoted = text(of: column)
        guard let start = unquoted.utf8.first, start == UInt8(ascii: "{") || start == UInt8(ascii: "[") else {
            return column.isEmpty ? "null" : JSONText.quoted(unquoted)
        }
        if let json = JSONReader.json(of: Array(unquoted.utf8)) { return json }
        report(.brokenRecordValue(file, at: column))
        return JSONText.quoted(unquoted)
    }

    private func json(in span: SourceSpan) -> String? {
        guard !span.isEmpty else { return "null" }
        guard Self.mayBeJSON(file.bytes[span.start]) else { return nil }
        return JSONReader.json(of: Array(file.bytes[span.start..<span.end]))
    }

    /// The third column without those after it, which nothing reads. A `;` in quotes does not end it.
    private mutating func valueColumn(of rest: SourceSpan) -> SourceSpan {
        var isQuoted = false
        var end = rest.start
        while end < rest.end, isQuoted || file.bytes[end] != Self.semicolon {
            if file.bytes[end] == Self.quote { isQuoted.toggle() }
            end += 1
        }
        if isQuoted, file.bytes[rest.start] == Self.quote {
            let (column, next) = field(from: rest.start, in: rest)
            end = next.map { $0 - 1 } ?? rest.end
            reportExtraColumn(SourceSpan(end, rest.end))
            return column
        }
        reportExtraColumn(SourceSpan(end, rest.end))
        return trimmed(SourceSpan(rest.start, end))
    }

    /// Whether JSON may begin so. Numbers and words stay texts, as the platform reads them.
    private static func mayBeJSON(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\"")
    }
}
