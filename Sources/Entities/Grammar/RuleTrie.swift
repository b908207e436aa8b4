/// Which symbols may follow one another: the beginnings of all rules, told once.
struct RuleTrie: Sendable {
    /// The node after a node and a symbol.
    private(set) var steps = FlatTable()
    /// For each node a bit for every symbol that may follow, by its number modulo 64: most are refused by it.
    private(set) var followers: [UInt64] = [0]
    /// The node after the first symbol; -1 where no rule begins with it.
    private(set) var firsts: [Int32] = []
    /// For each node where in `completions` the rules begin that are complete there; the next node's begin where they end.
    private(set) var completedFrom: [Int32] = []
    private(set) var completions: [Int32] = []
    private var complete: [[Int32]] = [[]]
    /// For each node the symbols that may follow, as rows that begin where `followedFrom` says.
    private(set) var followedFrom: [Int32] = []
    private(set) var followed: [Int32] = []
    private var next: [[Int32]] = [[]]
    /// What its rules make of each symbol.
    private(set) var uses: [SymbolUse] = []

    @inline(__always)
    static func key(_ node: Int32, _ symbol: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 24 | UInt64(UInt32(bitPattern: symbol)) + 1
    }

    @inline(__always)
    static func bit(_ symbol: Int32) -> UInt64 { 1 << UInt64(symbol & 63) }

    mutating func add(_ symbols: [Int32], production: Int32) {
        var node: Int32 = 0
        for symbol in symbols {
            var next = steps.value(of: Self.key(node, symbol))
            if next < 0 {
                next = Int32(complete.count)
                steps.set(Self.key(node, symbol), to: next)
                followers[Int(node)] |= Self.bit(symbol)
                complete.append([])
                self.next[Int(node)].append(symbol)
                self.next.append([])
                followers.append(0)
            }
            node = next
        }
        complete[Int(node)].append(production)
    }

    /// The same, with what is read while phrases are.
    ///
    /// - Parameters:
    ///   - ruleSymbols: of each production the symbol that it makes.
    ///   - isAsked: for each symbol whether anybody asks for it by its name.
    func finished(symbols: Int, ruleSymbols: [Int32], isAsked: [Bool]) -> RuleTrie {
        var trie = self
        trie.firsts = (0..<Int32(symbols)).map { steps.value(of: Self.key(0, $0)) }
        for list in complete {
            trie.completedFrom.append(Int32(trie.completions.count))
            trie.completions += list
        }
        trie.completedFrom.append(Int32(trie.completions.count))
        trie.complete = []
        for list in next {
            trie.followedFrom.append(Int32(trie.followed.count))
            trie.followed += list
        }
        trie.followedFrom.append(Int32(trie.followed.count))
        trie.next = []
        trie.uses = (0..<Int32(symbols)).map { trie.use(of: $0, ruleSymbols, isAsked) }
        return trie
    }
}

/// Who may want a symbol: for itself, or for what rules that have no other part make of it.
struct SymbolUse: Sendable {
    /// Whether one of these is asked for by its name.
    var isAsked = false
    /// A bit for each of them, by its number modulo 64.
    var bits: UInt64 = 0
    /// The beginnings of longer rules that one of them may be, as nodes.
    var beginnings: [Int32] = []
}

extension RuleTrie {
    private func use(of symbol: Int32, _ ruleSymbols: [Int32], _ isAsked: [Bool]) -> SymbolUse {
        var use = SymbolUse()
        var known: Set<Int32> = [symbol]
        var open = [symbol]
        while let symbol = open.popLast() {
            use.bits |= Self.bit(symbol)
            use.isAsked = use.isAsked || isAsked[Int(symbol)]
            let node = firsts[Int(symbol)]
            guard node >= 0 else { continue }
            if followers[Int(node)] != 0 { use.beginnings.append(node) }
            for index in completedFrom[Int(node)]..<completedFrom[Int(node) + 1] {
                let made = ruleSymbols[Int(completions[Int(index)])]
                if known.insert(made).inserted { open.append(made) }
            }
        }
        return use
    }
}
