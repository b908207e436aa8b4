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
    /// Hyphens that stand alone: people's dashes are no words, so beside other elements they are optional.
    var looseHyphens: Set<Int> = []

    init(_ text: String) {
        source = text
        bytes = Array(text.utf8)
    }

    static let deepest = 64
    static let longest = 60_000
    /// Every subset of the members is tried, so their number must be small.
    static let mostMembers = 16

    mutating func readPattern() -> Int {
        guard bytes.count <= Self.longest else {
            report(.tooLong(bytes.count), from: 0, to: bytes.count)
            return add(.never, from: 0)
        }
        let root = readAlternatives(from: 0) { .sequence($0) }
        if case .nothing = nodes[root].kind { report(.empty, from: 0, to: bytes.count) }
        return root
    }

    // MARK: Groups

    /// Alternatives up to a closing bracket or the end; `join` makes one node of the elements of each.
    private mutating func readAlternatives(from start: Int, join: ([Int]) -> PatternNode.Kind) -> Int {
        var alternatives = [readSequence(join)]
        while let byte = peek, byte == UInt8(ascii: "|") || byte == UInt8(ascii: "/") {
            position += 1
            alternatives.append(readSequence(join))
        }
        return alternatives.count == 1 ? alternatives[0] : add(.choice(alternatives), from: start)
    }

    private mutating func readSequence(_ join: ([Int]) -> PatternNode.Kind) -> Int {
        skipBlanks()
        let start = position
        var items: [Int] = []
        while let byte = peek, !endsSequence(byte) {
            let itemStart = position
            items += valued(readAtoms(), from: itemStart)
            skipBlanks()
        }
        if items.count > 1 {
            items = items.map { looseHyphens.contains($0) ? add(.optional($0), from: nodes[$0].start) : $0 }
        }
        if items.isEmpty { return add(.nothing, from: start) }
        if items.count == 1 { return items[0] }
        return add(checked(join(items), from: start), from: start)
    }

    private mutating func checked(_ kind: PatternNode.Kind, from start: Int) -> PatternNode.Kind {
        guard case .permutation(let members) = kind, members.count > Self.mostMembers else { return kind }
        report(.tooManyMembers(members.count), from: start, to: position)
        return .never
    }

    private mutating func endsSequence(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "|"), UInt8(ascii: "/"): return true
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return closers.contains(byte)
        default: return false
        }
    }

    mutating func readGroup(closer: UInt8) -> Int? {
        let start = position
        position += 1
        guard closers.count < Self.deepest else {
            if !mistakes.contains(where: { $0.code == "pattern/too-deep" }) {
                report(.tooDeep, from: start, to: position)
            }
            return nil
        }
        closers.append(closer)
        let isPermutation = closer == UInt8(ascii: "}")
        let group = readAlternatives(from: start) { isPermutation ? .permutation($0) : .sequence($0) }
        closers.removeLast()
        if peek == closer { position += 1 } else { report(.unclosed(bytes[start], closer), from: start, to: start + 1) }
        return closer == UInt8(ascii: "]") ? add(.optional(group), from: start) : group
    }

    // MARK: Values

    /// The elements just read with the value after them, if any: `one:1`, `(a|b) : 2`.
    private mutating func valued(_ items: [Int], from start: Int) -> [Int] {
        guard !items.isEmpty, let valueStart = startOfValue() else { return items }
        var end = valueStart
        while end < bytes.count, !isBlank(at: end), !Self.valueEnds.contains(bytes[end]) { end += 1 }
        position = end
        guard end > valueStart else { return items }
        let element = items.count == 1 ? items[0] : add(.sequence(items), from: start)
        return [add(.valued(element, text(valueStart, end)), from: start)]
    }

    /// Where a value begins; moves past a colon without one, which is mere punctuation.
    private mutating func startOfValue() -> Int? {
        var index = position
        while isBlank(at: index) { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
        position = index + 1
        index += 1
        while isBlank(at: index) { index += 1 }
        guard index < bytes.count, !Self.atomStarts.contains(bytes[index]) else { return nil }
        return index
    }

    private static let valueEnds = Set("()[]{}|/".utf8)
    private static let atomStarts = Set("([{$@~*:".utf8)

    // MARK: Building

    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    func isBlank(at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        return bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index])
    }

    mutating func skipBlanks() {
        while isBlank(at: position) { position += 1 }
    }

    func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

    mutating func add(_ kind: PatternNode.Kind, from start: Int) -> Int {
        var end = max(position, start)
        while end > start, isBlank(at: end - 1) { end -= 1 }
        nodes.append(PatternNode(kind: kind, start: start, end: end))
        return nodes.count - 1
    }
}
