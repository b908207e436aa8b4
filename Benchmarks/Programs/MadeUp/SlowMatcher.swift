/// Says which rules cover which phrases, obviously right and not fast: it knows sets of places and nothing else.
struct SlowMatcher {
    private let rules: [MadeRule]
    private let vocabulary: MadeVocabulary
    private let forms: [String: Set<String>]

    init(_ rules: [MadeRule], _ vocabulary: MadeVocabulary) {
        self.rules = rules
        self.vocabulary = vocabulary
        forms = Dictionary(uniqueKeysWithValues: vocabulary.words.map { ($0, Set(vocabulary.forms(of: $0))) })
    }

    func covers(_ rule: Int, _ words: [String]) -> Bool { step(rules[rule], words, [0]).contains(words.count) }

    /// The places at which a rule can end when it begins at one of these.
    private func step(_ rule: MadeRule, _ words: [String], _ starts: Set<Int>) -> Set<Int> {
        switch rule {
        case .word, .stem, .lemma:
            return Set(starts.filter { $0 < words.count && isWord(words[$0], of: rule) }.map { $0 + 1 })
        case .any: return starts.min().map { Set($0...words.count) } ?? []
        case .optional(let rule): return starts.union(step(rule, words, starts))
        case .alternatives(let rules): return rules.reduce(into: []) { $0.formUnion(step($1, words, starts)) }
        case .sequence(let rules): return rules.reduce(starts) { step($1, words, $0) }
        case .permutation(let rules, let gap):
            return MadeRule.orders(rules).reduce(into: []) { ends, order in
                ends.formUnion(
                    order.enumerated().reduce(starts) { at, member in
                        step(member.element, words, gap && member.offset > 0 ? step(.any, words, at) : at)
                    })
            }
        case .named(_, let rule): return step(rule, words, starts)
        }
    }

    private func isWord(_ word: String, of rule: MadeRule) -> Bool {
        switch rule {
        case .word(let wanted): word == wanted
        case .stem(let stem): word.hasPrefix(stem)
        case .lemma(let lemma): forms[lemma]?.contains(word) == true
        default: false
        }
    }

    // MARK: Many phrases

    /// The rules that cover each phrase. A rule none of whose required words is there is not tried, except on the first few
    /// phrases, which show that this leaves nothing out.
    func rules(covering phrases: [[String]], unfiltered: Int = 3) -> [Set<Int>] {
        var counts: [String: Int] = [:]
        for phrase in phrases { for word in Set(phrase) { counts[word, default: 0] += 1 } }
        var posted: [String: [Int]] = [:]
        var always: [Int] = []
        for (number, rule) in rules.enumerated() {
            let clauses = clauses(of: rule).map { ($0, $0.reduce(0) { $0 + counts[$1, default: 0] }) }
            guard let rarest = clauses.min(by: { $0.1 < $1.1 }) else {
                always.append(number)
                continue
            }
            for word in rarest.0 { posted[word, default: []].append(number) }
        }
        return phrases.enumerated().map { number, phrase in
            let candidates = Set(phrase.flatMap { posted[$0, default: []] } + always)
            let tried = number < unfiltered ? Set(rules.indices) : candidates
            return tried.filter { covers($0, phrase) }
        }
    }

    /// Sets of words of each of which a phrase must have one.
    private func clauses(of rule: MadeRule) -> [Set<String>] {
        switch rule {
        case .word(let word): [[word]]
        case .lemma(let lemma): [forms[lemma] ?? []]
        case .stem(let stem): [Set(vocabulary.forms(beginningWith: stem))]
        case .any, .optional: []
        case .sequence(let rules), .permutation(let rules, _): rules.flatMap(clauses(of:))
        case .alternatives(let rules): clause(ofAny: rules).map { [$0] } ?? []
        case .named(_, let rule): clauses(of: rule)
        }
    }

    private func clause(ofAny rules: [MadeRule]) -> Set<String>? {
        let smallest = rules.map { rule in clauses(of: rule).min { $0.count < $1.count } }
        return smallest.contains(nil) ? nil : smallest.reduce(into: []) { $0.formUnion($1 ?? []) }
    }
}
