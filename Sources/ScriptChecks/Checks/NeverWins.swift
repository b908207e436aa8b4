import BotModel
import SourceText

/// A trigger all of whose phrases lead to another state, because a trigger there accepts them too and always goes first.
///
/// ```
/// state: Price
///     q!: * (price/cost/fee) *
/// state: Fee
///     q!: * fee [please] *         # bad: whatever it accepts leads to /Price
/// ```
/// Good: `fee` once, or a pattern that names more words than the other. It is told when it is proved, by trying all phrases there are, by comparing the
/// patterns element by element, or by what both can count. Quiet: triggers of one state, a trigger written twice (`check/duplicate-trigger`), bots that hear words that are nearly
/// right, or choose among the results themselves (`bind("selectNLUResult", …)`).
package enum NeverWins: Check {
    package static let code = "check/never-wins"
    package static let summary =
        "A trigger all of whose phrases lead to another state, whose trigger always goes first."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let shadowed = ShadowedState.targets(in: bot)
        return bot.survey.triggers.compactMap { trigger in
            let defeats = trigger.rules.compactMap { bot.contests.defeats[$0.index] }
            // One of several contexts may be enough to win in.
            guard defeats.count == trigger.rules.count, let defeat = defeats.first, let phrase = defeat.phrase,
                !trigger.rules.contains(where: { shadowed.contains($0.target) })
            else { return nil }
            return finding(trigger, defeat, phrase, in: bot)
        }
    }

    // MARK: Words

    private static func finding(
        _ trigger: PlacedTrigger, _ defeat: RuleContests.Defeat, _ phrase: String, in bot: CheckedBot
    ) -> Diagnostic {
        let winner = bot.trigger(of: defeat.winner)
        let place = winner.map { " (\($0.place(seenFrom: trigger)))" } ?? ""
        let finding = Diagnostic(
            .warning, code,
            "This trigger never wins: whatever it accepts, like “\(phrase)”, leads to "
                + "`\(bot.bot.path(of: defeat.winner.target))`\(place).",
            hint: hint(defeat.reason), in: trigger.file, at: trigger.tag.span)
        return winner.map { finding.labelled("this goes first", in: $0.file, at: $0.tag.span) } ?? finding
    }

    private static func hint(_ reason: RuleContests.Reason) -> String {
        switch reason {
        case .order:
            "That trigger counts as much and stands earlier. Move this one before it, or let that one ask for more."
        case .context:
            "A `q:` goes before a `q!:` that counts as much. Make this one a `q:` as well, or let that one ask for more."
        case .score, .kind: "That trigger counts more. Let this one name more words, or that one ask for more."
        }
    }
}
