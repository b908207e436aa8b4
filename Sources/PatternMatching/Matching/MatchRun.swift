import Utterances

/// Matches patterns of one program with one phrase after another, in memory that it keeps.
///
/// A pattern is gone through element by element with all paths at once: a `Front` goes in, and out come the paths that
/// have come through the element, for each place only the best. So the work is bounded by elements times words, and
/// nothing is ever taken back.
struct MatchRun {
    let program: PatternProgram
    let finder: any EntityFinding
    private(set) var heard: HeardWords
    private(set) var utterance = Utterance(text: "", tokens: [])
    private(set) var troubles: [MatchTrouble] = []
    /// The work done for the present pattern.
    var steps = 0
    private var budget = 0
    private(set) var isCut = false

    /// All paths of the present pattern, and what stands together in fronts, by their numbers.
    private(set) var paths: ContiguousArray<Path> = []
    var lists: ContiguousArray<Int32> = []
    /// Where the element being gone through may begin now, and its paths that wait to be put in order.
    var starts: ContiguousArray<Start> = []
    var arrivals = Arrivals()
    /// For each set of members of the permutations being gone through the paths that have come through these.
    var turns: ContiguousArray<Front> = []
    /// The members of these permutations that can take turns, each with the set of those that must have had theirs before.
    var turnMembers: ContiguousArray<(node: Int32, before: Int)> = []
    var weights = Weights()
    var spans = Spans()
    /// What the finder has found all over the present phrase.
    var foundCovers = FoundCovers()
    var tables: Tables

    /// What one attempt may cost: all but absurd pairs of pattern and phrase stay far below. Longer phrases may cost more, by
    /// the square of their words, since that is what a named pattern that mentions itself needs.
    private func mostSteps(words: Int) -> Int {
        max(min(max(100_000, 10 * words * words), 1_000_000), 64 * words)
    }

    init(program: PatternProgram, testCount: Int, finder: any EntityFinding) {
        self.program = program
        self.finder = finder
        heard = HeardWords(testCount: testCount)
        tables = Tables(definitions: program.definitions.count)
    }

    /// Takes up another phrase.
    mutating func hear(_ utterance: Utterance, _ knower: borrowing WordKnower) {
        guard utterance != self.utterance else { return }
        self.utterance = utterance
        heard.hear(utterance, knower)
        spans.forget()
        if !foundCovers.byEntity.isEmpty { foundCovers = FoundCovers() }
        paths.empty()
        lists.empty()
        arrivals.forget()
        turns.empty()
    }

    /// The number of the best path by which a pattern covers all words, or nil when there is none.
    mutating func solve(_ root: Int32) -> Int32? {
        begin()
        let beginning = single(Path.beginning)
        let end = advance(root, beginning)
        return best(of: end)
    }

    /// Forgets the pattern before.
    mutating func begin() {
        paths.removeAll(keepingCapacity: true)
        lists.removeAll(keepingCapacity: true)
        turns.removeAll(keepingCapacity: true)
        turnMembers.removeAll(keepingCapacity: true)
        arrivals.forget()
        weights.forget()
        tables.forget()
        troubles.removeAll(keepingCapacity: true)
        steps = 0
        isCut = false
        budget = mostSteps(words: heard.count)
    }

    private func best(of front: Front) -> Int32? {
        guard !isCut else { return nil }
        var best: Int32?
        var worth = (score: 0.0, Path.Worth(sum: 0, explicitWords: 0, fillerWords: 0))
        for (range, isGap) in [(front.ends, false), (front.gaps, true)] {
            for place in range {
                let number = lists[Int(place)]
                let path = paths[Int(number)]
                guard isGap || isEnd(path.place) else { continue }
                let own = path.worth(upTo: Int32(heard.count))
                let score = weights.score(own.sum, path.weight, words: heard.count)
                if best == nil || score > worth.score || (score == worth.score && own > worth.1) {
                    best = number
                    worth = (score, own)
                }
            }
        }
        return best
    }

    /// Whether no word is left.
    func isEnd(_ place: Int32) -> Bool { Place.wordsBefore(Int(place)) == heard.count }

    func score(of path: Int32) -> Double {
        let path = paths[Int(path)]
        return weights.score(path.worth(upTo: Int32(heard.count)).sum, path.weight, words: heard.count)
    }

    // MARK: Elements

    /// The paths that come through an element.
    mutating func advance(_ index: Int32, _ front: Front) -> Front {
        let node = program.nodes[Int(index)]
        guard !front.isEmpty, node.required < 0 || heard.passes(node.required), mayGoOn() else { return .nowhere }
        switch node.kind {
        case .nothing: return front
        case .never: return .nowhere
        case .word(let test): return word(index, test, front)
        case .oneWord: return oneWord(index, front)
        case .star: return star(index, front)
        case .filler: return filler(index, front)
        case .expression, .entity: return span(index, front)
        case .weight(let weight): return weigh(index, program.weights[Int(weight)], front)
        case .sequence(let members): return sequence(members, front)
        case .choice(let members): return choice(members, front)
        case .optional(let member): return merge(advance(member, front), front)
        case .permutation(let members, let gaps): return permutation(index, members, gaps, front)
        case .valued(let member): return mark(index, advance(member, front))
        case .reference(let definition): return reference(index, definition, front)
        case .repetition(let definition): return repetition(index, definition, front)
        }
    }

    /// Counts a step; false when the pattern is given up on this phrase.
    private mutating func mayGoOn() -> Bool {
        steps += 1
        if steps > budget, !isCut {
            isCut = true
            troubles.append(.tooLong(steps: steps))
        }
        return !isCut
    }

    /// Counts further work; false when the pattern is given up.
    mutating func charge(_ work: Int) -> Bool {
        steps += work
        return mayGoOn()
    }

    /// Counts trying a regular expression, which hardly counts against the budget: a bot's library may ask for dozens at each word.
    mutating func chargeExpression(bytes: Int) -> Bool {
        let work = 3 + bytes / 32
        if budget < max(400_000, min(8_000 * heard.count, 1_400_000)) { budget += work + 1 }
        return charge(work)
    }

    mutating func note(_ trouble: MatchTrouble) { troubles.append(trouble) }

    // MARK: Making fronts

    mutating func add(_ path: Path) -> Int32 {
        steps += 1
        paths.append(path)
        return Int32(paths.count - 1)
    }

    /// Puts a path at the end of the list being made, unless one there is at least as good; drops those that are no better.
    /// The paths of a list come by growing place.
    mutating func keep(_ path: Path, since start: Int) {
        steps += 1
        var index = lists.count - 1
        var others = 0
        while index >= start, paths[Int(lists[index])].place == path.place {
            let other = paths[Int(lists[index])]
            if isAsGood(other, as: path) { return }
            if isAsGood(path, as: other) {
                lists.remove(at: index)
            } else {
                others += 1
            }
            index -= 1
        }
        steps += others
        if others == Self.mostPerPlace { dropWorst(of: others) }
        paths.append(path)
        lists.append(Int32(paths.count - 1))
    }

    /// More paths than this to one place, all with different weights, are told apart by their own score only.
    static let mostPerPlace = 8

    func isAsGood(_ path: Path, as other: Path) -> Bool {
        if path.gap == .filler, other.gap == .star { return !(other.worth > path.worth) && path.weight == other.weight }
        guard !(other.worth > path.worth) else { return false }
        return path.weight == other.weight || (path.sum >= other.sum && weights.isAsGood(path.weight, as: other.weight))
    }

    private mutating func dropWorst(of count: Int) {
        let range = (lists.count - count)..<lists.count
        let worst = range.min { left, right in
            let (left, right) = (paths[Int(lists[left])], paths[Int(lists[right])])
            return weights.score(left.sum, left.weight, words: heard.count)
                < weights.score(right.sum, right.weight, words: heard.count)
        }
        if let worst { lists.remove(at: worst) }
    }

    mutating func single(_ path: Path) -> Front {
        let start = lists.count
        keep(path, since: start)
        return Front(ends: range(since: start), gaps: 0..<0)
    }

    func range(since start: Int) -> Range<Int32> { Int32(start)..<Int32(lists.count) }

    /// The paths that come by one way or the other.
    mutating func merge(_ left: Front, _ right: Front) -> Front {
        if left.isEmpty { return right }
        if right.isEmpty { return left }
        let ends = merge(left.ends, right.ends)
        return Front(ends: ends, gaps: merge(left.gaps, right.gaps))
    }

    /// Of equal paths those of the left list stay.
    private mutating func merge(_ left: Range<Int32>, _ right: Range<Int32>) -> Range<Int32> {
        if left.isEmpty { return right }
        if right.isEmpty { return left }
        let start = lists.count
        var (first, second) = (Int(left.lowerBound), Int(right.lowerBound))
        while first < left.upperBound || second < right.upperBound {
            let takesLeft =
                second == right.upperBound
                || (first < left.upperBound && paths[Int(lists[first])].place <= paths[Int(lists[second])].place)
            keepNumber(lists[takesLeft ? first : second], since: start)
            if takesLeft { first += 1 } else { second += 1 }
        }
        return range(since: start)
    }

    /// As `keep`, of a path that has a number.
    private mutating func keepNumber(_ number: Int32, since start: Int) {
        let count = paths.count
        keep(paths[Int(number)], since: start)
        guard paths.count > count else { return }
        paths.removeLast()
        lists[lists.count - 1] = number
    }
}
