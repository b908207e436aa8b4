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
    private let length: (ProgramNode.Origin) -> Int
    private let misspelt: MisspeltWords

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

    /// More letters than this are never added by one element, and never changed in all.
    private static let longest = 100_000
    private static let mostChanged: Int32 = 500_000_000

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

    private mutating func word(_ node: Int32, _ test: Int32, _ row: Row) -> Row {
        var new = missing(node, row)
        var passage = memory.run.heard.firstPassage(of: test)
        while passage >= 0 {
            let passed = memory.run.heard.passages[Int(passage)]
            cover(passed.word, passed.word + 1, by: node, isNamed: true, row, &new)
            passage = passed.next
        }
        for passage in misspelt.passages[test] ?? [] { take(passage, by: node, row, &new) }
        skipWords(&new)
        return new
    }

    private mutating func take(_ passage: MisspeltWords.Passage, by node: Int32, _ row: Row, _ new: inout Row) {
        let word = Int(passage.word)
        var cell = row[word]
        guard cell.isReached else { return }
        cell.cost += passage.edits * Self.costOfEdit
        cell.named += letters[word] - passage.edits
        guard new.isEmpty || cell.isBetter(than: new[word + 1]) else { return }
        cell.step = add(.misspelt(passage.meant), node, passage.word..<passage.word + 1, after: cell.step)
        if new.isEmpty { new = Row(repeating: Cell(), count: row.count) }
        new[word + 1] = cell
    }

    /// A letter is left out and another one added.
    private static let costOfEdit: Int32 = 2

    private mutating func oneWord(_ node: Int32, _ row: Row) -> Row {
        var new = missing(node, row)
        for word in letters.indices { cover(Int32(word), Int32(word) + 1, by: node, isNamed: false, row, &new) }
        skipWords(&new)
        return new
    }

    /// From every place all later ones are reached for nothing.
    mutating func star(_ node: Int32, _ row: Row) -> Row {
        var new = row
        var best: (place: Int, cell: Cell)?
        for place in row.indices {
            if row[place].isReached, best.map({ !$0.cell.isBetter(than: row[place]) }) ?? true {
                best = (place, row[place])
            } else if let best {
                var cell = best.cell
                cell.step = add(.covered, node, Int32(best.place)..<Int32(place), after: cell.step)
                new[place] = cell
            }
        }
        return new
    }

    private mutating func span(_ node: Int32, _ row: Row) -> Row {
        var new = missing(node, row)
        for place in row.indices where row[place].isReached {
            guard spend(Self.workOfSpan) else { return [] }
            for span in memory.run.spans(of: node, from: Int32(Place.after(words: place))) {
                let end = Int32(Place.wordsBefore(Int(span.end)))
                cover(Int32(place), end, by: node, isNamed: true, row, &new)
            }
        }
        skipWords(&new)
        return new
    }

    private static let workOfSpan = 64

    // MARK: Making rows

    private mutating func cover(
        _ start: Int32, _ end: Int32, by node: Int32, isNamed: Bool, _ row: Row, _ new: inout Row
    ) {
        var cell = row[Int(start)]
        guard cell.isReached else { return }
        if isNamed { cell.named += letters[Int(start)..<Int(end)].reduce(0, +) }
        guard new.isEmpty || cell.isBetter(than: new[Int(end)]) else { return }
        cell.step = add(.covered, node, start..<end, after: cell.step)
        if new.isEmpty { new = Row(repeating: Cell(), count: row.count) }
        new[Int(end)] = cell
    }

    /// Every word may be left out.
    private mutating func skipWords(_ row: inout Row) {
        for place in row.indices.dropLast() where row[place].cost < Self.mostChanged {
            var cell = row[place]
            cell.cost += letters[place]
            guard cell.isBetter(than: row[place + 1]) else { continue }
            cell.step = add(.extra, -1, Int32(place)..<Int32(place) + 1, after: cell.step)
            row[place + 1] = cell
        }
    }

    /// Every element may be added where nothing stands for it.
    mutating func missing(_ node: Int32, _ row: Row) -> Row {
        let length = length(program.nodes[Int(node)].origin)
        guard length < Self.longest else { return [] }
        guard length > 0 else { return row }
        var new = row
        for place in new.indices where new[place].isReached {
            guard new[place].cost < Self.mostChanged else {
                new[place] = Cell()
                continue
            }
            new[place].cost += Int32(length)
            let here = Int32(place)
            new[place].step = add(.missing, node, here..<here, after: new[place].step)
        }
        return new
    }

    /// Of equal ways those of the left row stay.
    mutating func better(_ left: Row, _ right: Row) -> Row {
        if left.isEmpty { return right }
        if right.isEmpty { return left }
        var row = left
        for place in row.indices where right[place].isBetter(than: row[place]) { row[place] = right[place] }
        return row
    }

    private mutating func add(_ what: Step.What, _ node: Int32, _ words: Range<Int32>, after previous: Int32) -> Int32 {
        steps.append(Step(what: what, node: node, words: words, previous: previous))
        return Int32(steps.count - 1)
    }
}
