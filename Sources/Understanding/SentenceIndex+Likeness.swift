extension SentenceIndex {
    /// A sentence, and how like it what was said is, from 0 to 1.
    struct Likeness {
        let sentence: Int
        let value: Double
    }

    /// What shares less is not like it.
    private static let leastLikeness = 0.1

    /// All sentences that are somewhat like what was said, in file order.
    func likenesses(to heard: [HeardTerm]) -> [Likeness] {
        let common = sharesOfHeard(heard)
        let theirs = sharesOfSentences(heard)
        let weight = heard.reduce(0) { $0 + $1.weight }
        return sentences.indices.compactMap { number in
            guard common[number] > 0 else { return nil }
            let value = (common[number] + theirs[number]) / (weight + sentences[number].weight)
            return value < Self.leastLikeness ? nil : Likeness(sentence: number, value: value)
        }
    }

    /// For each sentence the weight of what was said that stands in it.
    private func sharesOfHeard(_ heard: [HeardTerm]) -> [Double] {
        var shares = [Double](repeating: 0, count: sentences.count)
        var last = [Int](repeating: -1, count: sentences.count)
        for (number, term) in heard.enumerated() {
            for relative in term.relatives {
                for sentence in postings[relative.term] where last[sentence] != number {
                    last[sentence] = number
                    shares[sentence] += term.weight * relative.likeness
                }
            }
        }
        return shares
    }

    /// For each sentence the weight of its terms that were said.
    private func sharesOfSentences(_ heard: [HeardTerm]) -> [Double] {
        var best: [Int: Double] = [:]
        for relative in heard.lazy.flatMap(\.relatives) {
            best[relative.term] = max(best[relative.term] ?? 0, relative.likeness)
        }
        var shares = [Double](repeating: 0, count: sentences.count)
        for (term, likeness) in best {
            let weight = weights[term] * likeness
            for sentence in postings[term] { shares[sentence] += weight }
        }
        return shares
    }

    // MARK: Why

    /// How much of what makes a sentence like what was said another sentence has as well, from 0 to 1.
    func share(of heard: [HeardTerm], in sentence: Int, alsoIn other: Int) -> Double {
        let (own, theirs) = (Set(sentences[sentence].terms), Set(sentences[other].terms))
        let alike = heard.filter { $0.relatives.contains { own.contains($0.term) } }
        let common = alike.filter { $0.relatives.contains { theirs.contains($0.term) } }
        let weight = alike.reduce(0) { $0 + $1.weight }
        return weight == 0 ? 0 : common.reduce(0) { $0 + $1.weight } / weight
    }

    /// The words that were said and are like words of a sentence, as they were said.
    func alike(_ heard: [HeardTerm], _ sentence: Int) -> [NearPhrase.Pair] {
        let terms = Set(sentences[sentence].terms)
        return heard.compactMap { term in
            guard case .word(let said) = term.term, let best = term.relatives.first(where: { terms.contains($0.term) })
            else { return nil }
            return switch vocabulary.terms[best.term] {
            case .word(let written): NearPhrase.Pair(said: said, written: written, likeness: best.likeness)
            case .place(let name): NearPhrase.Pair(said: said, written: "@" + name, likeness: best.likeness)
            case .pair: nil
            }
        }
    }
}
