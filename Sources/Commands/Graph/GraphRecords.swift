import BotModel
import Replay

/// A bot's states and transitions as JSON Lines: everything, nothing folded.
struct GraphRecords {
    private let bot: Bot
    private let paths: ShownPath
    private let coverage: TestCoverage?

    init(_ bot: Bot, coverage: TestCoverage?) {
        self.bot = bot
        self.coverage = coverage
        paths = ShownPath(folder: bot.folder)
    }

    /// - Parameter within: only states of that path or below, and what leads out of or into them.
    func all(within: StatePath?) -> [JSONValue] {
        let isInside = { (path: StatePath?) in within.map { path?.isWithin($0) == true } ?? true }
        let states = bot.states.filter { isInside($0.path) }.map(record)
        let transitions = bot.transitions.enumerated().filter { isInside($1.from) || isInside($1.to) }
        return states + transitions.map(record)
    }

    private func record(_ state: BotState) -> JSONValue {
        .object(
            [
                ("type", "state"), ("path", .string(state.path.description)), ("modal", .bool(state.isModal)),
                ("noContext", .bool(state.keepsContext)), ("file", .string(paths.of(state.place.file))),
                ("line", .integer(state.place.line)),
            ] + visit(coverage?.states.contains(state.path)))
    }

    private func record(_ number: Int, _ transition: BotTransition) -> JSONValue {
        .object(
            [
                ("type", "transition"), ("kind", .string(transition.kind.rawValue)),
                ("from", transition.from.map { .string($0.description) } ?? .null),
                ("to", transition.to.map { .string($0.description) } ?? .null),
                ("written", .string(transition.written)), ("file", .string(paths.of(transition.file))),
                ("line", .integer(transition.line)),
            ] + visit(coverage?.transitions.contains(number)))
    }

    private func visit(_ isVisited: Bool?) -> [(String, JSONValue)] {
        isVisited.map { [("visited", .bool($0))] } ?? []
    }
}
