import Utterances

extension MatchRun {
    /// The most words that one regular expression may span.
    static let longestExpression = 64

    /// A regular expression or an entity.
    mutating func span(_ node: Int32, _ front: Front) -> Front {
        guard !front.isEmpty else { return .nowhere }
        var walk = Walk(front)
        for place in places(from: front) {
            walkTo(place: place, &walk)
            guard !starts.isEmpty else { continue }
            guard !isCut else { break }
            for span in spans(of: node, from: place) {
                for start in starts {
                    var path = goOn(from: start, to: span.end, by: node)
                    path.detail = span.reading
                    path.sum += span.score
                    path.explicitWords += span.words
                    fly(path)
                }
            }
        }
        return land()
    }

    private mutating func spans(of node: Int32, from place: Int32) -> ArraySlice<Spans.Span> {
        switch program.nodes[Int(node)].kind {
        case .entity(let number):
            // Only words begin an entity, so the punctuation before them makes no difference.
            let key = Spans.Key(element: -1 - number, place: place | 1)
            return spans.known(key) ?? spans.add(key, entitySpans(program.entities[Int(number)], place))
        case .expression(let number):
            let key = Spans.Key(element: number, place: place)
            return spans.known(key) ?? spans.add(key, expressionSpans(program.expressions[Int(number)], place))
        default: return []
        }
    }

    private mutating func entitySpans(_ entity: EntityName, _ place: Int32) -> [Spans.Span] {
        let first = Place.wordsBefore(Int(place))
        return finder.covers(of: entity, in: utterance, from: first).enumerated().compactMap { number, cover in
            guard cover.end > first, cover.end <= heard.count else { return nil }
            return Spans.Span(
                words: cover.end - first, from: first, score: ScoreFormula.entity, reading: number)
        }
    }

    /// A regular expression covers whole words, or the punctuation between two words and no word.
    private mutating func expressionSpans(_ expression: RegularExpression, _ place: Int32) -> [Spans.Span] {
        let first = Place.wordsBefore(Int(place))
        let text = spans.text(of: utterance)
        var found: [Spans.Span] = []
        let gap = text.punctuation(before: first)
        if !Place.isBehindPunctuation(Int(place)), !gap.isEmpty, matches(expression, gap) {
            found.append(Spans.Span(punctuationBefore: first))
        }
        for end in stride(from: first + 1, through: min(heard.count, first + Self.longestExpression), by: 1)
        where !isCut {
            guard let reading = text.ranges(from: first, to: end).firstIndex(where: { matches(expression, $0) }) else {
                continue
            }
            found.append(
                Spans.Span(words: end - first, from: first, score: ScoreFormula.regexp, reading: reading))
        }
        return found
    }

    /// Whether an expression matches a piece of the text; one that ran into its limits is not tried again on this phrase.
    private mutating func matches(_ expression: RegularExpression, _ range: Range<Int>) -> Bool {
        guard range.count >= expression.shortestMatch, !spans.isCut(expression), chargeExpression() else {
            return false
        }
        switch spans.text(of: utterance).judge(range, by: expression, using: spans.scratch) {
        case .matches:
            // Failing is quick, going through a long text is not.
            steps += range.count / 16
            return true
        case .differs: return false
        case .cut:
            spans.cut(expression)
            note(.regexpCut(expression.source))
            return false
        }
    }
}

/// What regular expressions and entities cover in the present phrase, found when first asked for.
struct Spans {
    struct Key: Hashable {
        /// The number of an expression, or -1 less that of an entity.
        var element: Int32
        var place: Int32
    }

    struct Span {
        /// A `Place`.
        var end: Int32
        var words: Int32
        var score: Int
        /// Which of the ranges of `UtteranceText` or of the covers of an entity.
        var reading: Int32

        init(words: Int, from first: Int, score: Int, reading: Int) {
            end = Int32(Place.after(words: first + words))
            self.words = Int32(words)
            self.score = score * words
            self.reading = Int32(reading)
        }

        init(punctuationBefore word: Int) {
            end = Int32(Place.behindPunctuation(Place.after(words: word)))
            words = 0
            score = 0
            reading = Self.punctuation
        }

        static let punctuation: Int32 = -1
    }

    let scratch = RegularExpression.Scratch()
    private var found: [Span] = []
    private var ranges: [Key: Range<Int>] = [:]
    private var text: UtteranceText?
    /// Expressions that ran into their limits on this phrase.
    private(set) var cut: [RegularExpression] = []

    mutating func forget() {
        text = nil
        guard !ranges.isEmpty else { return }
        ranges.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
        cut.removeAll()
    }

    func known(_ key: Key) -> ArraySlice<Span>? { ranges[key].map { found[$0] } }

    mutating func add(_ key: Key, _ spans: [Span]) -> ArraySlice<Span> {
        let start = found.count
        found += spans
        ranges[key] = start..<found.count
        return found[start...]
    }

    mutating func text(of utterance: Utterance) -> UtteranceText {
        if let text { return text }
        let text = UtteranceText(utterance)
        self.text = text
        return text
    }

    func isCut(_ expression: RegularExpression) -> Bool { cut.contains { $0 === expression } }

    mutating func cut(_ expression: RegularExpression) { cut.append(expression) }
}

extension MatchRun {
    /// Whether a regular expression that is a whole pattern matches the entire text, which need not have words (`/start`, `???`).
    mutating func matchesAlone(_ expression: RegularExpression) -> Bool {
        begin()
        let text = spans.text(of: utterance)
        if matches(expression, text.trimmed) { return true }
        let spoken = text.withoutFinalPunctuation
        return spoken != text.trimmed && matches(expression, spoken)
    }
}
