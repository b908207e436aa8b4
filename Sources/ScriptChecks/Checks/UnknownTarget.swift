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
    package static let summary = "A transition or `bind` in a script names a state that does not exist."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        var suggestions = StateSuggestions(bot.bot)
        let mentions = bot.survey.mentions + bot.survey.scripts.flatMap { handlers(in: $0, of: bot.bot) }
        return mentions.filter { isWrong($0, in: bot) }.map { finding($0, &suggestions, in: bot) }
    }

    /// The state to which `bind("preMatch", function(ctx) { … }, "/Order")` is bound.
    private static func handlers(in script: CodePiece, of bot: Bot) -> [StateMention] {
        script.tokens.indices.compactMap { token in
            guard script.isToken(token, "bind"), script.isToken(token + 1, "("), isPlatforms(token, in: script)
            else { return nil }
            let arguments = script.elements(in: script.inside(token + 1))
            guard arguments.count >= 3, arguments[2].count == 1, script.kind(arguments[0].lowerBound) == .string,
                let written = script.string(arguments[2].lowerBound), written.hasPrefix("/")
            else { return nil }
            return StateMention(
                kind: .script, written: written, state: nil, file: script.file,
                span: script.span(of: arguments[2].lowerBound), target: bot.resolve(written, from: .root),
                targetState: nil)
        }
    }

    /// `bind(…)` and `$jsapi.bind(…)`, not the method of another object.
    private static func isPlatforms(_ token: Int, in script: CodePiece) -> Bool {
        !script.isToken(token - 1, ".") || script.isToken(token - 2, "$jsapi")
    }

    private static func isWrong(_ mention: StateMention, in bot: CheckedBot) -> Bool {
        guard mention.kind == .script, mention.target == nil, !bot.bot.vocabulary.libraries.areOpen else {
            return false
        }
        // Data of tags is read by the linker, which tells it.
        guard !mention.isInData, !mention.isDynamic, !mention.written.trimmed.isEmpty else { return false }
        // Code of a file runs for many states, so only paths from the root say which state is meant.
        return mention.state != nil || mention.written.hasPrefix("/")
    }

    private static func finding(_ mention: StateMention, _ suggestions: inout StateSuggestions, in bot: CheckedBot)
        -> Diagnostic
    {
        let isAbsolute = mention.written.hasPrefix("/")
        let seen = isAbsolute ? "" : mention.state.map { ", as seen from `\(bot.survey.states[$0].path)`" } ?? ""
        let near = suggestions.nearest(to: mention.written)
        let diagnostic = Diagnostic(
            .warning, code, "There is no state `\(mention.written)`\(seen).",
            hint: near.map { "There is `\($0)`; did you mean that?" }
                ?? "Write the path of a state that exists, from the root: `/Order/Confirm`.",
            in: mention.file, at: mention.span)
        let inner = SourceSpan(mention.span.start + 1, max(mention.span.end - 1, mention.span.start + 1))
        guard isAbsolute, let near, Spelling.isSlip(mention.written, of: near),
            mention.file.text(in: inner) == mention.written
        else { return diagnostic }
        return diagnostic.fixed("Write `\(near)`", replacing: inner, by: near)
    }
}
