import BotModel
import SourceText

/// A state that does not exist, named in code, where only the running bot would notice. (Tags are the linker's.)
///
/// ```
/// script:
///     $reactions.transition("/Ordr");      // bad: there is no such state
///     $reactions.transition("/Order");     // good
///     $reactions.transition("/Order/" + size);   // not looked at: it is put together at run time
/// ```
package enum UnknownTarget: Check {
    package static let code = "check/unknown-target"
    package static let summary = "A transition in a script leads to a state that does not exist."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        var suggestions = StateSuggestions(bot.bot)
        return bot.survey.mentions.filter { isWrong($0, in: bot) }.map { finding($0, &suggestions, in: bot) }
    }

    private static func isWrong(_ mention: StateMention, in bot: CheckedBot) -> Bool {
        guard mention.kind == .script, mention.target == nil, !bot.bot.vocabulary.libraries.areOpen else {
            return false
        }
        guard !mention.isDynamic, !mention.written.trimmed.isEmpty else { return false }
        // Code of a file runs for many states, so only paths from the root say which state is meant.
        return mention.state != nil || mention.written.hasPrefix("/")
    }

    private static func finding(_ mention: StateMention, _ suggestions: inout StateSuggestions, in bot: CheckedBot)
        -> Diagnostic
    {
        let isAbsolute = mention.written.hasPrefix("/")
        let seen = isAbsolute ? "" : mention.state.map { ", as seen from `\(bot.survey.states[$0].path)`" } ?? ""
        let near = suggestions.nearest(to: mention.written)
        return Diagnostic(
            .warning, code, "There is no state `\(mention.written)`\(seen).",
            hint: near.map { "There is `\($0)`; did you mean that?" }
                ?? "Write the path of a state that exists, from the root: `/Order/Confirm`.",
            in: mention.file, at: mention.span)
    }
}
