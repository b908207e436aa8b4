/// Addresses that are not out in the world: this machine, its own network, and what is no single host at all.
///
/// A script that may ask any server must not reach by it what only the machine it runs on can see (RFC 6890).
package enum InnerAddresses {
    /// - Parameter bytes: 4 of IPv4 or 16 of IPv6, as they stand in a packet; anything else counts as inner.
    package static func contains(_ bytes: [UInt8]) -> Bool {
        switch bytes.count {
        case 4: contains(four: bytes[...])
        case 16: contains(sixteen: bytes)
        default: true
        }
    }

    /// A block of addresses: those that begin with the same bits.
    private struct Block {
        let start: [UInt8]
        let bits: Int

        func contains(_ bytes: ArraySlice<UInt8>) -> Bool {
            zip(start, bytes).enumerated().allSatisfy { index, pair in
                let compared = min(8, max(0, bits - index * 8))
                let mask = UInt8(truncatingIfNeeded: 0xFF00 >> compared)
                return pair.0 & mask == pair.1 & mask
            }
        }
    }

    private static let fours: [Block] = [
        Block(start: [0, 0, 0, 0], bits: 8), Block(start: [10, 0, 0, 0], bits: 8),
        Block(start: [100, 64, 0, 0], bits: 10), Block(start: [127, 0, 0, 0], bits: 8),
        Block(start: [169, 254, 0, 0], bits: 16), Block(start: [172, 16, 0, 0], bits: 12),
        Block(start: [192, 0, 0, 0], bits: 24), Block(start: [192, 168, 0, 0], bits: 16),
        Block(start: [198, 18, 0, 0], bits: 15), Block(start: [224, 0, 0, 0], bits: 3),
    ]

    private static func contains(four bytes: ArraySlice<UInt8>) -> Bool { fours.contains { $0.contains(bytes) } }

    /// Beginnings behind which an address of IPv4 stands: mapped, compatible, translated (NAT64), 6to4, and where it begins.
    private static let embedding: [(block: Block, at: Int)] = [
        (Block(start: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], bits: 96), 12),
        (Block(start: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], bits: 96), 12),
        (Block(start: [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], bits: 96), 12),
        (Block(start: [0x20, 0x02], bits: 16), 2),
    ]

    /// Link-local, unique local, the old site-local, multicast, local translation, and what leads through a tunnel nobody can see into.
    private static let sixteens: [Block] = [
        Block(start: [0xFE, 0x80], bits: 10), Block(start: [0xFC], bits: 7), Block(start: [0xFE, 0xC0], bits: 10),
        Block(start: [0xFF], bits: 8), Block(start: [0, 0x64, 0xFF, 0x9B, 0, 1], bits: 48),
        Block(start: [0x20, 0x01, 0, 0], bits: 32),
    ]

    private static func contains(sixteen bytes: [UInt8]) -> Bool {
        for (block, place) in embedding where block.contains(bytes[...]) {
            return contains(four: bytes[place..<place + 4])
        }
        return sixteens.contains { $0.contains(bytes[...]) }
    }
}
