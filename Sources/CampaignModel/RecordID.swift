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
        return text(of: [high, low])
    }

    private static func text(of halves: [UInt64]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for half in halves {
            for shift in stride(from: 60, through: 0, by: -4) {
                if [8, 13, 18, 23].contains(text.count) { text.append(UInt8(ascii: "-")) }
                let digit = UInt8(half >> UInt64(shift) & 0xF)
                text.append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
