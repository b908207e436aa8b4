/// Which rules were used where: the tree of `entities --explain`.
package struct RuleTree: Sendable, Hashable {
    /// `Weekday`; empty for a word.
    package let rule: String
    /// File and line of the rule.
    package let place: String
    /// The words that it covers.
    package let text: String
    /// What its parts were found by.
    package let members: [RuleTree]
}

extension EntityGrammar {
    /// The rules that have found an entity of the phrase.
    package func explanation(of entity: Entity, in text: String, at moment: EntityMoment) -> RuleTree? {
        withChart(of: text, at: moment) { chart in
            while chart.readSegment(), chart.tokens.tokens[chart.segment.upperBound - 1].end < entity.end {}
            let found = chart.candidates.filter { number in
                let item = chart.items[Int(number)]
                return rules.dimensions[Int(item.symbol)] == entity.dimension
                    && chart.tokens.tokens[Int(item.start)].start == entity.start
                    && chart.tokens.tokens[Int(item.end) - 1].end == entity.end && item.isLatent == entity.isLatent
            }
            let best = found.max { (chart.items[Int($0)].score, $1) < (chart.items[Int($1)].score, $0) }
            return best.map { chart.tree(of: Int($0)) }
        }
    }
}

extension Chart {
    /// How an item was found.
    func tree(of number: Int, depth: Int = 0) -> RuleTree {
        let item = items[number]
        guard item.production >= 0, depth < 40 else {
            return RuleTree(rule: "", place: "", text: words(of: number), members: [])
        }
        let origin = rules.origins[Int(item.production)]
        let parts = PartsOfRule(link: item.link, length: rules.productions[Int(item.production)].length)
        let members = (0..<Int(parts.length)).map { tree(of: self.item($0, of: parts), depth: depth + 1) }
        return RuleTree(rule: origin.rule, place: origin.place, text: words(of: number), members: members)
    }
}
