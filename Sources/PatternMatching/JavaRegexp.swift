/// A regular expression written for Java, in the words of PCRE2.
///
/// The two languages agree on nearly all that bots use. Rewritten are `\b` and `\B`, which in Java know the
/// letters of every script although `\w` does not, and the spelling of scripts: `\p{IsCyrillic}`, `\p{InCyrillic}`.
struct JavaRegexp {
    private(set) var bytes: [UInt8] = []
    /// For each byte of `bytes` the byte of the source that it comes from.
    private var places: [Int] = []
    private let source: [UInt8]

    init(_ text: String) {
        source = Array(text.utf8)
        var index = 0
        var isInClass = false
        while index < source.count {
            let byte = source[index]
            if byte == UInt8(ascii: "\\"), index + 1 < source.count {
                index += rewriteEscape(at: index, isInClass: isInClass)
                continue
            }
            if byte == UInt8(ascii: "[") { isInClass = true }
            if byte == UInt8(ascii: "]") { isInClass = false }
            append([byte], from: index)
            index += 1
        }
    }

    func sourceOffset(of offset: Int) -> Int { places.indices.contains(offset) ? places[offset] : source.count }

    /// Appends what an escape becomes, and returns how many bytes of the source it took.
    private mutating func rewriteEscape(at index: Int, isInClass: Bool) -> Int {
        let letter = source[index + 1]
        let rest = source[(index + 2)...]
        if letter == UInt8(ascii: "b") || letter == UInt8(ascii: "B"), !isInClass, rest.first != UInt8(ascii: "{") {
            append(Array((letter == UInt8(ascii: "b") ? Self.edge : Self.noEdge).utf8), from: index)
            return 2
        }
        append([source[index], letter], from: index)
        guard letter == UInt8(ascii: "p") || letter == UInt8(ascii: "P") else { return 2 }
        guard rest.starts(with: "{Is".utf8) || rest.starts(with: "{In".utf8) else { return 2 }
        append([UInt8(ascii: "{")], from: index + 2)
        return 5
    }

    private mutating func append(_ new: [UInt8], from place: Int) {
        bytes += new
        places += new.indices.map { new.count == 1 ? place : min(place + $0, place + 1) }
    }

    private static let letter = #"[\p{L}\p{N}_]"#
    private static let edge = "(?:(?<=\(letter))(?!\(letter))|(?<!\(letter))(?=\(letter)))"
    private static let noEdge = "(?:(?<=\(letter))(?=\(letter))|(?<!\(letter))(?!\(letter)))"
}
