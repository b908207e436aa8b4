import Utterances

/// Goes through a pattern with a phrase that it does not cover, and finds the cheapest change after which it would: words
/// of the phrase left out, elements of the pattern added, and elements instead of words.
///
/// It follows the matcher element by element. For every place between two words it keeps the cheapest way there, so the
/// work is bounded by elements times words; named patterns within named patterns, which may multiply, have a budget.
struct NearRun {
    struct Step {
        enum What: Equatable {
            case covered, extra, missing
            /// Another word is meant, by its number in the table of words.
            case misspelt(Int32)
            /// An expression wants something like the words, by the number of the text in `UnfitWords`.
            case unfit(Int32)
        }

        var what: What
        /// An element of the program, -1 for `extra`.
        var node: Int32
        var words: Range<Int32>
        /// The step before, -1 at the beginning.
        var previous: Int32
    }

    /// The cheapest way to a place. Of equally cheap ones the one is best that names more of the phrase, then the one that has elements
    /// instead of words rather than between them, then the one that goes longer without a change.
    struct Cell {
        var cost = Int32.max
        /// What of the cost is for elements that were not said, or not as they should be.
        var lacking: Int32 = 0
        /// Letters of words covered by elements that name them.
        var named: Int32 = 0
        /// Elements that stand instead of words.
        var replaced: Int32 = 0
        /// The words before the first change.
        var intact = Int32.max
        var step: Int32 = -1

        var isReached: Bool { cost != .max }

        func isBetter(than other: Cell) -> Bool {
            guard cost == other.cost else { return cost < other.cost }
            guard named == other.named else { return named > other.named }
            return replaced != other.replaced ? replaced > other.replaced : intact > other.intact
        }

        mutating func drop(_ place: Int32, costs more: Int32) {
            cost += more
            intact = min(intact, place)
        }

        mutating func add(_ place: Int32, costs more: Int32) {
            lacking += more
            drop(place, costs: more)
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
    /// The member of the optional part that is gone through; it is never missing.
    var optionalMember: Int32 = -1
    /// For an element the letters that it takes to add it.
    let length: (ProgramNode.Origin) -> Int
    let slips: Slips
    /// Which words the pattern asks for, wherever it does.
    private(set) var isWanted: [Bool]

    /// Elements within elements, and named patterns within named ones; what lies deeper is not looked into.
    private static let deepest = 120
    static let deepestName = 8

    init(
        _ memory: PatternSet.Memory, letters: [Int32], slips: Slips, budget: Int,
        length: @escaping (ProgramNode.Origin) -> Int
    ) {
        self.slips = slips
        isWanted = Array(repeating: false, count: letters.count)
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
        noteWanted(by: root)
        skipWords(&beginning)
        let end = advance(root, beginning)
        guard !isCut, let last = end.last, last.isReached else { return nil }
        return last
    }

    /// The words that an element covers anywhere in the phrase, as they are.
    mutating func saidWords(_ node: Int32) -> [Range<Int>] {
        work = 0
        var anywhere = Cell()
        anywhere.cost = 0
        let ends = advance(node, Row(repeating: anywhere, count: letters.count + 1))
        return ends.indices.compactMap { end in
            guard ends[end].cost == 0, ends[end].named > 0 else { return nil }
            var step = ends[end].step
            while step >= 0, steps[Int(step)].previous >= 0 { step = steps[Int(step)].previous }
            return step < 0 ? nil : Int(steps[Int(step)].words.lowerBound)..<end
        }
    }

    private mutating func noteWanted(by root: Int32) {
        var open = [root]
        var met: Set<Int32> = []
        while let index = open.popLast(), spend(1) {
            switch program.nodes[Int(index)].kind {
            case .word(let test):
                var passage = memory.run.heard.firstPassage(of: test)
                while passage >= 0 {
                    isWanted[Int(memory.run.heard.passages[Int(passage)].word)] = true
                    passage = memory.run.heard.passages[Int(passage)].next
                }
                for passage in slips.misspelt.passages[test] ?? [] { isWanted[Int(passage.word)] = true }
            case .sequence(let members), .choice(let members), .permutation(let members, _):
                open += program.members[members.range]
            case .optional(let member), .valued(let member): open.append(member)
            case .reference(let definition), .repetition(let definition):
                if met.insert(definition).inserted { open.append(program.definitions[Int(definition)].root) }
            case .expression(let number):
                for passage in slips.unfit.passages[number] ?? [] {
                    for word in passage.words { isWanted[Int(word)] = true }
                }
            case .nothing, .never, .oneWord, .star, .filler, .entity, .weight: continue
            }
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
        case .expression(let number): return span(index, row, expression: number)
        case .entity: return span(index, row, expression: -1)
        case .sequence(let members): return sequence(members, row)
        case .choice(let members): return choice(index, members, row)
        case .optional(let member): return optional(member, row)
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
