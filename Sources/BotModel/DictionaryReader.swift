import SourceText

/// Reads the rows of a CSV dictionary. A faulty row is reported and used as far as it can be.
struct DictionaryReader {
    private let file: SourceFile
    private(set) var records: [EntityDictionary.Record] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var lineOfID: [String: Int] = [:]

    /// More faults than this in one file say the same again.
    private static let mostFaults = 100

    init(_ file: SourceFile) { self.file = file }

    mutating func readAll() {
        for line in 1...file.lineStarts.count {
            let span = contents(of: line)
            if !span.isEmpty { readRow(span, line: line) }
        }
        if records.isEmpty { report(.emptyDictionary(file)) }
    }

    /// A line without blanks around it, line end and byte order mark.
    private func contents(of line: Int) -> SourceSpan {
        var start = file.lineStarts[line - 1]
        let end = line < file.lineStarts.count ? file.lineStarts[line] : file.bytes.count
        if start == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        return trimmed(SourceSpan(start, end))
    }

    private func trimmed(_ span: SourceSpan) -> SourceSpan {
        var (start, end) = (span.start, span.end)
        while start < end, Self.isBlank(file.bytes[start]) { start += 1 }
        while end > start, Self.isBlank(file.bytes[end - 1]) { end -= 1 }
        return SourceSpan(start, end)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    // MARK: Rows

    private mutating func readRow(_ row: SourceSpan, line: Int) {
        let idField = field(from: row.start, in: row)
        let id = text(of: idField.span)
        guard let synonymsStart = idField.next else {
            report(.rowWithoutColumns(file, at: row))
            return add(id, [], value: "null", row, line)
        }
        let synonymField = field(from: synonymsStart, in: row)
        let synonyms = readSynonyms(in: synonymField.span)
        if id.isEmpty { report(.rowWithoutID(file, at: SourceSpan(row.start, row.start + 1))) }
        if synonyms.isEmpty { report(.rowWithoutSynonyms(id, file: file, at: row)) }
        let value = synonymField.next.map { readValue(in: SourceSpan($0, row.end)) } ?? "null"
        add(id, synonyms, value: value, row, line)
    }

    private mutating func add(
        _ id: String, _ synonyms: [EntityDictionary.Synonym], value: String, _ row: SourceSpan, _ line: Int
    ) {
        if let first = lineOfID.updateValue(line, forKey: id), !id.isEmpty {
            let place = contents(of: first)
            report(
                Diagnostic.duplicateRecord(id, file: file, at: row)
                    .labelled("the first one is here", in: file, at: place))
        }
        records.append(.init(id: id, synonyms: synonyms, value: value, span: row, line: line))
    }

    private mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < Self.mostFaults { diagnostics.append(diagnostic) }
    }

    /// The field that begins at a byte, and where the next one begins.
    private mutating func field(from start: Int, in row: SourceSpan) -> (span: SourceSpan, next: Int?) {
        let content = trimmed(SourceSpan(start, row.end))
        var position = content.start
        if !content.isEmpty, file.bytes[position] == UInt8(ascii: "\""), let end = closingQuote(of: content) {
            position = end + 1
        }
        while position < row.end, file.bytes[position] != UInt8(ascii: ";") { position += 1 }
        return (trimmed(SourceSpan(start, position)), position < row.end ? position + 1 : nil)
    }

    /// The quote that ends a quoted field; two quotes stand for one.
    private mutating func closingQuote(of content: SourceSpan) -> Int? {
        var position = content.start + 1
        while position < content.end {
            if file.bytes[position] == UInt8(ascii: "\"") {
                guard position + 1 < content.end, file.bytes[position + 1] == UInt8(ascii: "\"") else {
                    return position
                }
                position += 1
            }
            position += 1
        }
        report(.unclosedField(file, at: content))
        return nil
    }

    /// A field's text without CSV quotes.
    private func text(of span: SourceSpan) -> String {
        let bytes = file.bytes[span.start..<span.end]
        guard bytes.count > 1, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var text: [UInt8] = []
        var isDoubled = false
        for byte in bytes.dropFirst().dropLast() {
            isDoubled = byte == UInt8(ascii: "\"") && !isDoubled && text.last == UInt8(ascii: "\"")
            if !isDoubled { text.append(byte) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    // MARK: Columns

    private func readSynonyms(in span: SourceSpan) -> [EntityDictionary.Synonym] {
        var result: [EntityDictionary.Synonym] = []
        let inner = withoutQuotes(span)
        var start = inner.start
        let end = inner.end
        for position in start...max(end, start) where position == end || file.bytes[position] == UInt8(ascii: ",") {
            let part = withoutQuotes(trimmed(SourceSpan(start, position)))
            start = position + 1
            guard !part.isEmpty else { continue }
            result.append(.init(text: file.text(in: part), span: part))
        }
        return result
    }

    private func withoutQuotes(_ span: SourceSpan) -> SourceSpan {
        let quote = UInt8(ascii: "\"")
        guard span.end - span.start > 1, file.bytes[span.start] == quote, file.bytes[span.end - 1] == quote,
            !file.bytes[(span.start + 1)..<(span.end - 1)].contains(quote)
        else { return span }
        return SourceSpan(span.start + 1, span.end - 1)
    }

    /// The third column as JSON: JSON as it stands, with CSV quotes around it removed, else a text.
    private mutating func readValue(in span: SourceSpan) -> String {
        let span = trimmed(span)
        guard !span.isEmpty else { return "null" }
        let written = file.bytes[span.start..<span.end]
        if let first = written.first, Self.mayBeJSON(first), let json = JSONReader.json(of: Array(written)) {
            return json
        }
        let unquoted = text(of: span)
        guard let start = unquoted.utf8.first, start == UInt8(ascii: "{") || start == UInt8(ascii: "[") else {
            return JSONText.quoted(unquoted)
        }
        if let json = JSONReader.json(of: Array(unquoted.utf8)) { return json }
        report(.brokenRecordValue(file, at: span))
        return JSONText.quoted(unquoted)
    }

    /// Whether JSON may begin so. Numbers and words stay texts, as the platform reads them.
    private static func mayBeJSON(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\"")
    }
}
