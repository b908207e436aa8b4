/// Decides which named patterns are looked up in a table, so that neither recursion nor doubling chains
/// (`$A = $B $B`, `$B = $C $C`, …) make matching cost more than pattern times phrase.
struct TablePlanner {
    /// More elements than this, all mentioned ones counted, and a pattern gets a table.
    static let largestWithoutTable = 2_000
    /// Elements in elements; bounds the depth of the matcher's calls.
    static let deepestWithoutTable = 100

    private var program: PatternProgram
    /// Size and depth of each element with all that it leads to outside of tables.
    private var extents: [Extent]

    private struct Extent {
        var size = 1
        var depth = 1
    }

    /// - Parameter leads: for each definition those that it may meet before any word; without circles.
    static func plan(_ program: inout PatternProgram, leads: [[Int]]) {
        var planner = TablePlanner(program)
        planner.plan(leads)
        program = planner.program
    }

    private init(_ program: PatternProgram) {
        self.program = program
        extents = Array(repeating: Extent(), count: program.nodes.count)
    }

    private mutating func plan(_ leads: [[Int]]) {
        let mentions = program.mentions
        let components = StrongComponents(mentions)
        let circles = Dictionary(grouping: mentions.indices, by: { components.numbers[$0] })
        for definition in components.fromTheEnd {
            let isCircle = circles[components.numbers[definition], default: []].count > 1
            program.definitions[definition].isTable = isCircle || mentions[definition].contains(definition)
        }
        for node in program.nodes {
            if case .repetition(let definition) = node.kind { program.definitions[Int(definition)].isTable = true }
        }
        for definition in components.fromTheEnd { measure(definition) }
        listTables(mentions, leads)
    }

    /// Members stand before their groups, and the definitions come in an order in which what is mentioned is measured before.
    private mutating func measure(_ definition: Int) {
        for node in program.nodes(of: definition) { extents[node] = extent(of: program.nodes[node].kind) }
        let whole = extents[Int(program.definitions[definition].root)]
        if whole.size > Self.largestWithoutTable || whole.depth > Self.deepestWithoutTable {
            program.definitions[definition].isTable = true
        }
    }

    private func extent(of kind: ProgramNode.Kind) -> Extent {
        switch kind {
        case .sequence(let members), .choice(let members): sum(program.members(members))
        case .permutation(let members, _): sum(program.members(members))
        case .optional(let member), .valued(let member): sum([member])
        case .reference(let definition) where !program.definitions[Int(definition)].isTable:
            sum([program.definitions[Int(definition)].root])
        default: Extent()
        }
    }

    private func sum(_ members: some Sequence<Int32>) -> Extent {
        members.reduce(into: Extent()) { sum, member in
            sum.size = min(sum.size + extents[Int(member)].size, 1_000_000)
            sum.depth = max(sum.depth, extents[Int(member)].depth + 1)
        }
    }

    /// For each table the tables that it leads to, those first that others need for the same word; where these are very many,
    /// simply all tables.
    private mutating func listTables(_ mentions: [[Int]], _ leads: [[Int]]) {
        var ranks = Array(repeating: 0, count: mentions.count)
        for (rank, definition) in StrongComponents(leads).fromTheEnd.enumerated() { ranks[definition] = rank }
        func inOrder(_ definitions: [Int]) -> [Int32] {
            definitions.filter { program.definitions[$0].isTable }.sorted { ranks[$0] < ranks[$1] }.map(Int32.init)
        }
        let all = inOrder(Array(mentions.indices))
        var visitors = Array(repeating: -1, count: mentions.count)
        for definition in all.map(Int.init) {
            let reached = Self.reached(from: definition, mentions, &visitors)
            program.definitions[definition].tables = reached.map(inOrder) ?? all
        }
    }

    /// The definitions that one leads to, itself among them; nil when they are very many.
    ///
    /// - Parameter visitors: for each definition the last one from which it was reached.
    private static func reached(from start: Int, _ mentions: [[Int]], _ visitors: inout [Int]) -> [Int]? {
        var reached = [start]
        visitors[start] = start
        var next = 0
        var looks = 0
        while next < reached.count {
            looks += mentions[reached[next]].count
            guard looks <= mostLooks else { return nil }
            for mentioned in mentions[reached[next]] where visitors[mentioned] != start {
                visitors[mentioned] = start
                reached.append(mentioned)
            }
            next += 1
        }
        return reached
    }

    private static let mostLooks = 2_000
}

extension PatternProgram {
    /// For each definition those that it mentions.
    var mentions: [[Int]] {
        definitions.indices.map { definition in
            nodes(of: definition).compactMap { node in
                switch nodes[node].kind {
                case .reference(let mentioned), .repetition(let mentioned): Int(mentioned)
                default: nil
                }
            }
        }
    }

    /// The elements of a definition, which stand together, members before their groups.
    func nodes(of definition: Int) -> Range<Int> {
        Int(definitions[definition].first)..<Int(definitions[definition].root) + 1
    }
}
