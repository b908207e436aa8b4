extension PatternLibrary {
    /// Whether one pattern surely accepts every phrase of another, and counts each of its words no less (`InclusionProof`).
    package func surely(_ inner: PatternTree, liesIn outer: PatternTree) -> Bool {
        var proof = InclusionProof(of: inner, in: outer, self)
        return proof.isFound()
    }

    /// Whether a pattern surely accepts any text that has words: `*`, `[please] $AnyText`, `$regexp<.+>`.
    package func surelyTakesAnyText(_ tree: PatternTree) -> Bool {
        if let expression = tree.loneExpression { return expression.takesAnyText }
        let anyText = PatternTree(
            source: "", nodes: [PatternNode(kind: .nonEmptyGarbage, start: 0, end: 0)], root: 0)
        return surely(anyText, liesIn: tree)
    }

    /// Whether weights may change what a pattern counts.
    func mayWeigh(_ tree: PatternTree) -> Bool {
        var waiting = [tree]
        var seen: Set<Int> = []
        while let tree = waiting.popLast() {
            for node in tree.nodes {
                if case .weight = node.kind { return true }
                guard let name = node.kind.referredName, let target = number(of: name), seen.insert(target).inserted
                else { continue }
                waiting.append(definitions[target].tree)
            }
        }
        return false
    }
}

extension PatternTree {
    /// The expression of a pattern that is nothing else.
    var loneExpression: RegularExpression? {
        if case .expression(let expression) = nodes[root].kind { expression } else { nil }
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
