/// Follows the cheapest way back to its beginning, and tells it in pieces.
struct NearDerivation {
    private var run: NearRun
    private let trees: ProgramTrees
    private let table: WordTable
    private let texts: [ExpressionTexts.Text]
    private let words: [String]
    private var parts: [Part] = []

    private struct Part {
        var piece: NearMatch.Piece
        /// The element of a missing piece.
        var missing: ProgramNode.Origin?
        /// Whether its words stand there for nothing in particular: too many, or under a star.
        var isFree = false
    }

    init(_ run: NearRun, _ trees: ProgramTrees, _ table: WordTable, _ texts: ExpressionTexts, last: Int32) {
        self.run = run
        self.table = table
        self.trees = trees
        self.texts = texts.texts
        words = run.memory.run.utterance.tokens.map(\.word)
        var chain: [NearRun.Step] = []
        var number = last
        while number >= 0 {
            chain.append(run.steps[Int(number)])
            number = run.steps[Int(number)].previous
        }
        for step in chain.reversed() { tell(step) }
        findMoved(chain.reversed().filter { $0.what == .missing }.map(\.node))
    }

    var pieces: [NearMatch.Piece] { parts.map(\.piece) }

    /// For each piece that is missing its element.
    var missing: [Int: ProgramNode.Origin] {
        Dictionary(
            uniqueKeysWithValues: parts.enumerated().compactMap { number, part in part.missing.map { (number, $0) } })
    }

    private mutating func tell(_ step: NearRun.Step) {
        let covered = Int(step.words.lowerBound)..<Int(step.words.upperBound)
        switch step.what {
        case .extra: append(.extra, nil, covered, isFree: true)
        case .covered: append(.covered, written(step.node, covered), covered, isFree: isStar(step.node))
        case .misspelt(let number):
            let meant = String(decoding: table.word(Int(number)), as: UTF8.self)
            append(.misspelt(meant: meant), trees.alternative(origin(step.node), for: meant), covered)
        case .unfit(let number): append(.unfit(meant: texts[Int(number)].text), origin(step.node), covered)
        case .missing:
            append(.missing(.unsaid), origin(step.node), covered)
            parts[parts.count - 1].missing = origin(step.node)
        }
    }

    private func origin(_ node: Int32) -> ProgramNode.Origin { run.program.nodes[Int(node)].origin }

    private func isStar(_ node: Int32) -> Bool {
        switch run.program.nodes[Int(node)].kind {
        case .star, .permutation: true
        default: false
        }
    }

    /// The element that covers words, as written: of a group of alternatives the one that does.
    private func written(_ node: Int32, _ covered: Range<Int>) -> ProgramNode.Origin {
        let node = run.program.nodes[Int(node)]
        switch node.kind {
        case .word: return trees.alternative(node.origin, for: words[covered.lowerBound])
        default: return trees.star(node.origin)
        }
    }

    private mutating func append(
        _ kind: NearMatch.Piece.Kind, _ origin: ProgramNode.Origin?, _ words: Range<Int>, isFree: Bool = false
    ) {
        let piece = NearMatch.Piece(
            kind: kind, element: origin.map(trees.source) ?? "", owner: origin.flatMap(trees.owner), words: words)
        if let last = parts.last?.piece, last.kind == kind, kind == .covered || kind == .extra,
            last.element == piece.element, last.owner == piece.owner
        {
            parts[parts.count - 1].piece.words = last.words.lowerBound..<words.upperBound
        } else {
            parts.append(Part(piece: piece, isFree: isFree))
        }
    }

    // MARK: Words in another place

    /// - Parameter nodes: of all missing pieces.
    private mutating func findMoved(_ nodes: [Int32]) {
        var isFree = [Bool](repeating: false, count: words.count)
        for part in parts where part.isFree { for word in part.piece.words { isFree[word] = true } }
        var moved: Set<Int> = []
        let places = parts.indices.filter { parts[$0].missing != nil }
        for (place, node) in zip(places, nodes) {
            let said = run.saidWords(node)
            if let words = said.first(where: { $0.allSatisfy { isFree[$0] } }) {
                parts[place].piece.kind = .missing(.elsewhere(words))
                for word in words { isFree[word] = false }
                moved.formUnion(words)
            } else if !said.isEmpty {
                parts[place].piece.kind = .missing(.again)
            }
        }
        if !moved.isEmpty { parts = parts.flatMap { Self.split($0, at: moved) } }
    }

    /// Words that are wanted elsewhere become pieces of their own.
    private static func split(_ part: Part, at moved: Set<Int>) -> [Part] {
        guard part.isFree else { return [part] }
        var parts: [Part] = []
        for word in part.piece.words {
            let isMoved = moved.contains(word)
            if let last = parts.last?.piece, (last.kind == .moved) == isMoved {
                parts[parts.count - 1].piece.words = last.words.lowerBound..<word + 1
                continue
            }
            var next = part
            next.piece.words = word..<word + 1
            if isMoved {
                next.piece = NearMatch.Piece(kind: .moved, element: "", owner: nil, words: next.piece.words)
            }
            parts.append(next)
        }
        return parts
    }
}
