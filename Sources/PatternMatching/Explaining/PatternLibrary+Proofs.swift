extension PatternLibrary {
    /// Whether one pattern surely accepts every phrase of another, and counts each of its words no less (`InclusionProof`).
    package func surely(_ inner: PatternTree, liesIn outer: PatternTree) -> Bool {
        var proof = InclusionProof(of: inner, in: outer, self)
        return proof.isFound()
    }

    /// Whether a pattern surely accepts any text that has words: `*`, `[please] $AnyText`, `* $weight<+1>`, `$regexp<.+>`.
    package func surelyTakesAnyText(_ tree: PatternTree) -> Bool {
        if let expression = tree.loneExpression { return expression.takesAnyText }
        let anyText = PatternTree(
            source: "", nodes: [PatternNode(kind: .nonEmptyGarbage, start: 0, end: 0)], root: 0)
        var proof = InclusionProof(of: anyText, in: tree, self, ignoresWeights: true)
        return proof.isFound()
    }

    /// The least that a pattern counts for a text that has words, if it surely takes any; `nil` for others.
    package func leastScore(ofAnyText tree: PatternTree) -> Double? {
        guard surelyTakesAnyText(tree) else { return nil }
        if let expression = tree.loneExpression {
            return Self.score(ofAWord: ScoreFormula.loneRegexp(isLiteral: expression.isLiteral))
        }
        guard let weight = mostScore(of: tree) == nil ? tree.weightOfStars : PatternWeight() else { return nil }
        return ScoreFormula.score(sum: ScoreFormula.garbage, words: 1, factor: weight.factor, addend: weight.addend)
    }

    /// The most that a pattern can count for a text; `nil` where weights have a say.
    package func mostScore(of tree: PatternTree) -> Double? {
        if let expression = tree.loneExpression {
            return Self.score(ofAWord: ScoreFormula.loneRegexp(isLiteral: expression.isLiteral))
        }
        var most = 0
        var waiting = [tree]
        var seen: Set<Int> = []
        while let tree = waiting.popLast() {
            for node in tree.nodes {
                if case .weight = node.kind { return nil }
                most = max(most, node.kind.mostOfAWord)
                guard let name = node.kind.referredName, let target = number(of: name), seen.insert(target).inserted
                else { continue }
                waiting.append(definitions[target].tree)
            }
        }
        return Self.score(ofAWord: most)
    }

    private static func score(ofAWord sum: Int) -> Double {
        ScoreFormula.score(sum: sum, words: 1, factor: 1, addend: 0)
    }
}

extension PatternNode.Kind {
    /// The most that a word counts that is covered by this element itself.
    fileprivate var mostOfAWord: Int {
        switch self {
        case .word, .part: ScoreFormula.word
        case .lemma: ScoreFormula.lemma
        case .grammar: ScoreFormula.grammar
        case .expression: ScoreFormula.regexp
        case .entity: ScoreFormula.entity
        case .oneWord: ScoreFormula.oneWord
        case .garbage, .nonEmptyGarbage: ScoreFormula.garbage
        case .nothing, .never, .reference, .repetition, .weight, .sequence, .choice, .optional, .permutation, .valued: 0
        }
    }
}

extension PatternTree {
    /// The expression of a pattern that is nothing else.
    var loneExpression: RegularExpression? {
        if case .expression(let expression) = nodes[root].kind { expression } else { nil }
    }

    /// All weights of a pattern that is nothing but stars and weights; `nil` for others.
    fileprivate var weightOfStars: PatternWeight? {
        var sum = PatternWeight()
        for node in nodes {
            switch node.kind {
            case .weight(let weight):
                sum.factor *= weight.factor
                sum.addend += weight.addend
            case .garbage, .nonEmptyGarbage, .sequence: continue
            default: return nil
            }
        }
        return sum
    }

    /// Whether it is an expression in brackets of any kind.
    var mayBeLoneExpression: Bool {
        var node = root
        while true {
            switch nodes[node].kind {
            case .expression: return true
            case .valued(let member, _): node = member
            case .sequence(let members) where members.count == 1, .choice(let members) where members.count == 1:
                node = members[0]
            default: return false
            }
        }
    }
}

extension RegularExpression {
    /// Whether it is one of the usual ways to write any text.
    var takesAnyText: Bool {
        var text = Substring(source)
        while let bare = text.within("(", ")") ?? text.within("^", "$") ?? text.within("^", "") ?? text.within("", "$")
        {
            text = bare
        }
        return [".*", ".+", ".*?", ".+?", #"[\s\S]*"#, #"[\s\S]+"#, #"(.|\n)*"#, #"(.|\n)+"#].contains(text)
    }
}

extension Substring {
    /// What stands between two signs; `nil` when they are not there.
    fileprivate func within(_ first: String, _ last: String) -> Substring? {
        guard count > first.count + last.count, hasPrefix(first), hasSuffix(last) else { return nil }
        return dropFirst(first.count).dropLast(last.count)
    }
}
