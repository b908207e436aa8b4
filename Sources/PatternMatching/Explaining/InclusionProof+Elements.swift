/// One element of a pattern in one of another.
extension InclusionProof {
    mutating func lies(_ element: Element, in other: Element, depth: Int) -> Bool {
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
    static func isSame(_ kind: PatternNode.Kind, _ other: PatternNode.Kind) -> Bool {
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
    mutating func mayBeLeftOut(_ element: Element, _ depth: Int) -> Bool {
        steps += 1
        guard steps < Self.mostSteps, depth < Self.deepest else { return false }
        switch kind(element) {
        case .nothing, .garbage, .optional: return true
        case .weight: return ignoresWeights
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
