import Utterances

/// Follows the best outcome back through what it was made of, and tells it as parse tree and alignment.
struct Derivation {
    private var run: MatchRun
    private var visits: [Visit] = []
    private var nodes: [OpenNode] = []
    private var pieces: [Piece] = []

    /// Named patterns nested deeper than this leave no nodes: scripts walk the tree by recursion.
    static let deepestNode = 100

    private enum Visit {
        case outcome(MatchRun.Goal, Int)
        case closeNode
    }

    private struct OpenNode {
        var node: ParseNode
        /// Bytes of the text, as the elements inside of it cover them.
        var bytes: Range<Int>?
    }

    private struct Piece {
        let element: Int
        var words: Range<Int>
    }

    /// - Parameter best: the number of the outcome that covers all words.
    static func match(of run: MatchRun, from best: Int) -> PatternMatch {
        var derivation = Derivation(run: run)
        return derivation.match(from: best)
    }

    private init(run: MatchRun) { self.run = run }

    private mutating func match(from best: Int) -> PatternMatch {
        let root = ParseNode(tag: "root", pattern: "root", text: run.text.spoken, words: run.words)
        nodes = [OpenNode(node: root)]
        visits = [.outcome(MatchRun.Goal(run.program.root, at: 0), best)]
        while let visit = visits.popLast() {
            switch visit {
            case .outcome(let goal, let index): follow(goal, run.outcomes[index])
            case .closeNode: closeNode()
            }
        }
        let outcome = run.outcomes[best]
        return PatternMatch(
            score: run.weights.score(outcome, words: run.words.count), explicitWords: Int(outcome.explicitWords),
            tree: nodes[0].node, alignment: alignment())
    }

    // MARK: Elements

    private mutating func follow(_ goal: MatchRun.Goal, _ outcome: Outcome) {
        let node = Int(goal.node)
        let base = run.program.base(ofNode: node)
        switch run.program.node(node).kind {
        case .sequence(let members): followSequence(goal, outcome, members, base)
        case .permutation(let members):
            let used = Int(goal.progress) | 1 << Int(outcome.choice)
            followPair(goal, outcome, member: base + members[Int(outcome.choice)], progress: used)
        case .choice(let members): visit(base + members[Int(outcome.choice)], at: goal.start, outcome.first)
        case .optional(let member): visit(base + member, at: goal.start, outcome.first)
        case .valued(let member, let value):
            if !isAbsent(base + member, outcome.first) { nodes[nodes.count - 1].node.value = value }
            visit(base + member, at: goal.start, outcome.first)
        case .reference(let reference): followReference(reference, goal, outcome)
        case .repetition(let reference):
            if outcome.rest >= 0 {
                visits.append(.outcome(MatchRun.Goal(node, at: firstEnd(outcome)), Int(outcome.rest)))
            }
            followReference(reference, goal, outcome)
        case .entity(let entity, let alias): followEntity(entity, alias, goal, outcome)
        default: cover(node, goal, outcome)
        }
    }

    private mutating func followSequence(_ goal: MatchRun.Goal, _ outcome: Outcome, _ members: [Int], _ base: Int) {
        let position = Int(goal.progress) / 2
        guard position < members.count else { return }
        let member = base + members[position]
        guard outcome.first == Outcome.garbageWord else {
            return followPair(goal, outcome, member: member, progress: 2 * (position + 1))
        }
        let word = Place.wordsBefore(Int(goal.start))
        coverWords(member, word..<word + 1)
        var progress = Int(goal.progress)
        if case .nonEmptyGarbage = run.program.node(member).kind { progress = 2 * position + 1 }
        visits.append(
            .outcome(MatchRun.Goal(Int(goal.node), progress, at: Place.after(words: word + 1)), Int(outcome.rest)))
    }

    private mutating func followPair(_ goal: MatchRun.Goal, _ outcome: Outcome, member: Int, progress: Int) {
        guard outcome.rest >= 0 else { return }
        let next = outcome.first >= 0 ? firstEnd(outcome) : Int(goal.start)
        visits.append(.outcome(MatchRun.Goal(Int(goal.node), progress, at: next), Int(outcome.rest)))
        visit(member, at: goal.start, outcome.first)
    }

    private mutating func visit(_ node: Int, at start: Int32, _ index: Int32) {
        if index >= 0 { visits.append(.outcome(MatchRun.Goal(node, at: Int(start)), Int(index))) }
    }

    private func firstEnd(_ outcome: Outcome) -> Int { Int(run.outcomes[Int(outcome.first)].end) }

    /// Whether an optional element was left out, so that its value is not meant.
    private func isAbsent(_ node: Int, _ index: Int32) -> Bool {
        guard case .optional = run.program.node(node).kind, index >= 0 else { return false }
        return run.outcomes[Int(index)].first < 0
    }

    // MARK: Nodes of the parse tree

    private mutating func followReference(_ reference: NamedReference, _ goal: MatchRun.Goal, _ outcome: Outcome) {
        guard outcome.first >= 0, let target = run.program.target(ofNode: Int(goal.node)) else { return }
        if nodes.count <= Self.deepestNode {
            open(
                tag: reference.alias ?? reference.name, pattern: reference.name,
                words(goal.start, Int32(firstEnd(outcome))))
            nodes[nodes.count - 1].node.converter = target.converter
            visits.append(.closeNode)
        }
        visit(target.base + target.tree.root, at: goal.start, outcome.first)
    }

    private mutating func followEntity(
        _ entity: EntityName, _ alias: String?, _ goal: MatchRun.Goal, _ outcome: Outcome
    ) {
        let words = words(goal.start, outcome.end)
        let covers = run.entities.covers(of: entity, in: run.utterance, from: words.lowerBound)
        open(tag: alias ?? entity.name, pattern: entity.name, words)
        nodes[nodes.count - 1].node.value = covers[Int(outcome.choice)].value
        coverWords(Int(goal.node), words)
        closeNode()
    }

    private mutating func open(tag: String, pattern: String, _ words: Range<Int>) {
        nodes.append(OpenNode(node: ParseNode(tag: tag, pattern: pattern, text: "", words: Array(run.words[words]))))
    }

    private mutating func closeNode() {
        var closed = nodes.removeLast()
        if let bytes = closed.bytes {
            closed.node.text = run.text.text(in: bytes)
            extend(by: bytes)
        }
        nodes[nodes.count - 1].node.children.append(closed.node)
    }

    // MARK: Words

    private func words(_ start: Int32, _ end: Int32) -> Range<Int> {
        Place.wordsBefore(Int(start))..<Place.wordsBefore(Int(end))
    }

    private mutating func cover(_ node: Int, _ goal: MatchRun.Goal, _ outcome: Outcome) {
        let words = words(goal.start, outcome.end)
        guard case .expression = run.program.node(node).kind else { return coverWords(node, words) }
        let isPunctuation = outcome.choice == MatchRun.punctuationReading
        if !isPunctuation { pieces.append(Piece(element: node, words: words)) }
        extend(
            by: isPunctuation
                ? run.text.punctuation(before: words.lowerBound)
                : run.text.ranges(from: words.lowerBound, to: words.upperBound)[Int(outcome.choice)])
    }

    private mutating func coverWords(_ element: Int, _ words: Range<Int>) {
        guard let first = words.first, let last = words.last else { return }
        extend(by: run.utterance.tokens[first].start..<run.utterance.tokens[last].end)
        if let piece = pieces.last, piece.element == element, piece.words.upperBound == first {
            pieces[pieces.count - 1].words = piece.words.lowerBound..<words.upperBound
        } else {
            pieces.append(Piece(element: element, words: words))
        }
    }

    private mutating func extend(by bytes: Range<Int>) {
        let last = nodes.count - 1
        nodes[last].bytes =
            nodes[last].bytes.map {
                min($0.lowerBound, bytes.lowerBound)..<max($0.upperBound, bytes.upperBound)
            } ?? bytes
    }

    private func alignment() -> [PatternAlignment] {
        pieces.map {
            PatternAlignment(element: run.program.source(ofNode: $0.element), words: Array(run.words[$0.words]))
        }
    }
}
