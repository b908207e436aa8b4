import BotModel

extension RuleContests {
    /// Patterns go before intents whatever they count, so one that takes any text silences them where it is heard (dsl.md 3.8). About examples
    /// the sources do not agree: bots with `e:` beside `q: *` count on the examples.
    mutating func findSilenced(in ring: PatternRing) {
        let intents = ring.bot.rules.filter(\.trigger.isIntent)
        guard !intents.isEmpty else { return }
        let catchAlls = Dictionary(grouping: ring.firstRules.filter(ring.takesAnyText)) {
            ring.groups.numbers[$0.index]
        }
        guard !catchAlls.isEmpty else { return }
        for (group, members) in Dictionary(grouping: intents, by: { ring.groups.numbers[$0.index] }) {
            let heard = ring.groups.heard(whereverIs: group).flatMap { catchAlls[$0] ?? [] }
            for rule in members {
                guard let winner = heard.first(where: { $0.target != rule.target }),
                    ring.goesFirst(winner, before: rule)
                else { continue }
                defeats[rule.index] = Defeat(winner: winner, reason: .kind, isByCatchAll: true)
            }
        }
    }
}

extension Rule.Trigger {
    fileprivate var isIntent: Bool {
        switch self {
        case .intent, .intentGroup: true
        case .pattern, .event, .example, .exampleGroup: false
        }
    }
}
