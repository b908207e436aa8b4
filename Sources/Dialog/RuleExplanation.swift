import BotModel
import PatternMatching
import Understanding

/// What a text meets in a state of the dialog: the rule that answers, those that lose, and what would answer elsewhere.
package struct RuleExplanation: Sendable {
    package let context: StatePath
    /// The rules that answer, best first.
    package let found: [FoundRule]
    /// The two numbers by which the context weighs.
    package let ranking: ContextRanking
    /// Rules that match and are not open in this state, best first.
    package let closed: [ClosedRule]
    /// When no rule answers that names a word of the text: those that come nearest.
    package let near: [NearRule]
    /// The intents whose phrases are the likest, best first, whether or not a rule leads on from them.
    package let intents: [NearIntent]
    /// When no rule answers: the event that is sent instead, and what it leads to.
    package let substitute: (event: String, rule: FoundRule?)?
    /// Rules that were given up on this text, and so count as not matching.
    package let givenUp: [GivenUpRule]
    /// When in a call the text would be too long for the bot.
    package let excess: LengthExcess?
}

/// A rule that matches and is not open in a state.
package struct ClosedRule: Sendable {
    package let found: FoundRule
    package let hindrance: Hindrance
}

/// Why a rule is not open.
package enum Hindrance: Sendable, Hashable {
    /// It is open in this state, and in those below unless `only`.
    case elsewhere(StatePath, only: Bool)
    /// The talk is in this modal state, which shuts out what stands around it.
    case modal(StatePath)
}

/// A rule whose pattern comes near to a text.
package struct NearRule: Sendable {
    package let rule: Rule
    package let near: NearMatch
    /// Why it would not answer all the same; nil when it would.
    package let hindrance: Hindrance?
}

extension RuleExplanation {
    /// The rule that would have answered, were it not for the modal state in which the talk is.
    package var shutOutByModal: ClosedRule? {
        let best = closed.first { if case .modal = $0.hindrance { true } else { false } }
        guard let best else { return nil }
        guard let winner = found.first else { return best }
        let order = ranking.ordered([best.found.candidate, winner.candidate])
        return order.first?.candidate == best.found.candidate ? best : nil
    }

    /// Why a rule goes behind the one that answers.
    package func loss(of loser: FoundRule, to winner: FoundRule) -> ContextRanking.Precedence {
        ranking.decisive(winner.candidate, loser.candidate)
    }
}
