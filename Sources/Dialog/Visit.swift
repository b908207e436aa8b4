import BotModel
import Conversations
import FoundationEssentials
import PatternMatching

/// The walk of one turn through states: reactions run, transitions lead on, the context moves (dsl.md 6.2).
struct Visit {
    let bot: Bot
    let scripts: any ScriptEvaluating
    private(set) var context: StatePath
    let now: Date
    /// The intent whose slots the bot asks for: before the turn, and after it.
    var openSlots: OpenSlots?
    /// What this very caller has names for.
    var clientEntities: ClientEntities?
    /// What `newSession:` wants answered first.
    private var firstRequest: String?

    init(bot: Bot, scripts: any ScriptEvaluating, context: StatePath, now: Date) {
        self.bot = bot
        self.scripts = scripts
        self.context = context
        self.now = now
    }

    /// How the reactions of a state ended.
    private enum Ending {
        case done
        /// The rest of the state is skipped.
        case stopped
        case go(to: StatePath)
        /// `newSession:`: the dialog is back at the root, and nothing else runs.
        case newSession
    }

    mutating func follow(_ found: FoundRule, text: String?) {
        do {
            try scripts.take(found.tree ?? text.map(Self.unmatched))
        } catch {
            scripts.note(error)
        }
        switch found.rule.target {
        case .state(let index): walk(from: bot.states[index], keepsContext: found.rule.keepsContext)
        case .theme(let path): context = path
        }
    }

    /// The state of an intent whose slots are filled.
    mutating func follow(_ path: StatePath, keepsContext: Bool, tree: ParseNode) {
        do { try scripts.take(tree) } catch { scripts.note(error) }
        if let state = bot.state(at: path) { walk(from: state, keepsContext: keepsContext) } else { context = path }
    }

    func note(_ failure: TurnFailure) { scripts.note(failure) }

    func recognise(_ intent: RecognisedIntent) { scripts.recognise(intent) }

    /// A jump from outside, as of a due timeout.
    mutating func goTo(_ written: String) {
        openSlots = nil
        guard let path = bot.resolve(written, from: context) else {
            scripts.note(.unknownState(written, from: context, place: nil))
            return
        }
        enter(path)
    }

    /// A button with a transition, pressed or said.
    mutating func press(_ target: StatePath, text: String) {
        openSlots = nil
        do { try scripts.take(Self.unmatched(text)) } catch { scripts.note(error) }
        enter(target)
    }

    private mutating func enter(_ path: StatePath) {
        if let state = bot.state(at: path) { walk(from: state) } else { context = path }
    }

    /// What is to be answered first in a session that has just begun.
    mutating func takeFirstRequest() -> String? {
        defer { firstRequest = nil }
        return firstRequest
    }

    /// `$parseTree` of a text that no pattern matched still holds the words.
    private static func unmatched(_ text: String) -> ParseNode {
        ParseNode(tag: "root", pattern: "root", text: text, words: [])
    }

    /// - Parameter keepsContext: `noContext` of the trigger; it holds for the first state only.
    private mutating func walk(from first: BotState, keepsContext: Bool = false) {
        var state = first
        for step in 0...DialogMachine.transitionLimit {
            if !state.keepsContext, !(keepsContext && step == 0) { context = state.path }
            var deferred: StatePath?
            scripts.enter(state.path, context: context)
            let ending = perform(state.reactions, of: state, deferred: &deferred)
            if let deferred { context = deferred }
            if case .newSession = ending { context = .root }
            guard case .go(let path) = ending else { return }
            guard let next = bot.state(at: path) else {
                context = path
                return
            }
            state = next
        }
        scripts.note(.endlessTransitions(state))
    }

    private mutating func perform(_ reactions: [Reaction], of state: BotState, deferred: inout StatePath?) -> Ending {
        for reaction in reactions {
            do {
                let ending = try perform(reaction, of: state, deferred: &deferred)
                if case .done = ending { continue }
                return ending
            } catch {
                scripts.note(error)
                return .stopped
            }
        }
        return .done
    }

    private mutating func perform(
        _ reaction: Reaction, of state: BotState, deferred: inout StatePath?
    ) throws(TurnFailure) -> Ending {
        switch reaction {
        case .answer(let text, let options, _): try say(text, options)
        case .media(let type, let field, let address, let options, _):
            let address = try render(address)
            try scripts.reply(type: type, fields: [(field, .text(address))] + (try render(options)))
        case .buttons(let type, let buttons, _):
            let fields = try buttons.map { button throws(TurnFailure) in try render(button, in: state) }
            try scripts.reply(type: type, fields: [("buttons", .list(fields))])
        case .script(let block, _): return try run(block, of: state, deferred: &deferred)
        case .choice(let branches): return try choose(branches, of: state, deferred: &deferred)
        case .random(let reactions):
            guard !reactions.isEmpty else { return .done }
            return try perform(reactions[scripts.random(below: reactions.count)], of: state, deferred: &deferred)
        case .transition(let path, let isDeferred, let place):
            return try transition(
                to: try render(path), isDeferred: isDeferred, from: state, place: place, deferred: &deferred)
        case .timeout(let target, let interval, let place):
            try setTimeout(try render(target), after: try render(interval), of: state, place: place)
        case .newSession(let begin, let message, _): return try beginSession(begin, message)
        case .call(_, let start, let arguments, _):
            let given = try arguments.map { argument throws(TurnFailure) in
                ReplyField.Member(argument.name, try render(argument.value, in: state))
            }
            try scripts.setArguments(.object(given))
            return .go(to: start)
        case .unavailable(let fault, let place): return try pass(fault, of: state, place, &deferred)
        }
        return .done
    }

    private mutating func beginSession(_ begin: CodeReference, _ message: Template?) throws(TurnFailure) -> Ending {
        let request = try message.map { message throws(TurnFailure) in try render(message) }
        _ = try scripts.run(begin)
        firstRequest = request
        openSlots = nil
        return .newSession
    }

    /// What cannot be done is noted; the talk goes on in the tag's own `errorState`, or behind the tag.
    private mutating func pass(
        _ fault: Reaction.Unavailable, of state: BotState, _ place: CodePlace, _ deferred: inout StatePath?
    ) throws(TurnFailure) -> Ending {
        scripts.note(.unavailable(fault, place: place))
        guard let errorState = fault.errorState else { return fault.endsState ? .stopped : .done }
        return try transition(
            to: try render(errorState), isDeferred: false, from: state, place: place, deferred: &deferred)
    }

    private mutating func run(
        _ block: CodeReference, of state: BotState, deferred: inout StatePath?
    ) throws(TurnFailure) -> Ending {
        let wish = try scripts.run(block)
        if wish.startsSession { openSlots = nil }
        if wish.startsSession, state.keepsContext { context = .root }
        if let transition = wish.transition {
            let ending = try self.transition(
                to: transition.path, isDeferred: transition.isDeferred, from: state, place: state.place,
                deferred: &deferred)
            if case .go = ending { return ending }
        }
        return wish.stops ? .stopped : .done
    }

    private mutating func choose(
        _ branches: [Reaction.Branch], of state: BotState, deferred: inout StatePath?
    ) throws(TurnFailure) -> Ending {
        for branch in branches {
            if let condition = branch.condition, try !scripts.holds(condition) { continue }
            return perform(branch.reactions, of: state, deferred: &deferred)
        }
        return .done
    }

    private func transition(
        to written: String, isDeferred: Bool, from state: BotState, place: CodePlace, deferred: inout StatePath?
    ) throws(TurnFailure) -> Ending {
        guard let path = bot.resolve(written, from: state.home) else {
            throw .unknownState(written, from: state.home, place: place)
        }
        scripts.trace(
            .transition(from: state.path.description, to: path.description, isDeferred: isDeferred))
        guard isDeferred else { return .go(to: path) }
        deferred = path
        return .done
    }

    private func setTimeout(
        _ target: String, after interval: String, of state: BotState, place: CodePlace
    ) throws(TurnFailure) {
        guard let path = bot.resolve(target, from: state.home) else {
            throw .unknownState(target, from: state.home, place: place)
        }
        guard let seconds = TimeoutInterval.seconds(in: interval) else {
            throw .unreadableInterval(interval, place: place)
        }
        scripts.setTimeout(PendingTimeout(due: now.addingTimeInterval(seconds), targetState: path.description))
    }
}
