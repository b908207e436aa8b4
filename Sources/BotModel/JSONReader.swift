import ScriptSyntax
import SourceText

/// Reads JSON with places. It also takes what the platform's own files contain: comments, a comma before a closing bracket,
/// keys without quotes, texts in single quotes.
struct JSONReader {
    private let file: SourceFile
    private let bytes: [UInt8]
    private var position: Int
    private let end: Int
    private var fault: Diagnostic?
    private(set) var isStrict = true

    /// - Returns: the document, or `nil` and what is wrong with it.
    static func read(_ file: SourceFile) -> (DataValue?, [Diagnostic]) {
        var reader = JSONReader(file, SourceSpan(0, file.bytes.count))
        let value = reader.readDocument()
        return (value, [reader.fault].compactMap { $0 })
    }

    /// JSON text that scripts can parse: the file's own when it is strict.
    static func text(of file: SourceFile) -> (String?, [Diagnostic]) {
        var reader = JSONReader(file, SourceSpan(0, file.bytes.count))
        guard let value = reader.readDocument() else { return (nil, [reader.fault].compactMap { $0 }) }
        return (reader.isStrict ? file.text(in: value.span) : value.json, [])
    }

    /// A piece of a file that is one value, as strict JSON.
    static func json(of bytes: [UInt8]) -> String? {
        var reader = JSONReader(SourceFile(path: "", text: ""), bytes)
        guard let value = reader.readDocument() else { return nil }
        return reader.isStrict ? String(decoding: bytes, as: UTF8.self) : value.json
    }

    private init(_ file: SourceFile, _ span: SourceSpan) {
        self.file = file
        bytes = file.bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : span.start
        end = span.end
    }

    private init(_ file: SourceFile, _ bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
        position = 0
        end = bytes.count
    }

    private mutating func readDocument() -> DataValue? {
        guard let value = readValue(depth: 0) else { return nil }
        skipBlanks()
        guard position == end else { return stop("There is more text after the end of the JSON value.") }
        return value
    }

    private mutating func readValue(depth: Int) -> DataValue? {
        skipBlanks()
        guard depth <= DataValue.deepest else {
            return stop("This JSON is nested more than \(DataValue.deepest) deep.")
        }
        let start = position
        switch peek {
        case UInt8(ascii: "{"): return readObject(from: start, depth: depth)
        case UInt8(ascii: "["): return readList(from: start, depth: depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return readString().map { DataValue(kind: .text($0), span: SourceSpan(start, position)) }
        default: return readWord(from: start)
        }
    }

    private mutating func readObject(from start: Int, depth: Int) -> DataValue? {
        var members: [DataMember] = []
        let isComplete = readParts(closer: UInt8(ascii: "}")) { reader in
            let keyStart = reader.position
            guard let key = reader.readKey() else { return reader.fails("A key in double quotes is expected here.") }
            let span = SourceSpan(keyStart, reader.position)
            reader.skipBlanks()
            guard reader.peek == UInt8(ascii: ":") else { return reader.fails("A `:` is expected after the key.") }
            reader.position += 1
            guard let value = reader.readValue(depth: depth + 1) else { return false }
            members.append(DataMember(key: PlacedText(text: key, span: span), value: value))
            return true
        }
        return isComplete ? DataValue(kind: .object(members), span: SourceSpan(start, position)) : nil
    }

    /// A text, or a name without quotes.
    private mutating func readKey() -> String? {
        if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") { return readString() }
        let start = position
        while let byte = peek, byte >= 0x80 || Self.isNameByte(byte) { position += 1 }
        isStrict = false
        return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isWordByte(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
    }

    private mutating func readList(from start: Int, depth: Int) -> DataValue? {
        var elements: [DataValue] = []
        let isComplete = readParts(closer: UInt8(ascii: "]")) { reader in
            guard let value = reader.readValue(depth: depth + 1) else { return false }
            elements.append(value)
            return true
        }
        return isComplete ? DataValue(kind: .list(elements), span: SourceSpan(start, position)) : nil
    }

    /// Parts with commas between them, up to the closing bracket.
    private mutating func readParts(closer: UInt8, _ readPart: (inout JSONReader) -> Bool) -> Bool {
        let opening = position
        position += 1
        skipBlanks()
        while peek != closer {
            guard peek != nil else {
                return fails("This bracket is never closed.", at: SourceSpan(opening, opening + 1))
            }
            guard readPart(&self) else { return false }
            skipBlanks()
            if peek == UInt8(ascii: ",") {
                position += 1
                skipBlanks()
                if peek == closer { isStrict = false }
            } else if peek != closer, peek != nil {
                return fails("A `,` or `\(Character(Unicode.Scalar(closer)))` is expected here.")
            }
        }
        position += 1
        return true
    }

    private mutating func readWord(from start: Int) -> DataValue? {
        while let byte = peek, Self.isWordByte(byte) { position += 1 }
        let span = SourceSpan(start, position)
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        switch word {
        case "null": return DataValue(kind: .null, span: span)
        case "true", "false": return DataValue(kind: .flag(word == "true"), span: span)
        default:
            guard Self.isNumber(bytes[start..<position]) else {
                return stop("A JSON value is expected here.", at: SourceSpan(start, max(position, min(start + 1, end))))
            }
            return DataValue(kind: .number(word), span: span)
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// The number grammar of JSON.
    static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        func digits(_ rest: inout ArraySlice<UInt8>) -> Int {
            let count = rest.prefix(while: isDigit).count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let leadsWithZero = rest.first == UInt8(ascii: "0")
        let whole = digits(&rest)
        guard whole > 0, whole == 1 || !leadsWithZero else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits(&rest) > 0 else { return false }
        }
        if let byte = rest.first, byte | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard digits(&rest) > 0 else { return false }
        }
        return rest.isEmpty
    }

    // MARK: Texts

    private mutating func readString() -> String? {
        let start = position
        let quote = bytes[position]
        if quote == UInt8(ascii: "'") { isStrict = false }
        position += 1
        if let text = plainText(quote) { return text }
        var text: [UInt8] = []
        while let byte = peek {
            position += 1
            switch byte {
            case quote: return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): readEscape(into: &text)
            case 0..<0x20:
                isStrict = false
                if byte == 0x0A {
                    return stop("This text has no closing quote on its line.", at: SourceSpan(start, position - 1))
                }
                text.append(byte)
            default: text.append(byte)
            }
        }
        return stop("This text has no closing quote.", at: SourceSpan(start, start + 1))
    }

    /// A text without escapes, which is nearly every one.
    private mutating func plainText(_ quote: UInt8) -> String? {
        var index = position
        while index < end, bytes[index] != quote {
            guard bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "\\") else { return nil }
            index += 1
        }
        guard index < end else { return nil }
        defer { position = index + 1 }
        return String(decoding: bytes[position..<index], as: UTF8.self)
    }

    private mutating func readEscape(into text: inout [UInt8]) {
        guard let byte = peek else { return }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "u"): text += readUnicodeEscape().utf8
        default:
            isStrict = false
            text.append(byte)
        }
    }

    /// The scalar after `\u`; two halves make one, and a half that stands alone is U+FFFD.
    private mutating func readUnicodeEscape() -> String {
        guard let unit = readHexadecimal() else { return "\u{FFFD}" }
        if (0xD800..<0xDC00).contains(unit), position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        {
            let here = position
            position += 2
            if let low = readHexadecimal(), (0xDC00..<0xE000).contains(low) {
                let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
                return Unicode.Scalar(value).map { String($0) } ?? "\u{FFFD}"
            }
            position = here
        }
        return Unicode.Scalar(UInt32(unit)).map { String($0) } ?? "\u{FFFD}"
    }

    private mutating func readHexadecimal() -> UInt16? {
        guard position + 4 <= end,
            let unit = UInt16(String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
        else {
            isStrict = false
            return nil
        }
        position += 4
        return unit
    }

    // MARK: Between values

    private var peek: UInt8? { position < end ? bytes[position] : nil }

    /// Skips blanks, `// …` and `/* … */`.
    private mutating func skipBlanks() {
        while let byte = peek {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                position += 1
            } else if byte == UInt8(ascii: "/"), position + 1 < end, bytes[position + 1] == byte {
                isStrict = false
                while let next = peek, next != 0x0A { position += 1 }
            } else if byte == UInt8(ascii: "/"), position + 1 < end, bytes[position + 1] == UInt8(ascii: "*") {
                isStrict = false
                skipComment()
            } else {
                return
            }
        }
    }

    private mutating func skipComment() {
        position += 2
        while position < end {
            if bytes[position] == UInt8(ascii: "*"), position + 1 < end, bytes[position + 1] == UInt8(ascii: "/") {
                position += 2
                return
            }
            position += 1
        }
    }

    /// The same where a part of a list was expected: always false.
    private mutating func fails(_ problem: String, at span: SourceSpan? = nil) -> Bool {
        let nothing: DataValue? = stop(problem, at: span)
        return nothing != nil
    }

    /// Ends the reading with a message; `nil` in any type.
    private mutating func stop<Value>(_ problem: String, at span: SourceSpan? = nil) -> Value? {
        if fault == nil {
            let here = min(position, file.bytes.count)
            let span = span ?? SourceSpan(here, min(here + 1, file.bytes.count))
            fault = .unreadableJSON(file, problem: problem, at: span)
        }
        return nil
    }
}
