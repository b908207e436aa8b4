import Glibc
import SourceText

/// The bytes of a script with the few questions that every part of the parser asks.
///
/// They are lent by the file for as long as it is read, so asking costs neither a count of references nor a copy.
struct ScriptBytes {
    private let bytes: UnsafeBufferPointer<UInt8>
    let count: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        count = bytes.count
    }

    /// The byte there, or 0 outside of the file.
    @inline(__always)
    subscript(offset: Int) -> UInt8 { UInt(bitPattern: offset) < UInt(bitPattern: count) ? bytes[offset] : 0 }

    func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        precondition(0 <= start && start <= end && end <= count, "a place outside of the file")
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    /// The first such byte from there on.
    func first(_ byte: UInt8, from start: Int) -> Int? {
        guard start < count, let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: found)
    }

    func text(_ start: Int, _ end: Int) -> String { String(decoding: slice(start, end), as: UTF8.self) }

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
        let length = word.utf8CodeUnitCount
        guard offset >= 0, offset + length <= count else { return false }
        let letters = word.utf8Start
        for index in 0..<length where letters[index] != bytes[offset + index] { return false }
        return true
    }

    /// Past the letters, digits and underscores of ASCII that begin there.
    func wordEnd(_ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset < end, isWordByte(self[offset]) { offset += 1 }
        return offset
    }

    /// Past a name of a parameter or a pattern: also `$`, `.`, `-` and every letter outside ASCII.
    func nameEnd(_ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset < end, isNameByte(self[offset]) { offset += 1 }
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
        return after > name && equals < end && self[equals] == UInt8(ascii: "=")
            && self[equals + 1] != UInt8(ascii: "=")
    }

    /// The place of `//` or `#` that begins a comment after a value: only after a blank.
    func beginsComment(_ offset: Int) -> Bool {
        guard self[offset] == UInt8(ascii: "#") || starts(offset, with: "//") else { return false }
        return offset == 0 || isBlank(offset - 1)
    }
}
