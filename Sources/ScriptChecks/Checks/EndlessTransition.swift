import BotModel
import ScriptSyntax
import SourceText

/// States that lead into one another by `go!:` without ever stopping to listen.
///
/// ```
/// state: A
///     go!: /B
/// state: B
///     go!: /A          # bad: nothing on the way can decide otherwise
/// ```
/// Good: `go: /A` waits for the caller. Only rings that are certain are found: without `if:`, `random:`, script or action tag before the
/// `go!:`, and with paths that are written out.
package enum EndlessTransition: Check {
    package static let code = "check/endless-transition"
    package static let summary = "States that lead into one another by `go!:` for ever."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let transitions = certainTransitions(in: bot)
        var isDone = Array(repeating: false, count: bot.survey.states.count)
        return bot.survey.states.indices.compactMap { start in
            var path: [Int] = []
            var state: Int? = start
            while let current = state, !isDone[current] {
                isDone[current] = true
                path.append(current)
                state = transitions[current]?.target
            }
            guard let end = state, let first = path.firstIndex(of: end) else { return nil }
            return finding(ring: Array(path[first...]), transitions, in: bot)
        }
    }

    private struct Transition {
        let target: Int
        let tag: ScriptTag
    }

    /// For each state the `go!:` that always runs.
    private static func certainTransitions(in bot: CheckedBot) -> [Int: Transition] {
        var result: [Int: Transition] = [:]
        for state in bot.survey.states {
            guard let tag = state.reactions.first(where: decides), tag.name.text == "go", tag.isBang,
                let value = tag.value, let path = bot.bot.resolve(value.text, from: state.path),
                let target = bot.bot.state(at: path), bot.survey.states.indices.contains(target.index)
            else { continue }
            result[state.number] = Transition(target: target.index, tag: tag)
        }
        return result
    }

    /// Whether a reaction may lead elsewhere; answers and pictures do not.
    private static func decides(_ tag: ScriptTag) -> Bool {
        !["a", "image", "audio", "video", "buttons", "inlineButtons", "timeout"].contains(tag.name.text)
            || tag.value?.text.contains("{{") == true
    }

    private static func finding(ring: [Int], _ transitions: [Int: Transition], in bot: CheckedBot) -> Diagnostic? {
        guard let last = ring.last, let tag = transitions[last]?.tag else { return nil }
        let states = bot.survey.states
        if ring.count == 1 {
            return Diagnostic(
                .warning, code, "`\(states[last].path)` leads to itself for ever.", hint: "Was another state meant?",
                in: states[last].file, at: tag.span)
        }
        let names = (ring + [ring[0]]).prefix(6).map { "`\(states[$0].path)`" }.joined(separator: " → ")
        var diagnostic = Diagnostic(
            .warning, code, "An endless ring of `go!:`: \(names)\(ring.count > 5 ? " …" : "").",
            hint: "Let one of them wait for the caller (`go:` instead of `go!:`), or decide by `if:` when to stop.",
            in: states[last].file, at: tag.span)
        for member in ring.dropLast().prefix(4) {
            guard let tag = transitions[member]?.tag else { continue }
            diagnostic = diagnostic.labelled("leads on here", in: states[member].file, at: tag.span)
        }
        return diagnostic
    }
}
