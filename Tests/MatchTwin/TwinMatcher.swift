import Utterances

@testable import PatternMatching

/// The matcher said again in the plainest way: every element lists all ends with all scores, by recursion and
/// without memory. Exponential, and obviously right; it decides what the real one must answer.
package struct TwinMatcher {
    let utterance: Utterance
    let library: PatternLibrary
    let definitions: [String: (tree: PatternTree, converter: String?)]
    let forms: any WordForms
    let finder: any EntityFinding
    /// Whether ways remember what they covered, so that they can be told as parse trees.
    let tracks: Bool
    let patience = Patience()

    package init(
        _ utterance: Utterance, library: PatternLibrary,
        definitions: [String: (tree: PatternTree, converter: String?)] = [:], forms: any WordForms = ExactForms(),
        finder: any EntityFinding = NoEntities(), tracks: Bool = false
    ) {
        self.utterance = utterance
        self.library = library
        self.definitions = definitions
        self.forms = forms
        self.finder = finder
        self.tracks = tracks
    }

    /// Counts ways, so that a pair that has too many is left alone.
    final class Patience {
        var left = 20_000
        var isOver: Bool { left < 0 }
    }

    /// What the best of all ways are worth; nil as `best` when no way covers the utterance.
    package enum Answer {
        case undecided
        case decided(best: Verdict?)
    }

    package struct Verdict {
        package let score: Double
        package let explicitWords: Int
        let ways: [Way]
    }

    package func answer(_ tree: PatternTree) -> Answer {
        if case .expression(let expression) = tree.nodes[tree.root].kind {
            return .decided(best: alone(expression, tree))
        }
        let count = utterance.tokens.count
        let ways = ways(Spot(tree: tree, index: tree.root, pattern: nil), from: 0).filter { $0.end / 2 == count }
        guard !patience.isOver else { return .undecided }
        let ranked = ways.map { way in
            (way, ScoreFormula.score(sum: way.sum, words: count, factor: way.factor, addend: way.addend))
        }
        func rank(_ way: (Way, Double)) -> (Double, Int, Int) { (way.1, way.0.sum, way.0.explicitWords) }
        guard let best = ranked.max(by: { rank($0) < rank($1) }) else { return .decided(best: nil) }
        let equals = ranked.filter { rank($0) == rank(best) }.map(\.0)
        return .decided(best: Verdict(score: best.1, explicitWords: best.0.explicitWords, ways: equals))
    }

    /// A pattern that is one regular expression sees the entire text.
    private func alone(_ expression: RegularExpression, _ tree: PatternTree) -> Verdict? {
        let text = UtteranceText(utterance)
        let ranges = [text.trimmed, text.withoutFinalPunctuation]
        guard ranges.contains(where: { judge(expression, text, $0) }) else { return nil }
        let count = utterance.tokens.count
        let spot = Spot(tree: tree, index: tree.root, pattern: nil)
        let way = Way(
            end: 2 * count, explicitWords: count, trace: [.covered(spot.element, 0..<count, bytes: text.trimmed)])
        return Verdict(
            score: Double(ScoreFormula.loneRegexp(isLiteral: expression.isLiteral)) / Double(ScoreFormula.unit),
            explicitWords: count, ways: [way])
    }

    // MARK: Groups

    func ways(_ spot: Spot, from start: Int) -> Set<Way> {
        patience.left -= 1
        guard !patience.isOver else { return [] }
        let found = groupWays(spot, from: start)
        patience.left -= found.count
        return found
    }

    private func groupWays(_ spot: Spot, from start: Int) -> Set<Way> {
        let member = { (member: Int, from: Int) in self.ways(spot.at(member), from: from) }
        switch spot.kind {
        case .sequence(let members): return orders([members], member, start)
        case .permutation(let members): return permutation(members, of: spot, member, start)
        case .choice(let members): return Set(members.flatMap { member($0, start) })
        case .optional(let inner): return member(inner, start).union([Way(end: start)])
        case .valued(let inner, let value): return valued(inner, value, of: spot, from: start)
        case .reference(let reference): return named(reference, at: spot, from: start)
        case .repetition(let reference): return repeated(reference, at: spot, from: start)
        default: return leaf(spot, from: start)
        }
    }

    /// A value counts only when the optional element that has it is there.
    private func valued(_ inner: Int, _ value: String, of spot: Spot, from start: Int) -> Set<Way> {
        if case .optional(let present) = spot.at(inner).kind {
            return valued(present, value, of: spot, from: start).union([Way(end: start)])
        }
        return Set(ways(spot.at(inner), from: start).map { $0.then(step(.value(value), at: $0.end)) })
    }

    private func named(_ reference: NamedReference, at spot: Spot, from start: Int) -> Set<Way> {
        let cut = library.leftRecursion.contains {
            $0.pattern == spot.pattern && $0.start == spot.node.start && $0.end == spot.node.end
        }
        guard !cut, let body = definitions[reference.name] else { return [] }
        let inner = ways(Spot(tree: body.tree, index: body.tree.root, pattern: reference.name), from: start)
        let opening = TraceEvent.open(
            tag: reference.alias ?? reference.name, pattern: reference.name, converter: body.converter)
        return Set(inner.map { step(opening, at: start).then($0).then(step(.close, at: $0.end)) })
    }

    /// One time, or several of which each has its own words.
    private func repeated(_ reference: NamedReference, at spot: Spot, from start: Int) -> Set<Way> {
        let once = named(reference, at: spot, from: start)
        let moving = once.filter { $0.end > start }
        return once.union(
            moving.flatMap { way in
                repeated(reference, at: spot, from: way.end).filter { $0.end > way.end }.map { way.then($0) }
            })
    }

    /// Stars are no members: one at an edge says that words may stand around the others, any one that they may stand between.
    private func permutation(
        _ members: [Int], of spot: Spot, _ member: (Int, Int) -> Set<Way>, _ start: Int
    ) -> Set<Way> {
        let isStar = { (index: Int) in if case .garbage = spot.at(index).kind { true } else { false } }
        let others = members.filter { !isStar($0) }
        guard let star = members.first(where: isStar) else { return orders(Self.permutations(members), member, start) }
        guard !others.isEmpty else { return member(star, start) }
        let isAround = members.first.map(isStar)! || members.last.map(isStar)!
        let between = Self.permutations(others).map { order in Array(order.map { [$0] }.joined(separator: [star])) }
        return orders(between.map { isAround ? [star] + $0 + [star] : $0 }, member, start)
    }

    private func orders(_ orders: [[Int]], _ member: (Int, Int) -> Set<Way>, _ start: Int) -> Set<Way> {
        var all: Set<Way> = []
        for order in orders {
            var open: Set<Way> = [Way(end: start)]
            for index in order { open = Set(open.flatMap { way in member(index, way.end).map { way.then($0) } }) }
            all.formUnion(open)
        }
        return all
    }

    private static func permutations(_ members: [Int]) -> [[Int]] {
        guard members.count > 1 else { return [members] }
        return members.flatMap { first in permutations(members.filter { $0 != first }).map { [first] + $0 } }
    }
}
