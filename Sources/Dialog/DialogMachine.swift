import BotModel
import Conversations
import FoundationEssentials
import PatternMatching
import Understanding
import Utterances

/// Decides which state comes next and which of its reactions run. Pure: time, chance and scripts come in as arguments.
package final class DialogMachine: Sendable {
    /// More immediate transitions than this in one turn are a loop (dsl.md 6.5, uncertain).
    package static let transitionLimit = 50

    /// A session that begins anew more often than this in one turn does so for ever.
    private static let mostNewSessions = 5

    let bot: Bot
    let finder: RuleFinder
    private let words: any WordForms

    /// - Parameter teaching: makes what recognises intents.
    package init(
        bot: Bot, words: any WordForms = ExactForms(), teaching: @escaping IntentTeaching = { ExactPhrases($0) }
    ) {
        self.bot = bot
        self.words = words
        finder = RuleFinder(bot: bot, words: words, teaching: teaching)
    }

    /// One turn: state and incoming in, new state and happenings out (dsl.md 6.1).
    package func turn(_ input: TurnInput, scripts: any ScriptEvaluating) -> (TurnResult, RandomSource) {
        scripts.begin(input)
        var visit = Visit(bot: bot, scripts: scripts, context: StatePath(input.state.contextPath), now: input.now)
        visit.openSlots = input.state.openSlots
        visit.clientEntities = ClientEntities(client: input.state.client, of: bot, forms: words)
        var matched: Happening?
        switch input.incoming {
        case .goTo(let path):
            visit.goTo(path)
        case .text(let text):
            matched =
                press(text, of: input.state.offered ?? [], &visit) ?? hearSlots(text, &visit) ?? answer(text, &visit)
        case .event(let event, _):
            matched = follow(finder.rules(forEvent: event, in: visit.context), text: nil, &visit)
        }
        beginAnew(&visit)
        let outcome = scripts.end()
        var state = input.state
        state.contextPath = visit.context.description
        state.session = outcome.session
        state.client = outcome.client
        state.redialUsed = outcome.redialUsed
        state.timeout = outcome.timeout
        state.openSlots = visit.openSlots
        state.history = outcome.history
        state.offered = OfferedButton.offered(in: outcome.happenings, bot) ?? state.offered
        if case .event("hangup", _) = input.incoming { state.hungUpBy = .caller }
        if outcome.happenings.contains(.hangUp(.bot)) { state.hungUpBy = state.hungUpBy ?? .bot }
        var result = TurnResult(state: state, happenings: (matched.map { [$0] } ?? []) + outcome.happenings)
        result.response = outcome.response
        return (result, outcome.random)
    }

    /// What answers a text; one that is too long for `nlp.lengthLimit` is the event `lengthLimit`.
    private func finder(_ utterance: Utterance, in context: StatePath) -> RuleSearch {
        guard excess(of: utterance.text) == nil else {
            return RuleSearch(found: finder.rules(forEvent: "lengthLimit", in: context), givenUp: [])
        }
        return finder.search(utterance, in: context)
    }

    /// By how much a text is too long for `nlp.lengthLimit`; `nil` for one that is not.
    package func excess(of text: String) -> LengthExcess? {
        guard let limit = bot.configuration.lengthLimit else { return nil }
        let length = text.unicodeScalars.count
        return length > limit ? LengthExcess(length: length, limit: limit) : nil
    }

    /// Whether any rule leads on from this context.
    package func answers(_ incoming: Incoming, in context: StatePath) -> Bool {
        switch incoming {
        case .text(let text): !finder(Utterance(text), in: context).found.isEmpty
        case .event(let event, _): !finder.rules(forEvent: event, in: context).isEmpty
        case .goTo(let path): bot.exists(StatePath(path))
        }
    }

    /// The rules for a text however long, for `match` and `:why`.
    package func search(_ text: String, in context: StatePath) -> RuleSearch {
        finder.search(Utterance(text), in: context)
    }

    /// Explains what a text meets, for `match --explain` and `:why`.
    package func explainer() -> RuleExplainer { RuleExplainer(self, finder) }

    /// What answers a text that no rule takes: the event `match` for an intent without a rule, else `noMatch`.
    func substitute(for text: String, in context: StatePath) -> (event: String, rule: FoundRule?) {
        if intent(Utterance(text)) != nil, let rule = finder.rules(forEvent: "match", in: context).first {
            return ("match", rule)
        }
        return ("noMatch", finder.rules(forEvent: "noMatch", in: context).first)
    }

    /// A text that is the text of a button leads straight to the button's state (dsl.md 2.2.6).
    private func press(_ text: String, of buttons: [OfferedButton], _ visit: inout Visit) -> Happening? {
        guard let button = buttons.first(where: { $0.text == text.trimmed }) else { return nil }
        let target = StatePath(button.targetState)
        guard bot.exists(target) else { return nil }
        visit.press(target, text: text)
        let place = bot.state(at: target)?.place
        return .match(
            RuleMatch(
                state: target.description, rule: "button \(button.text)", file: place?.file ?? "",
                line: place?.line ?? 0, score: 1, rank: 1))
    }

    /// Rules for the text; else, for an intent that no state takes, the event `match`; else the event `noMatch`.
    private func answer(_ text: String, _ visit: inout Visit) -> Happening? {
        let utterance = visit.heard(text)
        let search = finder(utterance, in: visit.context)
        for givenUp in search.givenUp { visit.note(.givenUp(givenUp)) }
        var found = search.found
        let intent = (found.isEmpty ? intent(utterance) : found[0].intent).map(finder.recogniser.understood)
        if let intent { visit.recognise(intent) }
        if !found.isEmpty { found[0].intent = intent }
        if let asked = ask(for: found.first, &visit) { return asked }
        if found.isEmpty, intent != nil { found = finder.rules(forEvent: "match", in: visit.context) }
        if found.isEmpty { found = finder.rules(forEvent: "noMatch", in: visit.context) }
        return follow(found, text: text, &visit)
    }

    private func intent(_ utterance: Utterance) -> RecognisedIntent? {
        excess(of: utterance.text) == nil ? finder.intent(of: utterance) : nil
    }

    private func follow(_ found: [FoundRule], text: String?, _ visit: inout Visit) -> Happening? {
        guard let winner = found.first else { return nil }
        visit.follow(winner, text: text)
        return .match(record(winner, runnersUp: found.dropFirst()))
    }

    /// `newSession:` with a message: it is the first request of the new session, answered in the same turn.
    private func beginAnew(_ visit: inout Visit) {
        for _ in 0..<Self.mostNewSessions {
            guard let message = visit.takeFirstRequest() else { return }
            _ = answer(message, &visit)
        }
    }

    private func record(_ winner: FoundRule, runnersUp: ArraySlice<FoundRule>) -> RuleMatch {
        RuleMatch(
            state: path(of: winner.rule).description, rule: winner.rule.source, file: winner.rule.place.file,
            line: winner.rule.place.line, score: winner.score, rank: winner.rank,
            runnersUp: runnersUp.prefix(5).map {
                RunnerUp(state: path(of: $0.rule).description, rule: $0.rule.source, score: $0.score, rank: $0.rank)
            })
    }

    func path(of rule: Rule) -> StatePath {
        switch rule.target {
        case .state(let index): bot.states[index].path
        case .theme(let path): path
        }
    }
}
