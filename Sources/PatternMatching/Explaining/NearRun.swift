import Utterances

/// Goes through a pattern with a phrase that it does not cover, and finds the cheapest change after which it would: words
/// of the phrase left out and elements of the pattern added, counted in letters.
///
/// It follows the matcher element by element. For every place between two words it keeps the cheapest way there, so the
/// work is bounded by elements times words; named patterns within named patterns, which may multiply, have a budget.
struct NearRun {
    struct Step {
        enum What: Equatable {
            case covered, extra, missing
            /// Another word is meant, by its number in the table of words.
            case misspelt(Int32)
        }

        var what: What
        /// An element of the program, -1 for `extra`.
        var node: Int32
        var words: Range<Int32>
        /// The step before, -1 at the beginning.
        var previous: Int32
    }

    /// The cheapest way to a place.
    struct Cell {
        var cost = Int32.max
        /// Letters of words covered by elements that name them.
        var named: Int32 = 0
        var step: Int32 = -1

        var isReached: Bool { cost != .max }

        func isBetter(than other: Cell) -> Bool {
            cost != other.cost ? cost < other.cost : cost != .max && named > other.named
        }
    }

    /// For every place the way there; empty when there is none to any.
    typealias Row = [Cell]

    let memory: PatternSet.Memory
    let program: PatternProgram
    /// The letters of each word.
    let letters: [Int32]
    private(set) var steps: [Step] = []
    private var work = 0
    private let budget: Int
    private var depth = 0
    var names = 0
    /// For an element the letters that it takes to add it.
    let length: (ProgramNode.Origin) -> Int
    let misspelt: MisspeltWords

    /// Elements within elements, and named patterns within named ones; what lies deeper is not looked into.
    private static let deepest = 120
    static let deepestName = 8

    init(
        _ memory: PatternSet.Memory, letters: [Int32], misspelt: MisspeltWords, budget: Int,
        length: @escaping (ProgramNode.Origin) -> Int
    ) {
        self.misspelt = misspelt
        self.memory = memory
        program = memory.run.program
        self.letters = letters
        self.budget = budget
        self.length = length
    }

    /// The letters of each word, as far as they count.
    static func letters(of utterance: Utterance) -> [Int32] {
        utterance.tokens.map { Int32(min($0.word.unicodeScalars.count, 100)) }
    }

    var isCut: Bool { work > budget }
    /// The work that is left for others.
    var rest: Int { max(0, budget - work) }

    /// Counts work; false when there was too much of it.
    mutating func spend(_ more: Int) -> Bool {
        work += more
        return !isCut
    }

    /// The cheapest way to make an element cover the whole phrase; nil when there is none, or the budget did not suffice.
    mutating func solve(_ root: Int32) -> Cell? {
        var beginning = Row(repeating: Cell(), count: letters.count + 1)
        beginning[0].cost = 0
        skipWords(&beginning)
        let end = advance(root, beginning)
        guard !isCut, let last = end.last, last.isReached else { return nil }
        return last
    }

    /// Whether an element covers words anywhere in the phrase, as they are.
    mutating func isSaid(_ node: Int32) -> Bool {
        work = 0
        var anywhere = Cell()
        anywhere.cost = 0
        return advance(node, Row(repeating: anywhere, count: letters.count + 1)).contains {
            $0.cost == 0 && $0.named > 0
        }
    }

    // MARK: Elements

    mutating func advance(_ index: Int32, _ row: Row) -> Row {
        guard !row.isEmpty, spend(row.count) else { return [] }
        guard depth < Self.deepest else { return missing(index, row) }
        depth += 1
        defer { depth -= 1 }
        switch program.nodes[Int(index)].kind {
        case .nothing, .weight: return row
        case .never: return []
        case .word(let test): return word(index, test, row)
        case .oneWord: return oneWord(index, row)
        case .star: return star(index, row)
        case .filler: return star(index, oneWord(index, row))
        case .expression, .entity: return span(index, row)
        case .sequence(let members): return sequence(members, row)
        case .choice(let members): return choice(index, members, row)
        case .optional(let member): return better(row, advance(member, row))
        case .permutation(let members, let gaps): return permutation(index, members, gaps, row)
        case .valued(let member): return advance(member, row)
        case .reference(let definition): return reference(index, definition, row)
        case .repetition(let definition): return repetition(index, definition, row)
        }
    }

    // MARK: Steps

    mutating func add(_ what: Step.What, _ node: Int32, _ words: Range<Int32>, after previous: Int32) -> Int32 {
        steps.append(Step(what: what, node: node, words: words, previous: previous))
        return Int32(steps.count - 1)
    }
}
