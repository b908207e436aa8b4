/// A compiled zone file (TZif, RFC 9636, versions 1 to 4).
struct ZoneFile {
    var rules: ZoneRules

    /// Reads the bytes of a file; the error is a clause that ends a sentence: "it is cut short".
    init(_ bytes: [UInt8]) throws(Malformed) {
        guard bytes.starts(with: Array("TZif".utf8)) else { throw Malformed("it does not begin with TZif") }
        var cursor = Cursor(bytes: bytes)
        let narrow = try Header(&cursor)
        guard narrow.version >= UInt8(ascii: "2") else {
            rules = try ZoneFile.block(narrow, timeWidth: 4, &cursor)
            return
        }
        try cursor.skip(narrow.length(timeWidth: 4))
        let wide = try Header(&cursor)
        rules = try ZoneFile.block(wide, timeWidth: 8, &cursor)
        rules.tail = try ZoneFile.footer(&cursor)
    }

    struct Malformed: Error {
        let reason: String

        init(_ reason: String) {
            self.reason = reason
        }
    }

    private static func block(_ header: Header, timeWidth: Int, _ cursor: inout Cursor) throws(Malformed) -> ZoneRules {
        guard header.leapCount == 0 else { throw Malformed("it counts leap seconds, which no wall clock shows") }
        guard header.typeCount > 0 else { throw Malformed("it has no type of local time") }
        let body = cursor.position
        var changes: [Int] = []
        for _ in 0..<header.timeCount { changes.append(try cursor.integer(width: timeWidth)) }
        var indices: [Int] = []
        for _ in 0..<header.timeCount { indices.append(Int(try cursor.byte())) }
        var types: [Int] = []
        for _ in 0..<header.typeCount {
            types.append(try cursor.integer(width: 4))
            try cursor.skip(2)
        }
        guard indices.allSatisfy({ $0 < types.count }) else { throw Malformed("a change points at no type") }
        guard zip(changes, changes.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw Malformed("its changes are out of order")
        }
        // The limits of RFC 9636 3.2; within them no arithmetic on moments overflows.
        guard changes.allSatisfy({ abs($0 / 2) <= 1 << 58 }), types.allSatisfy({ abs($0) <= 26 * 3600 }) else {
            throw Malformed("it has a moment or an offset that no clock can show")
        }
        cursor.position = body
        try cursor.skip(header.length(timeWidth: timeWidth))
        return ZoneRules(initialOffset: types[0], changes: changes, offsets: indices.map { types[$0] }, tail: nil)
    }

    /// The line after the second block: empty, or a POSIX `TZ` string.
    private static func footer(_ cursor: inout Cursor) throws(Malformed) -> YearlyRule? {
        guard try cursor.byte() == UInt8(ascii: "\n") else { throw Malformed("its last line is missing") }
        var text: [UInt8] = []
        while case let byte = try cursor.byte(), byte != UInt8(ascii: "\n") { text.append(byte) }
        guard !text.isEmpty else { return nil }
        let posix = String(decoding: text, as: UTF8.self)
        guard let rule = YearlyRule(posix: posix) else { throw Malformed("its last line `\(posix)` is not a rule") }
        return rule
    }
}

extension ZoneFile {
    private struct Header {
        let version: UInt8
        let universalCount, standardCount, leapCount, timeCount, typeCount, textCount: Int

        init(_ cursor: inout Cursor) throws(Malformed) {
            try cursor.skip(4)
            version = try cursor.byte()
            try cursor.skip(15)
            universalCount = try cursor.count()
            standardCount = try cursor.count()
            leapCount = try cursor.count()
            timeCount = try cursor.count()
            typeCount = try cursor.count()
            textCount = try cursor.count()
        }

        /// Bytes of the block that follows.
        func length(timeWidth: Int) -> Int {
            let changes = timeCount * (timeWidth + 1) + typeCount * 6 + textCount
            return changes + leapCount * (timeWidth + 4) + standardCount + universalCount
        }
    }

    /// A position in the bytes; whatever reaches past the end is an error, never a crash.
    private struct Cursor {
        let bytes: [UInt8]
        var position = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        mutating func skip(_ count: Int) throws(Malformed) {
            guard count <= bytes.count - position else { throw Malformed("it is cut short") }
            position += count
        }

        mutating func byte() throws(Malformed) -> UInt8 {
            try skip(1)
            return bytes[position - 1]
        }

        /// A big-endian signed number of 4 or 8 bytes.
        mutating func integer(width: Int) throws(Malformed) -> Int {
            try skip(width)
            let value = bytes[(position - width)..<position].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return width == 4 ? Int(Int32(truncatingIfNeeded: value)) : Int(Int64(bitPattern: value))
        }

        mutating func count() throws(Malformed) -> Int {
            let value = try integer(width: 4)
            guard value >= 0, value <= bytes.count else { throw Malformed("it is cut short") }
            return value
        }
    }
}
