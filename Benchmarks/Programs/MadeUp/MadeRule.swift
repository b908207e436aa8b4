/// A rule of the made-up workload, or an element of one.
indirect enum MadeRule {
    case word(String)
    /// A word that begins so: `stem*`.
    case stem(String)
    case lemma(String)
    /// `*`
    case any
    case optional(MadeRule)
    case alternatives([MadeRule])
    case sequence([MadeRule])
    /// All members in any order; other words between them are allowed or not.
    case permutation([MadeRule], gap: Bool)
    /// A named pattern and what it stands for.
    case named(String, MadeRule)

    /// As a bot's author writes it.
    var pattern: String {
        switch self {
        case .word(let word): word
        case .stem(let stem): stem + "*"
        case .lemma(let lemma): "~" + lemma
        case .any: "*"
        case .optional(let rule): "[\(rule.pattern)]"
        case .alternatives(let rules): "(" + rules.map(\.pattern).joined(separator: "/") + ")"
        case .sequence(let rules): rules.map(\.pattern).joined(separator: " ")
        case .permutation(let rules, let gap):
            "{" + rules.map(\.pattern).joined(separator: gap ? " * " : " ") + "}"
        case .named(let name, _): "$" + name
        }
    }

    /// As a regular expression over words that each have a blank behind them.
    var expression: String {
        switch self {
        case .word(let word): word + " "
        case .stem(let stem): stem + "[^ ]* "
        case .lemma(let lemma): lemma + "(?:s|ed|ing)? "
        case .any: "(?:[^ ]+ )*"
        case .optional(let rule): "(?:\(rule.expression))?"
        case .alternatives(let rules): "(?:" + rules.map(\.expression).joined(separator: "|") + ")"
        case .sequence(let rules): rules.map(\.expression).joined()
        case .permutation(let rules, let gap):
            "(?:"
                + Self.orders(rules).map { $0.map(\.expression).joined(separator: gap ? "(?:[^ ]+ )*" : "") }
                .joined(separator: "|") + ")"
        case .named(_, let rule): rule.expression
        }
    }

    /// As the prototype reads it (`Benchmarks/Prototype`).
    var prefixForm: String {
        func list(_ sign: String, _ rules: [MadeRule]) -> String {
            "\(sign) \(rules.count) " + rules.map(\.prefixForm).joined(separator: " ")
        }
        return switch self {
        case .word(let word): "W " + word
        case .stem(let stem): "P " + stem
        case .lemma(let lemma): "L " + lemma
        case .any: "*"
        case .optional(let rule): "O " + rule.prefixForm
        case .alternatives(let rules): list("A", rules)
        case .sequence(let rules): list("S", rules)
        case .permutation(let rules, let gap): list("U \(gap ? 1 : 0)", rules)
        case .named(_, let rule): rule.prefixForm
        }
    }

    static func orders(_ rules: [MadeRule]) -> [[MadeRule]] {
        guard rules.count > 1 else { return [rules] }
        return rules.indices.flatMap { first in
            var others = rules
            let rule = others.remove(at: first)
            return orders(others).map { [rule] + $0 }
        }
    }
}
