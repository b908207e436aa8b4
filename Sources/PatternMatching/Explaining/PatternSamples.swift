import Utterances

/// Phrases that a pattern accepts.
package struct PatternSamples: Sendable, Hashable {
    package var phrases: [String]
    /// How many there can be at most, where they can be counted.
    package var possible: Int?
    /// Why there are none; nil when there are some.
    package var lack: Lack?

    package init(phrases: [String], possible: Int? = nil, lack: Lack?) {
        self.phrases = phrases
        self.possible = possible
        self.lack = lack
    }

    /// Whether there are surely no others.
    package var isComplete: Bool { possible.map { phrases.count >= $0 } ?? false }

    package enum Lack: Sendable, Hashable {
        /// No phrase whatever can match.
        case acceptsNothing
        /// It matches only where nothing is said.
        case acceptsSilenceOnly
        /// There may be phrases, but none was found.
        case noneFound
    }
}

/// Makes phrases that the patterns of a set accept. What it must know of the named patterns it finds once, so one is made for many patterns.
package struct PhraseMaker: Sendable {
    private let set: PatternSet
    private let lengths: ShortestLengths
    private let counts: PhraseCounts

    package init(_ set: PatternSet) {
        self.set = set
        lengths = ShortestLengths(set.library)
        counts = PhraseCounts(set.library)
    }

    /// Different phrases that a pattern accepts, the shortest first, each tried by matching.
    package func samples(
        of number: Int, count: Int, using chance: inout some RandomNumberGenerator
    ) -> PatternSamples {
        samples(of: number, count: count, manner: .varied, using: &chance)
    }

    /// The same with as few words as can be for every `*`, so that nearly all words are those of the pattern.
    package func plainSamples(
        of number: Int, count: Int, using chance: inout some RandomNumberGenerator
    ) -> PatternSamples {
        samples(of: number, count: count, manner: .plain, using: &chance)
    }

    private func samples(
        of number: Int, count: Int, manner: SampledElement.Manner, using chance: inout some RandomNumberGenerator
    ) -> PatternSamples {
        let tree = set.patterns[number]
        guard lengths.ofPattern(tree)[tree.root] != ShortestLengths.never else {
            return PatternSamples(phrases: [], possible: 0, lack: .acceptsNothing)
        }
        let possible = counts.ofPattern(tree)
        var sampler = PatternSampler(
            library: set.library, lengths: lengths, forms: set.forms, entities: set.finder, chance: chance)
        defer { chance = sampler.chance }
        var found = FoundSamples()
        let element = SampledElement(tree: tree, node: tree.root)
        let wanted = min(count, max(manner == .plain ? possible.plain : possible.most, 1))
        let attempts = manner == .plain ? wanted * Self.plainAttempts : wanted * Self.attemptsPerSample + Self.attempts
        for attempt in 0..<attempts where found.phrases.count < wanted {
            let isWordy = attempt % 3 == 2 && found.phrases.isEmpty
            guard let words = sampler.words(for: element, manner: attempt == 0 ? .short : isWordy ? .wordy : manner)
            else { continue }
            found.add(words) { set.accepts(number, Utterance($0)) }
        }
        return PatternSamples(
            phrases: found.phrases, possible: possible.isAll ? possible.most : nil, lack: found.lack)
    }

    private static let attempts = 60
    private static let attemptsPerSample = 20
    private static let plainAttempts = 10
}

extension PatternSet {
    /// Different phrases that a pattern accepts, the shortest first, each tried by matching.
    package func samples(
        of number: Int, count: Int, using chance: inout some RandomNumberGenerator
    ) -> PatternSamples {
        PhraseMaker(self).samples(of: number, count: count, using: &chance)
    }
}

private struct FoundSamples {
    var phrases: [String] = []
    private var tried: Set<[String]> = []
    private var acceptsSilence = false

    var lack: PatternSamples.Lack? { !phrases.isEmpty ? nil : acceptsSilence ? .acceptsSilenceOnly : .noneFound }

    mutating func add(_ words: [String], isAccepted: (String) -> Bool) {
        guard tried.insert(words).inserted else { return }
        guard words.contains(where: { !$0.isEmpty }) else { return acceptsSilence = isAccepted("") }
        let accepted = [SpokenWords.text(words), words.joined(separator: " ")].first(where: isAccepted)
        if let accepted, !phrases.contains(accepted) { phrases.append(accepted) }
    }
}

/// Words as people write them: `do n't` is `don't`.
enum SpokenWords {
    static func text(_ words: [String]) -> String {
        words.reduce(into: "") { text, word in
            let isContracted = word.hasPrefix("'") || word == "n't"
            if !text.isEmpty, !word.isEmpty, !isContracted { text += " " }
            text += word
        }
    }
}
