import BotModel
import Conversations
import FoundationEssentials
import PatternMatching
import Utterances

/// Decides which state comes next and which of its reactions run. Pure: time, chance and scripts come in as arguments.
package struct DialogMachine: Sendable {
    /// More immediate transitions than this in one turn are a loop (dsl.md 6.5, uncertain).
    package static let transitionLimit = 50

    private let bot: Bot
    private let finder: RuleFinder

    package init(bot: Bot) {
        self.bot = bot
        finder = RuleFinder(bot: bot)
    }

    /// One turn: state and incoming in, new state and happenings out (dsl.md 6.1).
    package func turn(_ input: TurnInput, scripts: any ScriptEvaluating) -> (TurnResult, RandomSource) {
        scripts.begin(input)
        var visit = Visit(bot: bot, scripts: scripts, context: StatePath(input.state.contextPath), now: input.now)
        var matched: Happening?
        switch input.incoming {
        case .goTo(let path):
            visit.goTo(path)
        case .text(let text):
            matched = answer(finder(text, in: visit.context), elseEvent: "noMatch", text: text, &visit)
        case .event(let event, _):
            matched = answer(finder.rules(forEvent: event, in: visit.context), elseEvent: nil, text: nil, &visit)
        }
        let outcome = scripts.end()
        var state = input.state
        state.contextPath = visit.context.description
        state.session = outcome.session
        state.client = outcome.client
        state.redialUsed = outcome.redialUsed
        state.timeout = outcome.timeout
        if case .event("hangup", _) = input.incoming { state.hungUpBy = .caller }
        if outcome.happenings.contains(.hangUp(.bot)) { state.hungUpBy = state.hungUpBy ?? .bot }
        return (TurnResult(state: state, happenings: (matched.map { [$0] } ?? []) + outcome.happenings), outcome.random)
    }

    /// The rules that answer a text, best first; one that is too long for `nlp.lengthLimit` is the event `lengthLimit`.
    private func finder(_ text: String, in context: StatePath) -> [FoundRule] {
        if let limit = bot.configuration.lengthLimit, text.unicodeScalars.count > limit {
            return finder.rules(forEvent: "lengthLimit", in: context)
        }
        return finder.rules(for: Utterance(text), in: context)
    }

    /// Whether any rule leads on from this context.
    package func answers(_ incoming: Incoming, in context: StatePath) -> Bool {
        switch incoming {
        case .text(let text): !finder(text, in: context).isEmpty
        case .event(let event, _): !finder.rules(forEvent: event, in: context).isEmpty
        case .goTo(let path): bot.exists(StatePath(path))
        }
    }

    /// The rules that answer a text, best first, for `match` and `:why`.
    package func candidates(for text: String, in context: StatePath) -> [FoundRule] { finder(text, in: context) }

    private func answer(_ found: [FoundRule], elseEvent: String?, text: String?, _ visit: inout Visit) -> Happening? {
        var found = found
        if found.isEmpty, let elseEvent { found = finder.rules(forEvent: elseEvent, in: visit.context) }
        guard let winner = found.first else { return nil }
        visit.follow(winner, text: text)
        return .match(record(winner, runnersUp: found.dropFirst()))
    }

    private func record(_ winner: FoundRule, runnersUp: ArraySlice<FoundRule>) -> RuleMatch {
        RuleMatch(
            state: path(of: winner.rule).description, rule: winner.rule.source, file: winner.rule.place.file,
            line: winner.rule.place.line, score: winner.score, rank: winner.rank,
            runnersUp: runnersUp.prefix(5).map {
                RunnerUp(state: path(of: $0.rule).description, rule: $0.rule.source, score: $0.score, rank: $0.rank)
            })
    }

    private func path(of rule: Rule) -> StatePath {
        switch rule.target {
        case .state(let index): bot.states[index].path
        case .theme(let path): path
        }
    }
}
