import JavaScriptTokens
import ScriptSyntax
import SourceText

/// Reads `LooseData` from a text; the first thing that cannot be read is told and ends it.
struct LooseReader {
    let value: PlacedText
    let file: SourceFile
    private let bytes: [UInt8]
    /// Where each line of the text begins, in its own bytes.
    private let lineStarts: [Int]
    private(set) var position = 0
    private var unclosedTemplates = 0
    private(set) var fault: Diagnostic?

    /// Brackets in brackets.
    private static let deepest = 64

    init(_ value: PlacedText, in file: SourceFile) {
        self.value = value
        self.file = file
        let bytes = Array(value.text.utf8)
        self.bytes = bytes
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    /// The whole text as data; `nil` with a fault when it is none.
    static func read(_ value: PlacedText, in file: SourceFile) -> (LooseData?, Diagnostic?) {
        var reader = LooseReader(value, in: file)
        let data = reader.read()
        reader.skipBlanks()
        if reader.fault == nil, !reader.isAtEnd { reader.miss("the end of this value") }
        return (reader.fault == nil ? data : nil, reader.fault)
    }

    var isAtEnd: Bool { position >= bytes.count }

    mutating func read(depth: Int = 0) -> LooseData? {
        skipBlanks()
        let start = position
        guard let byte = peek, depth < Self.deepest else { return blame("a value") }
        let content: LooseData.Content?
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): content = string().map { .text($0) }
        case UInt8(ascii: "["): content = list(depth: depth)
        case UInt8(ascii: "{") where !isTemplate: content = object(depth: depth)
        default: content = bare().map { .bare($0) }
        }
        return content.map { LooseData(content: $0, span: span(start, position)) }
    }

    /// Passes over a text like `->`; `false` when it does not stand here.
    mutating func skip(_ text: String) -> Bool {
        skipBlanks()
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }

    /// What is left, without blanks at its ends.
    mutating func rest() -> PlacedText {
        skipBlanks()
        var end = bytes.count
        while end > position, Self.isBlank(bytes[end - 1]) { end -= 1 }
        defer { position = bytes.count }
        return placed(position, end)
    }

    // MARK: Parts

    private mutating func list(depth: Int) -> LooseData.Content? {
        position += 1
        var values: [LooseData] = []
        while true {
            skipSeparators()
            guard let byte = peek else { return blame("a closing `]`") }
            if byte == UInt8(ascii: "]") { break }
            guard let value = read(depth: depth + 1) else { return nil }
            values.append(value)
            guard endsValue(before: UInt8(ascii: "]")) else { return blame("a `,` or the closing `]`") }
        }
        position += 1
        return .list(values)
    }

    private mutating func object(depth: Int) -> LooseData.Content? {
        position += 1
        var members: [LooseData.Member] = []
        while true {
            skipSeparators()
            guard let byte = peek else { return blame("a closing `}`") }
            if byte == UInt8(ascii: "}") { break }
            guard let key = key() else { return nil }
            skipBlanks()
            guard peek == UInt8(ascii: ":") || peek == UInt8(ascii: "=") else {
                return blame("a `:` after `\(key.text)`")
            }
            position += 1
            guard let value = read(depth: depth + 1) else { return nil }
            members.append(LooseData.Member(key: key, value: value))
            guard endsValue(before: UInt8(ascii: "}")) else { return blame("a `,` or the closing `}`") }
        }
        position += 1
        return .object(members)
    }

    private mutating func endsValue(before closing: UInt8) -> Bool {
        skipBlanks()
        return peek == closing || peek == UInt8(ascii: ",")
    }

    private mutating func key() -> PlacedText? {
        if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") { return string() }
        let start = position
        while let byte = peek, byte.isNameByte || byte == UInt8(ascii: "-") { position += 1 }
        return position > start ? placed(start, position) : blame("a name")
    }

    /// A text up to its closing quote; quotes inside `{{ }}` do not close it.
    private mutating func string() -> PlacedText? {
        let quote = bytes[position]
        let start = position + 1
        var text: [UInt8] = []
        position = start
        while let byte = peek {
            if byte == quote {
                let span = span(start, position)
                position += 1
                return PlacedText(text: String(decoding: text, as: UTF8.self), span: span)
            }
            if byte == UInt8(ascii: "\\"), position + 1 < bytes.count {
                appendEscape(to: &text)
            } else if let end = endOfTemplate() {
                text += bytes[position..<(end + 2)]
                position = end + 2
            } else {
                text.append(byte)
                position += 1
            }
        }
        position = start - 1
        return blame("a closing quote")
    }

    private mutating func appendEscape(to text: inout [UInt8]) {
        let letter = bytes[position + 1]
        position += 2
        switch letter {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "u"):
            guard let unit = codeUnit(at: position) else { return }
            position += 4
            var units = [unit]
            if UTF16.isLeadSurrogate(unit), skip(escape: "\\u"), let trail = codeUnit(at: position) {
                units.append(trail)
                position += 4
            }
            text += Array(String(decoding: units, as: UTF16.self).utf8)
        default: text.append(letter)
        }
    }

    private func codeUnit(at start: Int) -> UInt16? {
        let digits = bytes[start...].prefix(4)
        return digits.count == 4 ? UInt16(String(decoding: digits, as: UTF8.self), radix: 16) : nil
    }

    private mutating func skip(escape: String) -> Bool {
        guard bytes[position...].starts(with: escape.utf8) else { return false }
        position += escape.utf8.count
        return true
    }

    /// Up to the next `,`, closing bracket or `->`; `{{ }}` inside is taken whole.
    private mutating func bare() -> PlacedText? {
        let start = position
        while let byte = peek, !",]}\n".utf8.contains(byte) {
            if let end = endOfTemplate() {
                position = end + 2
            } else if bytes[position...].starts(with: "->".utf8) {
                break
            } else {
                position += 1
            }
        }
        var end = position
        while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
        return end > start ? placed(start, end) : blame("a value")
    }

    // MARK: Bytes

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private var isTemplate: Bool { bytes[position...].starts(with: "{{".utf8) }

    /// The byte at which the `}}` begins of a `{{` that stands here. Looking for it may read to the end, so only so many may be unclosed.
    private mutating func endOfTemplate() -> Int? {
        guard unclosedTemplates < TemplateCut.mostUnclosed, isTemplate else { return nil }
        let end = TemplateCut.end(bytes, from: position + 2)
        if end == nil { unclosedTemplates += 1 }
        return end
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private mutating func skipSeparators() {
        skipBlanks()
        while peek == UInt8(ascii: ",") {
            position += 1
            skipBlanks()
        }
    }

    mutating func skipBlanks() {
        while let byte = peek {
            if Self.isBlank(byte) {
                position += 1
            } else if bytes[position...].starts(with: "//".utf8) || byte == UInt8(ascii: "#") {
                while let byte = peek, byte != 0x0A { position += 1 }
            } else if bytes[position...].starts(with: "/*".utf8) {
                skipComment()
            } else {
                return
            }
        }
    }

    private mutating func skipComment() {
        position += 2
        while position < bytes.count, !bytes[position...].starts(with: "*/".utf8) { position += 1 }
        position = min(position + 2, bytes.count)
    }

    private func placed(_ start: Int, _ end: Int) -> PlacedText {
        PlacedText(text: String(decoding: bytes[start..<end], as: UTF8.self), span: span(start, end))
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
        let found = span(min(position, max(bytes.count - 1, 0)), min(position + 1, bytes.count))
        fault = fault ?? .unreadableData(expected: expected, file: file, at: found)
    }
}
