/// What may begin at the token behind the present one, so that no beginning waits in vain.
struct Outlook {
    private let rules: RuleBook
    /// A bit for each symbol that may begin there.
    private var symbols: [UInt64]
    private var seesAll = false
    private var place = 0
    /// For each node where it was looked at last, and whether anything that it waits for may begin there.
    private var known: [(place: Int, isAllowed: Bool)] = []

    init(_ rules: RuleBook) {
        self.rules = rules
        symbols = Array(repeating: 0, count: rules.beginners.width)
    }

    /// - Parameters:
    ///   - place: the token, counted through all phrases of the chart.
    ///   - items: the words and expressions that begin there.
    ///   - seesAll: whether it cannot be told what follows.
    mutating func look(from place: Int, _ items: ArraySlice<Chart.Item>, seesAll: Bool) {
        self.place = place + 1
        self.seesAll = seesAll
        let width = symbols.count
        for index in 0..<width { symbols[index] = 0 }
        guard !seesAll else { return }
        rules.beginners.rows.withUnsafeBufferPointer { rows in
            for item in items {
                let row = Int(item.symbol) * width
                for index in 0..<width { symbols[index] |= rows[row + index] }
            }
        }
    }

    /// Whether one of the symbols that may follow a node may begin there.
    mutating func allows(_ node: Int32, _ trie: RuleTrie) -> Bool {
        if seesAll { return true }
        let node = Int(node)
        while known.count <= node { known.append((0, false)) }
        if known[node].place == place { return known[node].isAllowed }
        let isAllowed = trie.followed[Int(trie.followedFrom[node])..<Int(trie.followedFrom[node + 1])].contains {
            symbols[Int($0) / 64] & RuleTrie.bit($0) != 0
        }
        known[node] = (place, isAllowed)
        return isAllowed
    }
}
