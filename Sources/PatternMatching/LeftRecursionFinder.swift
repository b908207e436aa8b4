/// Finds the references by which named patterns come back to themselves before any word is matched.
///
/// They are not followed at all, from wherever they are reached, so that what a pattern matches does not depend on
/// who asks. Without them, matching always either enters a smaller element or moves on in the utterance: it ends.
struct LeftRecursionFinder {
    private let definitions: [PatternLibrary.Definition]
    private let numbers: [String: Int]
    /// The elements (numbered over all definitions) whose references are cut.
    private(set) var cut: Set<Int> = []
    /// For each definition those that it may meet before any word, by references that are not cut.
    private(set) var leads: [[Int]] = []

    init(definitions: [PatternLibrary.Definition], numbers: [String: Int]) {
        self.definitions = definitions
        self.numbers = numbers
        let empty = definitionsThatMayBeEmpty()
        let elements = definitions.map { definition in
            var found: [Int] = []
            collectLeads(definition.tree.root, of: definition, empty: empty, into: &found)
            return found
        }
        leads = elements.indices.map { number in
            Array(Set(elements[number].compactMap { target(of: $0, in: definitions[number]) })).sorted()
        }
        let circles = StrongComponents(leads).numbers
        for (number, definition) in definitions.enumerated() {
            for lead in elements[number] {
                guard let target = target(of: lead, in: definition) else { continue }
                if circles[target] == circles[number] { cut.insert(definition.base + lead) }
            }
            leads[number].removeAll { circles[$0] == circles[number] }
        }
    }

    private func target(of node: Int, in definition: PatternLibrary.Definition) -> Int? {
        definition.tree.nodes[node].kind.referredName.flatMap { numbers[$0] }
    }

    // MARK: What may come first

    /// The references that can be met at the very beginning of an element.
    private func collectLeads(
        _ index: Int, of definition: PatternLibrary.Definition, empty: Set<String>, into found: inout [Int]
    ) {
        let tree = definition.tree
        switch tree.nodes[index].kind {
        case .reference, .repetition: found.append(index)
        case .optional(let member), .valued(let member, _):
            collectLeads(member, of: definition, empty: empty, into: &found)
        case .choice(let members), .permutation(let members):
            for member in members { collectLeads(member, of: definition, empty: empty, into: &found) }
        case .sequence(let members):
            for member in members {
                collectLeads(member, of: definition, empty: empty, into: &found)
                guard mayBeEmpty(member, of: tree, empty: empty) else { return }
            }
        default: return
        }
    }

    /// Looks again only at the definitions that mention one just found.
    private func definitionsThatMayBeEmpty() -> Set<String> {
        var users: [String: [Int]] = [:]
        for (number, definition) in definitions.enumerated() {
            for node in definition.tree.nodes {
                if let name = node.kind.referredName { users[name, default: []].append(number) }
            }
        }
        var empty: Set<String> = []
        var open = Array(definitions.indices)
        while let number = open.popLast() {
            let definition = definitions[number]
            guard !empty.contains(definition.name),
                mayBeEmpty(definition.tree.root, of: definition.tree, empty: empty)
            else { continue }
            empty.insert(definition.name)
            open += users[definition.name] ?? []
        }
        return empty
    }

    private func mayBeEmpty(_ index: Int, of tree: PatternTree, empty: Set<String>) -> Bool {
        switch tree.nodes[index].kind {
        case .nothing, .garbage, .weight, .optional: true
        case .never, .word, .part, .lemma, .grammar, .oneWord, .nonEmptyGarbage, .expression, .entity: false
        case .reference(let reference), .repetition(let reference): empty.contains(reference.name)
        case .sequence(let members), .permutation(let members):
            members.allSatisfy { mayBeEmpty($0, of: tree, empty: empty) }
        case .choice(let members): members.contains { mayBeEmpty($0, of: tree, empty: empty) }
        case .valued(let member, _): mayBeEmpty(member, of: tree, empty: empty)
        }
    }
}
