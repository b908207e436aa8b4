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
    private var closers: [UInt8] = []
    /// Opening brackets beyond the limit of nesting, whose closing ones are passed over.
    private var droppedOpeners = 0
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
        let root = readAlternatives(from: 0, isPermutation: false)
        if case .nothing = nodes[root].kind { report(.empty, from: 0, to: bytes.count) }
        return root
    }

    // MARK: Groups

    /// Alternatives up to a closing bracket or the end.
    private mutating func readAlternatives(from start: Int, isPermutation: Bool) -> Int {
        let first = readSequence(isPermutation: isPermutation)
        guard isAtAlternative else { return first }
        var alternatives = [first]
        while isAtAlternative {
            position += 1
            alternatives.append(readSequence(isPermutation: isPermutation))
        }
        return add(.choice(alternatives), from: start)
    }

    private var isAtAlternative: Bool { peek == UInt8(ascii: "|") || peek == UInt8(ascii: "/") }

    private mutating func readSequence(isPermutation: Bool) -> Int {
        skipBlanks()
        let start = position
        var items: [Int] = []
        while let byte = peek, !endsSequence(byte) {
            let itemStart = position
            let count = items.count
            readAtoms(into: &items)
            readValue(of: &items, after: count, from: itemStart)
            skipBlanks()
        }
        if items.count > 1, !looseHyphens.isEmpty {
            items = items.map { looseHyphens.contains($0) ? add(.optional($0), from: nodes[$0].start) : $0 }
        }
        if items.isEmpty { return add(.nothing, from: start) }
        if items.count == 1 { return items[0] }
        return add(isPermutation ? permutation(items, from: start) : .sequence(items), from: start)
    }

    private mutating func permutation(_ members: [Int], from start: Int) -> PatternNode.Kind {
        guard members.count > Self.mostMembers else { return .permutation(members) }
        report(.tooManyMembers(members.count), from: start, to: position)
        return .never
    }

    private func endsSequence(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "|"), UInt8(ascii: "/"): return true
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return closers.contains(byte)
        default: return false
        }
    }

    mutating func readGroup(closer: UInt8, into items: inout [Int]) {
        let start = position
        position += 1
        guard closers.count < Self.deepest else {
            if droppedOpeners == 0 { report(.tooDeep, from: start, to: position) }
            droppedOpeners += 1
            return
        }
        closers.append(closer)
        let group = readAlternatives(from: start, isPermutation: closer == UInt8(ascii: "}"))
        closers.removeLast()
        if peek == closer {
            position += 1
            if nodes[group].start == start { nodes[group].end = position }
        } else {
            report(.unclosed(bytes[start], closer), from: start, to: start + 1)
        }
        items.append(closer == UInt8(ascii: "]") ? add(.optional(group), from: start) : group)
    }

    /// A closing bracket that no group waits for.
    mutating func skipUnopened() {
        position += 1
        if droppedOpeners > 0 {
            droppedOpeners -= 1
        } else {
            report(.unopened(bytes[position - 1]), from: position - 1, to: position)
        }
    }

    // MARK: Values

    /// Gives the elements just read the value after them, if any: `one:1`, `(a|b) : 2`.
    private mutating func readValue(of items: inout [Int], after count: Int, from start: Int) {
        guard items.count > count, let valueStart = startOfValue() else { return }
        var end = valueStart
        while end < bytes.count, !isBlank(at: end), !Self.endsValue(bytes[end]) { end += 1 }
        position = end
        guard end > valueStart else { return }
        let element = items.count == count + 1 ? items[count] : add(.sequence(Array(items[count...])), from: start)
        items.removeSubrange(count...)
        items.append(add(.valued(element, text(valueStart, end)), from: start))
    }

    /// Where a value begins; moves past a colon without one, which is mere punctuation.
    private mutating func startOfValue() -> Int? {
        var index = position
        while isBlank(at: index) { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
        position = index + 1
        index += 1
        while isBlank(at: index) { index += 1 }
        guard index < bytes.count, !Self.startsAtom(bytes[index]) else { return nil }
        return index
    }

    private static func endsValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    private static func startsAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "$"), UInt8(ascii: "@"),
            UInt8(ascii: "~"), UInt8(ascii: "*"), UInt8(ascii: ":"):
            true
        default: false
        }
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

    mutating func add(_ kind: PatternNode.Kind, from start: Int) -> Int {
        var end = max(position, start)
        while end > start, isBlank(at: end - 1) { end -= 1 }
        nodes.append(PatternNode(kind: kind, start: start, end: end))
        return nodes.count - 1
    }
}
