import PatternMatching

/// What the rules find in one phrase, built up from its words; all alternatives side by side.
final class Chart {
    /// A piece of the phrase that a rule has understood, or a word.
    struct Item {
        let symbol: Int32
        let start: Int32
        let end: Int32
        /// The rule; -1 for a word, -2 for a regular expression.
        let production: Int32
        /// The chain of its parts.
        let link: Int32
        let score: Int32
        let isLatent: Bool
        /// Of a regular expression where its groups begin in `groups`.
        let groups: Int32
        var meaning: Meaning
    }

    /// The beginning of a rule that fits so far.
    private struct Active {
        let node: Int32
        let start: Int32
        let link: Int32
        let score: Int32
    }

    /// A part and those before it.
    struct Link {
        let previous: Int32
        let item: Int32
    }

    let grammar: EntityGrammar
    private(set) var tokens = PhraseTokens()
    private(set) var items: [Item] = []
    private(set) var links: [Link] = []
    /// Pairs of bytes of the phrase, two for each group of a regular expression.
    private(set) var groups: [Int32] = []
    private var active: [[Active]] = []
    /// The items that end at each token and are found before it is reached.
    private var waiting: [[Int32]] = []
    private let scratch = PrefixExpression.Scratch()
    private var context: MeaningContext
    /// Items of the token that is being worked on.
    private var agenda: [Int32] = []

    /// Nobody says a time of more words; what follows begins anew.
    static let longest = 40
    /// Different meanings of one piece as one thing.
    private static let mostMeanings = 4
    /// Items that end at one token.
    private static let mostItems = 600

    init(_ grammar: EntityGrammar, _ moment: EntityMoment) {
        self.grammar = grammar
        context = MeaningContext(resolver: TimeResolver(moment), region: grammar.region)
    }

    func fill(_ text: String, at moment: EntityMoment) {
        context = MeaningContext(resolver: TimeResolver(moment), region: grammar.region)
        tokens.fill(text)
        items.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
        groups.removeAll(keepingCapacity: true)
        let count = tokens.tokens.count
        while active.count <= count { active.append([]) }
        while waiting.count <= count { waiting.append([]) }
        for index in 0...count {
            active[index].removeAll(keepingCapacity: true)
            waiting[index].removeAll(keepingCapacity: true)
        }
        for index in 0..<count {
            if index > 0 { complete(at: index) }
            scan(index)
            skipHyphen(index)
        }
        complete(at: count)
    }

    /// A hyphen between two words is no more than a blank, for rules that do not ask for it.
    private func skipHyphen(_ index: Int) {
        let token = tokens.tokens[index]
        guard token.kind == .hyphen, index > 0, index + 1 < tokens.tokens.count,
            tokens.tokens[index - 1].end == token.start, tokens.tokens[index - 1].kind == .letters,
            tokens.tokens[index + 1].start == token.end, tokens.tokens[index + 1].kind == .letters
        else { return }
        active[index + 1] = active[index]
    }

    // MARK: Words

    private func scan(_ index: Int) {
        let token = tokens.tokens[index]
        let symbols = grammar.symbols
        let word = symbols.words.value(of: token.hash)
        if word >= 0 { for symbol in symbols.symbolsOfWord[Int(word)] { addWord(symbol, index) } }
        if token.kind == .letters, symbols.prefixes.count > 0 { scanBeginnings(token, index) }
        for number in symbols.expressionsByByte[Int(tokens.bytes[token.firstByte])] {
            if let sign = symbols.neededSigns[Int(number)], !tokens.hasSign[Int(sign)] { continue }
            scan(symbols.expressions[Int(number)], index, token)
        }
    }

    private func scanBeginnings(_ token: PhraseTokens.Token, _ index: Int) {
        var hash = PhraseTokens.seed
        let word = tokens.bytes[token.firstByte..<token.endByte]
        for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
            hash = PhraseTokens.hash(hash, scalar.value)
            let prefix = grammar.symbols.prefixes.value(of: hash)
            if prefix >= 0 { for symbol in grammar.symbols.symbolsOfPrefix[Int(prefix)] { addWord(symbol, index) } }
        }
    }

    private func addWord(_ symbol: Int32, _ index: Int) {
        waiting[index + 1].append(Int32(items.count))
        items.append(
            Item(
                symbol: symbol, start: Int32(index), end: Int32(index + 1), production: -1, link: -1, score: 0,
                isLatent: false, groups: -1, meaning: .nothing))
    }

    private func scan(
        _ rule: (symbol: Int32, expression: PrefixExpression), _ index: Int, _ token: PhraseTokens.Token
    ) {
        let end = tokens.bytes.withUnsafeBufferPointer {
            rule.expression.end(in: $0, from: token.firstByte, using: scratch)
        }
        guard let end, end > token.firstByte, let next = tokens.tokenAfter(byte: end), next > index else { return }
        let first = Int32(groups.count)
        for number in 0...min(rule.expression.groups, 15) {
            let range = rule.expression.group(number, of: scratch) ?? 0..<0
            groups.append(Int32(range.lowerBound))
            groups.append(Int32(range.upperBound))
        }
        waiting[next].append(Int32(items.count))
        let text = String(decoding: tokens.bytes[token.firstByte..<end], as: UTF8.self)
        items.append(
            Item(
                symbol: rule.symbol, start: Int32(index), end: Int32(next), production: -2, link: -1, score: 0,
                isLatent: false, groups: first, meaning: .text(text)))
    }

    // MARK: Rules

    private func complete(at end: Int) {
        agenda.removeAll(keepingCapacity: true)
        agenda += waiting[end]
        var index = 0
        while index < agenda.count, index < Self.mostItems {
            advance(by: agenda[index])
            index += 1
        }
    }

    private func advance(by number: Int32) {
        let (symbol, start, end) = (items[Int(number)].symbol, Int(items[Int(number)].start), items[Int(number)].end)
        let score = items[Int(number)].score
        let first = grammar.firstSteps[Int(symbol)]
        if first >= 0 { go(to: first, from: Int32(start), previous: -1, number, score) }
        for index in active[start].indices {
            let waiting = active[start][index]
            let next = grammar.steps.value(of: RuleTrie.key(waiting.node, symbol))
            guard next >= 0, Int(end - waiting.start) <= Self.longest else { continue }
            go(to: next, from: waiting.start, previous: waiting.link, number, waiting.score + score)
        }
    }

    private func go(to node: Int32, from start: Int32, previous: Int32, _ item: Int32, _ score: Int32) {
        let end = items[Int(item)].end
        let link = Int32(links.count)
        links.append(Link(previous: previous, item: item))
        for index in grammar.completed[Int(node)] {
            finish(grammar.completions[Int(index)], start, end, link, score)
        }
        if grammar.goesOn[Int(node)] {
            active[Int(end)].append(Active(node: node, start: start, link: link, score: score))
        }
    }

    private func finish(_ number: Int32, _ start: Int32, _ end: Int32, _ link: Int32, _ score: Int32) {
        let production = grammar.productions[Int(number)]
        let parts = Parts(chart: self, link: link, length: production.length)
        if let condition = production.condition {
            guard let value = condition.value(of: parts, in: context), value.isTrue else { return }
        }
        var meaning = production.constant
        if let own = production.meaning {
            guard let value = own.value(of: parts, in: context) else { return }
            meaning = value
        } else if production.onlyPart >= 0 {
            meaning = parts.meaning(of: production.onlyPart)
        }
        let total = score + production.score
        guard isNew(production.symbol, start, meaning, total, production.isLatent) else { return }
        agenda.append(Int32(items.count))
        items.append(
            Item(
                symbol: production.symbol, start: start, end: end, production: number, link: link, score: total,
                isLatent: production.isLatent || inheritsDoubt(production, parts), groups: -1, meaning: meaning))
    }

    /// A rule that only gives another name to an uncertain thing is as uncertain.
    private func inheritsDoubt(_ production: Production, _ parts: Parts) -> Bool {
        production.length == 1 && items[parts.item(0)].isLatent
    }

    private func isNew(_ symbol: Int32, _ start: Int32, _ meaning: Meaning, _ score: Int32, _ isLatent: Bool) -> Bool {
        var same = 0
        for number in agenda {
            let item = items[Int(number)]
            guard item.symbol == symbol, item.start == start else { continue }
            if item.meaning == meaning, item.score >= score { return false }
            same += 1
        }
        return same < Self.mostMeanings
    }
}

/// The parts of a rule that is complete, found by following its chain back.
struct Parts: PartsOfRule {
    let chart: Chart
    let link: Int32
    let length: Int

    /// The number of the item at that place of the rule.
    func item(_ part: Int) -> Int {
        var link = chart.links[Int(link)]
        for _ in 0..<(length - 1 - part) { link = chart.links[Int(link.previous)] }
        return Int(link.item)
    }

    func meaning(of part: Int) -> Meaning { chart.items[item(part)].meaning }

    func words(of part: Int) -> String {
        let item = chart.items[item(part)]
        let (first, last) = (chart.tokens.tokens[Int(item.start)], chart.tokens.tokens[Int(item.end) - 1])
        return String(decoding: chart.tokens.written[first.firstByte..<last.endByte], as: UTF8.self)
    }

    func groupWords(_ number: Int, of part: Int) -> String? {
        bytes(ofGroup: number, part).map { String(decoding: chart.tokens.written[$0], as: UTF8.self) }
    }

    private func bytes(ofGroup number: Int, _ part: Int) -> Range<Int>? {
        let item = chart.items[item(part)]
        let place = Int(item.groups) + number * 2
        guard item.groups >= 0, place + 1 < chart.groups.count else { return nil }
        let (start, end) = (Int(chart.groups[place]), Int(chart.groups[place + 1]))
        return start < end ? start..<end : nil
    }

    func group(_ number: Int, of part: Int) -> Meaning {
        guard let range = bytes(ofGroup: number, part) else { return .nothing }
        let text = String(decoding: chart.tokens.bytes[range], as: UTF8.self)
        return text.utf8.count < 16 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            ? .number(Double(text) ?? 0) : .text(text)
    }
}
