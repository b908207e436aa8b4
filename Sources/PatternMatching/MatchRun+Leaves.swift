extension MatchRun {
    /// The most words that one regular expression may span.
    static let longestExpression = 64

    /// Settles a goal at an element without members; false for the others.
    mutating func evaluateLeaf(_ goal: Goal) -> Bool {
        let first = Place.wordsBefore(Int(goal.start))
        switch program.node(Int(goal.node)).kind {
        case .nothing: insert(Outcome(end: goal.start))
        case .never: break
        case .word(let word): insertWord(first, ScoreFormula.word) { $0 == word }
        case .part(let part): insertPart(part, first)
        case .lemma(let lemma):
            let forms = forms
            insertWord(first, ScoreFormula.lemma) { forms.isForm($0, of: lemma) }
        case .oneWord: insertGarbage(first, counts: 1...1, score: ScoreFormula.oneWord)
        case .garbage:
            insert(Outcome(end: goal.start))
            insertGarbage(first, counts: 1...max(1, words.count - first), score: ScoreFormula.garbage)
        case .nonEmptyGarbage:
            insertGarbage(first, counts: 1...max(1, words.count - first), score: ScoreFormula.garbage)
        case .expression(let expression): insertExpression(expression, at: Int(goal.start))
        case .entity(let entity, _): insertEntity(entity, first)
        case .weight(let weight): insert(Outcome(end: goal.start, weight: weights.number(of: weight)))
        case .reference, .repetition, .sequence, .choice, .optional, .permutation, .valued: return false
        }
        settle(goal)
        return true
    }

    /// - Parameter count: the words covered from `first` on.
    private mutating func insert(_ first: Int, _ count: Int, explicit: Bool, sum: Int, choice: Int = 0) {
        let end = Place.after(words: first + count)
        insert(Outcome(end: Int32(end), explicitWords: explicit ? Int32(count) : 0, sum: sum, choice: Int32(choice)))
    }

    private mutating func insertWord(_ first: Int, _ score: Int, where matches: (String) -> Bool) {
        guard first < words.count, matches(words[first]) else { return }
        insert(first, 1, explicit: true, sum: score)
    }

    private mutating func insertPart(_ part: WordPart, _ first: Int) {
        guard first < words.count, part.matches(words[first]) else { return }
        let score = ScoreFormula.part(stem: part.stemLength, word: words[first].unicodeScalars.count)
        insert(first, 1, explicit: true, sum: score)
    }

    private mutating func insertGarbage(_ first: Int, counts: ClosedRange<Int>, score: Int) {
        guard first < words.count else { return }
        for count in counts { insert(first, count, explicit: false, sum: score * count) }
    }

    private mutating func insertEntity(_ entity: EntityName, _ first: Int) {
        for (number, cover) in entities.covers(of: entity, in: utterance, from: first).enumerated() {
            guard cover.end > first, cover.end <= words.count else { continue }
            let count = cover.end - first
            insert(first, count, explicit: true, sum: ScoreFormula.entity * count, choice: number)
        }
    }

    /// A regular expression covers whole words, or the punctuation between two words and no word.
    private mutating func insertExpression(_ expression: RegularExpression, at start: Int) {
        let first = Place.wordsBefore(start)
        let gap = text.punctuation(before: first)
        if !Place.isBehindPunctuation(start), !gap.isEmpty, matches(expression, gap) {
            insert(Outcome(end: Int32(Place.behindPunctuation(start)), choice: Self.punctuationReading))
        }
        for end in stride(from: first + 1, through: min(words.count, first + Self.longestExpression), by: 1) {
            guard let reading = text.ranges(from: first, to: end).firstIndex(where: { matches(expression, $0) }) else {
                continue
            }
            insert(first, end - first, explicit: true, sum: ScoreFormula.regexp * (end - first), choice: reading)
        }
    }

    static let punctuationReading: Int32 = -1
}
