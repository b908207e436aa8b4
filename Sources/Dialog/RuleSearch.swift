import BotModel
import PatternMatching
import Understanding
import Utterances

/// What a text meets in a context.
package struct RuleSearch: Sendable {
    /// The rules that answer, best first.
    package let found: [FoundRule]
    /// Rules that were given up on this text, and so count as not fitting; none in the normal case.
    package let givenUp: [GivenUpRule]

    package init(found: [FoundRule], givenUp: [GivenUpRule]) {
        self.found = found
        self.givenUp = givenUp
    }
}

/// A rule whose pattern could not be tried to its end.
package struct GivenUpRule: Sendable {
    /// `nil` when the text was too much for all patterns.
    package let rule: Rule?
    package let trouble: MatchTrouble
}

/// A rule that leads on, with what was recognised.
package struct FoundRule: Sendable {
    package let rule: Rule
    package internal(set) var intent: RecognisedIntent?
    /// What the ranking has weighed.
    package let candidate: Candidate
    package let rank: Double
    private let source: MatchSource?

    init(rule: Rule, intent: RecognisedIntent?, ranked: RankedCandidate, source: MatchSource?) {
        self.rule = rule
        self.intent = intent
        candidate = ranked.candidate
        rank = ranked.rank
        self.source = source
    }

    /// The match's own score.
    package var score: Double { candidate.score }

    /// How the pattern covers the phrase, found anew each time it is asked for, since of most rules nobody asks.
    /// `nil` for events, and for phrases said as they are written.
    package func match() -> PatternMatch? { source?.match() ?? intent?.match }

    /// `$parseTree`, but for events and examples.
    var tree: ParseNode? { source?.match()?.tree ?? intent?.tree }
}

/// A pattern that covers a phrase.
struct MatchSource: Sendable {
    let patterns: PatternSet
    let number: Int
    let utterance: Utterance

    func match() -> PatternMatch? { patterns.match(number, utterance) }
}
