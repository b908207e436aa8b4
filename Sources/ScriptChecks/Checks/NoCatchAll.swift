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
        guard !survey.triggers.isEmpty, survey.unreadFiles.isEmpty, !survey.triggers.contains(where: catchesAll),
            let first = survey.states.first
        else { return [] }
        return [
            Diagnostic(
                .note, code, "The bot stays silent when it does not understand: no state has `event!: noMatch`.",
                hint: "Add a state with `event!: noMatch` and an answer that helps the caller on.", in: first.file,
                at: first.tag.span)
        ]
    }

    private static func catchesAll(_ trigger: PlacedTrigger) -> Bool {
        if trigger.tag.name.text == "event" { return trigger.tag.value?.text.lowercased() == "nomatch" }
        // Any pattern with garbage alone, also under a name like `$AnyText`.
        guard let pattern = trigger.pattern else { return false }
        return pattern.isCatchAll || pattern.source.lowercased().contains("any")
            || pattern.source.lowercased().contains("$text")
    }
}
