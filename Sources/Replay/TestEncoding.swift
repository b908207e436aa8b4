import Foundation

/// XML tests that are not UTF-8: UTF-16 with its mark, and what `<?xml … encoding="windows-1251"?>` declares.
enum TestEncoding {
    /// The file as UTF-8, without its mark; as it is when nobody says in what it is written.
    ///
    /// What can be read as UTF-8 is UTF-8, whatever it declares: no text of another encoding looks so by chance.
    static func utf8(_ bytes: [UInt8], of file: String) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3)), of: file) }
        guard file.hasSuffix(".xml"), let text = text(bytes) else { return bytes }
        return Array(withoutDeclaredEncoding(text).utf8)
    }

    private static func text(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), order: { $0 | $1 << 8 }) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), order: { $0 << 8 | $1 }) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        guard let name = declaredEncoding(bytes) else { return nil }
        return converted(bytes, from: name)
    }

    /// `nil` for half a character at the end, or half a pair.
    private static func utf16(_ bytes: ArraySlice<UInt8>, order: (UInt16, UInt16) -> UInt16) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map {
            order(UInt16(bytes[$0]), UInt16(bytes[$0 + 1]))
        }
        return String(validating: units, as: UTF16.self)
    }

    private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        return head.firstMatch(of: declaration).map { String($0.2) }
    }

    private static func withoutDeclaredEncoding(_ text: String) -> String {
        guard let name = text.firstMatch(of: declaration)?.2 else { return text }
        var text = text
        text.replaceSubrange(name.startIndex..<name.endIndex, with: "UTF-8")
        return text
    }

    /// `<?xml version="1.0" encoding="windows-1251"`: what comes before the name, and the name.
    private static var declaration: Regex<(Substring, Substring, Substring)> {
        /^(<\?xml\s[^>]*?\bencoding\s*=\s*["'])([A-Za-z][A-Za-z0-9._-]*)/
    }

    /// By the converter of the system; `nil` for an encoding that it does not know, and for bytes that are not of it.
    private static func converted(_ bytes: [UInt8], from name: String) -> String? {
        let converter = iconv_open("UTF-8", name)
        guard converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // A character of UTF-8 has four bytes at most.
        var output = [CChar](repeating: 0, count: 4 * bytes.count + 4)
        let room = output.count
        var (inputLeft, outputLeft) = (input.count, room)
        let isConverted = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var (from, to) = (input.baseAddress, output.baseAddress)
                return iconv(converter, &from, &inputLeft, &to, &outputLeft) != -1
                    && inputLeft == 0
            }
        }
        guard isConverted else { return nil }
        return String(validating: output.prefix(room - outputLeft).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
