/// Tries to prove that one pattern accepts every phrase of another, and counts each word of it at least as much.
///
/// ```
/// * (price/cost) [please] *     lies within     * (cost/price/fee) * [please] *
/// ```
/// Both are gone through from left to right: an element of the inner pattern goes with one of the outer that says the same, what may be left out of
/// the outer one is left out, alternatives of the inner one must all lie in the outer one, for which one is enough. What is proved is true; what is
/// not proved may be true all the same.
struct InclusionProof {
    private let library: PatternLibrary
    private let inner: PatternTree
    private let outer: PatternTree
    /// Whether it is only asked what is accepted, not what it counts.
    let ignoresWeights: Bool
    var steps = 0

    init(of inner: PatternTree, in outer: PatternTree, _ library: PatternLibrary, ignoresWeights: Bool = false) {
        self.library = library
        self.inner = inner
        self.outer = outer
        self.ignoresWeights = ignoresWeights
    }

    static let mostSteps = 5_000
    static let deepest = 150

    mutating func isFound() -> Bool {
        // An expression that stands alone counts in a way of its own.
        if let inner = inner.loneExpression, let outer = outer.loneExpression {
            return Self.isSame(.expression(inner), .expression(outer))
        }
        guard !inner.mayBeLoneExpression, !outer.mayBeLoneExpression else { return false }
        return lies(
            .cons(Element(side: .inner, node: inner.root), .end),
            in: .cons(Element(side: .outer, node: outer.root), .end),
            depth: 0)
    }

    // MARK: Elements

    struct Element {
        enum Side: Hashable { case inner, outer, definition(Int) }

        var side: Side
        var node: Int
    }

    /// What is still to be said, from left to right.
    indirect enum Line {
        case end
        case cons(Element, Line)

        func with(_ members: [Int], of side: Element.Side) -> Line {
            members.reversed().reduce(self) { .cons(Element(side: side, node: $1), $0) }
        }
    }

    private func tree(_ element: Element) -> PatternTree {
        switch element.side {
        case .inner: inner
        case .outer: outer
        case .definition(let number): library.definitions[number].tree
        }
    }

    func kind(_ element: Element) -> PatternNode.Kind { tree(element).nodes[element.node].kind }

    /// The definition behind `$Name`; -1 for one that matches nothing.
    func target(_ element: Element) -> Int {
        switch element.side {
        case .inner, .outer: kind(element).referredName.flatMap { library.number(of: $0) } ?? -1
        case .definition(let number): library.targets[library.definitions[number].base + element.node]
        }
    }

    func definition(_ number: Int) -> Element {
        Element(side: .definition(number), node: library.definitions[number].tree.root)
    }

    // MARK: Lines

    mutating func lies(_ inner: Line, in outer: Line, depth: Int) -> Bool {
        steps += 1
        guard steps < Self.mostSteps, depth < Self.deepest else { return false }
        switch (inner, outer) {
        case (.end, .end): return true
        case (.end, .cons(let element, let rest)):
            return mayBeLeftOut(element, depth) && lies(.end, in: rest, depth: depth + 1)
        case (.cons(let element, let rest), _):
            // What says nothing by itself goes first.
            switch kind(element) {
            case .nothing: return lies(rest, in: outer, depth: depth + 1)
            case .never: return true
            case .sequence(let members): return lies(rest.with(members, of: element.side), in: outer, depth: depth + 1)
            case .valued(let member, _):
                return lies(rest.with([member], of: element.side), in: outer, depth: depth + 1)
            case .reference where target(element) < 0: return true
            default: break
            }
            guard case .cons(let other, let others) = outer else {
                return liesInParts(element, rest, in: outer, depth: depth)
            }
            return lies(element, rest, in: other, others, depth: depth)
        }
    }

    private mutating func lies(_ element: Element, _ rest: Line, in other: Element, _ others: Line, depth: Int) -> Bool
    {
        let whole = Line.cons(element, rest)
        switch kind(other) {
        case .nothing: return lies(whole, in: others, depth: depth + 1)
        case .sequence(let members): return lies(whole, in: others.with(members, of: other.side), depth: depth + 1)
        case .valued(let member, _): return lies(whole, in: others.with([member], of: other.side), depth: depth + 1)
        case .garbage where isGarbage(element):
            if lies(rest, in: .cons(other, others), depth: depth + 1) { return true }
        case .nonEmptyGarbage where isGarbage(element):
            if let rest = restOfGarbage(whole), lies(rest, in: others, depth: depth + 1) { return true }
        default:
            if lies(element, in: other, depth: depth), lies(rest, in: others, depth: depth + 1) { return true }
        }
        if mayBeLeftOut(other, depth), lies(whole, in: others, depth: depth + 1) { return true }
        switch kind(other) {
        case .optional(let member):
            if lies(whole, in: others.with([member], of: other.side), depth: depth + 1) { return true }
        case .choice(let members):
            for member in members where lies(whole, in: others.with([member], of: other.side), depth: depth + 1) {
                return true
            }
        case .reference:
            let target = target(other)
            if target >= 0, lies(whole, in: .cons(definition(target), others), depth: depth + 1) { return true }
        default: break
        }
        return liesInParts(element, rest, in: .cons(other, others), depth: depth)
    }

    /// Alternatives one by one, what may be left out with and without it.
    private mutating func liesInParts(_ element: Element, _ rest: Line, in outer: Line, depth: Int) -> Bool {
        switch kind(element) {
        case .optional(let member):
            return lies(rest, in: outer, depth: depth + 1)
                && lies(rest.with([member], of: element.side), in: outer, depth: depth + 1)
        case .choice(let members):
            return members.allSatisfy { lies(rest.with([$0], of: element.side), in: outer, depth: depth + 1) }
        case .reference: return lies(.cons(definition(target(element)), rest), in: outer, depth: depth + 1)
        default: return false
        }
    }

    /// What follows several `*` and `$nonEmptyGarbage`, if at least one of these asks for a word.
    private func restOfGarbage(_ line: Line) -> Line? {
        var line = line
        var isFilled = false
        while case .cons(let element, let rest) = line {
            let meant = meaning(of: element)
            guard isGarbage(meant) else { break }
            if case .nonEmptyGarbage = kind(meant) { isFilled = true }
            line = rest
        }
        return isFilled ? line : nil
    }

    /// What stands behind a name, or names of names.
    private func meaning(of element: Element) -> Element {
        var element = element
        for _ in 0..<Self.mostNames {
            guard case .reference = kind(element), target(element) >= 0 else { break }
            element = definition(target(element))
        }
        return element
    }

    private static let mostNames = 8

    private func isGarbage(_ element: Element) -> Bool {
        switch kind(element) {
        case .garbage, .nonEmptyGarbage: true
        default: false
        }
    }
}
