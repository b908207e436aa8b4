extension PolicyValue {
    /// Reads a JSON text; what is wrong with it is one fault with line and column.
    package init(json text: String) throws(PolicyFaults) {
        var reader = JSONReader(text)
        self = try reader.document()
    }
}

/// A JSON reader that keeps the order of fields and says where a text goes wrong.
private struct JSONReader {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private static let deepest = 64
    private static let example = "Write an object: {\"maxAttempts\": 3}."

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    mutating func document() throws(PolicyFaults) -> PolicyValue {
        skipBlanks()
        if next == nil { throw failure("it is empty", hint: Self.example) }
        let value = try value(depth: 0)
        guard next == nil else { throw failure("expected nothing after the value, found \(found)") }
        return value
    }

    private mutating func value(depth: Int) throws(PolicyFaults) -> PolicyValue {
        guard depth < Self.deepest else { throw failure("it is nested more than \(Self.deepest) deep") }
        defer { skipBlanks() }
        switch next {
        case "{": return .object(try members(depth: depth))
        case "[": return .array(try elements(depth: depth))
        case "\"": return .string(try string())
        case "'": throw failure("found \(found) where a value is expected", hint: "JSON texts stand in double quotes.")
        case let scalar? where scalar == "-" || ("0"..."9").contains(scalar): return .number(try number())
        default: return try word()
        }
    }

    private mutating func members(depth: Int) throws(PolicyFaults) -> [PolicyValue.Member] {
        var members: [PolicyValue.Member] = []
        advance()
        while next != "}" {
            guard next == "\"" else {
                throw failure("expected a field name in double quotes, found \(found)", hint: Self.example)
            }
            let name = try string()
            skipBlanks()
            try expect(":", after: "the field name")
            members.append(PolicyValue.Member(name, try value(depth: depth + 1)))
            if next == "}" { break }
            try expect(",", after: "a field, or }")
            if next == "}" { throw failure("there is a comma before }") }
        }
        advance()
        return members
    }

    private mutating func elements(depth: Int) throws(PolicyFaults) -> [PolicyValue] {
        var elements: [PolicyValue] = []
        advance()
        while next != "]" {
            elements.append(try value(depth: depth + 1))
            if next == "]" { break }
            try expect(",", after: "an element, or ]")
            if next == "]" { throw failure("there is a comma before ]") }
        }
        advance()
        return elements
    }

    private mutating func string() throws(PolicyFaults) -> String {
        var text = String.UnicodeScalarView()
        position += 1
        while let scalar = next, scalar != "\"" {
            guard scalar.value >= 0x20 else { throw failure("a text goes over the end of the line") }
            position += 1
            text.append(scalar == "\\" ? try escape() : scalar)
        }
        guard next == "\"" else { throw failure("the closing double quote of a text is missing") }
        position += 1
        return String(text)
    }

    private mutating func escape() throws(PolicyFaults) -> Unicode.Scalar {
        let simple: [Unicode.Scalar: Unicode.Scalar] = [
            "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
        ]
        guard next != "u" else { return try unicodeEscape() }
        guard let scalar = next.flatMap({ simple[$0] }) else { throw failure("unknown escape \\ before \(found)") }
        position += 1
        return scalar
    }

    private mutating func unicodeEscape() throws(PolicyFaults) -> Unicode.Scalar {
        let high = try codeUnit()
        guard (0xD800..<0xDC00).contains(high), next == "\\" else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
        position += 1
        let low = try codeUnit()
        guard (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func codeUnit() throws(PolicyFaults) -> UInt32 {
        let digits = scalars[min(position + 1, scalars.count)..<min(position + 5, scalars.count)]
        guard next == "u", digits.count == 4, digits.allSatisfy({ $0.properties.isASCIIHexDigit }),
            let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
        else { throw failure("expected \\u and four hexadecimal digits, found \(found)") }
        position += 5
        return value
    }

    private mutating func number() throws(PolicyFaults) -> Double {
        let start = position
        while let scalar = next, "+-.eE0123456789".unicodeScalars.contains(scalar) { position += 1 }
        let text = String(String.UnicodeScalarView(scalars[start..<position]))
        let digits = text.drop { $0 == "-" }
        let isPlain = digits.first?.isNumber == true && text.last?.isNumber == true && !text.contains(".e")
        let hasZeros = digits.count > 1 && digits.first == "0" && digits.dropFirst().first?.isNumber == true
        guard isPlain, !hasZeros, let value = Double(text), value.isFinite else {
            position = start
            throw failure("`\(text)` is not a number")
        }
        return value
    }

    private mutating func word() throws(PolicyFaults) -> PolicyValue {
        for (word, value) in [("true", PolicyValue.boolean(true)), ("false", .boolean(false)), ("null", .null)] {
            let length = word.unicodeScalars.count
            guard scalars[position...].starts(with: word.unicodeScalars) else { continue }
            position += length
            return value
        }
        throw failure("expected a value, found \(found)")
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func advance() {
        position += 1
        skipBlanks()
    }

    private mutating func skipBlanks() {
        while let scalar = next, scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" { position += 1 }
    }

    private mutating func expect(_ scalar: Unicode.Scalar, after what: String) throws(PolicyFaults) {
        guard next == scalar else { throw failure("expected \(scalar) after \(what), found \(found)") }
        advance()
    }

    private var found: String {
        guard next != nil else { return "the end of the text" }
        let near = scalars[position...].prefix { $0 != "\n" && $0 != "\r" }.prefix(16)
        return "`" + String(String.UnicodeScalarView(near)) + "`"
    }

    private func failure(_ reason: String, hint: String = "Correct the text there.") -> PolicyFaults {
        let before = scalars[..<position]
        let line = before.count { $0 == "\n" } + 1
        let column = position - (before.lastIndex(of: "\n").map { $0 + 1 } ?? 0) + 1
        let message = "The policy is not JSON (line \(line), column \(column)): \(reason)."
        return PolicyFaults([PolicyFault(path: "", code: .malformedJSON, message: message, hint: hint)])
    }
}
