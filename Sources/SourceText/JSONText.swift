/// JSON's way to write a string, for dumps and records.
package enum JSONText {
    /// The text in double quotes, with control characters, quotes and backslashes escaped.
    package static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: isEscaped) else { return "\"\(text)\"" }
        var result = [UInt8(ascii: "\"")]
        result.reserveCapacity(text.utf8.count + 8)
        for byte in text.utf8 { append(byte, to: &result) }
        result.append(UInt8(ascii: "\""))
        return String(decoding: result, as: UTF8.self)
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
    }

    private static func append(_ byte: UInt8, to result: inout [UInt8]) {
        guard isEscaped(byte) else { return result.append(byte) }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "\n"): result += "\\n".utf8
        case UInt8(ascii: "\r"): result += "\\r".utf8
        case UInt8(ascii: "\t"): result += "\\t".utf8
        default: result += ("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)).utf8
        }
    }
}
