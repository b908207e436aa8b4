/// Turns the bytes of a text file into UTF-8: takes byte order marks away and writes UTF-16 anew.
///
/// Bytes without a mark go through as they are; `RowEncoding` finds out row by row what they are.
struct ByteOrder {
    private enum Form { case eightBit, little, big }

    private var form: Form?
    /// Whether a mark said that the text is Unicode.
    private(set) var isMarked = false
    /// Bytes that need others to mean something; three at most.
    private var held: [UInt8] = []

    mutating func utf8(of chunk: [UInt8], isLast: Bool) -> [UInt8] {
        if form == .eightBit { return chunk }
        held += chunk
        guard held.count >= 3 || isLast || form != nil else { return [] }
        if form == nil { findForm() }
        guard form == .eightBit else { return transcoded(isLast: isLast) }
        defer { held = [] }
        return held
    }

    private mutating func findForm() {
        let marks: [(mark: [UInt8], form: Form)] = [
            ([0xEF, 0xBB, 0xBF], .eightBit), ([0xFF, 0xFE], .little), ([0xFE, 0xFF], .big),
        ]
        let found = marks.first { held.starts(with: $0.mark) }
        form = found?.form ?? .eightBit
        isMarked = found != nil
        held.removeFirst(found?.mark.count ?? 0)
    }

    /// Half a pair becomes a byte that UTF-8 does not have, so that its row is told.
    private mutating func transcoded(isLast: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(held.count)
        var index = 0
        while index + 1 < held.count {
            let unit = unit(at: index)
            if unit & 0xFC00 == 0xD800 {
                guard index + 3 < held.count || isLast else { break }
                if index + 3 < held.count, self.unit(at: index + 2) & 0xFC00 == 0xDC00 {
                    let scalar = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(self.unit(at: index + 2)) & 0x3FF
                    bytes.append(utf8: scalar)
                    index += 4
                    continue
                }
            }
            bytes.append(utf8: UInt32(unit))
            index += 2
        }
        held.removeFirst(index)
        if isLast, !held.isEmpty { bytes.append(0xFF) }
        return bytes
    }

    private func unit(at index: Int) -> UInt16 {
        let (first, second) = (UInt16(held[index]), UInt16(held[index + 1]))
        return form == .little ? second << 8 | first : first << 8 | second
    }
}

extension [UInt8] {
    fileprivate mutating func append(utf8 value: UInt32) {
        guard let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) else { return append(0xFF) }
        append(contentsOf: bytes)
    }
}

/// What the rows of a file without a mark are written in: the first row with a letter that ASCII lacks decides.
struct RowEncoding {
    private enum Form { case utf8, windows1251 }

    private var form: Form?
    private let isMarked: Bool

    init(isMarked: Bool) {
        self.isMarked = isMarked
        form = isMarked ? .utf8 : nil
    }

    /// How to read the cells of a row, or why it cannot be read.
    mutating func reading(of row: ArraySlice<UInt8>) throws(ImportFault) -> @Sendable (ArraySlice<UInt8>) -> String {
        if row.contains(0) { throw .nulByte }
        if row.allSatisfy({ $0 < 0x80 }) { return Self.utf8 }
        let found: Form = Self.isUTF8(row) ? .utf8 : .windows1251
        guard form ?? found == found else { throw isMarked ? .badEncoding : .mixedEncodings }
        form = found
        return found == .utf8 ? Self.utf8 : Self.windows1251
    }

    private static func isUTF8(_ row: ArraySlice<UInt8>) -> Bool { String(validating: row, as: UTF8.self) != nil }

    private static let utf8: @Sendable (ArraySlice<UInt8>) -> String = { String(decoding: $0, as: UTF8.self) }

    private static let windows1251: @Sendable (ArraySlice<UInt8>) -> String = { bytes in
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(byte < 0x80 ? Unicode.Scalar(byte) : letters[Int(byte) - 0x80]) }
        return String(text)
    }

    /// 0x80 to 0xFF; 0x98 is not in use.
    private static let letters = Array(
        ("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
            + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя").unicodeScalars)
}
