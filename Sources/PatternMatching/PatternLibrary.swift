/// All named patterns of a bot, ready to be matched. Immutable, so every conversation shares one.
package struct PatternLibrary: Sendable {
    /// References that are not followed, since they would lead a pattern back to itself before any word is matched.
    package let leftRecursion: [LeftRecursion]
    let definitions: [Definition]
    /// The elements of all definitions, one definition after another.
    let nodes: [PatternNode]
    /// For each element that refers to a definition its number, else -1; undeclared names match nothing.
    let targets: [Int]
    /// For each definition those that it may meet before any word, the references that are not followed left out.
    let leads: [[Int]]
    private let numbers: [String: Int]

    struct Definition: Sendable {
        let name: String
        let tree: PatternTree
        /// The source text after `converter =`.
        let converter: String?
        /// The number of its first element in `nodes`; the numbers inside its elements count from here.
        let base: Int
    }

    /// - Parameter definitions: by name (without `$`), case-sensitive. They may mention each other and themselves.
    package init(definitions: [String: (tree: PatternTree, converter: String?)] = [:]) {
        var list: [Definition] = []
        var nodes: [PatternNode] = []
        for (name, definition) in definitions.sorted(by: { $0.key < $1.key }) {
            let (tree, converter) = definition
            list.append(Definition(name: name, tree: tree, converter: converter, base: nodes.count))
            nodes += tree.nodes
        }
        let numbers = Dictionary(uniqueKeysWithValues: list.indices.map { (list[$0].name, $0) })
        let finder = LeftRecursionFinder(definitions: list, numbers: numbers)
        let cut = finder.cut
        leads = finder.leads
        targets = nodes.indices.map { index in
            guard !cut.contains(index), let name = nodes[index].kind.referredName else { return -1 }
            return numbers[name] ?? -1
        }
        leftRecursion = cut.sorted().map { Self.leftRecursion(at: $0, in: list) }
        self.definitions = list
        self.nodes = nodes
        self.numbers = numbers
    }

    /// Whether there is a named pattern of that name.
    package func has(_ name: String) -> Bool { numbers[name] != nil }

    /// The names of all, in their order.
    package var names: [String] { definitions.map(\.name) }

    /// The named patterns, by the order of their names.
    package var trees: [PatternTree] { definitions.map(\.tree) }

    func number(of name: String) -> Int? { numbers[name] }

    /// The definition that an element belongs to.
    func definition(ofNode index: Int) -> Definition { Self.definition(ofNode: index, in: definitions) }

    private static func definition(ofNode index: Int, in definitions: [Definition]) -> Definition {
        var low = 0
        var high = definitions.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if definitions[middle].base <= index { low = middle } else { high = middle }
        }
        return definitions[low]
    }

    private static func leftRecursion(at index: Int, in definitions: [Definition]) -> LeftRecursion {
        let definition = definition(ofNode: index, in: definitions)
        let node = definition.tree.nodes[index - definition.base]
        let name = node.kind.referredName ?? definition.name
        return LeftRecursion(pattern: definition.name, reference: name, start: node.start, end: node.end)
    }
}

/// A reference inside a named pattern that would come back to the pattern before any word is matched: `$A = $A b | c`.
package struct LeftRecursion: Sendable, Hashable {
    /// The named pattern that contains the reference.
    package let pattern: String
    package let reference: String
    /// UTF-8 bytes of that pattern's text.
    package let start: Int
    package let end: Int
}

extension PatternNode.Kind {
    var referredName: String? {
        switch self {
        case .reference(let reference), .repetition(let reference): reference.name
        default: nil
        }
    }
}
