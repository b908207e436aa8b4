import Utterances

@testable import PatternMatching

/// Elements without members.
extension TwinMatcher {
    func leaf(_ spot: Spot, from start: Int) -> Set<Way> {
        let words = utterance.tokens.map(\.word)
        let first = start / 2
        let word = first < words.count ? words[first] : nil
        let one = { (score: Int, isExplicit: Bool) in
            Set([cover(spot, first..<(first + 1), score: score, isExplicit: isExplicit)])
        }
        switch spot.kind {
        case .nothing: return [Way(end: start)]
        case .word(let wanted): return word == wanted ? one(ScoreFormula.word, true) : []
        case .lemma(let lemma):
            guard let word, forms.forms(of: lemma).contains(word) else { return [] }
            return one(ScoreFormula.lemma, true)
        case .part(let part):
            guard let word, part.matches(word) else { return [] }
            return one(ScoreFormula.part(stem: part.stemLength, word: word.unicodeScalars.count), true)
        case .oneWord: return word == nil ? [] : one(ScoreFormula.oneWord, false)
        case .garbage: return garbage(spot, from: first).union([Way(end: start)])
        case .nonEmptyGarbage: return garbage(spot, from: first)
        case .weight(let weight): return [Way(end: start, factor: weight.factor, addend: weight.addend)]
        case .expression(let expression): return expressionWays(expression, spot, from: start)
        case .entity(let entity, let alias): return entityWays(entity, alias, spot, from: first)
        default: return []
        }
    }

    /// A way that covers words by an element.
    private func cover(
        _ spot: Spot, _ words: Range<Int>, score: Int, isExplicit: Bool, bytes: Range<Int>? = nil
    ) -> Way {
        let said = utterance.tokens[words.lowerBound].start..<utterance.tokens[words.upperBound - 1].end
        let way = step(.covered(spot.element, words, bytes: bytes ?? said), at: 2 * words.upperBound)
        return way.then(
            Way(end: way.end, sum: score * words.count, explicitWords: isExplicit ? words.count : 0))
    }

    /// A way that covers nothing.
    func step(_ event: TraceEvent, at place: Int) -> Way { Way(end: place, trace: tracks ? [event] : []) }

    private func garbage(_ spot: Spot, from first: Int) -> Set<Way> {
        Set(
            stride(from: first + 1, through: utterance.tokens.count, by: 1).map {
                cover(spot, first..<$0, score: ScoreFormula.garbage, isExplicit: false)
            })
    }

    /// The punctuation before the next word, or words with the punctuation at their edges or without it.
    private func expressionWays(_ expression: RegularExpression, _ spot: Spot, from start: Int) -> Set<Way> {
        let text = UtteranceText(utterance)
        let first = start / 2
        let gap = text.punctuation(before: first)
        var ways: Set<Way> = []
        if start % 2 == 0, !gap.isEmpty, judge(expression, text, gap) {
            ways.insert(step(.covered(spot.element, first..<first, bytes: gap), at: start + 1))
        }
        for end in stride(from: first + 1, through: utterance.tokens.count, by: 1) {
            let ranges = UtteranceText.readings.compactMap { text.range($0, from: first, to: end) }
            let fitting = ranges.first { judge(expression, text, $0) }
            guard let fitting else { continue }
            ways.insert(cover(spot, first..<end, score: ScoreFormula.regexp, isExplicit: true, bytes: fitting))
        }
        return ways
    }

    func judge(_ expression: RegularExpression, _ text: UtteranceText, _ range: Range<Int>) -> Bool {
        text.judge(range, by: expression, using: RegularExpression.Scratch()) == .matches
    }

    private func entityWays(_ entity: EntityName, _ alias: String?, _ spot: Spot, from first: Int) -> Set<Way> {
        let isEntity = entity == .recognized(entity.name)
        let opening = TraceEvent.open(
            tag: alias ?? entity.name, pattern: entity.name, converter: nil, isEntity: isEntity)
        var ways: Set<Way> = []
        for found in finder.covers(of: entity, in: utterance, from: first)
        where found.end > first && found.end <= utterance.tokens.count {
            let covered = cover(spot, first..<found.end, score: ScoreFormula.entity, isExplicit: true)
            var way = step(opening, at: 2 * first)
            if let value = found.value { way = way.then(step(.value(value), at: way.end)) }
            ways.insert(way.then(covered).then(step(.close, at: covered.end)))
        }
        return ways
    }
}
