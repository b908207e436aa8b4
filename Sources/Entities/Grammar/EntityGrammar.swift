import PatternMatching
import Synchronization

/// The rules of one language, ready to be used by any number of threads.
package final class EntityGrammar: Sendable {
    /// What could not be used of the files, and why.
    package let mistakes: [GrammarMistake]
    /// The phrases that stand below the rules, by the name of what they are.
    package let examples: [(rule: String, example: RuleExample)]
    let rules: RuleBook
    /// The words in which a call back is told.
    let speech: CallbackSpeech
    /// Charts that nobody uses at the moment, with the memory that they have.
    private let charts = Mutex<[Chart]>([])

    /// - Parameters:
    ///   - files: names and texts, in the order in which they are to be read.
    ///   - region: whose ways of writing the rules may ask for.
    ///   - mistakes: what is known of files that could not be read.
    package init(
        files: [(name: String, text: String)], region: Region = Region(), mistakes: [GrammarMistake] = []
    ) {
        var reader = RuleReader()
        for file in files where !file.name.hasSuffix(CallbackSpeech.suffix) { reader.read(file.text, file: file.name) }
        speech = CallbackSpeech(files.filter { $0.name.hasSuffix(CallbackSpeech.suffix) }.map(\.text))
        var compiler = GrammarCompiler()
        compiler.compile(reader.rules)
        self.mistakes = mistakes + reader.mistakes + compiler.mistakes
        examples = reader.rules.flatMap { rule in rule.examples.map { (rule.name, $0) } }
        rules = RuleBook(compiler, region)
    }

    /// Lends a chart that is filled with the phrase.
    func withChart<Result>(
        of text: String, at moment: EntityMoment, callbacks: Bool = false, keepingAll: Bool = false,
        _ body: (inout Chart) -> Result
    ) -> Result {
        var chart = charts.withLock { $0.popLast() } ?? Chart(rules)
        chart.begin(text, at: moment, callbacks: callbacks, keepingAll: keepingAll)
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

    /// - Parameter name: in capitals.
    package init(name: String = "") { self.name = name }
}
