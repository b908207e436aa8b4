/// How many different phrases the elements of a pattern can make, as far as they can be counted.
struct PhraseCounts: Sendable {
    /// More are not told apart; what has no end, like `*`, has as many.
    static let many = 1_000

    private let library: PatternLibrary
    private var ofDefinitions: [Count]

    struct Count: Sendable {
        /// No more phrases than that are made.
        var most: Int
        /// The same if nothing is said for `*`.
        var plain: Int
        /// Whether these are all that match, so that none is left to be thought of.
        var isAll: Bool

        static let one = Count(most: 1, plain: 1, isAll: true)
        static let none = Count(most: 0, plain: 0, isAll: true)
        static let endless = Count(most: many, plain: many, isAll: false)
        static let star = Count(most: many, plain: 1, isAll: false)
    }

    init(_ library: PatternLibrary) {
        self.library = library
        ofDefinitions = Array(repeating: .endless, count: library.definitions.count)
        let mentions = library.definitions.map { definition in
            definition.tree.nodes.indices.map { library.targets[definition.base + $0] }.filter { $0 >= 0 }
        }
        // What mentions itself comes before what it mentions, and so has no end.
        for number in StrongComponents(mentions).fromTheEnd {
            let definition = library.definitions[number]
            ofDefinitions[number] = count(definition.tree) { library.targets[definition.base + $0] }
        }
    }

    func ofPattern(_ tree: PatternTree) -> Count {
        count(tree) { tree.nodes[$0].kind.referredName.flatMap { library.number(of: $0) } ?? -1 }
    }

    /// Members stand before their groups.
    private func count(_ tree: PatternTree, target: (Int) -> Int) -> Count {
        var counts: [Count] = []
        for (number, node) in tree.nodes.enumerated() {
            counts.append(count(of: node.kind, members: { counts[$0] }, target: { target(number) }))
        }
        return counts[tree.root]
    }

    private func count(of kind: PatternNode.Kind, members: (Int) -> Count, target: () -> Int) -> Count {
        switch kind {
        case .nothing, .weight, .word: return .one
        case .never: return .none
        case .expression(let expression) where expression.isLiteral:
            return Count(most: 1, plain: 1, isAll: !expression.ignoresCase)
        case .garbage: return .star
        case .part, .lemma, .grammar, .oneWord, .nonEmptyGarbage, .expression, .entity, .repetition:
            return .endless
        case .sequence(let list): return Self.product(list.map(members))
        case .permutation(let list):
            return list.indices.reduce(Self.product(list.map(members))) {
                Self.product([$0, Count(most: $1 + 1, plain: $1 + 1, isAll: true)])
            }
        case .choice(let list): return Self.sum(list.map(members))
        case .optional(let member): return Self.sum([members(member), .one])
        case .valued(let member, _): return members(member)
        case .reference:
            let target = target()
            return target < 0 ? .none : ofDefinitions[target]
        }
    }

    private static func product(_ counts: [Count]) -> Count { combined(counts, from: .one, by: *) }

    private static func sum(_ counts: [Count]) -> Count { combined(counts, from: .none, by: +) }

    private static func combined(_ counts: [Count], from first: Count, by operation: (Int, Int) -> Int) -> Count {
        counts.reduce(first) { sum, count in
            let most = operation(sum.most, count.most)
            return Count(
                most: min(most, many), plain: min(operation(sum.plain, count.plain), many),
                isAll: sum.isAll && count.isAll && most < many)
        }
    }
}
