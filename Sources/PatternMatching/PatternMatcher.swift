import Utterances

/// Tries patterns on utterances: finds the best way in which a pattern covers a whole utterance.
///
/// For every element and every word where it may begin, the set of words where it may end is found once and
/// remembered, each with its best derivation. So the work grows with pattern × utterance as a polynomial, and
/// nothing is tried twice. The work is counted in steps; an attempt that takes too many gives up as "too long".
package struct PatternMatcher: Sendable {
    /// What one attempt may cost: all but absurd pairs of pattern and utterance stay far below.
    package static let mostSteps = 1_000_000
    /// Beyond this many words only patterns that take a few steps a word are followed, as `*` and `* word *` do.
    package static let longUtterance = 500
    package static let stepsPerWordOfLongUtterance = 16

    let forms: any WordForms
    let entities: any EntityFinding

    package init(forms: any WordForms = ExactForms(), entities: any EntityFinding = NoEntities()) {
        self.forms = forms
        self.entities = entities
    }

    /// The best match of a pattern with an utterance, or nil when the pattern does not cover it.
    package func match(_ pattern: PatternTree, _ utterance: Utterance, library: PatternLibrary = PatternLibrary())
        -> PatternMatch?
    {
        attempt(pattern, utterance, library: library).match
    }

    /// As `match`, with what it cost and whether it had to give up.
    package func attempt(
        _ pattern: PatternTree, _ utterance: Utterance, library: PatternLibrary = PatternLibrary()
    ) -> MatchAttempt {
        if case .expression(let expression) = pattern.nodes[pattern.root].kind {
            return attemptAlone(expression, of: pattern, utterance)
        }
        let program = MatchProgram(pattern: pattern, library: library)
        let words = utterance.tokens.count
        let isLong = words > Self.longUtterance
        let budget = isLong ? words * Self.stepsPerWordOfLongUtterance : Self.mostSteps
        var run = MatchRun(program: program, utterance: utterance, forms: forms, entities: entities, budget: budget)
        let best = run.solve()
        let match = best.map { Derivation.match(of: run, from: $0) }
        return MatchAttempt(match: match, troubles: run.troubles, steps: run.steps)
    }

    /// A regular expression alone must match the entire text, which need not have words (`/start`, `???`).
    private func attemptAlone(_ expression: RegularExpression, of pattern: PatternTree, _ utterance: Utterance)
        -> MatchAttempt
    {
        let texts = UtteranceText(utterance)
        let scratch = RegularExpression.Scratch()
        for range in [texts.trimmed, texts.withoutFinalPunctuation] {
            switch texts.judge(range, by: expression, using: scratch) {
            case .differs: continue
            case .cut: return MatchAttempt(match: nil, troubles: [.regexpCut(expression.source)], steps: 1)
            case .matches:
                let words = utterance.tokens.map(\.word)
                let root = ParseNode(tag: "root", pattern: "root", text: texts.spoken, words: words)
                let alignment = [PatternAlignment(element: pattern.source, words: words)]
                let match = PatternMatch(
                    score: ScoreFormula.loneRegexp, explicitWords: words.count, tree: root, alignment: alignment)
                return MatchAttempt(match: match, troubles: [], steps: 1)
            }
        }
        return MatchAttempt(match: nil, troubles: [], steps: 2)
    }
}

/// The elements of a pattern and of the library under one numbering: the library's first.
struct MatchProgram {
    let pattern: PatternTree
    let library: PatternLibrary
    private let patternBase: Int

    init(pattern: PatternTree, library: PatternLibrary) {
        self.pattern = pattern
        self.library = library
        patternBase = library.nodes.count
    }

    var root: Int { patternBase + pattern.root }

    func node(_ index: Int) -> PatternNode {
        index >= patternBase ? pattern.nodes[index - patternBase] : library.nodes[index]
    }

    /// What is to be added to the numbers inside an element.
    func base(ofNode index: Int) -> Int { index >= patternBase ? patternBase : library.definition(ofNode: index).base }

    /// The definition that an element refers to.
    func target(ofNode index: Int) -> PatternLibrary.Definition? {
        guard index >= patternBase else {
            return library.targets[index] < 0 ? nil : library.definitions[library.targets[index]]
        }
        return node(index).kind.referredName.flatMap { library.number(of: $0) }.map { library.definitions[$0] }
    }

    /// An element as it is written.
    func source(ofNode index: Int) -> String {
        let node = node(index)
        let text = index >= patternBase ? pattern.source : library.definition(ofNode: index).tree.source
        return String(decoding: Array(text.utf8)[node.start..<node.end], as: UTF8.self)
    }
}
