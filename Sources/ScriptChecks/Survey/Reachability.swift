import BotModel

/// Which states a dialog may come to, from the global triggers on: by transitions, buttons, timeouts, code, and the local triggers of
/// every context on the way.
struct Reachability {
    private(set) var states: Set<StatePath> = []
    /// What another state names as a target, reached or not.
    private(set) var named: Set<StatePath> = []
    /// Where the dialog may stand: the states, and all that is above them.
    private var contexts: Set<StatePath> = []
    private let targets: [StatePath: [StatePath]]
    private let localTargets: [StatePath: [StatePath]]
    private var waiting: [StatePath] = []

    init(of bot: Bot, _ survey: Survey) {
        var targets: [StatePath: [StatePath]] = [:]
        var entries: [StatePath] = []
        let statesByName = Dictionary(grouping: survey.states.map(\.path)) { $0.names.last ?? "" }
        for mention in survey.mentions where mention.kind != .fromState {
            // A path that leads nowhere is reported where it stands; the state for which it was meant is not to blame.
            let namesakes = statesByName[StatePath(mention.written).names.last ?? ""]?.prefix(Self.mostNamesakes)
            let found = mention.target.map { [$0] } ?? Array(namesakes ?? [])
            let place = mention.state.map { survey.states[$0].path }
            named.formUnion(found.filter { $0 != place })
            if mention.kind == .toState, mention.target != nil { continue }
            if let place { targets[place, default: []] += found } else { entries += found }
        }
        var localTargets: [StatePath: [StatePath]] = [:]
        for rule in bot.rules {
            let target = bot.path(of: rule.target)
            // Where the dialog comes to a theme, or to a state that does not exist, is not asked.
            if rule.isGlobal || bot.state(at: rule.origin) == nil {
                entries.append(target)
            } else {
                localTargets[rule.origin, default: []].append(target)
            }
        }
        // A trigger that could not be read may be one that is heard everywhere.
        entries += survey.triggers.filter { $0.rules.isEmpty && $0.tag.parameter("toState") == nil }
            .map { survey.states[$0.state].path }
        self.targets = targets
        self.localTargets = localTargets
        for entry in entries { enter(entry) }
    }

    /// States of one name for which a wrong path may have been meant.
    private static let mostNamesakes = 10

    /// Adds a state that may be entered, and all that can be reached from it.
    mutating func enter(_ state: StatePath) {
        waiting.append(state)
        while let next = waiting.popLast() {
            guard states.insert(next).inserted else { continue }
            waiting += targets[next] ?? []
            stand(in: next)
        }
    }

    /// The triggers of a context are heard below it, too.
    private mutating func stand(in state: StatePath) {
        var context = state
        while contexts.insert(context).inserted {
            waiting += localTargets[context] ?? []
            guard context != .root else { return }
            context = context.parent
        }
    }
}
