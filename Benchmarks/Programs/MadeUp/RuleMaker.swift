/// Makes rules as authors of bots write them: mostly two to four words or groups of alternatives with other words around and
/// between them, some optional words, some sets in any order, some broad rules.
struct RuleMaker {
    let vocabulary: MadeVocabulary
    /// Whether every word stands for all its forms.
    let isInflected: Bool
    var chance: Chance
    /// Named patterns.
    private(set) var concepts: [MadeRule] = []
    /// Little words, which people say often.
    private let littleWords: ArraySlice<String>
    /// The words of patterns, and the words of talk.
    private let content: ZipfPicker
    let talk: ZipfPicker

    init(_ vocabulary: MadeVocabulary, isInflected: Bool = false, chance: Chance) {
        self.vocabulary = vocabulary
        self.isInflected = isInflected
        self.chance = chance
        littleWords = vocabulary.words.prefix(60)
        content = ZipfPicker(vocabulary.words.dropFirst(60), exponent: 0.6, shift: 20)
        talk = ZipfPicker(vocabulary.words[...], exponent: 1)
        concepts = (0..<120).map { number in
            let rule = MadeRule.alternatives((0..<self.chance.number(3...12)).map { _ in branch() })
            return .named("c\(number)", rule)
        }
    }

    mutating func contentWord() -> String { content.pick(using: &chance) }

    private mutating func word() -> MadeRule { isInflected ? .lemma(contentWord()) : .word(contentWord()) }

    private mutating func stem() -> MadeRule {
        let word = contentWord()
        return isInflected ? .lemma(word) : .stem(String(word.prefix(max(4, word.count - 2))))
    }

    private mutating func littleWord() -> MadeRule {
        let word = chance.pick(littleWords)
        return isInflected ? .lemma(word) : .word(word)
    }

    private mutating func branch() -> MadeRule {
        switch chance.share() {
        case ..<0.10: .sequence([word(), word()])
        case ..<0.20: stem()
        default: word()
        }
    }

    private mutating func element() -> MadeRule {
        switch chance.share() {
        case ..<0.45: word()
        case ..<0.55: stem()
        case ..<0.65: .lemma(contentWord())
        case ..<0.90: .alternatives((0..<chance.number(2...5)).map { _ in branch() })
        default: chance.pick(concepts)
        }
    }

    private mutating func optional() -> MadeRule {
        switch chance.share() {
        case ..<0.6: .optional(littleWord())
        case ..<0.8: .optional(.alternatives([littleWord(), littleWord()]))
        default: .optional(.sequence([littleWord(), word()]))
        }
    }

    mutating func rule() -> MadeRule {
        let size = chance.pick([2, 2, 2, 3, 3, 3, 4, 4])
        if chance.share() < 0.05 { return .sequence([.any, element(), .any]) }
        var elements: [MadeRule] = chance.share() < 0.75 ? [.any] : []
        var count = 0
        while count < size {
            addJoint(to: &elements)
            if count + 2 <= size, chance.share() < 0.12 {
                elements.append(.permutation([element(), element()], gap: chance.share() < 0.6))
                count += 2
            } else {
                elements.append(element())
                count += 1
            }
        }
        if chance.share() < 0.75 { elements.append(.any) }
        return .sequence(elements)
    }

    /// What may stand between two words of a rule.
    private mutating func addJoint(to elements: inout [MadeRule]) {
        guard let last = elements.last else { return }
        if case .any = last { return }
        switch chance.share() {
        case ..<0.30: elements.append(.any)
        case ..<0.55: elements.append(optional())
        default: break
        }
    }
}

// MARK: Phrases

extension RuleMaker {
    /// Half of them fit some rule, but for a word that is lost here and there; the others are mere talk.
    mutating func phrases(_ count: Int, of rules: [MadeRule]) -> [[String]] {
        var phrases: [[String]] = []
        while phrases.count < count {
            var phrase: [String]
            if phrases.count % 2 == 0 {
                phrase = sample(chance.pick(rules))
                if chance.share() < 0.15, phrase.count > 1 { phrase.remove(at: chance.number(0...phrase.count - 1)) }
            } else {
                phrase = talk(3...12)
            }
            if !phrase.isEmpty { phrases.append(phrase) }
        }
        return phrases
    }

    private mutating func talk(_ size: ClosedRange<Int>) -> [String] {
        (0..<chance.number(size)).map { _ in
            let word = talk.pick(using: &chance)
            return chance.share() < 0.2 ? chance.pick(vocabulary.forms(of: word)) : word
        }
    }

    /// Words that a rule covers.
    private mutating func sample(_ rule: MadeRule) -> [String] {
        switch rule {
        case .word(let word): return [word]
        case .lemma(let lemma): return [chance.pick(vocabulary.forms(of: lemma))]
        case .stem(let stem): return [chance.pick(vocabulary.forms(beginningWith: stem))]
        case .any: return talk(0...3)
        case .optional(let rule): return chance.share() < 0.5 ? sample(rule) : []
        case .alternatives(let rules): return sample(chance.pick(rules))
        case .sequence(let rules): return rules.flatMap { sample($0) }
        case .permutation(let rules, let gap):
            let parts = rules.shuffled(using: &chance).map { sample($0) }
            return Array(
                parts.map { [$0] }.reduce([]) { $0.isEmpty || !gap ? $0 + $1 : $0 + [talk(0...2)] + $1 }.joined())
        case .named(_, let rule): return sample(rule)
        }
    }
}
