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
                followers.append(0)
            }
            node = next
        }
        complete[Int(node)].append(production)
    }

    /// The same, with what is read while phrases are.
    func finished(symbols: Int) -> RuleTrie {
        var trie = self
        trie.firsts = (0..<Int32(symbols)).map { steps.value(of: Self.key(0, $0)) }
        for list in complete {
            trie.completedFrom.append(Int32(trie.completions.count))
            trie.completions += list
        }
        trie.completedFrom.append(Int32(trie.completions.count))
        trie.complete = []
        return trie
    }
}
