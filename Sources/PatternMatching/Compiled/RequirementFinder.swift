/// Finds for every element a test that some word must pass if the element is to match: the rarest one it has.
struct RequirementFinder {
    private(set) var program: PatternProgram
    private(set) var tests: WordTestCollector
    /// What was asked before, by its parts.
    private var groups: [[Int32]: Int32] = [:]
    /// How many more words may stand in large groups: thousands of patterns may each ask for any of thousands of words.
    private var room = 500_000

    private static let smallGroup = 64

    init(program: PatternProgram, tests: WordTestCollector) {
        self.program = program
        self.tests = tests
    }

    /// - Parameter order: the definitions, each after those that it mentions.
    mutating func find(order: [Int]) {
        for definition in order {
            for node in program.nodes(of: definition) { program.nodes[node].required = required(of: node) }
            program.definitions[definition].required = program.nodes[Int(program.definitions[definition].root)].required
        }
        for node in program.nodes.indices where program.nodes[node].origin.definition < 0 {
            program.nodes[node].required = required(of: node)
        }
    }

    private mutating func required(of node: Int) -> Int32 {
        switch program.nodes[node].kind {
        case .word(let test): test
        case .sequence(let members): rarest(program.members(members))
        case .permutation(let members, _): rarest(program.members(members))
        case .choice(let members): any(program.members(members))
        case .valued(let member): program.nodes[Int(member)].required
        case .reference(let definition), .repetition(let definition): program.definitions[Int(definition)].required
        case .nothing, .never, .oneWord, .star, .filler, .expression, .entity, .weight, .optional: -1
        }
    }

    private func rarest(_ members: ArraySlice<Int32>) -> Int32 {
        members.map { program.nodes[Int($0)].required }.filter { $0 >= 0 }
            .min { tests.frequency(of: $0) < tests.frequency(of: $1) } ?? -1
    }

    private mutating func any(_ members: ArraySlice<Int32>) -> Int32 {
        let required = Set(members.map { program.nodes[Int($0)].required }).sorted()
        guard let first = required.first, first >= 0 else { return -1 }
        if required.count == 1 { return first }
        if let known = groups[required] { return known }
        let size = required.reduce(0) { $0 + tests.memberCount(of: $1) }
        guard size <= Self.smallGroup || size <= room else { return -1 }
        if size > Self.smallGroup { room -= size }
        let number = tests.number(ofAny: required)
        groups[required] = number
        return number
    }

    /// All tests that must be passed for a pattern to match, the rarest first.
    func requirements(of root: Int32) -> [Int32] {
        var found: Set<Int32> = []
        var definitions: Set<Int32> = []
        collect(root, into: &found, &definitions)
        return found.sorted { (tests.frequency(of: $0), $0) < (tests.frequency(of: $1), $1) }
    }

    /// What is deeper than this asks by its rarest test only.
    private static let mostDefinitions = 16

    private func collect(_ node: Int32, into found: inout Set<Int32>, _ definitions: inout Set<Int32>) {
        let node = program.nodes[Int(node)]
        switch node.kind {
        case .sequence(let members), .permutation(let members, _):
            for member in program.members(members) { collect(member, into: &found, &definitions) }
        case .valued(let member): collect(member, into: &found, &definitions)
        case .reference(let definition) where definitions.contains(definition): return
        case .reference(let definition) where definitions.count < Self.mostDefinitions:
            definitions.insert(definition)
            collect(program.definitions[Int(definition)].root, into: &found, &definitions)
        default: if node.required >= 0 { found.insert(node.required) }
        }
    }
}
