import BotModel
import SourceText

/// A catch-all that goes before everything a state listens for, so that nothing that is said ever leads there.
///
/// ```
/// state: Weather
///     intent!: /weather       # bad: the pattern below takes every text, and patterns go before intents
///     a: It is sunny.
/// state: Rest
///     q!: *
///     a: Sorry, what?
/// ```
/// Good: `event!: noMatch`, which answers only when nothing else does. A `q: $regexp<.+>` goes before patterns, too: it counts nearly as much as words.
/// Told once a catch-all, with the states behind it. Quiet as soon as a state has a trigger that may win, or an event; a `q: *` beside patterns is no
/// matter, since it counts less than they do. About examples (`e:`) one cannot be sure.
package enum ShadowedState: Check {
    package static let code = "check/shadowed-state"
    package static let summary = "A catch-all that goes before all that a state listens for."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let shadows = shadows(in: bot)
        return bot.survey.triggers.compactMap { trigger in
            let hidden = trigger.rules.flatMap { shadows[$0.index] ?? [] }.sorted { $0.index < $1.index }
            return hidden.isEmpty ? nil : finding(trigger, hidden, in: bot)
        }
    }

    /// The states that no text leads to, though they have triggers.
    static func targets(in bot: CheckedBot) -> Set<Rule.Target> {
        Set(shadows(in: bot).values.joined().map(\.target))
    }

    /// For each catch-all, by the number of its rule, the first rule of every state behind it.
    private static func shadows(in bot: CheckedBot) -> [Int: [Rule]] {
        let defeats = bot.contests.defeats
        guard !defeats.isEmpty else { return [:] }
        var shadows: [Int: [Rule]] = [:]
        for rules in Dictionary(grouping: bot.bot.rules, by: \.target).values {
            guard let first = rules.first, let winner = defeats[first.index]?.winner,
                rules.allSatisfy({ defeats[$0.index]?.isByCatchAll == true })
            else { continue }
            shadows[winner.index, default: []].append(first)
        }
        return shadows
    }

    // MARK: Words

    private static let mostNamed = 3

    private static func finding(_ trigger: PlacedTrigger, _ hidden: [Rule], in bot: CheckedBot) -> Diagnostic {
        let event = trigger.tag.isBang ? "event!: noMatch" : "event: noMatch"
        let finding = Diagnostic(
            .warning, code,
            "This takes any text and always goes first, so nothing that is said leads to \(list(hidden, in: bot.bot)).",
            hint: "Write `\(event)`: it answers only what nothing else does.", in: trigger.file, at: trigger.tag.span)
        return hidden.prefix(mostNamed).compactMap(bot.trigger).reduce(finding) { finding, trigger in
            finding.labelled("never gets its turn", in: trigger.file, at: trigger.tag.span)
        }
    }

    /// “`/A`, `/B`, `/C` and 3 other states”
    private static func list(_ hidden: [Rule], in bot: Bot) -> String {
        var names = hidden.prefix(mostNamed).map { "`\(bot.path(of: $0.target))`" }
        let others = hidden.count - names.count
        if others > 0 { names.append(others == 1 ? "another state" : "\(others) other states") }
        let last = names.removeLast()
        return names.isEmpty ? last : names.joined(separator: ", ") + " and " + last
    }
}
