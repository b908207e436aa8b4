import BotModel
import SourceText

/// Two triggers of different states that count the same for a phrase, so that only their order decides.
///
/// ```
/// state: Hello
///     q!: (hello/good day) [there]
/// state: Bye
///     q!: (bye/good day)            # bad: "good day" is a greeting only because that stands first
/// ```
/// Good: the phrase in one of the patterns, or `$weight<+0.1>` where it belongs. Both must name every word of the phrase; that one says "hello bye" to
/// `* hello *` and `* bye *` is no news. Quiet about triggers written alike (`check/duplicate-trigger`) and ones that never win (`check/never-wins`).
package enum OverlappingRules: Check {
    package static let code = "check/overlapping-rules"
    package static let summary =
        "Two triggers of different states that count the same for a phrase, so that only their order decides."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let contests = bot.contests
        return contests.ties.compactMap { tie in
            guard contests.defeats[tie.first.index] == nil, contests.defeats[tie.second.index] == nil,
                let first = bot.trigger(of: tie.first), let second = bot.trigger(of: tie.second)
            else { return nil }
            return finding(tie, first, second, in: bot)
        }
    }

    private static func finding(
        _ tie: RuleContests.Tie, _ first: PlacedTrigger, _ second: PlacedTrigger, in bot: CheckedBot
    ) -> Diagnostic {
        return Diagnostic(
            .note, code,
            "“\(tie.phrase)” leads to `\(bot.bot.path(of: tie.first.target))` only because that stands earlier "
                + "(\(first.place(seenFrom: second))); this trigger accepts it as well.",
            hint: "Take it out of one of them, or put `$weight<+0.1>` into the one where it belongs.",
            in: second.file, at: second.tag.span
        )
        .labelled("counts the same and stands first", in: first.file, at: first.tag.span)
    }
}
