/// Quoted strings and their escapes.
extension ScriptBytes {
    /// The quote that ends the string begun there, on the same line.
    func closingQuote(from open: Int, to end: Int) -> Int? {
        firstQuote(self[open], from: open + 1, to: end)
    }

    /// The first quote that is not escaped.
    func firstQuote(_ quote: UInt8 = UInt8(ascii: "\""), from start: Int, to end: Int) -> Int? {
        var offset = start
        while offset < end {
            if self[offset] == quote { return offset }
            offset += self[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    /// The text of a string without its escapes; an escape that JSON does not know stays as it is.
    func unescaped(_ start: Int, _ end: Int) -> String {
        guard start < end else { return "" }
        guard slice(start, end).contains(UInt8(ascii: "\\")) else { return text(start, end) }
        var result: [UInt8] = []
        var offset = start
        while offset < end {
            if self[offset] == UInt8(ascii: "\\"), offset + 1 < end {
                offset += escape(at: offset, end, into: &result)
            } else {
                result.append(self[offset])
                offset += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Appends what an escape stands for; returns its length in bytes.
    private func escape(at offset: Int, _ end: Int, into result: inout [UInt8]) -> Int {
        switch self[offset + 1] {
        case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "r"): result.append(UInt8(ascii: "\r"))
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            result.append(self[offset + 1])
        case UInt8(ascii: "u"):
            guard offset + 6 <= end, let unit = UInt32(text(offset + 2, offset + 6), radix: 16) else { fallthrough }
            return surrogatePair(unit, at: offset, end, into: &result)
        default: result += [self[offset], self[offset + 1]]
        }
        return 2
    }

    private func surrogatePair(_ unit: UInt32, at offset: Int, _ end: Int, into result: inout [UInt8]) -> Int {
        if (0xD800...0xDBFF).contains(unit), offset + 12 <= end, starts(offset + 6, with: "\\u"),
            let low = UInt32(text(offset + 8, offset + 12), radix: 16), (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        {
            result += Array(String(scalar).utf8)
            return 12
        }
        result += Array(String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
        return 6
    }
}
