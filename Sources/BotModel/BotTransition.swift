/// A way by which a dialog may come from one state to another, as far as the bot's files say it before it runs.
package struct BotTransition: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// `go!:`
        case go = "go!"
        /// `go:`
        case deferred = "go"
        /// A button's `-> /State`, or its `transition`.
        case button
        case timeout
        /// A path in JavaScript: `$reactions.transition("/State")`.
        case script
        /// `bargeInTransition` of an answer.
        case bargeIn
        /// A tag of the bot itself: its start state, and the paths given to it.
        case tag
        /// A trigger that is heard in a state.
        case rule
    }

    package let kind: Kind
    /// The state that it leads out of; `nil` for code outside of all states. Of a rule the context in which it is heard, which may be a
    /// theme; `nil` for a global one.
    package let from: StatePath?
    /// The state or theme to which it leads; `nil` where that is only known when the bot runs, or where there is none of that path.
    package let to: StatePath?
    /// The path, or the rule's pattern, as it stands in the file.
    package let written: String
    package let file: String
    package let line: Int
    /// The number of the rule.
    package let rule: Int?
}

extension Bot {
    /// All transitions: those of states in the order of states, then those of code outside of states, then rules.
    package var transitions: [BotTransition] {
        var collector = TransitionCollector(bot: self)
        for state in states { collector.collect(state) }
        for script in startScripts { collector.collect(script) }
        return collector.found + rules.map(transition)
    }

    private func transition(of rule: Rule) -> BotTransition {
        let mark = rule.isGlobal ? "!" : ""
        return BotTransition(
            kind: .rule, from: rule.isGlobal ? nil : rule.origin, to: path(of: rule.target),
            written: "\(rule.trigger.tagName)\(mark): \(rule.source)", file: rule.place.file, line: rule.place.line,
            rule: rule.index)
    }
}
