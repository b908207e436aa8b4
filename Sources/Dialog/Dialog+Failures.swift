import BotModel
import Conversations
import SourceText

// What a bot can do wrong while the dialog walks.
extension Bot {
    func unknownState(_ written: String, from state: StatePath, place: CodePlace?) -> TurnFailure {
        let near = Spelling.question(states(near: written, from: state))
        return TurnFailure(
            code: "dialog/unknown-state", message: "There is no state `\(written)`, as seen from `\(state)`.",
            hint: near ?? "Correct the path, or add the state.", file: place?.file, line: place?.line,
            column: place?.column)
    }
}

extension TurnFailure {
    /// Of a handler: its `$temp.targetState` is no text.
    static func unreadableTarget(_ shown: String, of phase: TurnPhase) -> TurnFailure {
        TurnFailure(
            code: "dialog/unknown-state",
            message:
                "A \(phase.rawValue) handler has set `$temp.targetState` to \(shown), which is no path of a state.",
            hint: "It counts for nothing. Write the path as a text: `$temp.targetState = \"/Menu\"`.")
    }

    /// Whoever reads of a transition that failed wants to know where the talk is now.
    func waiting(in path: StatePath) -> TurnFailure {
        var failure = self
        if code == "dialog/unknown-state" { failure.hint = "The talk waits in `\(path)`. " + (hint ?? "") }
        return failure
    }

    static func givenUp(_ givenUp: GivenUpRule) -> TurnFailure {
        let place = givenUp.rule?.place
        let pattern = givenUp.rule.map { "The pattern `\($0.source)`" } ?? "Every pattern"
        return TurnFailure(
            code: "match/given-up", message: "\(pattern) \(givenUp.trouble.explanation).",
            hint: "Use fewer `*` and expressions that fit anything, or a lower `nlp.lengthLimit`.", file: place?.file,
            line: place?.line, column: place?.column)
    }

    static func endlessTransitions(to path: StatePath, _ place: CodePlace?) -> TurnFailure {
        TurnFailure(
            code: "dialog/transitions",
            message:
                "More than \(DialogMachine.transitionLimit) transitions in one turn; the last one led to `\(path)`.",
            hint: "Some states lead to each other by `go!` without waiting for the caller.", file: place?.file,
            line: place?.line, column: place?.column)
    }

    static let endlessSessions = TurnFailure(
        code: "dialog/new-sessions",
        message:
            "A session began anew more than \(DialogMachine.mostNewSessions) times in one turn; the last message was left unanswered.",
        hint:
            "The `message` of `newSession` leads to `newSession` again. Ask for something in `$request.data` or `$client` first."
    )

    static func unreadableInterval(_ text: String, place: CodePlace?) -> TurnFailure {
        TurnFailure(
            code: "dialog/interval", message: "`\(text)` is no time span.", hint: "Write `interval = \"10 seconds\"`.",
            file: place?.file, line: place?.line, column: place?.column)
    }

    static func unavailable(_ fault: Reaction.Unavailable, place: CodePlace) -> TurnFailure {
        TurnFailure(
            code: fault.code, message: fault.message, hint: fault.hint, file: place.file, line: place.line,
            column: place.column)
    }
}
