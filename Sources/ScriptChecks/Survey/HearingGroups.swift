import BotModel

/// Rules in groups of those that are heard in the same states of the dialog.
struct HearingGroups {
    /// For each rule, by its place in what was given, the number of its group.
    private(set) var numbers: [Int] = []
    /// One rule of each group.
    private var examples: [Rule] = []
    private var byOrigin: [StatePath: [Int]] = [:]
    private var global: [Int] = []
    private let bot: Bot

    private struct Key: Hashable {
        /// `nil` for global rules.
        let origin: StatePath?
        let onlyThisState: Bool
        let hasFromState: Bool
        /// The nearest modal state around the rule.
        let modal: StatePath?
    }

    init(of rules: [Rule], in bot: Bot) {
        self.bot = bot
        var groups: [Key: Int] = [:]
        var modals: [StatePath: StatePath?] = [:]
        for rule in rules {
            let modal = modals[rule.owner] ?? bot.modalAncestor(of: rule.owner)
            modals[rule.owner] = .some(modal)
            let key = Key(
                origin: rule.isGlobal ? nil : rule.origin, onlyThisState: rule.onlyThisState,
                hasFromState: rule.hasFromState, modal: modal)
            let group = groups[key] ?? examples.count
            if group == examples.count {
                groups[key] = group
                examples.append(rule)
                if rule.isGlobal { global.append(group) } else { byOrigin[rule.origin, default: []].append(group) }
            }
            numbers.append(group)
        }
    }

    /// The groups that are heard wherever this one is; it is among them.
    func heard(whereverIs group: Int) -> [Int] {
        let rule = examples[group]
        let contexts = tellingContexts(of: rule).filter { isHeard(rule, in: $0) }
        return (global + origins(above: rule).flatMap { byOrigin[$0] ?? [] }).filter { other in
            let example = examples[other]
            return contains(example, rule) && contexts.allSatisfy { isHeard(example, in: $0) }
        }
    }

    /// A state of the dialog in which the group's rules are compared with others; their distances differ by as much in all of them.
    func context(of group: Int) -> StatePath { examples[group].isGlobal ? .root : examples[group].origin }

    private func origins(above rule: Rule) -> [StatePath] {
        guard !rule.isGlobal else { return [.root] }
        var origins = [rule.origin]
        while let last = origins.last, last != .root { origins.append(last.parent) }
        return origins
    }

    /// Whether the first is active wherever the second is, if no state were modal.
    private func contains(_ wide: Rule, _ narrow: Rule) -> Bool {
        if wide.isGlobal { return true }
        let origin = narrow.isGlobal ? StatePath.root : narrow.origin
        guard origin.isWithin(wide.origin) else { return false }
        return !wide.onlyThisState || (narrow.onlyThisState && !narrow.isGlobal && origin == wide.origin)
    }

    /// Where it shows whether modal states let a rule be heard: where it begins, and in the modal states around it.
    private func tellingContexts(of rule: Rule) -> [StatePath] {
        var contexts = [rule.isGlobal ? .root : rule.origin]
        var modal = bot.modalAncestor(of: rule.owner)
        while let found = modal {
            contexts.append(found)
            modal = found == .root ? nil : bot.modalAncestor(of: found.parent)
        }
        return contexts
    }

    private func isHeard(_ rule: Rule, in context: StatePath) -> Bool {
        rule.isActive(in: context) && rule.passes(modal: bot.modalAncestor(of: context))
    }
}
