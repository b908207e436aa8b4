import PatternMatching
import Synchronization
import Utterances

/// Finds records of entities that are patterns (`{"type": "pattern", "rule": ["[the] ~pizza"]}`).
///
/// Where a record names an entity (`from @City`), the words of that entity are found, but not its patterns: so no record leads to itself.
final class RecordPatterns: Sendable {
    private let shelf: PhraseShelf
    private let words: any WordForms
    let inside: EntityFinder
    private let made = Mutex<[String: PatternRecords?]>([:])

    init(_ shelf: PhraseShelf, _ words: any WordForms, inside: EntityFinder) {
        self.shelf = shelf
        self.words = words
        self.inside = inside
    }

    /// The stretches that begin at a word, the longest first. All of the utterance is gone through once.
    func covers(
        of entity: String, in utterance: Utterance, from start: Int, keeping found: inout FoundCovers
    ) -> [EntityCover] {
        if let known = found.byEntity[entity] { return known[start] ?? [] }
        guard let records = records(of: entity) else { return [] }
        let covers = records.covers(in: utterance)
        found.byEntity[entity] = covers
        return covers[start] ?? []
    }

    private func records(of entity: String) -> PatternRecords? {
        made.withLock { made in
            if let known = made[entity] { return known }
            let records = shelf.intents.entity(named: entity).flatMap { $0.isEnabled ? $0.patterns : nil } ?? []
            let patterns =
                records.isEmpty
                ? nil
                : PatternRecords(
                    records.flatMap { record in record.rules.map { ($0.text, record.value) } }, shelf.library, words,
                    inside)
            made[entity] = .some(patterns)
            return patterns
        }
    }
}

/// Patterns with a value each.
final class PatternRecords: Sendable {
    /// Each pattern with anything around it, and alone: these are made when a phrase first has one of them.
    private let loose: PatternSet
    private let exact = Mutex<PatternSet?>(nil)
    private let makeExact: @Sendable () -> PatternSet
    private let values: [String?]

    /// The longest stretch that a pattern is tried on, and the longest phrase, in words.
    private static let longestStretch = 12
    private static let longestPhrase = 200

    init(
        _ rules: [(pattern: String, value: String?)], _ library: PatternLibrary, _ words: any WordForms,
        _ entities: any EntityFinding
    ) {
        values = rules.map(\.value)
        makeExact = {
            PatternSet(
                rules.map { PatternParser.parse($0.pattern).0 }, library: library, forms: words, entities: entities)
        }
        loose = PatternSet(
            rules.map { PatternParser.parse("* (\($0.pattern)) *").0 }, library: library, forms: words,
            entities: entities)
    }

    /// For each word the stretches that begin there, the longest first; of two records for one stretch the better one counts.
    func covers(in utterance: Utterance) -> [Int: [EntityCover]] {
        var hits: [PatternSet.Hit] = []
        let count = utterance.tokens.count
        guard count <= Self.longestPhrase else { return [:] }
        loose.find(in: utterance, into: &hits)
        let wanted = Set(hits.map(\.pattern))
        guard !wanted.isEmpty else { return [:] }
        let exact = exact.withLock { exact in
            let made = exact ?? makeExact()
            exact = made
            return made
        }
        var covers: [Int: [EntityCover]] = [:]
        for start in 0..<count {
            for end in (start + 1...min(count, start + Self.longestStretch)).reversed() {
                exact.find(in: utterance.stretch(start..<end), into: &hits) { wanted.contains($0) }
                let best = hits.max { ($0.score, -$0.pattern) < ($1.score, -$1.pattern) }
                if let best { covers[start, default: []].append(EntityCover(end: end, value: values[best.pattern])) }
            }
        }
        return covers
    }
}

extension Utterance {
    /// Some of its words as an utterance of their own.
    fileprivate func stretch(_ words: Range<Int>) -> Utterance {
        let first = tokens[words.lowerBound].start
        var stretch = Utterance(
            text: text(from: first, to: tokens[words.upperBound - 1].end),
            tokens: tokens[words].map { Token(word: $0.word, start: $0.start - first, end: $0.end - first) })
        stretch.marks = marks.filter {
            words.lowerBound <= $0.words.lowerBound && $0.words.upperBound <= words.upperBound
        }
        .map { mark in
            let moved = mark.words.lowerBound - words.lowerBound..<mark.words.upperBound - words.lowerBound
            return Mark(name: mark.name, words: moved, value: mark.value)
        }
        return stretch
    }
}
