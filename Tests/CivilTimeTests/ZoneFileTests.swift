import CivilTime
import FoundationEssentials
import Testing

/// Zone files made byte by byte, so that nothing depends on the machine's data.
struct ZoneFileTests {
    @Test func versionOneHasFourByteTimes() throws {
        let zone = try zone(of: tzif("", [block(width: 4, changes: [(1000, 1), (2000, 0)], offsets: [3600, 7200])]))
        #expect(
            [999, 1000, 1999, 2000, 9_999_999].map { zone.offset(at: Date(epochSecond: $0)) } == [
                3600, 7200, 7200, 3600, 3600,
            ])
    }

    @Test func versionTwoTakesTheWideBlockAndTheFooter() throws {
        let zone = try zone(of: newYork(version: "2"))
        #expect(zone.offset(at: Date(epochSecond: -5_000_000_000)) == -17762)
        #expect(zone.offset(at: Date(epochSecond: 0)) == -18000)
        #expect(zone.offset(at: moment("2090-07-01T00:00:00Z")) == -14400)
        #expect(zone.offset(at: moment("2090-12-01T00:00:00Z")) == -18000)
        #expect(!zone.isFixed)
    }

    @Test func anEmptyFooterLeavesTheLastOffset() throws {
        let bytes = tzif(
            "3", [block(width: 4), block(width: 8, changes: [(1000, 1)], offsets: [0, 7200])], footer: "")
        #expect(try zone(of: bytes).offset(at: moment("2090-07-01T00:00:00Z")) == 7200)
    }

    @Test func theFirstTypeHoldsBeforeTheFirstChange() throws {
        let zone = try zone(of: newYork(version: "3"))
        #expect(zone.offset(at: Date(timeIntervalSince1970: -.infinity)) == -17762)
        #expect(zone.offset(at: Date(timeIntervalSince1970: .nan)) == -18000)
    }

    @Test func aFileCutAnywhereIsAnErrorAndNeverACrash() {
        let whole = newYork(version: "2")
        for length in whole.indices {
            let error = #expect(throws: ZoneError.self) { try zone(of: Array(whole.prefix(length))) }
            #expect(error?.code == (length < 4 ? .unknownZone : .damagedZoneData))
        }
    }

    /// Seeded noise in every byte: whatever is read, nothing crashes.
    @Test func aFileWithWrongBytesNeverCrashes() {
        var generator = SplitMix(state: 7)
        let whole = newYork(version: "2")
        for _ in 0..<5_000 {
            var bytes = whole
            for _ in 0..<3 {
                bytes[Int.random(in: 4..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            guard let zone = try? zone(of: bytes) else { continue }
            _ = zone.localTime(at: moment("2090-07-01T00:00:00Z"))
            _ = zone.instant(of: CivilDateTime(year: 2090, month: 3, day: 12, hour: 2, minute: 30))
        }
    }

    @Test(arguments: [
        ("EST5EDT,M3.2.0", "its last line `EST5EDT,M3.2.0` is not a rule"), ("5", "its last line `5` is not a rule"),
        ("AAA99", "its last line `AAA99` is not a rule"),
        ("EST5EDT,M13.2.0,M11.1.0", "its last line `EST5EDT,M13.2.0,M11.1.0` is not a rule"),
    ])
    func aBadFooterIsQuoted(footer: String, reason: String) {
        let bytes = tzif("2", [block(width: 4), block(width: 8)], footer: footer)
        let error = #expect(throws: ZoneError.self) { try zone(of: bytes) }
        #expect(error?.message == "The file of the time zone `Test/Zone` in memory cannot be read: \(reason).")
    }

    @Test func disorderIsRefused() {
        let bytes = tzif("", [block(width: 4, changes: [(2000, 1), (1000, 0)], offsets: [0, 3600])])
        #expect(throws: ZoneError.self) { try zone(of: bytes) }
        let pointless = tzif("", [block(width: 4, changes: [(2000, 5)], offsets: [0, 3600])])
        #expect(throws: ZoneError.self) { try zone(of: pointless) }
    }

    @Test(arguments: [(Int.max, 3600), (Int.min, 3600), (1000, Int(Int32.max)), (1000, Int(Int32.min))])
    func impossibleMomentsAndOffsetsAreRefused(moment: Int, offset: Int) {
        let wide = block(width: 8, changes: [(moment, 1)], offsets: [0, offset])
        #expect(throws: ZoneError.self) { try zone(of: tzif("2", [block(width: 4), wide], footer: "EST5EDT")) }
    }

    // MARK: Files made by hand

    private func newYork(version: String) -> [UInt8] {
        let wide = block(width: 8, changes: [(-2_717_650_800, 1)], offsets: [-17762, -18000])
        return tzif(version, [block(width: 4), wide], footer: "EST5EDT,M3.2.0,M11.1.0")
    }

    private func moment(_ text: String) -> Date { Date(iso: text) ?? .distantPast }
}

func zone(of bytes: [UInt8]) throws -> Zone {
    try Zone.named("Test/Zone", in: ZoneDirectory(place: "memory", read: { _ in bytes }, names: { ["Test/Other"] }))
}

/// A zone with nothing but the rule of a footer.
func zone(footer: String) throws -> Zone {
    try zone(of: tzif("3", [block(width: 4), block(width: 8)], footer: footer))
}

struct Block {
    var counts: [Int]
    var body: [UInt8]
}

func tzif(_ version: String, _ blocks: [Block], footer: String? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    for block in blocks {
        bytes += Array("TZif".utf8) + [version.utf8.first ?? 0] + [UInt8](repeating: 0, count: 15)
        bytes += block.counts.flatMap { bigEndian($0, width: 4) } + block.body
    }
    return bytes + (footer.map { Array("\n\($0)\n".utf8) } ?? [])
}

func block(width: Int, changes: [(at: Int, type: UInt8)] = [], offsets: [Int] = [0]) -> Block {
    var body = changes.flatMap { bigEndian($0.at, width: width) } + changes.map(\.type)
    for offset in offsets { body += bigEndian(offset, width: 4) + [0, 0] }
    return Block(counts: [0, 0, 0, changes.count, offsets.count, 4], body: body + Array("LMT\0".utf8))
}

func bigEndian(_ value: Int, width: Int) -> [UInt8] {
    (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
