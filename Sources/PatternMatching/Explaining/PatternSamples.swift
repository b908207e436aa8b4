import Utterances

/// Phrases that a pattern accepts.
package struct PatternSamples: Sendable, Hashable {
    package var phrases: [String]
    /// Why there are none; nil when there are some.
    package var lack: Lack?

    package init(phrases: [String], lack: Lack?) {
        self.phrases = phrases
        self.lack = lack
    }

    package enum Lack: Sendable, Hashable {
        /// No phrase whatever can match.
        case acceptsNothing
        /// It matches only where nothing is said.
        case acceptsSilenceOnly
        /// There may be phrases, but none was found.
        case noneFound
    }
}

extension PatternSet {
    /// Different phrases that a pattern accepts, the shortest first, each tried by matching.
    package func samples(
        of number: Int, count: Int, using chance: inout some RandomNumberGenerator
    ) -> PatternSamples {
        let tree = patterns[number]
        let lengths = ShortestLengths(library)
        guard lengths.ofPattern(tree)[tree.root] != ShortestLengths.never else {
            return PatternSamples(phrases: [], lack: .acceptsNothing)
        }
        var sampler = PatternSampler(
            library: library, lengths: lengths, forms: forms, entities: finder, chance: chance)
        defer { chance = sampler.chance }
        var found = FoundSamples()
        let element = SampledElement(tree: tree, node: tree.root)
        for attempt in 0..<(count * Self.attemptsPerSample + Self.attempts) where found.phrases.count < count {
            let isWordy = attempt % 3 == 2 && found.phrases.isEmpty
            guard let words = sampler.words(for: element, manner: attempt == 0 ? .short : isWordy ? .wordy : .varied)
            else { continue }
            found.add(words) { match(number, Utterance($0)) != nil }
        }
        return PatternSamples(phrases: found.phrases, lack: found.lack)
    }

    private static var attempts: Int { 60 }
    private static var attemptsPerSample: Int { 20 }
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
