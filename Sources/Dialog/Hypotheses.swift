import BotModel

/// What a text may mean: every rule that answers it, and the intents recognised in it (`$context.nluResults`, dsl.md 4.2).
package struct Hypotheses {
    /// Best first. When the text was not understood, the rules of the event that stands for it (`match`, `noMatch` …).
    package let rules: [FoundRule]
    package let isUnderstood: Bool
    /// All intents recognised in the text, best first, also those for which no rule is open; found when they are asked for.
    package let intents: () -> [RecognisedIntent]

    /// What a handler has put into `nluResults.selected`.
    package struct Selection: Sendable, Hashable {
        /// Which of `rules`; `nil` for an object of the handler's own.
        package var rule: Int?
        /// The state it names; `nil` for none, which is no answer.
        package var state: String?

        package init(rule: Int?, state: String?) {
            self.rule = rule
            self.state = state
        }
    }
}
