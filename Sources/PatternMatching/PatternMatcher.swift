import Utterances

/// Tries single patterns; those of a bot stand together in a `PatternSet`, which is what conversations use.
package struct PatternMatcher: Sendable {
    private let forms: any WordForms
    private let entities: any EntityFinding

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
        PatternSet([pattern], library: library, forms: forms, entities: entities).attempt(0, utterance)
    }
}
