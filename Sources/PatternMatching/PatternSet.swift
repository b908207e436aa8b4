import Synchronization
import Utterances

/// Many patterns compiled together: the words they ask for are known by number, and a phrase is tried only on those
/// whose required words it has. Immutable but for the working memory that it lends to whoever matches, so all
/// conversations share one.
package final class PatternSet: Sendable {
    let patterns: [PatternTree]
    let library: PatternLibrary
    var forms: any WordForms { knower.forms }
    let finder: any EntityFinding
    let program: PatternProgram
    let definitions: [Int]
    let roots: [Int32]
    let knower: WordKnower
    private let index: PatternIndex
    private let memories = Mutex<[Memory]>([])

    /// What matching needs beside the patterns; one is used by one thread at a time, and lent again.
    final class Memory: @unchecked Sendable {
        var run: MatchRun
        var candidates: ContiguousArray<Int32> = []

        init(_ run: MatchRun) { self.run = run }
    }

    /// - Parameter hearsNearWords: whether a word of 5 letters or more that no pattern knows is taken for one that differs by a
    ///   letter (by two from 8 letters on); it then counts less.
    package init(
        _ patterns: [PatternTree], library: PatternLibrary = PatternLibrary(), forms: any WordForms = ExactForms(),
        entities: any EntityFinding = NoEntities(), hearsNearWords: Bool = false
    ) {
        var compiler = ProgramCompiler(library: library)
        let roots = patterns.map { compiler.compile($0) }
        let (program, requirements) = compiler.finish(roots: roots)
        self.patterns = patterns
        self.library = library
        self.finder = entities
        self.program = program
        self.roots = roots
        definitions = compiler.libraryNumbers
        knower = WordKnower(compiler.tests, forms: forms, hearsNearWords: hearsNearWords)
        index = PatternIndex(requirements: requirements, testCount: knower.testCount)
    }

    /// A pattern that covers a phrase.
    package struct Hit: Sendable, Hashable {
        /// The number of the pattern, in the order in which they were given.
        package let pattern: Int
        package var score: Double
        package let explicitWords: Int
    }

    /// The patterns that cover a phrase, in no certain order, with what could not be decided.
    ///
    /// - Parameters:
    ///   - isWanted: whether a pattern, by its number, is to be tried at all.
    ///   - hits: emptied, and filled.
    /// - Returns: The patterns that could not be tried to the end; none in the normal case.
    @discardableResult
    package func find(
        in utterance: Utterance, into hits: inout [Hit], where isWanted: (Int) -> Bool = { _ in true }
    ) -> [GivenUpPattern] {
        hits.removeAll(keepingCapacity: true)
        return withMemory { memory in
            var givenUp: [GivenUpPattern] = []
            memory.run.hear(utterance, knower)
            guard !memory.run.heard.isCut else { return [GivenUpPattern(pattern: nil, trouble: .tooLong(steps: 0))] }
            memory.candidates.removeAll(keepingCapacity: true)
            index.addCandidates(of: memory.run.heard, to: &memory.candidates)
            for number in memory.candidates where isWanted(Int(number)) {
                if let hit = hit(Int(number), &memory.run) { hits.append(hit) }
                for trouble in memory.run.troubles {
                    givenUp.append(GivenUpPattern(pattern: Int(number), trouble: trouble))
                }
            }
            return givenUp
        }
    }

    private func hit(_ number: Int, _ run: inout MatchRun) -> Hit? {
        if let expression = loneExpression(number) {
            return run.matchesAlone(expression)
                ? Hit(pattern: number, score: Self.score(of: expression), explicitWords: run.heard.count) : nil
        }
        guard let best = run.solve(roots[number]) else { return nil }
        return Hit(
            pattern: number, score: run.score(of: best), explicitWords: Int(run.paths[Int(best)].explicitWords))
    }

    /// Whether one of the patterns covers a phrase.
    func accepts(_ number: Int, _ utterance: Utterance) -> Bool {
        withMemory { memory in
            memory.run.hear(utterance, knower)
            return !memory.run.heard.isCut && hit(number, &memory.run) != nil
        }
    }

    /// How one of the patterns covers a phrase.
    package func match(_ number: Int, _ utterance: Utterance) -> PatternMatch? { attempt(number, utterance).match }

    /// As `match`, with what it cost and whether it had to give up.
    package func attempt(_ number: Int, _ utterance: Utterance) -> MatchAttempt {
        withMemory { memory in
            memory.run.hear(utterance, knower)
            guard !memory.run.heard.isCut else {
                return MatchAttempt(match: nil, troubles: [.tooLong(steps: 0)], steps: 0)
            }
            if let expression = loneExpression(number) { return attemptAlone(expression, number, &memory.run) }
            let match = memory.run.solve(roots[number]).map { best in
                var derivation = Derivation(memory.run, trees(of: number))
                return derivation.match(of: best)
            }
            return MatchAttempt(match: match, troubles: memory.run.troubles, steps: memory.run.steps)
        }
    }

    func trees(of number: Int) -> ProgramTrees {
        ProgramTrees(pattern: patterns[number], library: library, definitions: definitions, knower: knower)
    }

    /// The expression of a pattern that is nothing else.
    private func loneExpression(_ number: Int) -> RegularExpression? {
        guard case .expression(let expression) = program.nodes[Int(roots[number])].kind else { return nil }
        return program.expressions[Int(expression)]
    }

    /// The score of an expression that is the whole pattern.
    private static func score(of expression: RegularExpression) -> Double {
        let count = ScoreFormula.loneRegexp(isLiteral: expression.isLiteral)
        return ScoreFormula.score(sum: count, words: 1, factor: 1, addend: 0)
    }

    private func attemptAlone(_ expression: RegularExpression, _ number: Int, _ run: inout MatchRun) -> MatchAttempt {
        guard run.matchesAlone(expression) else {
            return MatchAttempt(match: nil, troubles: run.troubles, steps: run.steps)
        }
        let words = run.utterance.tokens.map(\.word)
        let element = trees(of: number).source(program.nodes[Int(roots[number])].origin)
        let root = ParseNode(
            tag: "root", pattern: "root", text: UtteranceText(run.utterance).spoken, words: words)
        let match = PatternMatch(
            score: Self.score(of: expression), explicitWords: words.count, tree: root,
            alignment: words.isEmpty
                ? []
                : [
                    PatternAlignment(
                        element: element, words: words,
                        sum: words.count * ScoreFormula.loneRegexp(isLiteral: expression.isLiteral))
                ])
        return MatchAttempt(match: match, troubles: [], steps: run.steps)
    }

    func withMemory<Result>(_ body: (Memory) -> Result) -> Result {
        let memory =
            memories.withLock { $0.popLast() }
            ?? Memory(MatchRun(program: program, testCount: knower.testCount, finder: finder))
        defer { memories.withLock { $0.append(memory) } }
        return body(memory)
    }
}
