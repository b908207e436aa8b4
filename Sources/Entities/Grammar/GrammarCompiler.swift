import PatternMatching

/// Turns rules as they are written into symbols that follow one another.
struct GrammarCompiler {
    private(set) var symbols = SymbolTable()
    private(set) var productions: [Production] = []
    private(set) var program = MeaningProgram()
    private(set) var origins: [(rule: String, place: String)] = []
    /// All rules but those of call backs, and all rules.
    private(set) var trie = RuleTrie()
    private(set) var callbackTrie = RuleTrie()
    private(set) var mistakes: [GrammarMistake] = []
    /// For each symbol what the rules make that begin with it.
    private(set) var madeOfFirst: [Int32: Set<Int32>] = [:]
    private let functions = MeaningFunctions.all

    /// More ways to say one rule are a mistake of its author.
    private static let mostWays = 20_000

    mutating func compile(_ rules: [RuleText]) {
        let known = Set(rules.map(\.name))
        for name in known.sorted() { _ = symbols.rule(name) }
        for rule in rules { compile(rule, known) }
        symbols.finish()
    }

    private mutating func compile(_ rule: RuleText, _ known: Set<String>) {
        let (pattern, wrong) = PatternParser.parse(rule.pattern)
        for mistake in wrong { report("\(mistake)", of: rule) }
        let unknown = pattern.namedReferences.map(\.name).filter { !known.contains($0) }
        for name in unknown { report("There is no rule `$\(name)`.", of: rule) }
        guard unknown.isEmpty, let ways = ways(of: pattern.root, in: pattern, rule) else { return }
        let expressions = (read(rule.meaning, of: rule), read(rule.condition, of: rule))
        for way in ways where !way.parts.isEmpty { add(way, rule, expressions.0, expressions.1) }
    }

    private mutating func read(_ text: String?, of rule: RuleText) -> MeaningExpression? {
        guard let text else { return nil }
        var reader = MeaningReader(text, functions: functions)
        do { return try reader.read() } catch {
            report("In `\(text)`: \(error.message)", of: rule)
            return nil
        }
    }

    private mutating func add(
        _ way: Way, _ rule: RuleText, _ meaning: MeaningExpression?, _ condition: MeaningExpression?
    ) {
        let named = way.parts.indices.filter { way.parts[$0].name != nil }
        let constant = way.value.map(Self.constant) ?? .nothing
        if named.count > 1, way.value == nil, meaning == nil {
            return report("It has several parts; say with `meaning = …` what it means.", of: rule)
        }
        let binding = PartBinding(way: way, constant: constant)
        productions.append(
            Production(
                symbol: symbols.rule(rule.name), length: Int32(way.parts.count),
                onlyPart: named.count == 1 && way.value == nil ? Int32(named[0]) : -1, score: Int32(rule.score) ?? -1,
                isLatent: rule.isLatent, meaning: meaning.map { program.add(binding.bound($0)) } ?? -1,
                condition: condition.map { program.add(binding.bound($0)) } ?? -1,
                constant: program.constant(constant)))
        origins.append((rule.name, rule.place))
        let row = way.parts.map(\.symbol)
        madeOfFirst[row[0], default: []].insert(symbols.rule(rule.name))
        if !rule.name.hasPrefix(CallbackSelection.ruleName) { trie.add(row, production: Int32(productions.count - 1)) }
        callbackTrie.add(row, production: Int32(productions.count - 1))
    }

    /// The value that stands in a pattern: `one:1`, `(hour/hours):hour`, `(pounds):GBP`.
    private static func constant(_ text: String) -> Meaning {
        Double(text).map(Meaning.number) ?? Grain(name: text).map(Meaning.grain) ?? .text(text)
    }

    // MARK: The ways in which a pattern can be said

    /// One of them: what follows what, and the value that stands beside it.
    struct Way {
        var parts: [Part] = []
        var value: String?
    }

    struct Part {
        var symbol: Int32
        /// By which a meaning may ask for it; `nil` for words.
        var name: String?
        var isExpression = false
    }

    private mutating func ways(of index: Int, in pattern: PatternTree, _ rule: RuleText) -> [Way]? {
        let node = pattern.nodes[index]
        switch node.kind {
        case .nothing: return [Way()]
        case .word(let word): return [Way(parts: words(word))]
        case .part(let part):
            guard part.pieces.count == 2, part.pieces[1].isEmpty else {
                return refuse("Only `word*` is possible here.", rule)
            }
            return [Way(parts: [Part(symbol: symbols.wordSet([], prefixes: [part.pieces[0]]))])]
        case .expression(let expression):
            guard let symbol = symbols.expression(expression.source) else {
                return refuse("The regular expression `\(expression.source)` cannot be read.", rule)
            }
            return [Way(parts: [Part(symbol: symbol, name: "", isExpression: true)])]
        case .reference(let reference):
            return [Way(parts: [Part(symbol: symbols.rule(reference.name), name: reference.alias ?? reference.name)])]
        case .sequence(let members): return sequence(members, in: pattern, rule)
        case .choice(let members): return choice(members, in: pattern, rule)
        case .optional(let member): return ways(of: member, in: pattern, rule).map { [Way()] + $0 }
        case .valued(let member, let value):
            return ways(of: member, in: pattern, rule).map { $0.map { Way(parts: $0.parts, value: value) } }
        case .permutation(let members):
            var all: [Way] = []
            for order in Self.orders(of: members) {
                guard let ways = sequence(order, in: pattern, rule) else { return nil }
                all += ways
            }
            return all
        default: return refuse("An element of the pattern is none that entities know.", rule)
        }
    }

    private mutating func words(_ word: String) -> [Part] {
        let tokens = PhraseTokens(word)
        return tokens.tokens.map { token in
            let text = String(decoding: tokens.bytes[token.firstByte..<token.endByte], as: UTF8.self)
            return Part(symbol: symbols.word(text[...]))
        }
    }

    private mutating func sequence(_ members: [Int], in pattern: PatternTree, _ rule: RuleText) -> [Way]? {
        var all = [Way()]
        for member in members {
            guard let next = ways(of: member, in: pattern, rule) else { return nil }
            guard all.count * next.count <= Self.mostWays else {
                return refuse("It can be said in more than \(Self.mostWays) ways; make named rules of its parts.", rule)
            }
            all = all.flatMap { way in next.map { Way(parts: way.parts + $0.parts, value: $0.value ?? way.value) } }
        }
        return all
    }

    /// Alternatives that are single words become one symbol.
    private mutating func choice(_ members: [Int], in pattern: PatternTree, _ rule: RuleText) -> [Way]? {
        var (words, beginnings): ([String], [String]) = ([], [])
        var all: [Way] = []
        for member in members {
            if let word = singleWord(pattern.nodes[member].kind) {
                words.append(word)
            } else if case .part(let part) = pattern.nodes[member].kind, part.pieces.count == 2, part.pieces[1].isEmpty
            {
                beginnings.append(part.pieces[0])
            } else {
                guard let ways = ways(of: member, in: pattern, rule) else { return nil }
                all += ways
            }
        }
        guard !words.isEmpty || !beginnings.isEmpty else { return all }
        return [Way(parts: [Part(symbol: symbols.wordSet(words, prefixes: beginnings))])] + all
    }

    private func singleWord(_ kind: PatternNode.Kind) -> String? {
        guard case .word(let word) = kind else { return nil }
        let tokens = PhraseTokens(word)
        return tokens.tokens.count == 1 ? String(decoding: tokens.bytes, as: UTF8.self) : nil
    }

    private static func orders(of members: [Int]) -> [[Int]] {
        guard members.count > 1 else { return [members] }
        return members.indices.flatMap { index in
            var rest = members
            let first = rest.remove(at: index)
            return orders(of: rest).map { [first] + $0 }
        }
    }

    private mutating func refuse(_ message: String, _ rule: RuleText) -> [Way]? {
        report(message, of: rule)
        return nil
    }

    private mutating func report(_ message: String, of rule: RuleText) {
        mistakes.append(GrammarMistake(place: rule.place, message: "$\(rule.name): \(message)"))
    }
}

/// Where the parts that a meaning names stand in one way to say a rule.
private struct PartBinding {
    let way: GrammarCompiler.Way
    let constant: Meaning

    func bound(_ expression: MeaningExpression) -> MeaningExpression {
        switch expression {
        case .variable(let name): return bound(name)
        case .call(let function, let arguments):
            if function.name == "words", case .variable(let name)? = arguments.first {
                if let group = Int(name) {
                    guard let place = way.parts.firstIndex(where: \.isExpression) else { return .constant(.nothing) }
                    return .groupWords(part: place, group)
                }
                return place(of: name).map(MeaningExpression.words) ?? .constant(.nothing)
            }
            return .call(function, arguments.map(bound))
        case .operation(let operation, let left, let right): return .operation(operation, bound(left), bound(right))
        default: return expression
        }
    }

    private func bound(_ name: String) -> MeaningExpression {
        if let group = Int(name) {
            guard let place = way.parts.firstIndex(where: \.isExpression) else { return .constant(.nothing) }
            return .group(part: place, group)
        }
        if name == "value" { return .constant(constant) }
        return place(of: name).map(MeaningExpression.part) ?? .constant(.nothing)
    }

    private func place(of name: String) -> Int? { way.parts.firstIndex { $0.name == name } }
}
