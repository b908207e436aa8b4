/// Reads the text of a pattern (dsl.md 3.1 and 3.2).
package enum PatternParser {
    /// The tree of a pattern and what is wrong with its text.
    ///
    /// Never fails: brackets are repaired, and an element that cannot be read never matches, so that the other
    /// alternatives of the pattern go on working.
    package static func parse(_ text: String) -> (PatternTree, [PatternMistake]) {
        var reader = PatternReader(text)
        let root = reader.readPattern()
        let tree = PatternTree(source: text, nodes: reader.nodes, root: root)
        return (tree, reader.mistakes.sorted { ($0.start, $0.end) < ($1.start, $1.end) })
    }
}

/// A position in a pattern's text, and the tree that grows from it.
struct PatternReader {
    let source: String
    let bytes: [UInt8]
    var position = 0
    var nodes: [PatternNode] = []
    var mistakes: [PatternMistake] = []
    /// The closing brackets that are waited for, innermost last.
    var closers: [UInt8] = []
    /// Opening brackets beyond the limit of nesting, whose closing ones are passed over.
    var droppedOpeners = 0
    /// Where the last run of plain letters ended, for brackets that stand right behind it.
    var wordEnd = -1
    /// Hyphens that stand alone: people's dashes are no words, so beside other elements they are optional.
    var looseHyphens: Set<Int> = []
    /// How far the search for the ends of regular expressions may still look in all.
    var lookahead = 16 * PatternReader.longest

    init(_ text: String) {
        source = text
        bytes = Array(text.utf8)
    }

    static let deepest = 64
    static let longest = 60_000
    /// Every subset of the members is tried, so their number must be small.
    static let mostMembers = 16
    /// More are not told: one odd bracket can make a hundred.
    static let mostMistakes = 20

    mutating func readPattern() -> Int {
        guard bytes.count <= Self.longest else {
            report(.tooLong(bytes.count), from: 0, to: bytes.count)
            return add(.never, from: 0)
        }
        let root = readAlternatives(from: 0, in: .nothing)
        if case .nothing = nodes[root].kind, mistakes.isEmpty { report(.empty, from: 0, to: bytes.count) }
        return root
    }

    // MARK: Building

    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    func isBlank(at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        return bytes[index] == 0x20 || (bytes[index] >= 0x09 && bytes[index] <= 0x0D)
    }

    func skippedBlanks(from index: Int) -> Int {
        var index = index
        while isBlank(at: index) { index += 1 }
        return index
    }

    mutating func skipBlanks() { position = skippedBlanks(from: position) }

    func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

    func text(_ range: Range<Int>) -> String { text(range.lowerBound, range.upperBound) }

    /// The letters from there on; all bytes of letters beyond ASCII are taken for such.
    func letters(from start: Int) -> Range<Int> {
        let start = min(start, bytes.count)
        return start..<(bytes[start...].firstIndex { !Self.isLetter($0) } ?? bytes.count)
    }

    func letters(before end: Int) -> Range<Int> {
        let start = bytes[..<end].lastIndex { !Self.isLetter($0) }.map { $0 + 1 } ?? 0
        return start..<end
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }

    mutating func add(_ kind: PatternNode.Kind, from start: Int) -> Int {
        var end = max(position, start)
        while end > start, isBlank(at: end - 1) { end -= 1 }
        nodes.append(PatternNode(kind: kind, start: start, end: end))
        return nodes.count - 1
    }
}
