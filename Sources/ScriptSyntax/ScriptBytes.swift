import SourceText

/// The bytes of a script with the few questions that every part of the parser asks.
struct ScriptBytes {
    let bytes: [UInt8]

    var count: Int { bytes.count }

    /// The byte there, or 0 past the end.
    subscript(offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

    func isBlank(_ offset: Int) -> Bool {
        switch self[offset] {
        case 0x20, 0x09, 0x0B, 0x0C, 0x0D: true
        default: false
        }
    }

    func skipBlanks(_ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset < end, isBlank(offset) { offset += 1 }
        return offset
    }

    func trimEnd(_ start: Int, _ end: Int) -> Int {
        var offset = end
        while offset > start, isBlank(offset - 1) { offset -= 1 }
        return offset
    }

    func starts(_ offset: Int, with word: StaticString) -> Bool {
        guard offset + word.utf8CodeUnitCount <= bytes.count else { return false }
        return word.withUTF8Buffer { letters in letters.indices.allSatisfy { letters[$0] == bytes[offset + $0] } }
    }

    /// Past the letters, digits and underscores of ASCII that begin there.
    func wordEnd(_ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset < end, isWordByte(bytes[offset]) { offset += 1 }
        return offset
    }

    /// Past a name of a parameter or a pattern: also `$`, `.`, `-` and every letter outside ASCII.
    func nameEnd(_ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset < end, isNameByte(bytes[offset]) { offset += 1 }
        return offset
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "$"), UInt8(ascii: "."), UInt8(ascii: "-"), 0x80...: true
        default: isWordByte(byte)
        }
    }

    /// Whether `name =` stands there: what tells a parameter list from a `||` inside a value.
    func isAssignment(_ start: Int, _ end: Int) -> Bool {
        let name = skipBlanks(start, end)
        let after = nameEnd(name, end)
        let equals = skipBlanks(after, end)
        return after > name && equals < end && bytes[equals] == UInt8(ascii: "=")
            && self[equals + 1] != UInt8(ascii: "=")
    }

    /// The place of `//` or `#` that begins a comment after a value: only after a blank.
    func beginsComment(_ offset: Int) -> Bool {
        guard self[offset] == UInt8(ascii: "#") || starts(offset, with: "//") else { return false }
        return offset == 0 || isBlank(offset - 1)
    }
}
