import Utterances

/// One attempt: a pattern, an utterance, and all that has been found out about them.
///
/// What is wanted waits on a list of its own, not on the stack of the thread, so neither a long utterance nor a
/// deep recursion of named patterns can overflow it.
struct MatchRun {
    let program: MatchProgram
    let utterance: Utterance
    let words: [String]
    let forms: any WordForms
    let entities: any EntityFinding
    private let budget: Int
    private(set) var troubles: [MatchTrouble] = []
    var steps = 0

    /// All outcomes; those of one goal stand together.
    private(set) var outcomes: [Outcome] = []
    private var solved: [Goal: Range<Int>] = [:]
    private var open: [Goal] = []
    var found: OutcomeSet
    var weights = Weights()

    // What regular expressions need, made when the first one is met.
    lazy var text = UtteranceText(utterance)
    lazy var scratch = RegularExpression.Scratch()
    private var cutExpressions: Set<ObjectIdentifier> = []

    /// An element that is to begin at a `Place`. The progress inside of it is a position (sequence), a set of
    /// members (permutation), or 0.
    struct Goal: Hashable {
        let node: Int32
        let progress: Int32
        let start: Int32

        init(_ node: Int, _ progress: Int = 0, at start: Int) {
            self.node = Int32(node)
            self.progress = Int32(progress)
            self.start = Int32(start)
        }

        // One number is hashed faster than three; the shifts leave each its usual room.
        func hash(into hasher: inout Hasher) {
            hasher.combine(Int(node) << 40 ^ Int(progress) << 24 ^ Int(start))
        }
    }

    init(program: MatchProgram, utterance: Utterance, forms: any WordForms, entities: any EntityFinding, budget: Int) {
        self.program = program
        self.utterance = utterance
        self.forms = forms
        self.entities = entities
        self.budget = budget
        words = utterance.tokens.map(\.word)
        found = OutcomeSet(words: words.count)
    }

    /// The number of the best outcome that covers all words, or nil when there is none.
    mutating func solve() -> Int? {
        let goal = Goal(program.root, at: 0)
        open = [goal]
        while let wanted = open.last {
            steps += 1
            guard steps <= budget else {
                troubles.append(.tooLong(steps: steps))
                return nil
            }
            if solved[wanted] != nil || evaluate(wanted) { open.removeLast() }
        }
        let whole = solved[goal, default: 0..<0].filter { isEnd(Int(outcomes[$0].end)) }
        return whole.reduce(nil) { best, index in best.map { isBetter(index, than: $0) ? index : $0 } ?? index }
    }

    /// Whether no word is left.
    func isEnd(_ place: Int) -> Bool { Place.wordsBefore(place) == words.count }

    private func isBetter(_ index: Int, than best: Int) -> Bool {
        let score = weights.score(outcomes[index], words: words.count)
        let bestScore = weights.score(outcomes[best], words: words.count)
        return (score, outcomes[index].explicitWords) > (bestScore, outcomes[best].explicitWords)
    }

    /// The numbers of a goal's outcomes, by growing end, or nil while it waits to be solved.
    mutating func outcomes(of goal: Goal) -> Range<Int>? {
        if let range = solved[goal] { return range }
        if evaluateLeaf(goal) { return solved[goal] }
        open.append(goal)
        return nil
    }

    func solvedOutcomes(of goal: Goal) -> Range<Int> {
        guard let range = solved[goal] else {
            preconditionFailure("the outcomes of an element were used before they were found")
        }
        return range
    }

    /// Writes down what was found for a goal.
    mutating func settle(_ goal: Goal) {
        let start = outcomes.count
        found.drain(into: &outcomes)
        solved[goal] = start..<outcomes.count
    }

    mutating func insert(_ outcome: Outcome) {
        steps += 1
        found.insert(outcome, weights, words: words.count)
    }

    /// Whether an expression matches a piece of the text; one that ran into its limits is not tried again.
    mutating func matches(_ expression: RegularExpression, _ range: Range<Int>) -> Bool {
        guard range.count >= expression.shortestMatch, !cutExpressions.contains(ObjectIdentifier(expression)) else {
            return false
        }
        steps += 4
        switch text.judge(range, by: expression, using: scratch) {
        case .matches: return true
        case .differs: return false
        case .cut:
            cutExpressions.insert(ObjectIdentifier(expression))
            troubles.append(.regexpCut(expression.source))
            return false
        }
    }
}
