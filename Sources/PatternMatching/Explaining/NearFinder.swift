import Utterances

/// Finds the patterns that come nearest to a phrase that none covers.
///
/// All patterns are judged by the words that they share with the phrase; the best of these are gone through (`NearRun`)
/// as far as a budget reaches, so that a bot of many rules and a long phrase take no longer than a moment.
package struct NearFinder: Sendable {
    private let patterns: PatternSet
    private let sharing: WordSharing
    private let similar: SimilarWords
    private let texts: ExpressionTexts
    private let lengths: ShortestLengths
    /// For each pattern the letters of the shortest phrase that it covers.
    private let wholeLengths: [Int]

    /// Prepared once for many phrases.
    package init(_ patterns: PatternSet) {
        self.patterns = patterns
        sharing = WordSharing(patterns.program, roots: patterns.roots, testCount: patterns.knower.testCount)
        similar = SimilarWords(patterns.knower.words)
        texts = ExpressionTexts(patterns.program.expressions)
        let lengths = ShortestLengths(patterns.library)
        self.lengths = lengths
        wholeLengths = patterns.patterns.map { lengths.ofPattern($0)[$0.root] }
    }

    /// Patterns that are gone through, and cells of rows that are made for all of them.
    private static let mostPatterns = 64
    private static let budget = 2_000_000

    /// - Parameters:
    ///   - importance: how much the nearness of a pattern counts, 0…1; one that counts nothing is left out.
    /// - Returns: The nearest first, `count` at most; patterns that cover the phrase are not among them.
    package func nearest(
        to utterance: Utterance, count: Int, importance: (Int) -> Double = { _ in 1 }
    ) -> [NearMatch] {
        patterns.withMemory { memory in
            memory.run.hear(utterance, patterns.knower)
            // Regular expressions whose matching was broken off must not be known as such to whoever matches next.
            defer { memory.run.spans.forget() }
            let slips = Slips(
                misspelt: MisspeltWords(utterance, similar, patterns.knower), unfit: UnfitWords(utterance, texts))
            let letters = NearRun.letters(of: utterance)
            var budget = Self.budget
            var found: [(near: NearMatch, worth: Double)] = []
            for pattern in likely(memory.run.heard, slips, letters, importance) where budget > 0 {
                if let near = near(pattern, memory, letters, slips, &budget) {
                    found.append((near, near.nearness * importance(pattern)))
                }
            }
            found.sort { ($1.worth, $0.near.pattern) < ($0.worth, $1.near.pattern) }
            return found.prefix(count).map { mended($0.near, utterance, memory) }
        }
    }

    /// The patterns that share most with a phrase, by all their words and by all of its.
    private func likely(
        _ heard: HeardWords, _ slips: Slips, _ letters: [Int32], _ importance: (Int) -> Double
    ) -> ArraySlice<Int> {
        let all = max(1, letters.reduce(0) { $0 + Int($1) })
        let shared = sharing.lettersShared(with: heard, slips, letters: letters)
        let judged = shared.compactMap { pattern, shared -> (pattern: Int, worth: Double)? in
            let importance = importance(pattern)
            guard importance > 0, wholeLengths[pattern] != ShortestLengths.never else { return nil }
            let wanted = max(1, wholeLengths[pattern])
            return (
                pattern, importance * (Double(shared) / Double(all) + Double(min(shared, wanted)) / Double(wanted))
            )
        }
        return judged.sorted { ($1.worth, $0.pattern) < ($0.worth, $1.pattern) }.map(\.pattern).prefix(
            Self.mostPatterns)
    }

    private func near(
        _ pattern: Int, _ memory: PatternSet.Memory, _ letters: [Int32], _ slips: Slips, _ budget: inout Int
    ) -> NearMatch? {
        memory.run.begin()
        let own = lengths.ofPattern(patterns.patterns[pattern])
        var run = NearRun(memory, letters: letters, slips: slips, budget: budget) { origin in
            origin.definition < 0
                ? own[Int(origin.node)]
                : lengths.length(of: origin.node, in: patterns.definitions[Int(origin.definition)])
        }
        let cell = run.solve(patterns.roots[pattern])
        budget = run.rest
        guard let cell, cell.cost > 0, cell.named > 0 else { return nil }
        let pieces = NearDerivation(run, patterns.trees(of: pattern), patterns.knower.words, texts, last: cell.step)
        return NearMatch(
            pattern: pattern, pieces: pieces.pieces, nearness: nearness(cell, run), missing: pieces.missing)
    }

    /// The mean of two shares: of the phrase what is named, and of what the pattern names what was said.
    private func nearness(_ cell: NearRun.Cell, _ run: NearRun) -> Double {
        let named = Double(cell.named)
        let all = run.letters.reduce(0, +)
        return (named / Double(max(all, 1)) + named / (named + Double(cell.lacking))) / 2
    }

    /// Adds a phrase that the pattern covers, if it really does.
    private func mended(_ near: NearMatch, _ utterance: Utterance, _ memory: PatternSet.Memory) -> NearMatch {
        let said = { (range: Range<Int>) in
            utterance.tokens[range].map { utterance.text(from: $0.start, to: $0.end) }
        }
        var words: [String] = []
        for (number, piece) in near.pieces.enumerated() {
            switch piece.kind {
            case .extra, .moved: continue
            case .misspelt(let meant), .unfit(let meant): words.append(meant)
            case .covered: words += said(piece.words)
            case .missing(.elsewhere(let place)): words += said(place)
            case .missing:
                guard let origin = near.missing[number], let added = shortest(origin, in: near.pattern) else {
                    return near
                }
                words += added
            }
        }
        let phrase = SpokenWords.text(words)
        memory.run.hear(Utterance(phrase), patterns.knower)
        guard memory.run.solve(patterns.roots[near.pattern]) != nil else { return near }
        var near = near
        near.mended = phrase
        return near
    }

    private func shortest(_ origin: ProgramNode.Origin, in pattern: Int) -> [String]? {
        let definition = origin.definition < 0 ? -1 : patterns.definitions[Int(origin.definition)]
        let tree = definition < 0 ? patterns.patterns[pattern] : patterns.library.definitions[definition].tree
        var sampler = PatternSampler(
            library: patterns.library, lengths: lengths, forms: patterns.forms, entities: patterns.finder,
            chance: NoChance())
        return sampler.words(
            for: SampledElement(tree: tree, definition: definition, node: Int(origin.node)), manner: .short)
    }
}

/// Words that are not quite what patterns want.
struct Slips {
    let misspelt: MisspeltWords
    let unfit: UnfitWords
}

/// Always the first of what is possible.
private struct NoChance: RandomNumberGenerator {
    mutating func next() -> UInt64 { 0 }
}
