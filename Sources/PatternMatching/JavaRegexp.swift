/// A regular expression written for Java, in the words of PCRE2.
///
/// The two languages agree on nearly all that bots use. Rewritten are:
/// - `\b` and `\B`, which in Java know the letters of every script although `\w` does not;
/// - the spelling of scripts (`\p{IsCyrillic}`, `\p{InCyrillic}`), of ASCII classes (`\p{Punct}`) and of characters (`\u0451`);
/// - the flags `u`, `U` and `d` of `(?iu)`, which PCRE2 does not need;
/// - a hyphen after a class inside brackets, `[\w-.]`, which Java takes as it is.
struct JavaRegexp {
    private(set) var bytes: [UInt8] = []
    /// Where brackets are put together in ways that PCRE2 reads otherwise: `[a-z&&[^b]]`; a UTF-8 offset in the source.
    private(set) var intersection: Int?
    /// For each byte of `bytes` the byte of the source that it comes from.
    private var places: [Int] = []
    private let source: [UInt8]
    private var index = 0
    private var isInClass = false

    init(_ text: String) {
        source = Array(text.utf8)
        while index < source.count { takeNext() }
    }

    func sourceOffset(of offset: Int) -> Int { places.indices.contains(offset) ? places[offset] : source.count }

    private mutating func takeNext() {
        switch source[index] {
        case UInt8(ascii: "\\") where index + 1 < source.count: return takeEscape()
        case UInt8(ascii: "(") where !isInClass && startsFlags: return takeFlags()
        case UInt8(ascii: "&") where isInClass && source[index...].starts(with: "&&[".utf8):
            intersection = intersection ?? index
        case UInt8(ascii: "["): isInClass = true
        case UInt8(ascii: "]"): isInClass = false
        default: break
        }
        write([source[index]], taking: 1)
    }

    // MARK: Escapes

    private mutating func takeEscape() {
        let letter = source[index + 1]
        switch letter {
        case UInt8(ascii: "b"), UInt8(ascii: "B"):
            guard !isInClass, !(index + 2 < source.count && source[index + 2] == UInt8(ascii: "{")) else { break }
            return write(Array((letter == UInt8(ascii: "b") ? Self.edge : Self.noEdge).utf8), taking: 2)
        case UInt8(ascii: "u"):
            let digits = source[(index + 2)...].prefix(4)
            guard digits.count == 4, digits.allSatisfy(Self.isHexadecimal) else { break }
            return write(Array("\\x{".utf8) + digits + [UInt8(ascii: "}")], taking: 6)
        case UInt8(ascii: "p"), UInt8(ascii: "P"): return takeProperty(isNegated: letter == UInt8(ascii: "P"))
        case UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "s"),
            UInt8(ascii: "S"):
            write([source[index], letter], taking: 2)
            return takeHyphenAfterClass()
        default: break
        }
        write([source[index], letter], taking: 2)
    }

    private mutating func takeProperty(isNegated: Bool) {
        let start = index + 2
        guard let end = source[start...].prefix(40).firstIndex(of: UInt8(ascii: "}")),
            source[start] == UInt8(ascii: "{")
        else { return write([source[index], source[index + 1]], taking: 2) }
        let name = String(decoding: source[(start + 1)..<end], as: UTF8.self)
        let taken = end + 1 - index
        if Self.asciiClasses.contains(name) {
            let members = "[:\(isNegated ? "^" : "")\(name.lowercased()):]"
            write(Array((isInClass ? members : "[\(members)]").utf8), taking: taken)
        } else {
            let plain = name.hasPrefix("Is") || name.hasPrefix("In") ? String(name.dropFirst(2)) : name
            write(Array("\\\(isNegated ? "P" : "p"){\(Self.properties[plain] ?? plain)}".utf8), taking: taken)
        }
        takeHyphenAfterClass()
    }

    /// `[\w-.]`: no range can begin with a class, so the hyphen is one.
    private mutating func takeHyphenAfterClass() {
        guard isInClass, index + 1 < source.count, source[index] == UInt8(ascii: "-"),
            source[index + 1] != UInt8(ascii: "]")
        else { return }
        write(Array("\\-".utf8), taking: 1)
    }

    // MARK: Flags

    private var startsFlags: Bool {
        let flags = source[(index + 1)...].prefix(12)
        guard flags.first == UInt8(ascii: "?") else { return false }
        let end = flags.dropFirst().firstIndex { !Self.flags.contains($0) }
        return end.map { source[$0] == UInt8(ascii: ")") || source[$0] == UInt8(ascii: ":") } ?? false
    }

    private mutating func takeFlags() {
        write(Array("(?".utf8), taking: 2)
        while index < source.count, Self.flags.contains(source[index]) {
            let isKnown = !Self.javaFlags.contains(source[index])
            write(isKnown ? [source[index]] : [], taking: 1)
        }
    }

    // MARK: Writing

    /// - Parameter taking: how many bytes of the source are written so.
    private mutating func write(_ new: [UInt8], taking count: Int) {
        bytes += new
        places += new.indices.map { new.count == count ? index + $0 : min(index + $0, index + count - 1) }
        index += count
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    private static let flags = Set("imsxduU-".utf8)
    private static let javaFlags = Set("duU".utf8)
    private static let asciiClasses: Set<String> = [
        "Lower", "Upper", "ASCII", "Alpha", "Digit", "Alnum", "Punct", "Graph", "Print", "Blank", "Cntrl", "XDigit",
        "Space",
    ]
    private static let properties = ["Punctuation": "P", "Letter": "L", "Uppercase": "Lu", "Lowercase": "Ll"]
    private static let letter = #"[\p{L}\p{N}_]"#
    private static let edge = "(?:(?<=\(letter))(?!\(letter))|(?<!\(letter))(?=\(letter)))"
    private static let noEdge = "(?:(?<=\(letter))(?=\(letter))|(?<!\(letter))(?!\(letter)))"
}
