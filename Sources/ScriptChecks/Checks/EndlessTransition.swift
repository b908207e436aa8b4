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
/// Good: `go: /A` waits for the caller. Only rings that are certain are found: without a script or an action tag before the `go!:`, with paths that
/// are written out, and when all branches of an `if:` or `random:` lead back into the ring.
package enum EndlessTransition: Check {
    package static let code = "check/endless-transition"
    package static let summary = "States that lead into one another by `go!:` for ever."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let transitions = endlessTransitions(in: bot)
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

    /// For each state that the dialog never comes to rest after, the first `go!:` that it may take.
    private static func endlessTransitions(in bot: CheckedBot) -> [Int: Transition] {
        var transitions: [Int: [Transition]] = [:]
        var sources: [Int: [Int]] = [:]
        for state in bot.survey.states {
            guard let ways = Ways(state.reactions, of: state, in: bot), !ways.fallsThrough else { continue }
            transitions[state.number] = ways.transitions
            for way in ways.transitions { sources[way.target, default: []].append(state.number) }
        }
        // Where one way leads out to a state that ends, the state before it may end, too.
        var ending = bot.survey.states.map(\.number).filter { transitions[$0] == nil }
        while let state = ending.popLast() {
            for source in sources[state] ?? [] where transitions.removeValue(forKey: source) != nil {
                ending.append(source)
            }
        }
        return transitions.compactMapValues(\.first)
    }

    /// All ways out of a list of reactions.
    private struct Ways {
        private(set) var transitions: [Transition] = []
        /// Whether the reactions after the list may run.
        private(set) var fallsThrough = true

        /// `nil` when something in it may lead elsewhere. The parser's limit of nesting keeps the recursion shallow.
        init?(_ tags: [ScriptTag], of state: SurveyedState, in bot: CheckedBot) {
            var branches: [Ways] = []
            for (number, tag) in tags.enumerated() {
                switch tag.name.text {
                case "if", "elseif", "else":
                    guard let branch = Ways(tag.tags, of: state, in: bot) else { return nil }
                    branches.append(branch)
                    let next = number + 1 < tags.count ? tags[number + 1].name.text : ""
                    if next == "elseif" || next == "else" { continue }
                    add(branches, isComplete: tag.name.text == "else")
                    branches = []
                case "random":
                    let choices = tag.tags.map { Ways([$0], of: state, in: bot) }
                    guard choices.allSatisfy({ $0 != nil }) else { return nil }
                    add(choices.compactMap(\.self), isComplete: !choices.isEmpty)
                case _ where !EndlessTransition.decides(tag): continue
                case "go" where tag.isBang:
                    guard let value = tag.value, let path = bot.bot.resolve(value.text, from: state.path),
                        let target = bot.bot.state(at: path), bot.survey.states.indices.contains(target.index)
                    else { return nil }
                    transitions.append(Transition(target: target.index, tag: tag))
                    fallsThrough = false
                default: return nil
                }
                if !fallsThrough { return }
            }
        }

        private mutating func add(_ branches: [Ways], isComplete: Bool) {
            transitions += branches.flatMap(\.transitions)
            fallsThrough = !isComplete || branches.contains(where: \.fallsThrough)
        }
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
                .warning, code, "`\(states[last].path)` leads to itself for ever.",
                hint: "Lead to another state, or decide by `if:` when to stop.",
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
