import Utterances

@testable import PatternMatching

/// An element of a pattern or of a named one.
struct Spot {
    let tree: PatternTree
    let index: Int
    /// The name of the definition that the tree is of, nil for the pattern itself.
    let pattern: String?

    var node: PatternNode { tree.nodes[index] }
    var kind: PatternNode.Kind { node.kind }
    var element: TraceEvent.Element {
        let text = String(decoding: Array(tree.source.utf8)[node.start..<node.end], as: UTF8.self)
        return TraceEvent.Element(pattern: pattern, index: index, text: text)
    }

    func at(_ member: Int) -> Spot { Spot(tree: tree, index: member, pattern: pattern) }
}

/// One way in which an element covers words.
struct Way: Hashable {
    /// Twice the number of words before it, plus one behind the punctuation after them.
    var end: Int
    var sum = 0
    var explicitWords = 0
    var factor = 1.0
    var addend = 0.0
    var trace: [TraceEvent] = []

    func then(_ other: Way) -> Way {
        Way(
            end: other.end, sum: sum + other.sum, explicitWords: explicitWords + other.explicitWords,
            factor: factor * other.factor, addend: addend + other.addend, trace: trace + other.trace)
    }
}

/// What happens on a way, in the order of the text.
enum TraceEvent: Hashable {
    case covered(Element, Range<Int>, bytes: Range<Int>)
    case open(tag: String, pattern: String, converter: String?, isEntity: Bool = false)
    case value(String)
    case close

    struct Element: Hashable {
        let pattern: String?
        let index: Int
        let text: String
    }
}

/// Tells a way as parse tree and alignment.
struct TwinTeller {
    let utterance: Utterance
    private var pieces: [(element: TraceEvent.Element, words: Range<Int>)] = []

    init(_ utterance: Utterance) { self.utterance = utterance }

    mutating func match(of way: Way, score: Double) -> PatternMatch {
        let text = UtteranceText(utterance).spoken
        var rest = way.trace[...]
        pieces = []
        let inside = tell(&rest)
        let root = ParseNode(
            tag: "root", pattern: "root", text: text, words: utterance.tokens.map(\.word), value: inside.value,
            children: inside.children)
        let alignment = pieces.map { PatternAlignment(element: $0.element.text, words: words($0.words)) }
        return PatternMatch(score: score, explicitWords: way.explicitWords, tree: root, alignment: alignment)
    }

    private struct Inside {
        var words: [Int] = []
        var bytes: [Int] = []
        var value: String?
        var children: [ParseNode] = []
    }

    /// What happens up to the end of the node that is open.
    private mutating func tell(_ events: inout ArraySlice<TraceEvent>) -> Inside {
        var inside = Inside()
        while let event = events.popFirst() {
            switch event {
            case .close: return inside
            case .value(let value): inside.value = value
            case .covered(let element, let words, let bytes):
                inside.words += [words.lowerBound, words.upperBound].filter { _ in !words.isEmpty }
                inside.bytes += [bytes.lowerBound, bytes.upperBound]
                if !words.isEmpty { pieces.append((element, words)) }
            case .open(let tag, let pattern, let converter, let isEntity):
                let child = tell(&events)
                inside.words += child.words
                inside.bytes += child.bytes
                var node = ParseNode(
                    tag: tag, pattern: pattern, text: text(child.bytes), words: words(range(child.words)),
                    value: child.value, converter: converter, children: child.children)
                node.isEntity = isEntity
                inside.children.append(node)
            }
        }
        return inside
    }

    private func range(_ edges: [Int]) -> Range<Int> { (edges.min() ?? 0)..<(edges.max() ?? 0) }

    private func words(_ range: Range<Int>) -> [String] { utterance.tokens[range].map(\.word) }

    private func text(_ edges: [Int]) -> String {
        String(decoding: Array(utterance.text.utf8)[range(edges)], as: UTF8.self)
    }
}
