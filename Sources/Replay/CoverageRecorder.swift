import BotModel
import Conversations
import Synchronization

/// Learns from turns what of a bot is visited; several may play at a time.
package final class CoverageRecorder: Sendable {
    private let bot: Bot
    private let transitions: [BotTransition]
    private let rulesByPlace: [Place: [Rule]]
    private let transitionsByState: [StatePath: [Int]]
    /// Buttons, timeouts and interruptions by where they lead.
    private let offers: [StatePath: [Int]]
    private let found = Mutex(TestCoverage())

    private struct Place: Hashable {
        let file: String
        let line: Int
    }

    package init(_ bot: Bot) {
        self.bot = bot
        let transitions = bot.transitions
        let numbers = transitions.indices.filter { transitions[$0].kind != .rule }
        rulesByPlace = Dictionary(grouping: bot.rules) { Place(file: $0.place.file, line: $0.place.line) }
        transitionsByState = Dictionary(grouping: numbers) { transitions[$0].from ?? .root }
        let offers = numbers.filter { [.button, .timeout, .bargeIn].contains(transitions[$0].kind) }
        self.offers = Dictionary(grouping: offers) { transitions[$0].to ?? .root }
        self.transitions = transitions
    }

    package var coverage: TestCoverage { found.withLock { $0 } }

    /// - Parameter before: how the talk stood before the turn.
    func note(_ incoming: Incoming, in before: ConversationState, _ result: TurnResult) {
        let context = StatePath(before.contextPath)
        var turn = TestCoverage()
        var deferred: Set<StatePath> = []
        if case .goTo(let path) = incoming {
            turn.states.insert(StatePath(path))
            accepted(.timeout, from: context, to: StatePath(path), &turn)
            accepted(.button, from: context, to: StatePath(path), &turn)
        }
        for happening in result.happenings {
            switch happening {
            case .match(let match): note(match, from: context, &turn)
            case .reply(let reply): turn.states.insert(StatePath(reply.state))
            case .step(.transition(let from, let to, let isDeferred)):
                if isDeferred { deferred.insert(StatePath(to)) } else { turn.states.insert(StatePath(to)) }
                gone(from: StatePath(from), to: StatePath(to), by: isDeferred ? [.deferred] : [.go], &turn)
            default: break
            }
        }
        let end = StatePath(result.state.contextPath)
        // A state that only listens is visited when the talk waits in it; one that does something, when it has done it.
        if !deferred.contains(end) || bot.state(at: end)?.reactions.isEmpty != false { turn.states.insert(end) }
        noteTags(&turn)
        // Who breaks in stands in the state to which the answer leads.
        accepted(.bargeIn, from: context, to: context, &turn)
        keep(turn)
    }

    private func keep(_ turn: TestCoverage) {
        found.withLock { found in
            found.states.formUnion(turn.states)
            found.rules.formUnion(turn.rules)
            found.transitions.formUnion(turn.transitions)
        }
    }

    private func note(_ match: RuleMatch, from context: StatePath, _ turn: inout TestCoverage) {
        let state = StatePath(match.state)
        turn.states.formUnion([state] + match.detours.map { StatePath($0.state) })
        let rules = (rulesByPlace[Place(file: match.file, line: match.line)] ?? []).filter {
            $0.source == match.rule && $0.isActive(in: context)
        }
        guard rules.isEmpty else { return turn.rules.formUnion(rules.map(\.index)) }
        // The press of a button has a match of its own.
        accepted(.button, from: context, to: state, &turn)
    }

    /// What a state has offered, and came later. The talk may have moved on since then; then it counts for all visited states that offer it.
    private func accepted(
        _ kind: BotTransition.Kind, from context: StatePath, to: StatePath, _ turn: inout TestCoverage
    ) {
        let all = (offers[to] ?? []).filter { transitions[$0].kind == kind }
        guard !all.isEmpty else { return }
        let near = all.filter { transitions[$0].from == context }
        let visited = found.withLock { $0.states }
        turn.transitions.formUnion(near.isEmpty ? all.filter { visited.contains(transitions[$0].from ?? .root) } : near)
    }

    /// The transitions of a state that lead there: those of the kinds, else paths in code, else one that is only known at run time.
    private func gone(
        from: StatePath, to: StatePath, by kinds: Set<BotTransition.Kind>, _ turn: inout TestCoverage
    ) {
        let all = transitionsByState[from] ?? []
        let found = all.filter { kinds.contains(transitions[$0].kind) && transitions[$0].to == to }
        let scripts = found.isEmpty ? all.filter { transitions[$0].kind == .script && transitions[$0].to == to } : found
        let open =
            scripts.isEmpty ? all.filter { kinds.contains(transitions[$0].kind) && transitions[$0].to == nil } : scripts
        turn.transitions.formUnion(open)
    }

    /// Tags of the bot leave no trace of their own: both their ends are visited in one turn.
    private func noteTags(_ turn: inout TestCoverage) {
        for state in turn.states {
            for number in transitionsByState[state] ?? [] where transitions[number].kind == .tag {
                if let target = transitions[number].to, turn.states.contains(target) { turn.transitions.insert(number) }
            }
        }
    }
}
