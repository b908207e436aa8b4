import BotModel
import Conversations
import FoundationEssentials
import PatternMatching
import Utterances

/// A request in the order of dsl.md 6.1: handlers, understanding, handlers, the state and where it leads, handlers.
extension DialogMachine {
    func answer(_ incoming: Incoming, _ visit: inout Visit) -> RuleMatch? {
        var incoming = incoming
        let earlierDetours = visit.detours.count
        visit.prepare(&incoming)
        guard visit.newSession == nil, var entrance = entrance(for: incoming, &visit), visit.newSession == nil else {
            return nil
        }
        visit.hasAnswered = true
        let record = entrance.record ?? visit.takeDetour(after: earlierDetours).map { self.record(of: $0) }
        let waiting = visit.begin(&entrance)
        guard visit.newSession == nil else { return record }
        visit.enter(entrance, waiting: waiting)
        if visit.newSession == nil { visit.finish() }
        return record
    }

    /// The message of a new session is the first request of it, answered in the same turn.
    func answerNewSessions(_ visit: inout Visit) -> RuleMatch? {
        var record: RuleMatch?
        for _ in 0..<Self.mostNewSessions {
            guard let session = visit.newSession else { return record }
            visit.newSession = nil
            visit.hasAnswered = true
            (visit.context, visit.current, visit.offered, visit.openSlots) = (.root, .root, nil, nil)
            visit.scripts.beginSession(with: session.message)
            guard let message = session.message else { return record }
            let answered = answer(.text(message), &visit)
            record = record ?? answered
        }
        if visit.newSession != nil {
            _ = visit.fail(.endlessSessions)
            // What comes behind is heard all the same: the events of the turn's end.
            visit.newSession = nil
        }
        return record
    }

    /// The state that answers; `nil` when nothing does, and the request is passed over in silence.
    private func entrance(for incoming: Incoming, _ visit: inout Visit) -> Entrance? {
        switch incoming {
        case .goTo(let written):
            visit.openSlots = nil
            guard let path = bot.resolve(written, from: visit.context) else {
                let failure = bot.unknownState(written, from: visit.context, place: nil)
                return visit.fail(failure, waitingIn: visit.context).target.map { Entrance($0, in: bot) }
            }
            return Entrance(path, in: bot)
        case .event(let event, _):
            return entrance(by: finder.rules(forEvent: event, in: visit.context), text: nil, &visit)
        case .text(let text):
            return press(text, &visit) ?? hearSlots(text, &visit) ?? understand(text, &visit)
        }
    }

    /// A text that is the text of a button leads straight to the button's state (dsl.md 2.2.6).
    private func press(_ text: String, _ visit: inout Visit) -> Entrance? {
        guard let button = visit.offered?.first(where: { $0.text == text.trimmed }) else { return nil }
        let target = StatePath(button.targetState)
        guard bot.exists(target) else { return nil }
        visit.openSlots = nil
        let place = bot.state(at: target)?.place
        let record = RuleMatch(
            state: target.description, rule: "button \(button.text)", file: place?.file ?? "", line: place?.line ?? 0,
            score: 1, rank: 1)
        let elsewhere = visit.take(Self.unmatched(text), for: target)
        var entrance = Entrance(elsewhere ?? target, in: bot)
        entrance.record = record
        return entrance
    }

    /// Rules for the text; else, for an intent that no state takes, the event `match`; else the event `noMatch`.
    private func understand(_ text: String, _ visit: inout Visit) -> Entrance? {
        visit.openSlots = nil
        let utterance = visit.heard(text)
        let search = finder(utterance, in: visit.context)
        for givenUp in search.givenUp { visit.scripts.note(.givenUp(givenUp)) }
        let others = { self.excess(of: text) == nil ? self.finder.intents(of: utterance) : [] }
        let intent = search.found.isEmpty ? others().first.map(finder.recogniser.understood) : nil
        let found =
            search.found.isEmpty
            ? substitute(for: intent, isGivenUp: !search.givenUp.isEmpty, in: visit.context).rules : search.found
        visit.scripts.offer(Hypotheses(rules: found, isUnderstood: !search.found.isEmpty, intents: others))
        if !visit.scripts.handlers(of: .selectNLUResult).isEmpty {
            return select(among: found, text, intent, &visit)
        }
        if let intent { visit.scripts.recognise(intent) }
        return entrance(by: found, text: text, &visit)
    }

    /// The event that stands for a text that no rule takes, and its rules: `timeLimit` for one that was too much to try all patterns on,
    /// `match` for an intent without a rule, else `noMatch`.
    func substitute(
        for intent: RecognisedIntent?, isGivenUp: Bool, in context: StatePath
    ) -> (event: String, rules: [FoundRule]) {
        if isGivenUp {
            let rules = finder.rules(forEvent: "timeLimit", in: context)
            if !rules.isEmpty { return ("timeLimit", rules) }
        }
        if intent != nil {
            let rules = finder.rules(forEvent: "match", in: context)
            if !rules.isEmpty { return ("match", rules) }
        }
        return ("noMatch", finder.rules(forEvent: "noMatch", in: context))
    }

    /// Lets handlers prefer another of the rules, or any state (dsl.md 3.8).
    private func select(
        among found: [FoundRule], _ text: String, _ intent: RecognisedIntent?, _ visit: inout Visit
    ) -> Entrance? {
        let target = visit.select()
        guard visit.newSession == nil else { return nil }
        var selection: Hypotheses.Selection?
        do { selection = try visit.scripts.selection() } catch { _ = visit.fail(error) }
        var ordered = found
        if let rule = selection?.rule, found.indices.contains(rule) {
            ordered = [found[rule]] + found[..<rule] + found[(rule + 1)...]
        } else if let selection, selection.state == nil {
            ordered = finder.rules(forEvent: intent == nil ? "noMatch" : "match", in: visit.context)
        }
        if ordered.first?.intent == nil, let intent { visit.scripts.recognise(intent) }
        let entrance = entrance(by: ordered, text: text, &visit)
        guard let path = target ?? selection?.state.map({ StatePath($0) }), path != entrance?.path else {
            return entrance
        }
        guard bot.exists(path) else {
            _ = visit.fail(bot.unknownState(path.description, from: visit.context, place: nil))
            return entrance
        }
        if target == nil { visit.note(.selectNLUResult, leadsTo: path) }
        var moved = entrance ?? Entrance(path, in: bot)
        moved.move(to: path, in: bot)
        return moved
    }

    /// The way by the best of these rules; what its pattern captured is known from here on.
    private func entrance(by found: [FoundRule], text: String?, _ visit: inout Visit) -> Entrance? {
        guard var winner = found.first else { return nil }
        winner.intent = winner.intent.map(finder.recogniser.understood)
        if let intent = winner.intent { visit.scripts.recognise(intent) }
        var entrance = Entrance(winner.rule, in: bot)
        entrance.record = record(winner, runnersUp: found.dropFirst())
        if let question = question(for: winner, to: entrance) { entrance.ask(question, in: bot) }
        if let elsewhere = visit.take(winner.tree ?? text.map(Self.unmatched), for: entrance.path) {
            entrance.move(to: elsewhere, in: bot)
        }
        return entrance
    }

    /// `$parseTree` of a text that no pattern matched still holds the words.
    private static func unmatched(_ text: String) -> ParseNode {
        ParseNode(tag: "root", pattern: "root", text: text, words: [])
    }

    /// Of a request that a handler has led to a state before anything was understood.
    private func record(of detour: RuleMatch.Detour) -> RuleMatch {
        let place = bot.state(at: StatePath(detour.state))?.place
        return RuleMatch(
            state: detour.state, rule: "\(detour.handler) handler", file: place?.file ?? "", line: place?.line ?? 0,
            score: 1, rank: 1)
    }

    private func record(_ winner: FoundRule, runnersUp: ArraySlice<FoundRule>) -> RuleMatch {
        RuleMatch(
            state: bot.path(of: winner.rule.target).description, rule: winner.rule.source,
            file: winner.rule.place.file, line: winner.rule.place.line, score: winner.score, rank: winner.rank,
            runnersUp: runnersUp.prefix(5).map {
                RunnerUp(
                    state: bot.path(of: $0.rule.target).description, rule: $0.rule.source, score: $0.score,
                    rank: $0.rank)
            })
    }
}
