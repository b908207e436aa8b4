import PatternMatching
import SourceText

/// A bot that says nothing at all when it does not understand.
///
/// ```
/// state: NoMatch
///     event!: noMatch            # good: with this state
///     a: Sorry, could you say that again?
/// ```
package enum NoCatchAll: Check {
    package static let code = "check/no-catch-all"
    package static let summary = "No state answers what the bot does not understand."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let survey = bot.survey
        let patterns = Dictionary(bot.sources.patterns.map { ($0.name, $0.tree) }, uniquingKeysWith: { $1 })
        guard !isStub(survey), !survey.mayHoldUnreadCatchAll,
            !survey.triggers.contains(where: { catchesAll($0, patterns) }),
            let first = survey.states.first
        else { return [] }
        return [
            Diagnostic(
                .note, code, "The bot stays silent when it does not understand: no state has `event!: noMatch`.",
                hint: "Add a state with `event!: noMatch` and an answer that helps the caller on.", in: first.file,
                at: first.tag.span)
        ]
    }

    /// One feature tried out, which no caller reaches: less than three triggers, and none for the beginning of a conversation.
    private static func isStub(_ survey: Survey) -> Bool {
        survey.triggers.count < 3
            && !survey.triggers.contains { $0.tag.value?.text.contains("/start") == true }
    }

    private static func catchesAll(_ trigger: PlacedTrigger, _ patterns: [String: PatternTree]) -> Bool {
        if trigger.tag.name.text == "event" { return trigger.tag.value?.text.lowercased() == "nomatch" }
        guard let pattern = trigger.pattern else { return false }
        return pattern.isCatchAll(givenNames: { name in
            patterns[name]?.isCatchAll ?? libraryCatchAlls.contains(name.lowercased())
        })
    }

    /// Names that libraries give to patterns that take any text.
    private static let libraryCatchAlls = ["text", "anytext", "anyword", "catchall"]
}
