import Utterances

/// Follows the best path back to its beginning, and tells it as parse tree and alignment.
struct Derivation {
    private let run: MatchRun
    private var foundCovers: FoundCovers
    private let trees: ProgramTrees
    private let words: [String]
    private let text: UtteranceText
    private var nodes: [OpenNode] = []
    private var pieces: [Piece] = []

    /// Named patterns nested deeper than this leave no nodes: scripts walk the tree by recursion.
    static let deepestNode = 100

    /// When there are more nodes than this, named patterns that have tables are covered as one: `$A = $B $B`, `$B = $C $C`, …
    /// would leave more of them than anybody can walk through.
    private let mostNodes: Int
    private var nodeCount = 0

    private struct OpenNode {
        var node: ParseNode
        /// Bytes of the text, as the elements inside of it cover them.
        var bytes: Range<Int>?
        var words: Range<Int>?
    }

    private struct Piece {
        let element: ProgramNode.Origin
        let words: Range<Int>
        let sum: Int
        var meant: String?
    }

    private enum Visit {
        case path(Path)
        /// Words between two elements, by the element that left room for them.
        case gap(Int32, Range<Int>)
        case close
    }

    init(_ run: MatchRun, _ trees: ProgramTrees) {
        self.run = run
        foundCovers = run.foundCovers
        self.trees = trees
        words = run.utterance.tokens.map(\.word)
        text = UtteranceText(run.utterance)
        mostNodes = max(4_000, 4 * words.count)
    }

    mutating func match(of best: Int32) -> PatternMatch {
        let root = ParseNode(tag: "root", pattern: "root", text: text.spoken, words: words)
        nodes = [OpenNode(node: root)]
        var visits = chain(to: best, end: words.count)
        // The number of open nodes without a node of their own, since they lie too deep.
        var hidden = 0
        while let visit = visits.popLast() {
            switch visit {
            case .gap(let node, let words): coverGap(run.program.nodes[Int(node)], words)
            case .close: if hidden > 0 { hidden -= 1 } else { closeNode() }
            case .path(let path): follow(path, &visits, &hidden)
            }
        }
        let weight = run.weights.values[Int(run.paths[Int(best)].weight)]
        return PatternMatch(
            score: run.score(of: best), explicitWords: Int(run.paths[Int(best)].explicitWords), tree: nodes[0].node,
            alignment: alignment(), factor: weight.factor, addend: weight.addend)
    }

    /// The elements of a path from its beginning, in reverse, with the words of the gaps between them.
    private func chain(to last: Int32, end: Int) -> [Visit] {
        var visits: [Visit] = []
        var number = last
        // The word in front of which the gap ends that is met next, going back.
        var word = end
        while number >= 0 {
            let path = run.paths[Int(number)]
            let opensGap = path.gap != .none && isMaker(path)
            if opensGap, word > Place.wordsBefore(Int(path.place)) {
                visits.append(.gap(path.node, Place.wordsBefore(Int(path.place))..<word))
                word = Place.wordsBefore(Int(path.place))
            }
            if path.node >= 0 { visits.append(.path(path)) }
            if path.gap == .none || opensGap { word = min(word, Place.wordsBefore(Int(path.start))) }
            number = path.previous
        }
        return visits
    }

    /// Whether the gap at the end of a path was opened by its last element.
    private func isMaker(_ path: Path) -> Bool {
        guard path.node >= 0 else { return false }
        switch run.program.nodes[Int(path.node)].kind {
        case .star, .filler, .permutation: return true
        default: return false
        }
    }

    // MARK: Elements

    private mutating func follow(_ path: Path, _ visits: inout [Visit], _ hidden: inout Int) {
        let node = run.program.nodes[Int(path.node)]
        let covered = Place.wordsBefore(Int(path.start))..<Place.wordsBefore(Int(path.place))
        switch node.kind {
        case .reference, .repetition:
            guard nodeCount <= mostNodes || path.detail < 0 else { return coverWhole(path, node, covered) }
            followName(path, node, &visits, &hidden)
        case .valued: if hidden == 0 { nodes[nodes.count - 1].node.value = trees.value(node.origin) }
        case .entity: followEntity(path, node, covered)
        case .expression: followExpression(path, node, covered)
        case .word(let test):
            let word = words[covered.lowerBound]
            let score = run.heard.score(of: covered.lowerBound, by: test)
            let meant = trees.knower.meant(by: word, test, score: score)
            coverWords(trees.alternative(node.origin, for: meant ?? word), covered, each: score)
            if meant != nil { pieces[pieces.count - 1].meant = meant }
        case .oneWord: coverWords(node.origin, covered, each: ScoreFormula.oneWord)
        default: if !covered.isEmpty { coverWords(node.origin, covered, each: ScoreFormula.garbage) }
        }
    }

    private mutating func followName(
        _ path: Path, _ node: ProgramNode, _ visits: inout [Visit], _ hidden: inout Int
    ) {
        if path.detail == MatchRun.exit { return visits.append(.close) }
        nodeCount += 1
        if nodes.count <= Self.deepestNode, hidden == 0 { openNode(node) } else { hidden += 1 }
        guard path.detail >= 0 else { return }
        visits.append(.close)
        visits += chain(to: path.detail, end: Place.wordsBefore(Int(path.place)))
    }

    /// A named pattern of which no node is told.
    private mutating func coverWhole(_ path: Path, _ node: ProgramNode, _ words: Range<Int>) {
        coverWords(node.origin, words, sum: run.paths[Int(path.detail)].worth(upTo: Int32(words.upperBound)).sum)
    }

    private mutating func openNode(_ node: ProgramNode) {
        let name = trees.name(node.origin)
        var opened = ParseNode(tag: name.alias ?? name.name, pattern: name.name, text: "", words: [])
        opened.converter = name.converter
        nodes.append(OpenNode(node: opened))
    }

    private mutating func followEntity(_ path: Path, _ node: ProgramNode, _ words: Range<Int>) {
        guard case .entity(let number) = node.kind else { return }
        let entity = run.program.entities[Int(number)]
        let covers = run.finder.covers(
            of: entity, in: run.utterance, from: words.lowerBound, keeping: &foundCovers)
        openNode(node)
        let reading = Int(path.detail)
        nodes[nodes.count - 1].node.value = covers.indices.contains(reading) ? covers[reading].value : nil
        if case .recognized = entity { nodes[nodes.count - 1].node.isEntity = true }
        coverWords(node.origin, words, each: ScoreFormula.entity)
        closeNode()
    }

    private mutating func followExpression(_ path: Path, _ node: ProgramNode, _ words: Range<Int>) {
        if path.detail == Spans.Span.punctuation { return extend(by: text.punctuation(before: words.lowerBound)) }
        note(node.origin, words, sum: ScoreFormula.regexp * words.count)
        let range = text.range(Int(path.detail), from: words.lowerBound, to: words.upperBound)
        if let range { extend(by: range) }
    }

    private mutating func closeNode() {
        var closed = nodes.removeLast()
        if let words = closed.words { closed.node.words = Array(self.words[words]) }
        if let bytes = closed.bytes {
            closed.node.text = text.text(in: bytes)
            extend(by: bytes)
        }
        if let words = closed.words { extend(byWords: words) }
        nodes[nodes.count - 1].node.children.append(closed.node)
    }

    // MARK: Words

    /// - Parameter count: what each word counts.
    private mutating func coverWords(_ element: ProgramNode.Origin, _ words: Range<Int>, each count: Int) {
        coverWords(element, words, sum: count * words.count)
    }

    private mutating func coverWords(_ element: ProgramNode.Origin, _ words: Range<Int>, sum: Int) {
        guard let first = words.first, let last = words.last else { return }
        extend(by: run.utterance.tokens[first].start..<run.utterance.tokens[last].end)
        note(element, words, sum: sum)
    }

    /// `$nonEmptyGarbage` has covered a word before its gap.
    private mutating func coverGap(_ node: ProgramNode, _ words: Range<Int>) {
        let sum = ScoreFormula.garbage * words.count
        guard case .filler = node.kind, let first = pieces.popLast() else {
            return coverWords(trees.star(node.origin), words, sum: sum)
        }
        coverWords(node.origin, first.words.lowerBound..<words.upperBound, sum: first.sum + sum)
    }

    /// - Parameter sum: what the words count together.
    private mutating func note(_ element: ProgramNode.Origin, _ words: Range<Int>, sum: Int) {
        extend(byWords: words)
        pieces.append(Piece(element: element, words: words, sum: sum))
    }

    private mutating func extend(byWords words: Range<Int>) {
        let last = nodes.count - 1
        nodes[last].words = nodes[last].words.map { $0.lowerBound..<words.upperBound } ?? words
    }

    private mutating func extend(by bytes: Range<Int>) {
        let last = nodes.count - 1
        nodes[last].bytes =
            nodes[last].bytes.map {
                min($0.lowerBound, bytes.lowerBound)..<max($0.upperBound, bytes.upperBound)
            } ?? bytes
    }

    private func alignment() -> [PatternAlignment] {
        pieces.map { piece in
            PatternAlignment(
                element: trees.source(piece.element), words: Array(words[piece.words]),
                owner: trees.owner(piece.element), sum: piece.sum, meant: piece.meant)
        }
    }
}
