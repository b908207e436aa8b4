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
    }

    mutating func follow(_ found: FoundRule, text: String?) {
        do {
            try scripts.take(found.match?.tree ?? text.map(Self.unmatched))
        } catch {
            scripts.note(error)
        }
        switch found.rule.target {
        case .state(let index): walk(from: bot.states[index])
        case .theme(let path): context = path
        }
    }

    /// A jump from outside: a due timeout, a button with a transition.
    mutating func goTo(_ written: String) {
        guard let path = bot.resolve(written, from: context) else {
            scripts.note(.unknownState(written, from: context, place: nil))
            return
        }
        if let state = bot.state(at: path) { walk(from: state) } else { context = path }
    }

    /// `$parseTree` of a text that no pattern matched still holds the words.
    private static func unmatched(_ text: String) -> ParseNode {
        ParseNode(tag: "root", pattern: "root", text: text, words: [])
    }

    private mutating func walk(from first: BotState) {
        var state = first
        for _ in 0...DialogMachine.transitionLimit {
            if !state.keepsContext { context = state.path }
            var deferred: StatePath?
            scripts.enter(state.path, context: context)
            let ending = perform(state.reactions, of: state, deferred: &deferred)
            if let deferred { context = deferred }
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
        case .media(let type, let field, let address, _):
            try scripts.reply(type: type, fields: [(field, .text(try render(address)))])
        case .buttons(let lines, _): try offer(lines)
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
        }
        return .done
    }

    private func say(_ text: Template, _ options: [(name: String, value: Template)]) throws(TurnFailure) {
        let words = try render(text)
        guard !words.isEmpty else { return }
        var fields: [(name: String, value: ReplyField)] = [("text", .text(words))]
        for option in options {
            let value = try render(option.value)
            fields.append((option.name, value == "true" || value == "false" ? .flag(value == "true") : .text(value)))
        }
        try scripts.reply(type: "text", fields: fields)
    }

    /// One line a button: `"Yes" -> /Order`.
    private func offer(_ lines: [Template]) throws(TurnFailure) {
        var buttons: [ReplyField] = []
        for line in lines {
            let text = try render(line)
            let parts = text.split(separator: "->", maxSplits: 1).map { $0.trimmed }
            guard let label = parts.first else { continue }
            let name =
                label.hasPrefix("\"") && label.hasSuffix("\"") && label.count > 1
                ? String(label.dropFirst().dropLast()) : label
            var button: [String: ReplyField] = ["text": .text(name)]
            if parts.count == 2 { button["transition"] = .text(parts[1]) }
            buttons.append(.object(button))
        }
        try scripts.reply(type: "buttons", fields: [("buttons", .list(buttons))])
    }

    private mutating func run(
        _ block: CodeReference, of state: BotState, deferred: inout StatePath?
    ) throws(TurnFailure) -> Ending {
        let wish = try scripts.run(block)
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
        guard let path = bot.resolve(written, from: state.path) else {
            throw .unknownState(written, from: state.path, place: place)
        }
        guard isDeferred else { return .go(to: path) }
        deferred = path
        return .done
    }

    private func setTimeout(
        _ target: String, after interval: String, of state: BotState, place: CodePlace
    ) throws(TurnFailure) {
        guard let path = bot.resolve(target, from: state.path) else {
            throw .unknownState(target, from: state.path, place: place)
        }
        guard let seconds = SilenceInterval.seconds(in: interval) else {
            throw .unreadableInterval(interval, place: place)
        }
        scripts.setTimeout(PendingTimeout(due: now.addingTimeInterval(seconds), targetState: path.description))
    }

    private func render(_ template: Template) throws(TurnFailure) -> String {
        var result = ""
        for part in template.parts {
            switch part {
            case .text(let text): result += text
            case .expression(let expression): result += try scripts.text(of: expression)
            }
        }
        return result
    }
}
