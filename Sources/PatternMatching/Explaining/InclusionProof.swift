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
    private var steps = 0

    init(of inner: PatternTree, in outer: PatternTree, _ library: PatternLibrary) {
        self.library = library
        self.inner = inner
        self.outer = outer
    }

    private static let mostSteps = 5_000
    private static let deepest = 150

    mutating func isFound() -> Bool {
        // An expression that stands alone counts in a way of its own: as much as a pattern can without weights.
        if let outer = outer.loneExpression {
            if outer.takesAnyText { return !library.mayWeigh(inner) }
            return inner.loneExpression.map { Self.isSame(.expression($0), .expression(outer)) } ?? false
        }
        guard !inner.mayBeLoneExpression, !outer.mayBeLoneExpression else { return false }
        return lies(
            .cons(Element(side: .inner, node: inner.root), .end),
            in: .cons(Element(side: .outer, node: outer.root), .end),
            depth: 0)
    }

    // MARK: Elements

    private struct Element {
        enum Side: Hashable { case inner, outer, definition(Int) }

        var side: Side
        var node: Int
    }

    /// What is still to be said, from left to right.
    private indirect enum Line {
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

    private func kind(_ element: Element) -> PatternNode.Kind { tree(element).nodes[element.node].kind }

    /// The definition behind `$Name`; -1 for one that matches nothing.
    private func target(_ element: Element) -> Int {
        switch element.side {
        case .inner, .outer: kind(element).referredName.flatMap { library.number(of: $0) } ?? -1
        case .definition(let number): library.targets[library.definitions[number].base + element.node]
        }
    }

    private func definition(_ number: Int) -> Element {
        Element(side: .definition(number), node: library.definitions[number].tree.root)
    }

    // MARK: Lines

    private mutating func lies(_ inner: Line, in outer: Line, depth: Int) -> Bool {
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

    // MARK: One element in another

    private mutating func lies(_ element: Element, in other: Element, depth: Int) -> Bool {
        steps += 1
        guard steps < Self.mostSteps, depth < Self.deepest else { return false }
        switch (kind(element), kind(other)) {
        case (.choice(let members), _):
            return members.allSatisfy { lies(part($0, element), in: part(other), depth: depth + 1) }
        case (.optional(let member), .optional):
            return lies(part(member, element), in: part(other), depth: depth + 1)
        case (.reference, .reference) where target(element) == target(other): return true
        case (.repetition, .repetition): return target(element) >= 0 && target(element) == target(other)
        case (.permutation(let members), .permutation(let others)):
            return members.count <= others.count && lies(members, of: element, inAnyOrderOf: others, other, depth)
        case (let kind, .choice(let members)) where Self.isWord(kind):
            return members.contains { lies(element, in: Element(side: other.side, node: $0), depth: depth + 1) }
        case (let kind, let otherKind): return Self.isSame(kind, otherKind)
        }
    }

    private func part(_ member: Int, _ element: Element) -> Line {
        .cons(Element(side: element.side, node: member), .end)
    }

    private func part(_ element: Element) -> Line { .cons(element, .end) }

    /// Each member in another one; what then is left of the others may be left out.
    private mutating func lies(
        _ members: [Int], of element: Element, inAnyOrderOf others: [Int], _ other: Element, _ depth: Int
    ) -> Bool {
        var left = others.map { Element(side: other.side, node: $0) }
        for member in members {
            let line = part(member, element)
            guard let place = left.indices.first(where: { lies(line, in: part(left[$0]), depth: depth + 1) })
            else { return false }
            left.remove(at: place)
        }
        return left.allSatisfy { mayBeLeftOut($0, depth) }
    }

    private static func isWord(_ kind: PatternNode.Kind) -> Bool {
        switch kind {
        case .word, .lemma, .part: true
        default: false
        }
    }

    /// Whether what the first covers is covered by the second, which counts no less.
    private static func isSame(_ kind: PatternNode.Kind, _ other: PatternNode.Kind) -> Bool {
        switch (kind, other) {
        case (.word(let word), .word(let other)): word == other
        // A part that names all of the word counts like the word.
        case (.word(let word), .part(let part)):
            part.stemLength == word.unicodeScalars.count && part.matches(word)
        case (.part(let part), .part(let other)): part == other
        case (.lemma(let lemma), .lemma(let other)): lemma == other
        case (.grammar(let query), .grammar(let other)): query == other
        case (.oneWord, .oneWord), (.garbage, .garbage), (.nonEmptyGarbage, .nonEmptyGarbage): true
        case (.weight(let weight), .weight(let other)): weight == other
        case (.entity(let name, _), .entity(let other, _)): name == other
        case (.expression(let expression), .expression(let other)):
            expression.source == other.source && expression.ignoresCase == other.ignoresCase
        default: false
        }
    }

    /// Whether an element covers nothing, too, and adds nothing then.
    private mutating func mayBeLeftOut(_ element: Element, _ depth: Int) -> Bool {
        steps += 1
        guard steps < Self.mostSteps, depth < Self.deepest else { return false }
        switch kind(element) {
        case .nothing, .garbage, .optional: return true
        case .sequence(let members), .permutation(let members):
            return members.allSatisfy { mayBeLeftOut(Element(side: element.side, node: $0), depth + 1) }
        case .choice(let members):
            return members.contains { mayBeLeftOut(Element(side: element.side, node: $0), depth + 1) }
        case .valued(let member, _): return mayBeLeftOut(Element(side: element.side, node: member), depth + 1)
        case .reference:
            let target = target(element)
            return target >= 0 && mayBeLeftOut(definition(target), depth + 1)
        default: return false
        }
    }
}

extension PatternLibrary {
    /// Whether one pattern surely accepts every phrase of another, and counts each of its words no less (`InclusionProof`).
    package func surely(_ inner: PatternTree, liesIn outer: PatternTree) -> Bool {
        var proof = InclusionProof(of: inner, in: outer, self)
        return proof.isFound()
    }

    /// Whether a pattern surely accepts any text that has words: `*`, `[please] $AnyText`, `$regexp<.+>`.
    package func surelyTakesAnyText(_ tree: PatternTree) -> Bool {
        if let expression = tree.loneExpression { return expression.takesAnyText }
        let anyText = PatternTree(
            source: "", nodes: [PatternNode(kind: .nonEmptyGarbage, start: 0, end: 0)], root: 0)
        return surely(anyText, liesIn: tree)
    }

    /// Whether weights may change what a pattern counts.
    fileprivate func mayWeigh(_ tree: PatternTree) -> Bool {
        var waiting = [tree]
        var seen: Set<Int> = []
        while let tree = waiting.popLast() {
            for node in tree.nodes {
                if case .weight = node.kind { return true }
                guard let name = node.kind.referredName, let target = number(of: name), seen.insert(target).inserted
                else { continue }
                waiting.append(definitions[target].tree)
            }
        }
        return false
    }
}

extension PatternTree {
    /// The expression of a pattern that is nothing else.
    fileprivate var loneExpression: RegularExpression? {
        if case .expression(let expression) = nodes[root].kind { expression } else { nil }
    }

    /// Whether it is an expression in brackets of any kind.
    fileprivate var mayBeLoneExpression: Bool {
        var node = root
        while true {
            switch nodes[node].kind {
            case .expression: return true
            case .valued(let member, _): node = member
            case .sequence(let members) where members.count == 1, .choice(let members) where members.count == 1:
                node = members[0]
            default: return false
            }
        }
    }
}

extension RegularExpression {
    /// Whether it is one of the usual ways to write any text.
    fileprivate var takesAnyText: Bool {
        var text = Substring(source)
        while let bare = text.within("(", ")") ?? text.within("^", "$") ?? text.within("^", "") ?? text.within("", "$")
        {
            text = bare
        }
        return [".*", ".+", ".*?", ".+?", #"[\s\S]*"#, #"[\s\S]+"#, #"(.|\n)*"#, #"(.|\n)+"#].contains(text)
    }
}

extension Substring {
    /// What stands between two signs; `nil` when they are not there.
    fileprivate func within(_ first: String, _ last: String) -> Substring? {
        guard count > first.count + last.count, hasPrefix(first), hasSuffix(last) else { return nil }
        return dropFirst(first.count).dropLast(last.count)
    }
}
