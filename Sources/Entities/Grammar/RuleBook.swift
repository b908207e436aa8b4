/// All rules of a language as charts ask for them. Charts hold it, and a grammar holds charts: it knows neither.
final class RuleBook: Sendable {
    let symbols: SymbolTable
    /// What is asked of a rule whenever its parts are complete …
    let productions: [Production]
    /// … its algebra …
    let program: MeaningProgram
    /// … and what people are told of it.
    let origins: [(rule: String, place: String)]
    let trie: RuleTrie
    /// With the rules `$Callback…`, which nobody else asks: entities are found without them, and so no slower.
    let callbackTrie: RuleTrie
    /// For each symbol the dimension that it stands for.
    let dimensions: [Dimension?]
    let region: Region
    let beginners: Beginners

    init(_ compiler: GrammarCompiler, _ region: Region) {
        productions = compiler.productions
        program = compiler.program
        origins = compiler.origins
        symbols = compiler.symbols
        var dimensions = [Dimension?](repeating: nil, count: compiler.symbols.count)
        for dimension in Dimension.allCases {
            if let symbol = compiler.symbols.named(dimension.ruleName) { dimensions[Int(symbol)] = dimension }
        }
        self.dimensions = dimensions
        let ruleSymbols = compiler.productions.map(\.symbol)
        let isAsked = (0..<Int32(compiler.symbols.count)).map { symbol in
            dimensions[Int(symbol)] != nil
                || compiler.symbols.ruleNames[symbol]?.hasPrefix(CallbackSelection.ruleName) == true
        }
        trie = compiler.trie.finished(symbols: isAsked.count, ruleSymbols: ruleSymbols, isAsked: isAsked)
        callbackTrie = compiler.callbackTrie.finished(
            symbols: isAsked.count, ruleSymbols: ruleSymbols, isAsked: isAsked)
        beginners = Beginners(compiler.madeOfFirst, symbols: isAsked.count)
        self.region = region
    }
}

/// A rule in one of the ways in which its parts may follow one another.
struct Production: Sendable {
    let symbol: Int32
    let length: Int32
    /// The place of the only part with a meaning; -1 when there are none or several.
    let onlyPart: Int32
    let score: Int32
    let isLatent: Bool
    /// Nodes of the grammar's program; -1 where there is none.
    let meaning: Int32
    let condition: Int32
    /// The value that stands in its pattern, one of the program's constants.
    let constant: Int32
}

/// For each symbol the set of those that may begin with it: a row of bits for each.
struct Beginners: Sendable {
    /// Words of 64 bits in a row.
    let width: Int
    private(set) var rows: [UInt64]

    /// - Parameter made: for each symbol what the rules make that begin with it.
    init(_ made: [Int32: Set<Int32>], symbols: Int) {
        width = (symbols + 63) / 64
        rows = Array(repeating: 0, count: width * symbols)
        for symbol in 0..<Int32(symbols) {
            var open = [symbol]
            while let next = open.popLast() {
                guard !contains(next, after: symbol) else { continue }
                rows[Int(symbol) * width + Int(next) / 64] |= RuleTrie.bit(next)
                open += made[next] ?? []
            }
        }
    }

    private func contains(_ symbol: Int32, after first: Int32) -> Bool {
        rows[Int(first) * width + Int(symbol) / 64] & RuleTrie.bit(symbol) != 0
    }
}
