/// A place in a text that holds data, with what JSON and data as people write it have in common: blanks, comments, names, texts in quotes.
struct DataCursor {
    /// What else is allowed.
    enum Style {
        /// A text ends on its line; `//` and `/* */` begin comments.
        case json
        /// A text may go on over lines, and `{{ }}` in it is taken whole; `#` begins a comment, too.
        case loose
    }

    let bytes: [UInt8]
    var position = 0
    /// Whether all that was read so far is strict JSON.
    var isStrict = true
    private let style: Style
    private var unclosedTemplates = 0

    init(_ bytes: [UInt8], _ style: Style) {
        self.bytes = bytes
        self.style = style
    }

    var isAtEnd: Bool { position >= bytes.count }
    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    func isAt(_ text: StaticString) -> Bool {
        guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(bytes[position..<(position + $0.count)]) }
    }

    var isAtQuote: Bool { peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") }

    // MARK: Between values

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Skips blanks and comments.
    mutating func skipBlanks() {
        while let byte = peek {
            if Self.isBlank(byte) {
                position += 1
            } else if byte == UInt8(ascii: "/"), isAt("//") || isAt("/*") {
                isStrict = false
                isAt("//") ? skipLine() : skipComment()
            } else if byte == UInt8(ascii: "#"), style == .loose {
                skipLine()
            } else {
                return
            }
        }
    }

    private mutating func skipLine() {
        while let byte = peek, byte != 0x0A { position += 1 }
    }

    private mutating func skipComment() {
        position += 2
        while !isAtEnd, !isAt("*/") { position += 1 }
        position = min(position + 2, bytes.count)
    }

    // MARK: Names

    /// Letters, digits, `_`, `$`, `-`, `+`, `.`: a key without quotes, a word, a number.
    mutating func readName() -> Range<Int> {
        let start = position
        while let byte = peek, Self.isNameByte(byte) { position += 1 }
        return start..<position
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: "_$-+.".utf8.contains(byte)
        }
    }

    // MARK: Texts

    /// The text in the quotes that begin here; `nil` when they are not closed, with the place where the search ended: a line end or the end.
    mutating func readText() -> String? {
        let quote = bytes[position]
        if quote == UInt8(ascii: "'") { isStrict = false }
        position += 1
        if let text = readPlainText(quote) { return text }
        var text: [UInt8] = []
        while let byte = peek {
            if byte == quote {
                position += 1
                return String(decoding: text, as: UTF8.self)
            }
            if byte == 0x0A, style == .json { return nil }
            readPart(byte, into: &text)
        }
        return nil
    }

    /// A text without anything special in it, which is nearly every one.
    private mutating func readPlainText(_ quote: UInt8) -> String? {
        var index = position
        while index < bytes.count, bytes[index] != quote {
            let byte = bytes[index]
            guard byte >= 0x20, byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "{") || style == .json else {
                return nil
            }
            index += 1
        }
        guard index < bytes.count else { return nil }
        defer { position = index + 1 }
        return String(decoding: bytes[position..<index], as: UTF8.self)
    }

    private mutating func readPart(_ byte: UInt8, into text: inout [UInt8]) {
        if byte == UInt8(ascii: "\\"), position + 1 < bytes.count { return readEscape(into: &text) }
        if style == .loose, let end = endOfTemplate() {
            text += bytes[position..<end]
            position = end
            return
        }
        if byte < 0x20 { isStrict = false }
        text.append(byte)
        position += 1
    }

    /// Past the `}}` of a `{{` that stands here. Looking for it may read to the end, so only so many may be unclosed.
    mutating func endOfTemplate() -> Int? {
        guard unclosedTemplates < TemplateCut.mostUnclosed, isAt("{{") else { return nil }
        guard let end = TemplateCut.end(bytes, from: position + 2) else {
            unclosedTemplates += 1
            return nil
        }
        return end + 2
    }

    private mutating func readEscape(into text: inout [UInt8]) {
        let letter = bytes[position + 1]
        position += 2
        switch letter {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "u"): text += String(readScalar()).utf8
        default:
            isStrict = false
            text.append(letter)
        }
    }

    /// The scalar after `\u`; two halves make one, and a half that stands alone is U+FFFD.
    private mutating func readScalar() -> Unicode.Scalar {
        guard let unit = readHexadecimal() else { return "\u{FFFD}" }
        guard UTF16.isLeadSurrogate(unit), isAt("\\u") else { return Unicode.Scalar(UInt32(unit)) ?? "\u{FFFD}" }
        let here = position
        position += 2
        if let trail = readHexadecimal(), UTF16.isTrailSurrogate(trail) {
            return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
        }
        position = here
        return "\u{FFFD}"
    }

    private mutating func readHexadecimal() -> UInt16? {
        let digits = bytes[position...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else {
            isStrict = false
            return nil
        }
        position += 4
        return unit
    }
}
