import BotModel
import PatternMatching
import SourceText

/// `$parseTree.value` in a state none of whose triggers gives a value.
///
/// ```
/// state: Start
///     q!: * (hello|hi) *
///     if: $parseTree.value == "hi"          # bad: there never is one
/// ```
/// Good: `q!: * (hello:hello|hi:hi) *`. Only states are looked at into which nothing else leads, and patterns of plain words: a named pattern or
/// an entity may give a value.
package enum MissingValue: Check {
    package static let code = "check/missing-value"
    package static let summary = "`$parseTree.value` is read where no trigger gives a value."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let reads = reads(in: bot.survey)
        guard !reads.isEmpty else { return [] }
        let entered = Set(bot.survey.mentions.compactMap { $0.kind == .fromState ? nil : $0.targetState })
        let triggers = Dictionary(grouping: bot.survey.triggers, by: \.state)
        let possible = bot.possibleStates()
        var seen: Set<Int> = []
        return reads.compactMap { read in
            guard seen.insert(read.state).inserted, !entered.contains(read.state), let own = triggers[read.state],
                !own.contains(where: mayGiveValue), !possible.mayName(bot.survey.states[read.state].path)
            else { return nil }
            return finding(read.script.span(of: read.token), own[0], in: read.script.file)
        }
    }

    private struct Read {
        let script: CodePiece
        let token: Int
        let state: Int
    }

    private static func reads(in survey: Survey) -> [Read] {
        survey.scripts.flatMap { script -> [Read] in
            guard let state = script.state else { return [] }
            return script.tokens.indices.compactMap { token in
                guard script.isToken(token, "value"), script.isToken(token - 1, "."),
                    script.isToken(token - 2, "$parseTree"), !script.isToken(token + 1, "=")
                else { return nil }
                return Read(script: script, token: token, state: state)
            }
        }
    }

    private static func mayGiveValue(_ trigger: PlacedTrigger) -> Bool {
        switch trigger.rules.first?.trigger {
        case .pattern(let tree): !tree.isPlain
        case .event: true
        case .intent, .intentGroup: trigger.rules.isEmpty
        case .example, .exampleGroup, nil: true
        }
    }

    private static func finding(_ span: SourceSpan, _ trigger: PlacedTrigger, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, code, "There is never a `$parseTree.value` here: no trigger of this state gives one.",
            hint: "Give it in the pattern, `(hello:1|bye:2)`, or ask for `$parseTree.text`.", in: file, at: span
        )
        .labelled("this trigger gives no value", in: trigger.file, at: trigger.tag.span)
    }
}
