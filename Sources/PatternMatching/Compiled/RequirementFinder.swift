/// Finds for every element a test that some word must pass if the element is to match: the rarest one it has.
struct RequirementFinder {
    private(set) var program: PatternProgram
    private(set) var tests: WordTestCollector

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
        let required = members.map { program.nodes[Int($0)].required }
        return required.contains { $0 < 0 } ? -1 : tests.number(ofAny: required)
    }

    /// All tests that must be passed for a pattern to match, the rarest first.
    func requirements(of root: Int32) -> [Int32] {
        var found: Set<Int32> = []
        collect(root, into: &found, depth: 0)
        return found.sorted { (tests.frequency(of: $0), $0) < (tests.frequency(of: $1), $1) }
    }

    private func collect(_ node: Int32, into found: inout Set<Int32>, depth: Int) {
        let node = program.nodes[Int(node)]
        switch node.kind {
        case .sequence(let members) where depth < 8:
            for member in program.members(members) { collect(member, into: &found, depth: depth + 1) }
        case .permutation(let members, _) where depth < 8:
            for member in program.members(members) { collect(member, into: &found, depth: depth + 1) }
        case .valued(let member): collect(member, into: &found, depth: depth + 1)
        case .reference(let definition) where depth < 8:
            collect(program.definitions[Int(definition)].root, into: &found, depth: depth + 1)
        default: if node.required >= 0 { found.insert(node.required) }
        }
    }
}
