import BotModel
import ScriptSyntax
import SourceText

/// A modal state that keeps the caller for ever: nothing in it, and nobody outside, leads out.
///
/// ```
/// state: Age || modal = true
///     a: How old are you?
///     state: Number
///         q: * $regexp<\d+> *
///         a: Thank you.          # bad: the dialog stays in /Age; only its own triggers are heard
/// ```
/// Good: `go!: /Menu` below the last answer. A script, an action tag or a path put together at run time may lead out, and is believed to.
package enum ModalWithoutExit: Check {
    package static let code = "check/modal-without-exit"
    package static let summary = "A modal state that nothing leads out of."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let modal = bot.survey.states.filter { $0.isOn("modal") && !$0.reactions.isEmpty }
        guard !modal.isEmpty else { return [] }
        let paths = Set(modal.map(\.path))
        let open = pathsWithExit(in: bot, modal: paths)
        return modal.filter { !open.contains($0.path) }.map { state in
            Diagnostic(
                .warning, code,
                "Nothing leads out of the modal state `\(state.path)`, so its triggers are all that is heard from then on.",
                hint: "Lead on from one of its states (`go!: /Menu`), or remove `modal = true`.", in: state.file,
                at: state.tag.span)
        }
    }

    /// The modal states that something may lead out of.
    private static func pathsWithExit(in bot: CheckedBot, modal: Set<StatePath>) -> Set<StatePath> {
        let survey = bot.survey
        var open: Set<StatePath> = []
        func leave(from state: Int, to target: StatePath?) {
            for ancestor in ancestors(of: survey.states[state].path) where modal.contains(ancestor) {
                if target.map({ !$0.isWithin(ancestor) }) ?? true { open.insert(ancestor) }
            }
        }
        for mention in survey.mentions {
            if mention.kind == .fromState {
                // A rule elsewhere that listens here is a way out.
                for ancestor in mention.target.map(ancestors) ?? [] where modal.contains(ancestor) {
                    open.insert(ancestor)
                }
            } else if let state = mention.state {
                leave(from: state, to: mention.target)
            }
        }
        for script in survey.scripts {
            if let state = script.state, mayLeave(script) { leave(from: state, to: nil) }
        }
        for placed in survey.tags
        where TagCatalog.isActionName(placed.tag.name.text) || placed.tag.name.text == "newSession" {
            leave(from: placed.state, to: nil)
        }
        return open
    }

    /// From the path itself up to the root's child.
    private static func ancestors(of path: StatePath) -> [StatePath] {
        (0..<path.depth).map { StatePath(Array(path.names.dropLast($0))) }
    }

    /// Whether code may end the call or go somewhere: it does so itself, or calls a function of the bot.
    private static func mayLeave(_ script: CodePiece) -> Bool {
        guard script.kind == .block else { return false }
        return script.tokens.indices.contains { token in
            guard script.tokens[token].kind == .name else { return false }
            switch script.text(token) {
            case "transition", "targetState", "hangUp", "stopSession", "startSession", "newSession", "endSession",
                "replies":
                return true
            default:
                return script.isToken(token + 1, "(") && !script.isToken(token - 1, ".")
                    && !keywords.contains(script.text(token))
            }
        }
    }

    private static let keywords: Set<String> = ["if", "for", "while", "switch", "function", "log", "catch", "return"]
}
