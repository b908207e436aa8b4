import BotModel
import ScriptSyntax
import SourceText

/// Something that stands behind `go!:`, or behind `$jsapi.stopScript()`, and therefore never happens.
///
/// ```
/// state: Order
///     go!: /Menu
///     a: What would you like?     # bad: never said
/// ```
/// Good: the answer stands above `go!:`. An `if:` leaves for sure when it has an `else:` and every branch leaves.
package enum AfterTransition: Check {
    package static let code = "check/after-transition"
    package static let summary = "A reaction after `go!:`, or code after `$jsapi.stopScript()`: it never runs."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.blocks.compactMap(finding) + bot.survey.scripts.flatMap(codeFindings)
    }

    // MARK: Tags

    private static func finding(_ block: TagBlock) -> Diagnostic? {
        guard block.owner.name.text != "random" else { return nil }
        let tags = block.tags.filter { !$0.isTrigger }
        guard let leaving = leavingTag(tags), leaving + 1 < tags.count else { return nil }
        let (left, never) = (tags[leaving], tags[leaving + 1])
        let hasTriggerBetween = block.tags.contains {
            $0.isTrigger && left.span.start < $0.span.start && $0.span.start < never.span.start
        }
        return Diagnostic(
            .warning, code, "This is never reached: the state is left before it.",
            hint: hasTriggerBetween
                ? "All triggers of a state share its reactions; give each `q:` and its answer a state of its own."
                : "Move it above `go!:`, or remove it.", in: block.file, at: never.span
        )
        .labelled("left here", in: block.file, at: left.span)
    }

    /// The number of the tag after which nothing runs: a `go!:`, or the end of an `if:` all of whose branches leave.
    private static func leavingTag(_ tags: [ScriptTag]) -> Int? {
        var allBranchesLeave = false
        for (index, tag) in tags.enumerated() {
            switch tag.name.text {
            case "go" where tag.isBang: return index
            case "if": allBranchesLeave = leaves(tag)
            case "elseif": allBranchesLeave = allBranchesLeave && leaves(tag)
            case "else": if allBranchesLeave, leaves(tag) { return index }
            default: allBranchesLeave = false
            }
        }
        return nil
    }

    private static func leaves(_ branch: ScriptTag) -> Bool {
        branch.tags.contains { $0.name.text == "go" && $0.isBang }
    }

    // MARK: Code

    private static func codeFindings(_ script: CodePiece) -> [Diagnostic] {
        script.calls("$jsapi", "stopScript").compactMap { call in
            var next = script.next(after: call + 1)
            while script.isToken(next, ";") { next += 1 }
            guard isStatement(call - 2, in: script), next < script.tokens.count, !script.isToken(next, "}"),
                !script.isToken(next, "case"), !script.isToken(next, "default")
            else { return nil }
            return Diagnostic(
                .warning, code, "This code never runs: `$jsapi.stopScript()` ends the script before it.",
                hint: "Move it above the call, or remove it.", in: script.file, at: script.span(of: next)
            )
            .labelled("the script ends here", in: script.file, at: script.span(of: call))
        }
    }

    /// Whether a token begins a statement of its own, not the only one of an `if (…)`.
    private static func isStatement(_ token: Int, in script: CodePiece) -> Bool {
        token == 0 || script.isToken(token - 1, ";") || script.isToken(token - 1, "{") || script.isToken(token - 1, "}")
    }
}
