import PatternMatching

/// What the rules find in one phrase, built up from its words; all alternatives side by side.
///
/// From left to right: at each place first everything is found that ends there, then the beginnings of rules that wait there for more.
/// Lent to one thread at a time (`EntityGrammar.withChart`), so it may cross between threads.
struct Chart: @unchecked Sendable {
    /// A piece of the phrase that a rule has understood, or a word.
    struct Item {
        let symbol: Int32
        let start: Int32
        let end: Int32
        /// The rule; -1 for a word or a regular expression.
        let production: Int32
        /// The chain of its parts.
        let link: Int32
        let score: Int32
        /// Of a regular expression where its groups begin in `groups`.
        let groups: Int32
        let isLatent: Bool
        /// The one found before it of the same symbol and end.
        let sameBefore: Int32
    }

    /// The beginning of a rule that fits so far.
    private struct Active {
        /// The symbols that it may wait for (`RuleTrie.followers`).
        let followers: UInt64
        let node: Int32
        let start: Int32
        let link: Int32
        let score: Int32
        /// The one before it that waits at the same place.
        let next: Int32
    }

    /// A part and those before it.
    struct Link {
        let previous: Int32
        let item: Int32
    }

    let rules: RuleBook
    private var trie: RuleTrie
    private(set) var tokens = PhraseTokens()
    private(set) var items: [Item] = []
    /// What the items mean, by their numbers.
    private(set) var meanings: [Meaning] = []
    private(set) var links: [Link] = []
    /// Pairs of bytes of the phrase, two for each group of a regular expression.
    private(set) var groups: [Int32] = []
    /// The items that stand for a dimension.
    private(set) var candidates: [Int32] = []
    private(set) var context: MeaningContext?
    private var actives: [Active] = []
    /// The last beginning that waits at each token; -1 for none.
    private var waiting: [Int32] = []
    /// For each token a bit for every symbol that a beginning waits for there.
    private var awaited: [UInt64] = []
    private var outlook: Outlook
    /// Words and expressions that end at each token: the first of a chain in `scanned`.
    private var ending: [Int32] = []
    private var scanned: [(item: Int32, next: Int32)] = []
    /// Items that end at the token that is being worked on.
    private var agenda: [Int32] = []
    /// For each symbol the last item, and where it ends, counted through all phrases of this chart.
    private var lastOfSymbol: [(item: Int32, end: Int)]
    /// How many tokens all phrases before had.
    private var tokensBefore = 0
    /// The tokens that the items are of.
    private(set) var segment = 0..<0
    private var hasBegun = false
    /// Whether what nothing can come of is kept, too.
    private var keepsAll = false
    /// Where the present piece ends.
    private var segmentEnd = 0
    private let scratch = PrefixExpression.Scratch()

    /// Nobody says a time of more words; what follows begins anew.
    static let longest: Int32 = 40
    /// In tokens; what is longer is read piece by piece, so that it takes no more memory.
    private static let longestSegment = 400
    /// Different meanings of one piece as one thing.
    private static let mostMeanings = 4
    /// Items that end at one token.
    private static let mostItems = 1000

    init(_ rules: RuleBook) {
        self.rules = rules
        trie = rules.trie
        outlook = Outlook(rules)
        lastOfSymbol = Array(repeating: (-1, -1), count: rules.symbols.count)
    }

    /// Cuts another phrase into tokens; nothing of it is understood before `readSegment`.
    ///
    /// - Parameters:
    ///   - callbacks: whether the rules of call backs are asked, too.
    ///   - keepingAll: whether every rule's finding is kept, not only what becomes an entity.
    mutating func begin(_ text: String, at moment: EntityMoment, callbacks: Bool, keepingAll: Bool) {
        trie = callbacks ? rules.callbackTrie : rules.trie
        keepsAll = keepingAll
        context = MeaningContext(resolver: TimeResolver(moment), region: rules.region)
        tokens.fill(text)
        segment = 0..<0
        hasBegun = false
        waiting.removeAll(keepingCapacity: true)
        ending.removeAll(keepingCapacity: true)
        awaited.removeAll(keepingCapacity: true)
        for _ in 0...tokens.tokens.count {
            awaited.append(0)
            waiting.append(-1)
            ending.append(-1)
        }
    }

    /// Understands the next piece of the phrase, which is all of it unless it is very long: then pieces share as much as a rule may reach over.
    ///
    /// - Returns: `false` when there is no more.
    mutating func readSegment() -> Bool {
        let count = tokens.tokens.count
        guard !hasBegun || segment.upperBound < count else { return false }
        let start = hasBegun ? firstOfNext : 0
        hasBegun = true
        clear(from: start)
        segmentEnd = min(count, start + Self.longestSegment)
        var index = start
        while index < segmentEnd {
            let first = items.count
            scan(index)
            let isSkipped = mayBeSkipped(index)
            outlook.look(from: tokensBefore + index, items[first...], seesAll: isSkipped)
            if index > start { complete(at: index) }
            if isSkipped { skip(index) }
            index += 1
        }
        outlook.look(from: tokensBefore + segmentEnd, items[items.count...], seesAll: false)
        complete(at: segmentEnd)
        segment = start..<segmentEnd
        tokensBefore += count + 1
        return true
    }

    /// What starts there or later belongs to the next piece.
    var firstOfNext: Int {
        segment.upperBound < tokens.tokens.count ? segment.upperBound - Int(Self.longest) : tokens.tokens.count
    }

    private mutating func clear(from start: Int) {
        items.removeAll(keepingCapacity: true)
        meanings.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
        groups.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        actives.removeAll(keepingCapacity: true)
        scanned.removeAll(keepingCapacity: true)
        guard start > 0 else { return }
        for index in start...segment.upperBound {
            waiting[index] = -1
            ending[index] = -1
            awaited[index] = 0
        }
    }

    /// A hyphen between two words is no more than a blank, for rules that do not ask for it.
    private func mayBeSkipped(_ index: Int) -> Bool {
        let token = tokens.tokens[index]
        guard token.kind == .hyphen, index > 0, index + 1 < tokens.tokens.count else { return false }
        let (before, after) = (tokens.tokens[index - 1], tokens.tokens[index + 1])
        return before.end == token.start && before.kind == .letters && after.start == token.end
            && after.kind == .letters
    }

    private mutating func skip(_ index: Int) {
        waiting[index + 1] = waiting[index]
        awaited[index + 1] = awaited[index]
    }

    // MARK: Words

    private mutating func scan(_ index: Int) {
        let token = tokens.tokens[index]
        let word = rules.symbols.words.table.value(of: token.hash)
        if word >= 0 {
            for symbol in rules.symbols.words.symbols[Int(word)] {
                add(symbol, from: index, to: index + 1, .nothing, -1)
            }
        }
        if token.kind == .letters, rules.symbols.prefixes.table.count > 0 { scanBeginnings(token, index) }
        for number in rules.symbols.expressionsByByte[Int(tokens.bytes[token.firstByte])] {
            if let sign = rules.symbols.neededSigns[Int(number)], !tokens.hasSign[Int(sign)] { continue }
            scan(Int(number), index, token)
        }
    }

    private mutating func scanBeginnings(_ token: PhraseTokens.Token, _ index: Int) {
        var hash = PhraseTokens.seed
        let word = String(decoding: tokens.bytes[token.firstByte..<token.endByte], as: UTF8.self)
        for scalar in word.unicodeScalars {
            hash = PhraseTokens.hash(hash, scalar.value)
            let prefix = rules.symbols.prefixes.table.value(of: hash)
            guard prefix >= 0 else { continue }
            for symbol in rules.symbols.prefixes.symbols[Int(prefix)] {
                add(symbol, from: index, to: index + 1, .nothing, -1)
            }
        }
    }

    private mutating func scan(_ number: Int, _ index: Int, _ token: PhraseTokens.Token) {
        let (symbol, expression) = rules.symbols.expressions[number]
        let end = tokens.bytes.withUnsafeBufferPointer { expression.end(in: $0, from: token.firstByte, using: scratch) }
        guard let end, end > token.firstByte, let next = tokens.tokenAfter(byte: end), next > index else { return }
        segmentEnd = max(segmentEnd, next)
        let first = Int32(groups.count)
        for number in 0...min(expression.groups, 15) {
            let range = expression.group(number, of: scratch) ?? 0..<0
            groups.append(Int32(range.lowerBound))
            groups.append(Int32(range.upperBound))
        }
        let text = String(decoding: tokens.bytes[token.firstByte..<end], as: UTF8.self)
        add(symbol, from: index, to: next, .text(text), first)
    }

    private mutating func add(_ symbol: Int32, from start: Int, to end: Int, _ meaning: Meaning, _ groups: Int32) {
        scanned.append((Int32(items.count), ending[end]))
        ending[end] = Int32(scanned.count - 1)
        items.append(
            Item(
                symbol: symbol, start: Int32(start), end: Int32(end), production: -1, link: -1, score: 0,
                groups: groups,
                isLatent: false, sameBefore: -1))
        meanings.append(meaning)
    }

    // MARK: Rules

    private mutating func complete(at end: Int) {
        agenda.removeAll(keepingCapacity: true)
        var next = ending[end]
        while next >= 0 {
            agenda.append(scanned[Int(next)].item)
            next = scanned[Int(next)].next
        }
        agenda.reverse()
        var index = 0
        while index < agenda.count, index < Self.mostItems {
            advance(by: agenda[index])
            index += 1
        }
    }

    private mutating func advance(by number: Int32) {
        let item = items[Int(number)]
        let first = trie.firsts[Int(item.symbol)]
        if first >= 0 { go(to: first, from: item.start, previous: -1, number, item.score, item.end) }
        var next = waiting[Int(item.start)]
        let bit = RuleTrie.bit(item.symbol)
        while next >= 0 {
            let active = actives[Int(next)]
            next = active.next
            guard active.followers & bit != 0 else { continue }
            let node = trie.steps.value(of: RuleTrie.key(active.node, item.symbol))
            if node >= 0, item.end - active.start <= Self.longest {
                go(to: node, from: active.start, previous: active.link, number, active.score + item.score, item.end)
            }
        }
    }

    private mutating func go(
        to node: Int32, from start: Int32, previous: Int32, _ item: Int32, _ score: Int32, _ end: Int32
    ) {
        let link = Int32(links.count)
        links.append(Link(previous: previous, item: item))
        let (first, last) = (trie.completedFrom[Int(node)], trie.completedFrom[Int(node) + 1])
        for index in first..<last { finish(trie.completions[Int(index)], start, end, link, score) }
        let followers = trie.followers[Int(node)]
        guard followers != 0, outlook.allows(node, trie) else { return }
        awaited[Int(end)] |= followers
        actives.append(
            Active(followers: followers, node: node, start: start, link: link, score: score, next: waiting[Int(end)]))
        waiting[Int(end)] = Int32(actives.count - 1)
    }

    private mutating func finish(_ number: Int32, _ start: Int32, _ end: Int32, _ link: Int32, _ score: Int32) {
        let production = rules.productions[Int(number)]
        guard isWanted(production.symbol, from: start) else { return }
        let parts = PartsOfRule(link: link, length: production.length)
        guard let meaning = meaning(of: production, parts) else { return }
        let total = score + production.score
        let symbol = Int(production.symbol)
        let before = lastOfSymbol[symbol].end == tokensBefore + Int(end) ? lastOfSymbol[symbol].item : -1
        let isLatent =
            production.isLatent || production.length == 1 && items[item(0, of: parts)].isLatent
        guard isNew(before, start, meaning, total, isLatent) else { return }
        let index = Int32(items.count)
        lastOfSymbol[symbol] = (index, tokensBefore + Int(end))
        let isEntity = rules.dimensions[symbol] != nil
        if isEntity { candidates.append(index) }
        // What only keeps words from being an entity is no part of another rule.
        if !isEntity || meaning != .nothing { agenda.append(index) }
        items.append(
            Item(
                symbol: production.symbol, start: start, end: end, production: number, link: link, score: total,
                groups: -1,
                isLatent: isLatent, sameBefore: before))
        meanings.append(meaning)
    }

    /// Whether anything can come of a symbol that begins there: what nothing can is not worked out.
    private mutating func isWanted(_ symbol: Int32, from start: Int32) -> Bool {
        let uses = trie.uses[Int(symbol)]
        if uses.isAsked || keepsAll || awaited[Int(start)] & uses.bits != 0 { return true }
        return uses.beginnings.contains { outlook.allows($0, trie) }
    }

    private func meaning(of production: Production, _ parts: PartsOfRule) -> Meaning? {
        if production.condition >= 0, !holds(production.condition, parts) { return nil }
        if production.meaning >= 0 { return value(of: production.meaning, parts) }
        return production.onlyPart >= 0
            ? meanings[item(Int(production.onlyPart), of: parts)] : rules.program.constants[Int(production.constant)]
    }

    private func isNew(
        _ before: Int32, _ start: Int32, _ meaning: Meaning, _ score: Int32, _ isLatent: Bool
    ) -> Bool {
        var same = 0
        var next = before
        while next >= 0 {
            let item = items[Int(next)]
            if item.start == start {
                if item.score >= score, !item.isLatent || isLatent, meanings[Int(next)] == meaning { return false }
                same += 1
            }
            next = item.sameBefore
        }
        return same < Self.mostMeanings
    }
}
