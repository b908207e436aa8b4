import PatternMatching

/// The rules of one language, ready to be used by any number of threads.
package final class EntityGrammar: Sendable {
    /// What could not be used of the files, and why.
    package let mistakes: [GrammarMistake]
    /// The phrases that stand below the rules, by the name of what they are.
    package let examples: [(rule: String, example: RuleExample)]
    let symbols: SymbolTable
    let productions: [Production]
    /// The node after a node and a symbol.
    let steps: FlatTable
    /// The node after the first symbol; -1 where no rule begins with it.
    let firstSteps: [Int32]
    /// What is complete at a node: a piece of `completions`.
    let completed: [Range<Int32>]
    let completions: [Int32]
    /// Whether something may follow at a node.
    let goesOn: [Bool]
    /// For each symbol the dimension that it stands for.
    let dimensions: [Dimension?]
    let region: Region

    /// - Parameters:
    ///   - files: names and texts, in the order in which they are to be read.
    package init(files: [(name: String, text: String)], region: Region = Region()) {
        var reader = RuleReader()
        for file in files { reader.read(file.text, file: file.name) }
        var compiler = GrammarCompiler(region: region)
        compiler.compile(reader.rules)
        let tree = compiler.tree
        mistakes = reader.mistakes + compiler.mistakes
        examples = reader.rules.flatMap { rule in rule.examples.map { (rule.name, $0) } }
        productions = compiler.productions
        symbols = compiler.symbols
        steps = tree.steps
        firstSteps = (0..<compiler.symbols.count).map { tree.steps.value(of: RuleTrie.key(0, Int32($0))) }
        (completed, completions) = tree.completions()
        goesOn = tree.goesOn
        var dimensions = [Dimension?](repeating: nil, count: compiler.symbols.count)
        for dimension in Dimension.allCases {
            if let symbol = compiler.symbols.named(dimension.ruleName) { dimensions[Int(symbol)] = dimension }
        }
        self.dimensions = dimensions
        self.region = region
    }
}

/// How the speakers of a region write.
package struct Region: Sendable, Hashable {
    /// Two letters, such as `GB`; empty when it is not known.
    package var name: String

    package init(name: String = "") { self.name = name }
}

/// A rule in one of the ways in which its parts may follow one another.
struct Production: Sendable {
    let symbol: Int32
    let length: Int
    let meaning: CompiledMeaning?
    let condition: CompiledMeaning?
    /// The meaning of a rule that has none of its own: the value that stands in its pattern, or its only part's.
    let constant: Meaning
    /// The place of the only part with a meaning; -1 when there are none or several.
    let onlyPart: Int
    let score: Int32
    let isLatent: Bool
    let rule: String
    let place: String
}

/// Which symbols may follow one another: the beginnings of all rules, told once.
struct RuleTrie {
    private(set) var steps = FlatTable()
    private(set) var goesOn: [Bool] = [false]
    private var complete: [[Int32]] = [[]]

    static func key(_ node: Int32, _ symbol: Int32) -> UInt64 { UInt64(UInt32(bitPattern: node)) << 24 | UInt64(symbol) + 1 }

    mutating func add(_ symbols: [Int32], production: Int32) {
        var node: Int32 = 0
        for symbol in symbols {
            var next = steps.value(of: Self.key(node, symbol))
            if next < 0 {
                next = Int32(complete.count)
                steps.set(Self.key(node, symbol), to: next)
                goesOn[Int(node)] = true
                complete.append([])
                goesOn.append(false)
            }
            node = next
        }
        complete[Int(node)].append(production)
    }

    func completions() -> ([Range<Int32>], [Int32]) {
        var all: [Int32] = []
        let ranges = complete.map { list in
            let start = Int32(all.count)
            all += list
            return start..<Int32(all.count)
        }
        return (ranges, all)
    }
}
