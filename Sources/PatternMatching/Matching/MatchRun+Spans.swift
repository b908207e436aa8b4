import Utterances

extension MatchRun {
    /// The most words that one regular expression may span.
    static let longestExpression = 1_000

    /// What one that matches costs beside the trial: failing is quick.
    private static let workOfMatch = 8

    /// What one that takes long counts, in steps.
    private static let workOfLongTrial = 10_000

    /// A regular expression or an entity.
    mutating func span(_ node: Int32, _ front: Front) -> Front {
        var walk = Walk(front)
        var place: Int32 = -1
        while let next = nextPlace(walk, after: place) {
            place = next
            walkTo(place: place, &walk)
            let spans = spans(of: node, from: place)
            guard charge(spans.count * starts.count) else { break }
            for span in spans {
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

    mutating func spans(of node: Int32, from place: Int32) -> ArraySlice<Spans.Span> {
        switch program.nodes[Int(node)].kind {
        case .entity(let number):
            // Only words begin an entity, so the punctuation before them makes no difference.
            let key = Spans.Key(element: -1 - number, place: place | 1)
            return spans.known(key) ?? spans.add(key, entitySpans(program.entities[Int(number)], place))
        case .expression(let number):
            let key = Spans.Key(element: number, place: place)
            let expression = program.expressions[Int(number)]
            defer { noteCut(expression) }
            if let known = spans.known(key) { return known }
            let found = expressionSpans(expression, place)
            // What was left unfinished holds for this pattern only.
            return isCut ? [] : spans.add(key, found)
        default: return []
        }
    }

    private mutating func entitySpans(_ entity: EntityName, _ place: Int32) -> [Spans.Span] {
        let first = Place.wordsBefore(Int(place))
        let covers = finder.covers(of: entity, in: utterance, from: first, keeping: &foundCovers)
        return covers.enumerated().compactMap { number, cover in
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
        guard first < heard.count, text.mayBegin(expression, at: first) else { return found }
        // One look at the rest spares trying every run of its words.
        guard heard.count - first < 4 || mayOpen(expression, at: first, text) else { return found }
        for end in stride(from: first + 1, through: min(heard.count, first + Self.longestExpression), by: 1)
        where !isCut {
            let reading = UtteranceText.readings.first { reading in
                text.range(reading, from: first, to: end).map { matches(expression, $0) } ?? false
            }
            guard let reading else { continue }
            found.append(
                Spans.Span(words: end - first, from: first, score: ScoreFormula.regexp, reading: reading))
        }
        return found
    }

    private mutating func mayOpen(_ expression: RegularExpression, at first: Int, _ text: UtteranceText) -> Bool {
        guard !spans.isCut(expression), chargeExpression(bytes: 0) else { return true }
        return text.mayOpen(expression, at: first, using: spans.scratch)
    }

    /// Whether an expression matches a piece of the text; one that ran into its limits is not tried again on this phrase.
    private mutating func matches(_ expression: RegularExpression, _ range: Range<Int>) -> Bool {
        guard range.count >= expression.shortestMatch, !spans.isCut(expression),
            chargeExpression(bytes: range.count)
        else { return false }
        let verdict = spans.text(of: utterance).judge(range, by: expression, using: spans.scratch)
        if spans.scratch.tookLong, !charge(Self.workOfLongTrial) { return false }
        switch verdict {
        case .matches: return charge(Self.workOfMatch + range.count / 256)
        case .differs: return false
        case .cut:
            spans.cut(expression)
            return false
        }
    }

    /// Tells each pattern that asks for an expression which ran into its limits on this phrase, perhaps for another pattern.
    private mutating func noteCut(_ expression: RegularExpression) {
        let trouble = MatchTrouble.regexpCut(expression.source)
        if spans.isCut(expression), !troubles.contains(trouble) { note(trouble) }
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
        if !cut.isEmpty { cut.removeAll() }
        guard !ranges.isEmpty else { return }
        ranges.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
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
        defer { noteCut(expression) }
        if matches(expression, text.trimmed) { return true }
        let spoken = text.withoutFinalPunctuation
        return spoken != text.trimmed && matches(expression, spoken)
    }
}
