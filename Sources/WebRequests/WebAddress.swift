/// Addresses of the web as bots write them.
package enum WebAddress {
    /// The names of the places `${name}` in an address, in order, each once.
    package static func places(in template: String) -> [String] {
        var names: [String] = []
        _ = filled(template) { name in
            if !names.contains(name) { names.append(name) }
            return ""
        }
        return names
    }

    /// The address with values in its places. A blank is `%20` before the `?` and `+` behind it.
    ///
    /// - Parameter value: the value of a name, not encoded yet; a place without one stays as it is written.
    package static func filled(_ template: String, value: (String) -> String?) -> String {
        var result = ""
        var rest = template[...]
        var isQuery = false
        while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
            let before = rest[..<start.lowerBound]
            isQuery = isQuery || before.contains("?")
            result += before
            let value = value(String(rest[start.upperBound..<end]))
            result += value.map { encoded($0, blankAsPlus: isQuery) } ?? String(rest[start.lowerBound...end])
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    /// The fields of a form as one text: `a=b&c=d+e`.
    package static func form(_ fields: [(name: String, value: String)]) -> String {
        fields.map { encoded($0.name, blankAsPlus: true) + "=" + encoded($0.value, blankAsPlus: true) }
            .joined(separator: "&")
    }

    /// The address with everything encoded behind its host that cannot stand in a request; what is encoded already stays.
    package static func sendable(_ address: String) -> String {
        let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4 else { return address }
        return parts[..<3].joined(separator: "/") + "/"
            + parts[3].utf8.reduce(into: "") { result, byte in
                let isPlain = byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte)
                result += isPlain ? String(UnicodeScalar(byte)) : percent(byte)
            }
    }

    private static func encoded(_ text: String, blankAsPlus: Bool) -> String {
        text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                result.unicodeScalars.append(UnicodeScalar(byte))
            case UInt8(ascii: " ") where blankAsPlus: result += "+"
            default: result += percent(byte)
            }
        }
    }

    private static func percent(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count < 2 ? "0" : "") + digits
    }
}
