/// Bytes that are not UTF-8: where, and what the text looks like with replacement characters.
package struct UndecodableText: Error, Sendable {
    /// `text/not-utf8`, at the first bad byte.
    package let diagnostic: Diagnostic
    /// The text with U+FFFD in place of what could not be read, for showing the line to a person.
    package let repaired: SourceFile
}

extension SourceFile {
    /// The file of these bytes, if they are UTF-8. Nothing is removed: a byte order mark stays the first scalar.
    ///
    /// - Parameter path: the path as people should read it in messages.
    package static func decode(_ bytes: [UInt8], path: String) -> Result<SourceFile, UndecodableText> {
        if let text = String(validating: bytes, as: UTF8.self) {
            return .success(SourceFile(path: path, text: text, bytes: bytes))
        }
        let repaired = SourceFile(path: path, text: String(decoding: bytes, as: UTF8.self))
        let bad = firstBadByte(of: bytes)
        let place = repaired.position(at: bad)
        let diagnostic = Diagnostic(
            .error, "text/not-utf8",
            "This file is not UTF-8: byte \(hexadecimal(bytes[bad])) in line \(place.line), column \(place.column) can't be read.",
            hint: encodingHint(bytes, at: bad), in: repaired, at: SourceSpan(bad, min(bad + 3, repaired.bytes.count)))
        return .failure(UndecodableText(diagnostic: diagnostic, repaired: repaired))
    }

    /// The first byte that does not belong to a well-formed UTF-8 sequence.
    private static func firstBadByte(of bytes: [UInt8]) -> Int {
        var offset = 0
        while offset < bytes.count {
            guard let length = lengthOfScalar(in: bytes, at: offset) else { return offset }
            offset += length
        }
        return max(bytes.count - 1, 0)
    }

    private static func lengthOfScalar(in bytes: [UInt8], at offset: Int) -> Int? {
        let lead = bytes[offset]
        if lead < 0x80 { return 1 }
        let leads: [ClosedRange<UInt8>] = [0xC2...0xDF, 0xE0...0xEF, 0xF0...0xF4]
        guard let length = leads.firstIndex(where: { $0.contains(lead) }).map({ $0 + 2 }),
            offset + length <= bytes.count,
            bytes[(offset + 1)..<(offset + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { return nil }
        return String(validating: bytes[offset..<(offset + length)], as: UTF8.self) == nil ? nil : length
    }

    private static func encodingHint(_ bytes: [UInt8], at bad: Int) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return "It begins like UTF-16. Save it as UTF-8 in your editor."
        }
        let letters = bytes[bad...].prefix { $0 >= 0xC0 }.count
        guard letters > 1 else { return "Save it as UTF-8 in your editor." }
        return "It may be in an older one-byte encoding such as Windows-1251. Save it as UTF-8 in your editor."
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count == 1 ? "0" : "") + digits
    }
}
