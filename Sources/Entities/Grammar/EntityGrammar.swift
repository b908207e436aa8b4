import PatternMatching
import Synchronization

/// The rules of one language, ready to be used by any number of threads.
package final class EntityGrammar: Sendable {
    /// What could not be used of the files, and why.
    package let mistakes: [GrammarMistake]
    /// The phrases that stand below the rules, by the name of what they are.
    package let examples: [(rule: String, example: RuleExample)]
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
    /// The words in which a call back is told.
    let speech: CallbackSpeech
    /// Charts that nobody uses at the moment, with the memory that they have.
    private let charts = Mutex<[Chart]>([])

    /// - Parameters:
    ///   - files: names and texts, in the order in which they are to be read.
    package init(files: [(name: String, text: String)], region: Region = Region()) {
        var reader = RuleReader()
        for file in files where !file.name.hasSuffix(CallbackSpeech.suffix) { reader.read(file.text, file: file.name) }
        speech = CallbackSpeech(files.filter { $0.name.hasSuffix(CallbackSpeech.suffix) }.map(\.text))
        var compiler = GrammarCompiler()
        compiler.compile(reader.rules)
        mistakes = reader.mistakes + compiler.mistakes
        examples = reader.rules.flatMap { rule in rule.examples.map { (rule.name, $0) } }
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

    /// Lends a chart that is filled with the phrase.
    func withChart<Result>(
        of text: String, at moment: EntityMoment, callbacks: Bool = false, _ body: (inout Chart) -> Result
    ) -> Result {
        var chart = charts.withLock { $0.popLast() } ?? Chart(self)
        chart.begin(text, at: moment, callbacks: callbacks)
        let result = body(&chart)
        // What a very long phrase has taken is given back.
        if chart.tokens.tokens.count < 1000 { charts.withLock { if $0.count < 16 { $0.append(chart) } } }
        return result
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
