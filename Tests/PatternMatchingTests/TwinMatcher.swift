import Utterances

@testable import PatternMatching

/// The matcher said again in the plainest way: every element lists all ends with all scores, by recursion and
/// without memory. Exponential, and obviously right; it decides what the real one must answer.
struct TwinMatcher {
    let utterance: Utterance
    let library: PatternLibrary
    let definitions: [String: PatternTree]
    var forms: any WordForms = ExactForms()

    struct Way: Hashable {
        /// Twice the number of words before it, plus one behind the punctuation after them.
        var end: Int
        var sum = 0
        var factor = 1.0
        var addend = 0.0

        func then(_ other: Way) -> Way {
            Way(end: other.end, sum: sum + other.sum, factor: factor * other.factor, addend: addend + other.addend)
        }
    }

    /// The best score, or nil when the pattern does not cover the utterance.
    func score(_ tree: PatternTree) -> Double? {
        if case .expression(let expression) = tree.nodes[tree.root].kind { return scoreAlone(expression) }
        let count = utterance.tokens.count
        return ways(tree.root, in: tree, of: nil, from: 0).filter { $0.end / 2 == count }.map {
            ScoreFormula.score(sum: $0.sum, words: count, factor: $0.factor, addend: $0.addend)
        }.max()
    }

    private func scoreAlone(_ expression: RegularExpression) -> Double? {
        let text = UtteranceText(utterance)
        let scratch = RegularExpression.Scratch()
        let ranges = [text.trimmed, text.withoutFinalPunctuation]
        return ranges.contains { text.judge($0, by: expression, using: scratch) == .matches }
            ? ScoreFormula.loneRegexp : nil
    }

    /// - Parameter pattern: the name of the definition that the tree is of, nil for the pattern itself.
    private func ways(_ index: Int, in tree: PatternTree, of pattern: String?, from start: Int) -> Set<Way> {
        let member = { (member: Int, from: Int) in self.ways(member, in: tree, of: pattern, from: from) }
        switch tree.nodes[index].kind {
        case .sequence(let members): return orders([members], member, start)
        case .permutation(let members): return permutation(members, of: tree, member, start)
        case .choice(let members): return Set(members.flatMap { member($0, start) })
        case .optional(let inner): return member(inner, start).union([Way(end: start)])
        case .valued(let inner, _): return member(inner, start)
        case .reference(let reference): return named(reference, at: tree.nodes[index], of: pattern, from: start)
        case .repetition(let reference):
            let once = named(reference, at: tree.nodes[index], of: pattern, from: start)
            return once.union(
                once.filter { $0.end > start }.flatMap { way in member(index, way.end).map { way.then($0) } })
        default: return leaf(tree.nodes[index].kind, from: start)
        }
    }

    private func named(_ reference: NamedReference, at node: PatternNode, of pattern: String?, from start: Int) -> Set<
        Way
    > {
        let cut = library.leftRecursion.contains {
            $0.pattern == pattern && $0.start == node.start && $0.end == node.end
        }
        guard !cut, let body = definitions[reference.name] else { return [] }
        return ways(body.root, in: body, of: reference.name, from: start)
    }

    /// Stars are no members: one at an edge says that words may stand around the others, any one that they may stand between.
    private func permutation(
        _ members: [Int], of tree: PatternTree, _ member: (Int, Int) -> Set<Way>, _ start: Int
    ) -> Set<Way> {
        let isStar = { (index: Int) in if case .garbage = tree.nodes[index].kind { true } else { false } }
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

    private func leaf(_ kind: PatternNode.Kind, from start: Int) -> Set<Way> {
        let words = utterance.tokens.map(\.word)
        let first = start / 2
        let word = first < words.count ? words[first] : nil
        let one = { (score: Int) in Set([Way(end: 2 * (first + 1), sum: score)]) }
        switch kind {
        case .nothing: return [Way(end: start)]
        case .word(let wanted): return word == wanted ? one(ScoreFormula.word) : []
        case .lemma(let wanted):
            return word.map { forms.forms(of: wanted).contains($0) } == true ? one(ScoreFormula.lemma) : []
        case .grammar(let query):
            return word.map { query.accepts(forms.readings(of: $0)) } == true ? one(ScoreFormula.grammar) : []
        case .part(let part):
            guard let word, part.matches(word) else { return [] }
            return one(ScoreFormula.part(stem: part.stemLength, word: word.unicodeScalars.count))
        case .oneWord: return word == nil ? [] : one(ScoreFormula.oneWord)
        case .garbage: return garbage(first, words.count).union([Way(end: start)])
        case .nonEmptyGarbage: return garbage(first, words.count)
        case .weight(let weight): return [Way(end: start, factor: weight.factor, addend: weight.addend)]
        case .expression(let expression): return expressionWays(expression, from: start)
        default: return []
        }
    }

    private func garbage(_ first: Int, _ count: Int) -> Set<Way> {
        Set(
            stride(from: first + 1, through: count, by: 1).map {
                Way(end: 2 * $0, sum: ScoreFormula.garbage * ($0 - first))
            })
    }

    private func expressionWays(_ expression: RegularExpression, from start: Int) -> Set<Way> {
        let text = UtteranceText(utterance)
        let scratch = RegularExpression.Scratch()
        let first = start / 2
        let gap = text.punctuation(before: first)
        var ways: Set<Way> = []
        if start % 2 == 0, !gap.isEmpty, text.judge(gap, by: expression, using: scratch) == .matches {
            ways.insert(Way(end: start + 1))
        }
        for end in stride(from: first + 1, through: utterance.tokens.count, by: 1) {
            let ranges = text.ranges(from: first, to: end)
            guard ranges.contains(where: { text.judge($0, by: expression, using: scratch) == .matches }) else {
                continue
            }
            ways.insert(Way(end: 2 * end, sum: ScoreFormula.regexp * (end - first)))
        }
        return ways
    }
}
