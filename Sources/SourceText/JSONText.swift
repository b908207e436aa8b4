/// JSON's way to write a string, for dumps and records.
package enum JSONText {
    /// The text in double quotes, with control characters, quotes and backslashes escaped.
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars { result.unicodeScalars.append(contentsOf: escaped(scalar)) }
        return result + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        switch scalar {
        case "\"": return "\\\"".unicodeScalars
        case "\\": return "\\\\".unicodeScalars
        case "\n": return "\\n".unicodeScalars
        case "\r": return "\\r".unicodeScalars
        case "\t": return "\\t".unicodeScalars
        case _ where scalar.value < 0x20 || scalar.value == 0x7F:
            let digits = String(scalar.value, radix: 16)
            return ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
        default: return String(scalar).unicodeScalars
        }
    }
}
