/// Follows the cheapest way back to its beginning, and tells it in pieces.
struct NearDerivation {
    private var run: NearRun
    private let trees: ProgramTrees
    private let table: WordTable
    private let words: [String]
    private(set) var pieces: [NearMatch.Piece] = []
    /// For each piece that is missing its element.
    private(set) var missing: [Int: ProgramNode.Origin] = [:]

    init(_ run: NearRun, _ trees: ProgramTrees, _ table: WordTable, last: Int32) {
        self.run = run
        self.table = table
        self.trees = trees
        words = run.memory.run.utterance.tokens.map(\.word)
        var chain: [NearRun.Step] = []
        var number = last
        while number >= 0 {
            chain.append(run.steps[Int(number)])
            number = run.steps[Int(number)].previous
        }
        for step in chain.reversed() { tell(step) }
    }

    private mutating func tell(_ step: NearRun.Step) {
        let covered = Int(step.words.lowerBound)..<Int(step.words.upperBound)
        switch step.what {
        case .extra: append(.extra, nil, covered)
        case .covered: append(.covered, written(step.node, covered), covered)
        case .misspelt(let number):
            let meant = String(decoding: table.word(Int(number)), as: UTF8.self)
            append(
                .misspelt(meant: meant), trees.alternative(run.program.nodes[Int(step.node)].origin, for: meant),
                covered)
        case .missing:
            let origin = run.program.nodes[Int(step.node)].origin
            missing[pieces.count] = origin
            append(.missing(isSaidElsewhere: run.isSaid(step.node)), origin, covered)
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

    private mutating func append(_ kind: NearMatch.Piece.Kind, _ origin: ProgramNode.Origin?, _ words: Range<Int>) {
        let element = origin.map(trees.source) ?? ""
        let owner = origin.flatMap(trees.owner)
        if let last = pieces.last, last.kind == kind, kind == .covered || kind == .extra, last.element == element,
            last.owner == owner
        {
            pieces[pieces.count - 1].words = last.words.lowerBound..<words.upperBound
        } else {
            pieces.append(NearMatch.Piece(kind: kind, element: element, owner: owner, words: words))
        }
    }
}
