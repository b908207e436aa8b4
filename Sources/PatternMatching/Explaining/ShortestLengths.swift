/// How many letters the shortest phrase has that an element covers, for all elements of a library and of patterns over it;
/// `never` for elements that cover nothing at all.
struct ShortestLengths: Sendable {
    static let never = Int.max

    private let library: PatternLibrary
    /// For each element of the library, by its number there.
    private var ofLibrary: [Int]

    init(_ library: PatternLibrary) {
        self.library = library
        ofLibrary = Array(repeating: Self.never, count: library.nodes.count)
        let order = StrongComponents(mentions).fromTheEnd
        var isChanging = true
        // One round does for patterns that do not mention themselves, and the others settle after a few.
        for _ in 0..<Self.mostRounds where isChanging {
            isChanging = false
            for definition in order where measure(library.definitions[definition]) { isChanging = true }
        }
    }

    private static let mostRounds = 100

    private var mentions: [[Int]] {
        library.definitions.map { definition in
            definition.tree.nodes.indices.map { library.targets[definition.base + $0] }.filter { $0 >= 0 }
        }
    }

    /// Whether anything became shorter.
    private mutating func measure(_ definition: PatternLibrary.Definition) -> Bool {
        var isChanged = false
        for node in definition.tree.nodes.indices {
            let length = length(
                of: definition.tree.nodes[node].kind, members: { ofLibrary[definition.base + $0] },
                target: { library.targets[definition.base + node] })
            isChanged = isChanged || length < ofLibrary[definition.base + node]
            ofLibrary[definition.base + node] = length
        }
        return isChanged
    }

    /// The length of an element of a definition, by the definition's number in the library.
    func length(of node: Int32, in definition: Int) -> Int {
        ofLibrary[library.definitions[definition].base + Int(node)]
    }

    /// The lengths of the elements of a pattern.
    func ofPattern(_ tree: PatternTree) -> [Int] {
        var lengths: [Int] = []
        for node in tree.nodes {
            lengths.append(
                length(
                    of: node.kind, members: { lengths[$0] },
                    target: { node.kind.referredName.flatMap { library.number(of: $0) } ?? -1 }))
        }
        return lengths
    }

    /// Members stand before their groups, so what they need is known when the group is looked at.
    private func length(of kind: PatternNode.Kind, members: (Int) -> Int, target: () -> Int) -> Int {
        switch kind {
        case .nothing, .garbage, .optional, .weight: return 0
        case .never: return Self.never
        case .word(let word): return word.unicodeScalars.count
        case .lemma(let lemma): return lemma.unicodeScalars.count
        case .part(let part): return max(1, part.stemLength)
        case .oneWord, .nonEmptyGarbage, .expression, .entity, .grammar: return Self.ofAnyWord
        case .sequence(let list), .permutation(let list): return Self.sum(list.map(members))
        case .choice(let list): return list.map(members).min() ?? Self.never
        case .valued(let member, _): return members(member)
        case .reference, .repetition:
            let target = target()
            guard target >= 0 else { return Self.never }
            let definition = library.definitions[target]
            return ofLibrary[definition.base + definition.tree.root]
        }
    }

    private static func sum(_ lengths: [Int]) -> Int {
        lengths.contains(never) ? never : min(lengths.reduce(0) { min($0 + $1, longest) }, longest)
    }

    /// What an element counts that does not say which word it wants.
    private static let ofAnyWord = 4
    /// Longer ones are not told apart, so that sums stay small numbers.
    private static let longest = 100_000
}
