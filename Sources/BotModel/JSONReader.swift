import ScriptSyntax
import SourceText

/// Reads JSON with places. It also takes what the platform's own files contain: comments, a comma before a closing bracket,
/// keys without quotes, texts in single quotes.
struct JSONReader {
    private let file: SourceFile
    private var cursor: DataCursor
    private var fault: Diagnostic?

    /// - Returns: the document, or `nil` and what is wrong with it.
    static func read(_ file: SourceFile) -> (DataValue?, [Diagnostic]) {
        var reader = JSONReader(file)
        let value = reader.readDocument()
        return (value, [reader.fault].compactMap { $0 })
    }

    /// JSON text that scripts can parse: the file's own when it is strict.
    static func text(of file: SourceFile) -> (String?, [Diagnostic]) {
        var reader = JSONReader(file)
        guard let value = reader.readDocument() else { return (nil, [reader.fault].compactMap { $0 }) }
        return (reader.cursor.isStrict ? file.text(in: value.span) : value.json, [])
    }

    /// A piece of a file that is one value, as strict JSON.
    static func json(of bytes: [UInt8]) -> String? {
        var reader = JSONReader(SourceFile(path: "", text: ""), bytes)
        guard let value = reader.readDocument() else { return nil }
        return reader.cursor.isStrict ? String(decoding: bytes, as: UTF8.self) : value.json
    }

    private init(_ file: SourceFile, _ bytes: [UInt8]? = nil) {
        self.file = file
        cursor = DataCursor(bytes ?? file.bytes, .json)
        if cursor.isAt("\u{FEFF}") { cursor.position = 3 }
    }

    private mutating func readDocument() -> DataValue? {
        guard let value = readValue(depth: 0) else { return nil }
        cursor.skipBlanks()
        guard cursor.isAtEnd else { return stop("There is more text after the end of the JSON value.") }
        return value
    }

    private mutating func readValue(depth: Int) -> DataValue? {
        cursor.skipBlanks()
        guard depth <= DataValue.deepest else {
            return stop("This JSON is nested more than \(DataValue.deepest) deep.")
        }
        let start = cursor.position
        switch cursor.peek {
        case UInt8(ascii: "{"): return readObject(from: start, depth: depth)
        case UInt8(ascii: "["): return readList(from: start, depth: depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return readText().map { DataValue(kind: .text($0), span: SourceSpan(start, cursor.position)) }
        default: return readWord(from: start)
        }
    }

    private mutating func readObject(from start: Int, depth: Int) -> DataValue? {
        var members: [DataMember] = []
        let isComplete = readParts(closer: UInt8(ascii: "}")) { reader in
            let keyStart = reader.cursor.position
            guard let key = reader.readKey() else { return reader.fails("A key in double quotes is expected here.") }
            let span = SourceSpan(keyStart, reader.cursor.position)
            reader.cursor.skipBlanks()
            guard reader.cursor.peek == UInt8(ascii: ":") else {
                return reader.fails("A `:` is expected after the key.")
            }
            reader.cursor.position += 1
            guard let value = reader.readValue(depth: depth + 1) else { return false }
            members.append(DataMember(key: PlacedText(text: key, span: span), value: value))
            return true
        }
        return isComplete ? DataValue(kind: .object(members), span: SourceSpan(start, cursor.position)) : nil
    }

    /// A text, or a name without quotes.
    private mutating func readKey() -> String? {
        if cursor.isAtQuote { return readText() }
        cursor.isStrict = false
        let name = cursor.readName()
        return name.isEmpty ? nil : String(decoding: cursor.bytes[name], as: UTF8.self)
    }

    private mutating func readList(from start: Int, depth: Int) -> DataValue? {
        var elements: [DataValue] = []
        let isComplete = readParts(closer: UInt8(ascii: "]")) { reader in
            guard let value = reader.readValue(depth: depth + 1) else { return false }
            elements.append(value)
            return true
        }
        return isComplete ? DataValue(kind: .list(elements), span: SourceSpan(start, cursor.position)) : nil
    }

    /// Parts with commas between them, up to the closing bracket.
    private mutating func readParts(closer: UInt8, _ readPart: (inout JSONReader) -> Bool) -> Bool {
        let opening = cursor.position
        cursor.position += 1
        cursor.skipBlanks()
        while cursor.peek != closer {
            guard !cursor.isAtEnd else {
                return fails("This bracket is never closed.", at: SourceSpan(opening, opening + 1))
            }
            guard readPart(&self) else { return false }
            cursor.skipBlanks()
            if cursor.peek == UInt8(ascii: ",") {
                cursor.position += 1
                cursor.skipBlanks()
                if cursor.peek == closer { cursor.isStrict = false }
            } else if cursor.peek != closer, !cursor.isAtEnd {
                return fails("A `,` or `\(Character(Unicode.Scalar(closer)))` is expected here.")
            }
        }
        cursor.position += 1
        return true
    }

    private mutating func readWord(from start: Int) -> DataValue? {
        let range = cursor.readName()
        let span = SourceSpan(start, cursor.position)
        let word = String(decoding: cursor.bytes[range], as: UTF8.self)
        switch word {
        case "null": return DataValue(kind: .null, span: span)
        case "true", "false": return DataValue(kind: .flag(word == "true"), span: span)
        default:
            guard Self.isNumber(cursor.bytes[range]) else {
                return stop(
                    "A JSON value is expected here.",
                    at: SourceSpan(start, max(cursor.position, min(start + 1, cursor.bytes.count))))
            }
            return DataValue(kind: .number(word), span: span)
        }
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

    private mutating func readText() -> String? {
        let start = cursor.position
        if let text = cursor.readText() { return text }
        return cursor.isAtEnd
            ? stop("This text has no closing quote.", at: SourceSpan(start, start + 1))
            : stop("This text has no closing quote on its line.", at: SourceSpan(start, cursor.position))
    }

    // MARK: Faults

    /// The same where a part of a list was expected: always false.
    private mutating func fails(_ problem: String, at span: SourceSpan? = nil) -> Bool {
        let nothing: DataValue? = stop(problem, at: span)
        return nothing != nil
    }

    /// Ends the reading with a message; `nil` in any type.
    private mutating func stop<Value>(_ problem: String, at span: SourceSpan? = nil) -> Value? {
        if fault == nil {
            let here = min(cursor.position, file.bytes.count)
            let span = span ?? SourceSpan(here, min(here + 1, file.bytes.count))
            fault = .unreadableJSON(file, problem: problem, at: span)
        }
        return nil
    }
}
