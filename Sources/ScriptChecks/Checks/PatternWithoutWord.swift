import BotModel
import PatternMatching
import SourceText

/// A trigger whose every word may be left out, so that it matches whatever is said.
///
/// ```
/// q!: [hello] [there]      # bad: matches "goodbye" no less than silence
/// q!: hello [there]        # good: "hello" must be said
/// q: *                     # good: a catch-all, and meant so
/// q: [@city] *             # good: a catch-all that takes the city when there is one
/// ```
package enum PatternWithoutWord: Check {
    package static let code = "check/pattern-without-word"
    package static let summary = "A trigger all of whose words are optional; it matches anything or nothing."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let optional = optionalPatterns(in: bot)
        return bot.survey.triggers.compactMap { trigger in
            guard let pattern = trigger.pattern, pattern.asksForNoWord(namedPatternMatchesNothing: optional.contains)
            else { return nil }
            let takesAnything = pattern.takesAnything(namedPatternMatchesNothing: optional.contains)
            // What is captured on the way is what such a trigger is for.
            guard !takesAnything || pattern.captureNames.isEmpty else { return nil }
            return finding(trigger, takesAnything: takesAnything)
        }
    }

    /// The named patterns that match an empty text. One that leads to itself does not help itself.
    private static func optionalPatterns(in bot: CheckedBot) -> Set<String> {
        var result: Set<String> = []
        var rounds = 0
        var hasGrown = true
        while hasGrown, rounds < 20 {
            hasGrown = false
            rounds += 1
            for pattern in bot.sources.patterns where !result.contains(pattern.name) {
                if pattern.tree.isOptional(namedPatternMatchesNothing: result.contains) {
                    result.insert(pattern.name)
                    hasGrown = true
                }
            }
        }
        return result
    }

    private static func finding(_ trigger: PlacedTrigger, takesAnything: Bool) -> Diagnostic {
        let effect =
            takesAnything ? "this trigger matches whatever is said" : "this trigger also matches a text without words"
        return Diagnostic(
            .warning, code, "All words of the pattern are optional: \(effect).",
            hint: "`[ ]` means “may be said”. Write `( )` around what must be said, or `*` alone for a catch-all.",
            in: trigger.file, at: trigger.tag.value?.span ?? trigger.tag.span)
    }
}
