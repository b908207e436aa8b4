import SourceText

/// Reads the rows of a CSV dictionary. A faulty row is reported and used as far as it can be.
struct DictionaryReader {
    let file: SourceFile
    private(set) var records: [EntityDictionary.Record] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var lineOfID: [String: Int] = [:]
    /// Columns are separated by something else, which was said once for all rows.
    var hasOtherSeparator = false

    /// More faults than this in one file say the same again.
    private static let mostFaults = 100

    init(_ file: SourceFile) { self.file = file }

    mutating func readAll() {
        let rows = (1...file.lineStarts.count).map { (line: $0, span: contents(of: $0)) }.filter { !$0.span.isEmpty }
        checkHead(rows.map(\.span))
        for row in rows { readRow(row.span, line: row.line) }
        if records.isEmpty { report(.emptyDictionary(file)) }
    }

    /// A line without blanks around it, line end and byte order mark.
    private func contents(of line: Int) -> SourceSpan {
        var start = file.lineStarts[line - 1]
        let end = line < file.lineStarts.count ? file.lineStarts[line] : file.bytes.count
        if start == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        return trimmed(SourceSpan(start, end))
    }

    func trimmed(_ span: SourceSpan) -> SourceSpan {
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
            if !hasOtherSeparator { report(.rowWithoutColumns(file, at: row)) }
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

    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < Self.mostFaults { diagnostics.append(diagnostic) }
    }

    /// The field that begins at a byte, and where the next one begins. Of a quote that nothing closes only the quote is left out.
    mutating func field(from start: Int, in row: SourceSpan) -> (span: SourceSpan, next: Int?) {
        var content = trimmed(SourceSpan(start, row.end))
        var position = content.start
        if !content.isEmpty, file.bytes[position] == Self.quote {
            if let end = closingQuote(of: content) {
                position = end + 1
            } else {
                reportOpenQuote(content)
                content = SourceSpan(content.start + 1, content.end)
                position = content.start
            }
        }
        while position < row.end, file.bytes[position] != Self.semicolon { position += 1 }
        return (trimmed(SourceSpan(content.start, position)), position < row.end ? position + 1 : nil)
    }

    static let quote = UInt8(ascii: "\"")
    static let semicolon = UInt8(ascii: ";")

    /// The quote that ends a quoted field: the column ends after it, or another quoted word of the same column follows. Two quotes
    /// stand for one.
    private func closingQuote(of content: SourceSpan) -> Int? {
        var position = content.start + 1
        var mayGoOn = true
        while position < content.end {
            if file.bytes[position] == Self.quote {
                if position + 1 < content.end, file.bytes[position + 1] == Self.quote {
                    position += 1
                } else if endsField(after: position, in: content, orWord: mayGoOn) {
                    return position
                }
            } else if file.bytes[position] == Self.semicolon {
                mayGoOn = false
            }
            position += 1
        }
        return nil
    }

    private func endsField(after quote: Int, in content: SourceSpan, orWord mayGoOn: Bool) -> Bool {
        var next = quote + 1
        while next < content.end, Self.isBlank(file.bytes[next]) { next += 1 }
        return next == content.end || file.bytes[next] == Self.semicolon
            || mayGoOn && file.bytes[next] == UInt8(ascii: ",")
    }

    /// A field's text without CSV quotes.
    func text(of span: SourceSpan) -> String {
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
        let isWhole = !span.isEmpty && file.bytes[span.start] == Self.quote && closingQuote(of: span) == span.end - 1
        let inner = isWhole ? SourceSpan(span.start + 1, span.end - 1) : span
        var start = inner.start
        let end = inner.end
        for position in start...max(end, start) where position == end || file.bytes[position] == UInt8(ascii: ",") {
            let part = withoutQuotes(trimmed(SourceSpan(start, position)))
            start = position + 1
            guard !part.isEmpty else { continue }
            result.append(.init(text: file.text(in: part).replacing("\"\"", with: "\""), span: part))
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
}
