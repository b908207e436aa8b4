import FoundationEssentials

/// Makes the ids of all records: UUIDs of version 7 as text, so that ids sort by the moment they were made.
package enum RecordID {
    /// A new id.
    ///
    /// - Parameters:
    ///   - moment: goes into the first 48 bits, in milliseconds since 1970; moments before 1970 count as 1970.
    ///   - generator: gives the 74 random bits (RFC 9562, section 5.7).
    package static func make(at moment: Date, using generator: inout some RandomNumberGenerator) -> String {
        let milliseconds = UInt64(max(0, moment.timeIntervalSince1970 * 1000))
        let high = milliseconds << 16 | 0x7000 | generator.next() & 0x0FFF
        let low = generator.next() >> 2 | 0x8000_0000_0000_0000
        return text(of: hexadecimal(high) + hexadecimal(low))
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func text(of digits: String) -> String {
        var text = ""
        for (position, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(position) { text.append("-") }
            text.append(digit)
        }
        return text
    }
}
