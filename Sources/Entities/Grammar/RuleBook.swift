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

    init(_ compiler: GrammarCompiler, _ region: Region) {
        productions = compiler.productions
        program = compiler.program
        origins = compiler.origins
        symbols = compiler.symbols
        trie = compiler.trie.finished(symbols: compiler.symbols.count)
        callbackTrie = compiler.callbackTrie.finished(symbols: compiler.symbols.count)
        var dimensions = [Dimension?](repeating: nil, count: compiler.symbols.count)
        for dimension in Dimension.allCases {
            if let symbol = compiler.symbols.named(dimension.ruleName) { dimensions[Int(symbol)] = dimension }
        }
        self.dimensions = dimensions
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
