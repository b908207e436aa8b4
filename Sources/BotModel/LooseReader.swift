import ScriptSyntax
import SourceText

/// Reads `LooseData` from a text; the first thing that cannot be read is told and ends it.
struct LooseReader {
    let value: PlacedText
    let file: SourceFile
    private var cursor: DataCursor
    /// Where each line of the text begins, in its own bytes.
    private let lineStarts: [Int]
    private(set) var fault: Diagnostic?

    /// Brackets in brackets.
    private static let deepest = 64

    init(_ value: PlacedText, in file: SourceFile) {
        self.value = value
        self.file = file
        let bytes = Array(value.text.utf8)
        cursor = DataCursor(bytes, .loose)
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    /// The whole text as data; `nil` with a fault when it is none.
    static func read(_ value: PlacedText, in file: SourceFile) -> (LooseData?, Diagnostic?) {
        var reader = LooseReader(value, in: file)
        let data = reader.read()
        reader.cursor.skipBlanks()
        if reader.fault == nil, !reader.cursor.isAtEnd { reader.miss("the end of this value") }
        return (reader.fault == nil ? data : nil, reader.fault)
    }

    mutating func read(depth: Int = 0) -> LooseData? {
        cursor.skipBlanks()
        let start = cursor.position
        guard let byte = cursor.peek, depth < Self.deepest else { return blame("a value") }
        let content: LooseData.Content?
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): content = string().map { .text($0) }
        case UInt8(ascii: "["): content = list(depth: depth)
        case UInt8(ascii: "{") where !cursor.isAt("{{"): content = object(depth: depth)
        default: content = bare().map { .bare($0) }
        }
        return content.map { LooseData(content: $0, span: span(start, cursor.position)) }
    }

    /// Passes over a text like `->`; `false` when it does not stand here.
    mutating func skip(_ text: StaticString) -> Bool {
        cursor.skipBlanks()
        guard cursor.isAt(text) else { return false }
        cursor.position += text.utf8CodeUnitCount
        return true
    }

    /// What is left, without blanks at its ends.
    mutating func rest() -> PlacedText {
        cursor.skipBlanks()
        var end = cursor.bytes.count
        while end > cursor.position, DataCursor.isBlank(cursor.bytes[end - 1]) { end -= 1 }
        defer { cursor.position = cursor.bytes.count }
        return placed(cursor.position, end)
    }

    // MARK: Parts

    private mutating func list(depth: Int) -> LooseData.Content? {
        cursor.position += 1
        var values: [LooseData] = []
        while true {
            skipSeparators()
            guard let byte = cursor.peek else { return blame("a closing `]`") }
            if byte == UInt8(ascii: "]") { break }
            guard let value = read(depth: depth + 1) else { return nil }
            values.append(value)
            guard endsValue(before: UInt8(ascii: "]")) else { return blame("a `,` or the closing `]`") }
        }
        cursor.position += 1
        return .list(values)
    }

    private mutating func object(depth: Int) -> LooseData.Content? {
        cursor.position += 1
        var members: [LooseData.Member] = []
        while true {
            skipSeparators()
            guard let byte = cursor.peek else { return blame("a closing `}`") }
            if byte == UInt8(ascii: "}") { break }
            guard let key = key() else { return nil }
            cursor.skipBlanks()
            guard cursor.peek == UInt8(ascii: ":") || cursor.peek == UInt8(ascii: "=") else {
                return blame("a `:` after `\(key.text)`")
            }
            cursor.position += 1
            guard let value = read(depth: depth + 1) else { return nil }
            members.append(LooseData.Member(key: key, value: value))
            guard endsValue(before: UInt8(ascii: "}")) else { return blame("a `,` or the closing `}`") }
        }
        cursor.position += 1
        return .object(members)
    }

    private mutating func endsValue(before closing: UInt8) -> Bool {
        cursor.skipBlanks()
        return cursor.peek == closing || cursor.peek == UInt8(ascii: ",")
    }

    private mutating func key() -> PlacedText? {
        if cursor.isAtQuote { return string() }
        let name = cursor.readName()
        return name.isEmpty ? blame("a name") : placed(name.lowerBound, name.upperBound)
    }

    /// A text up to its closing quote; quotes inside `{{ }}` do not close it.
    private mutating func string() -> PlacedText? {
        let start = cursor.position
        guard let text = cursor.readText() else {
            cursor.position = start
            return blame("a closing quote")
        }
        return PlacedText(text: text, span: span(start + 1, cursor.position - 1))
    }

    /// Up to the next `,`, closing bracket or `->`; `{{ }}` inside is taken whole.
    private mutating func bare() -> PlacedText? {
        let start = cursor.position
        while let byte = cursor.peek, !",]}\n".utf8.contains(byte) {
            if let end = cursor.endOfTemplate() {
                cursor.position = end
            } else if cursor.isAt("->") {
                break
            } else {
                cursor.position += 1
            }
        }
        var end = cursor.position
        while end > start, DataCursor.isBlank(cursor.bytes[end - 1]) { end -= 1 }
        return end > start ? placed(start, end) : blame("a value")
    }

    // MARK: Places

    private mutating func skipSeparators() {
        cursor.skipBlanks()
        while cursor.peek == UInt8(ascii: ",") {
            cursor.position += 1
            cursor.skipBlanks()
        }
    }

    private func placed(_ start: Int, _ end: Int) -> PlacedText {
        PlacedText(text: String(decoding: cursor.bytes[start..<end], as: UTF8.self), span: span(start, end))
    }

    private func span(_ start: Int, _ end: Int) -> SourceSpan {
        let first = fileOffset(start)
        return SourceSpan(first, max(first, fileOffset(end)))
    }

    /// As `PlacedText.fileOffset`, with the lines counted once.
    private func fileOffset(_ offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return value.lineStarts[min(low, value.lineStarts.count - 1)] + offset - lineStarts[low]
    }

    private mutating func blame<Result>(_ expected: String) -> Result? {
        miss(expected)
        return nil
    }

    private mutating func miss(_ expected: String) {
        let found = span(
            min(cursor.position, max(cursor.bytes.count - 1, 0)), min(cursor.position + 1, cursor.bytes.count))
        fault = fault ?? .unreadableData(expected: expected, file: file, at: found)
    }
}
