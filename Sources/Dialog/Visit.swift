import BotModel
import Conversations
import Entities
import FoundationEssentials
import PatternMatching
import Utterances

/// The walk of one turn through states: reactions run, transitions lead on, the context moves (dsl.md 6.2).
struct Visit {
    private let machine: DialogMachine
    let scripts: any ScriptEvaluating
    var context: StatePath
    /// The state that runs, or ran last; before the first one, the context.
    var current: StatePath
    /// Immediate transitions so far, in all of the turn.
    private var transitions = 0
    /// Set when a session has begun in the midst of a request: nothing more of that request runs.
    var newSession: ScriptWish.NewSession?
    /// Whether a state has answered, or a session has begun: else the request is passed over.
    var hasAnswered = false
    var isHandlingFailure = false
    /// Where handlers have led the talk.
    private(set) var detours: [RuleMatch.Detour] = []
    /// How many failures handlers have been told in this turn.
    var handledFailures = 0
    /// The buttons that the caller may press.
    var offered: [OfferedButton]?
    /// The intent whose slots the bot asks for: before the turn, and after it.
    var openSlots: OpenSlots?
    /// What this very caller has names for.
    var clientEntities: ClientEntities?
    /// When and where the turn is, for a bot that asks for times.
    var moment: EntityMoment?

    init(_ state: ConversationState, of machine: DialogMachine, scripts: any ScriptEvaluating) {
        self.machine = machine
        self.scripts = scripts
        context = StatePath(state.contextPath)
        current = context
        offered = state.offered
        openSlots = state.openSlots
    }

    /// Not a member of its own: a bot is large, and a visit is made for every turn.
    var bot: Bot { machine.bot }

    func utterance(of text: String) -> Utterance { machine.utterance(of: text, at: moment) }

    mutating func note(_ phase: TurnPhase, leadsTo path: StatePath) {
        detours.append(RuleMatch.Detour(handler: phase.rawValue, state: path.description))
    }

    /// The last detour, if there are more than so many; it is told otherwise.
    mutating func takeDetour(after count: Int) -> RuleMatch.Detour? {
        detours.count > count ? detours.removeLast() : nil
    }

    /// How the reactions of a state ended.
    enum Ending {
        case done
        /// The rest of the state is skipped.
        case stopped
        case go(to: StatePath)
    }

    /// Makes the captures known that lead to a state; where a handler leads that is called since a converter failed.
    mutating func take(_ tree: ParseNode?, for state: StatePath) -> StatePath? {
        do {
            try scripts.take(tree)
            return nil
        } catch {
            var failure = error
            failure.state = failure.state ?? state.description
            return fail(failure).target
        }
    }

    /// - Parameter waiting: where a handler wants the talk to wait after the first state.
    mutating func enter(_ entrance: Entrance, waiting: StatePath? = nil) {
        if let question = entrance.question { return ask(question) }
        switch entrance.target {
        case .state(let state): walk(from: state, keepsContext: entrance.keepsContext, waiting: waiting)
        case .theme(let path):
            current = path
            context = waiting ?? path
        }
    }

    mutating func walk(from first: BotState, keepsContext: Bool = false, waiting: StatePath? = nil) {
        var state = first
        var (keepsContext, deferred) = (keepsContext, waiting)
        while true {
            if !state.keepsContext, !keepsContext { context = state.path }
            current = state.path
            scripts.enter(state.path, context: context)
            let ending = perform(state.reactions, of: state, deferred: &deferred)
            guard newSession == nil else { return }
            context = deferred ?? context
            guard case .go(let path) = ending, let next = step(to: path) else { return }
            (state, keepsContext, deferred) = (next, false, nil)
        }
    }

    /// One immediate transition; `nil` when it ends there: at a theme, or since there were too many.
    mutating func step(to path: StatePath) -> BotState? {
        guard transitions < DialogMachine.transitionLimit else {
            _ = fail(.endlessTransitions(to: path, bot.state(at: path)?.place))
            return nil
        }
        transitions += 1
        if let state = bot.state(at: path) { return state }
        (context, current) = (path, path)
        return nil
    }

    private mutating func perform(_ reactions: [Reaction], of state: BotState, deferred: inout StatePath?) -> Ending {
        for reaction in reactions {
            do {
                let ending = try carryOut(reaction, of: state, deferred: &deferred)
                if case .done = ending { continue }
                return ending
            } catch {
                let elsewhere = fail(error, waitingIn: deferred ?? context)
                deferred = elsewhere.deferred ?? deferred
                return elsewhere.target.map { .go(to: $0) } ?? .stopped
            }
        }
        return .done
    }

    /// What scripts wish within a tag (`a: {{ }}`) is done when the tag is, as what a block wishes; where the tag leads comes first.
    private mutating func carryOut(
        _ reaction: Reaction, of state: BotState, deferred: inout StatePath?
    ) throws(TurnFailure) -> Ending {
        var ending = Ending.done
        do { ending = try perform(reaction, of: state, deferred: &deferred) } catch {
            // Some wishes leave the tag by an exception of their own.
            guard let wish = try scripts.wishOfTag() else { throw error }
            guard wish.stops || wish.newSession != nil else { throw error }
            return try fulfil(wish, at: state.place, of: state, deferred: &deferred)
        }
        guard let wish = try scripts.wishOfTag() else { return ending }
        let wished = try fulfil(wish, at: state.place, of: state, deferred: &deferred)
        if case .done = ending { return wished }
        return newSession == nil ? ending : .stopped
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
        case .script(let block, let place): return try run(block, at: place, of: state, deferred: &deferred)
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
        newSession = ScriptWish.NewSession(message: request)
        return .stopped
    }

    /// What cannot be done is a failure, which handlers hear of; the talk goes on behind the tag. A tag with an `errorState` of its own is
    /// answered there, and its failure is only noted.
    private mutating func pass(
        _ fault: Reaction.Unavailable, of state: BotState, _ place: CodePlace, _ deferred: inout StatePath?
    ) throws(TurnFailure) -> Ending {
        guard let errorState = fault.errorState else {
            let elsewhere = fail(.unavailable(fault, place: place))
            deferred = elsewhere.deferred ?? deferred
            if let target = elsewhere.target { return .go(to: target) }
            return fault.endsState || newSession != nil ? .stopped : .done
        }
        scripts.note(.unavailable(fault, place: place))
        return try transition(
            to: try render(errorState), isDeferred: false, from: state, place: place, deferred: &deferred)
    }

    private mutating func run(
        _ block: CodeReference, at place: CodePlace, of state: BotState, deferred: inout StatePath?
    ) throws(TurnFailure) -> Ending {
        try fulfil(try scripts.run(block), at: place, of: state, deferred: &deferred)
    }

    private mutating func fulfil(
        _ wish: ScriptWish, at place: CodePlace, of state: BotState, deferred: inout StatePath?
    ) throws(TurnFailure) -> Ending {
        if wish.startsSession { (openSlots, offered) = (nil, nil) }
        if wish.startsSession, context != state.path { context = .root }
        newSession = wish.newSession
        guard newSession == nil else { return .stopped }
        if let transition = wish.transition {
            let ending = try self.transition(
                to: transition.path, isDeferred: transition.isDeferred, from: state, place: place,
                deferred: &deferred)
            if case .go = ending { return ending }
        }
        return wish.stops ? .stopped : .done
    }

    private mutating func choose(
        _ branches: [Reaction.Branch], of state: BotState, deferred: inout StatePath?
    ) throws(TurnFailure) -> Ending {
        for branch in branches {
            if let condition = branch.condition {
                let holds = try scripts.holds(condition)
                if let wish = try scripts.wishOfTag() {
                    let ending = try fulfil(wish, at: state.place, of: state, deferred: &deferred)
                    guard case .done = ending else { return ending }
                }
                guard holds else { continue }
            }
            return perform(branch.reactions, of: state, deferred: &deferred)
        }
        return .done
    }

    private func transition(
        to written: String, isDeferred: Bool, from state: BotState, place: CodePlace, deferred: inout StatePath?
    ) throws(TurnFailure) -> Ending {
        guard let path = bot.resolve(written, from: state.home) else {
            throw bot.unknownState(written, from: state.home, place: place)
        }
        scripts.trace(
            .transition(from: state.path.description, to: path.description, isDeferred: isDeferred))
        guard isDeferred else { return .go(to: path) }
        deferred = path
        return .done
    }

    /// A timeout is a reply of the channel, seen by scripts; the last one of a turn counts.
    private func setTimeout(
        _ target: String, after interval: String, of state: BotState, place: CodePlace
    ) throws(TurnFailure) {
        guard let path = bot.resolve(target, from: state.home) else {
            throw bot.unknownState(target, from: state.home, place: place)
        }
        guard TimeoutInterval.seconds(in: interval) != nil else { throw .unreadableInterval(interval, place: place) }
        try scripts.reply(
            type: "timeout", fields: [("interval", .text(interval)), ("targetState", .text(path.description))])
    }
}
