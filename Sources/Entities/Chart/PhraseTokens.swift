import Utterances

/// A phrase cut as finely as the rules need it: runs of letters, runs of digits, and every other character by itself.
struct PhraseTokens {
    struct Token {
        /// In scalars of the phrase.
        var start: Int
        var end: Int
        /// In bytes of `bytes`.
        var firstByte: Int
        var endByte: Int
        /// Of the letters or digits, in one case.
        var hash: UInt64
        var kind: Kind
    }

    enum Kind { case letters, digits, sign, hyphen }

    /// The phrase in one case, character by character.
    private(set) var bytes: [UInt8] = []
    /// The same bytes with the capitals of plain Latin letters as they were written.
    private(set) var written: [UInt8] = []
    private(set) var tokens: [Token] = []
    /// For each ASCII byte whether the phrase has it.
    private(set) var hasSign = [Bool](repeating: false, count: 128)
    /// The token that begins at a byte, or that is the first after it.
    private(set) var tokenAtByte: [Int32] = []

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func hash(_ hash: UInt64, _ scalar: UInt32) -> UInt64 { (hash ^ UInt64(scalar)) &* 0x100_0000_01B3 }

    init(_ text: String) { fill(text) }

    init() {}

    /// Makes it the tokens of another phrase, in the memory that it has.
    mutating func fill(_ text: String) {
        bytes.removeAll(keepingCapacity: true)
        written.removeAll(keepingCapacity: true)
        for index in hasSign.indices { hasSign[index] = false }
        tokens.removeAll(keepingCapacity: true)
        var kind: Kind?
        var place = 0
        for scalar in text.unicodeScalars {
            let plain = Self.plain(scalar)
            let next = Self.kind(of: plain)
            let isSame = next == kind && (next == .letters || next == .digits)
            if let next {
                if !isSame {
                    tokens.append(
                        Token(start: place, end: place, firstByte: bytes.count, endByte: 0, hash: Self.seed, kind: next)
                    )
                }
                tokens[tokens.count - 1].hash = Self.hash(tokens[tokens.count - 1].hash, plain.value)
            }
            append(plain, writtenAs: scalar)
            place += 1
            if next != nil {
                tokens[tokens.count - 1].end = place
                tokens[tokens.count - 1].endByte = bytes.count
            }
            kind = next
        }
        findTokensOfBytes()
    }

    private mutating func append(_ scalar: Unicode.Scalar, writtenAs original: Unicode.Scalar) {
        if scalar.value < 0x80 {
            hasSign[Int(scalar.value)] = true
            bytes.append(UInt8(scalar.value))
            return written.append(UInt8(original.value < 0x80 ? original.value : scalar.value))
        }
        for byte in UTF8.encode(scalar)! {
            bytes.append(byte)
            written.append(byte)
        }
    }

    private mutating func findTokensOfBytes() {
        tokenAtByte.removeAll(keepingCapacity: true)
        for (index, token) in tokens.enumerated() {
            while tokenAtByte.count <= token.firstByte { tokenAtByte.append(Int32(index)) }
        }
        while tokenAtByte.count <= bytes.count { tokenAtByte.append(Int32(tokens.count)) }
    }

    /// The token after the one that ends at that byte; `nil` when a letter run or a digit run is cut there.
    func tokenAfter(byte: Int) -> Int? {
        let index = Int(tokenAtByte[byte])
        return index == 0 || tokens[index - 1].endByte <= byte ? index : nil
    }

    /// One case, one `е`, plain digits, plain quotes and hyphens.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = scalar.value
        if value < 0x80 { return (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value + 32)) : scalar }
        if (0x410...0x42F).contains(value) { return Unicode.Scalar(value + 32)! }
        if value == 0x451 || value == 0x401 { return "\u{435}" }
        if (0x430...0x44F).contains(value) { return scalar }
        return Self.plainUnusual(scalar)
    }

    private static func plainUnusual(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isApostrophe { return "'" }
        if scalar.isHyphen || (0x2012...0x2015).contains(scalar.value) { return "-" }
        if [0x201C, 0x201D, 0x201E, 0xAB, 0xBB].contains(scalar.value) { return "\"" }
        if scalar.properties.generalCategory == .decimalNumber, let digit = scalar.properties.numericValue {
            return Unicode.Scalar(UInt8(0x30 + Int(digit)))
        }
        if (0xFF01...0xFF5E).contains(scalar.value) { return plain(Unicode.Scalar(scalar.value - 0xFEE0)!) }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first! : scalar
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind? {
        switch scalar.value {
        case 0x61...0x7A, 0x430...0x44F: return .letters
        case 0x30...0x39: return .digits
        case 0x2D: return .hyphen
        case 0x20, 0x09, 0x0A, 0x0D: return nil
        case 0..<0x80: return .sign
        default:
            if scalar.isLetterOrMark { return .letters }
            return scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint ? nil : .sign
        }
    }
}
