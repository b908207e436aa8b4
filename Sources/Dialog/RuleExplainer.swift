import BotModel
import Entities
import PatternMatching
import Understanding
import Utterances

/// Explains what answers a text and why, or what comes near. It needs some preparation, so one is made for many texts.
package struct RuleExplainer: Sendable {
    private let machine: DialogMachine
    private let finder: RuleFinder
    private let nearFinder: NearFinder

    init(_ machine: DialogMachine, _ finder: RuleFinder) {
        self.machine = machine
        self.finder = finder
        nearFinder = NearFinder(finder.patterns)
    }

    private static let mostNear = 3
    /// What shares less with a text is not told.
    private static let leastNearness = 0.35
    /// A rule that is not open must come nearer than one that is.
    private static let importanceOfClosed = 0.8

    /// - Parameter moment: when and where the text is said, for the entities in it.
    package func explanation(
        of text: String, in context: StatePath, at moment: EntityMoment? = nil
    ) -> RuleExplanation {
        let utterance = machine.utterance(of: text, at: moment)
        let search = finder.search(utterance, in: context)
        let found = search.found
        let isNamed = found.contains { $0.candidate.kind != .pattern || $0.candidate.explicitWords > 0 }
        return RuleExplanation(
            context: context, found: found, ranking: finder.ranking, closed: closed(utterance, in: context),
            near: isNamed ? [] : near(utterance, in: context, except: search.givenUp),
            intents: finder.recogniser.near(to: utterance, count: Self.mostNear),
            substitute: found.isEmpty ? substitute(for: utterance, search, in: context) : nil, givenUp: search.givenUp,
            excess: machine.excess(of: text))
    }

    /// Of the rules that lead into some states the one whose pattern comes nearest to a text that it does not match.
    package func nearest(
        to text: String, into states: Set<StatePath>, in context: StatePath, at moment: EntityMoment? = nil
    ) -> NearRule? {
        let modal = finder.bot.modalAncestor(of: context)
        let isWanted = finder.patternRules.map { states.contains(finder.bot.path(of: $0.target)) }
        let near = nearFinder.nearest(to: machine.utterance(of: text, at: moment), count: 1) { isWanted[$0] ? 1 : 0 }
        return near.first.map { near in
            let rule = finder.patternRules[near.pattern]
            return NearRule(rule: rule, near: near, hindrance: hindrance(of: rule, in: context, modal: modal))
        }
    }

    /// In a call a text that is too long is not looked at.
    private func substitute(
        for utterance: Utterance, _ search: RuleSearch, in context: StatePath
    ) -> (event: String, rule: FoundRule?) {
        let isRead = machine.excess(of: utterance.text) == nil
        let found = machine.substitute(
            for: isRead ? finder.intent(of: utterance) : nil, isGivenUp: isRead && !search.givenUp.isEmpty, in: context)
        return (found.event, found.rules.first)
    }

    private func closed(_ utterance: Utterance, in context: StatePath) -> [ClosedRule] {
        let modal = finder.bot.modalAncestor(of: context)
        let search = finder.search(utterance, in: context) {
            hindrance(of: $0, in: context, modal: modal) != nil
        }
        return search.found.compactMap { found in
            hindrance(of: found.rule, in: context, modal: modal).map { ClosedRule(found: found, hindrance: $0) }
        }
    }

    /// - Parameter givenUp: nobody knows how near these come.
    private func near(
        _ utterance: Utterance, in context: StatePath, except givenUp: [GivenUpRule]
    ) -> [NearRule] {
        let modal = finder.bot.modalAncestor(of: context)
        let importance = { (number: Int) in
            hindrance(of: finder.patternRules[number], in: context, modal: modal) == nil ? 1 : Self.importanceOfClosed
        }
        return nearFinder.nearest(to: utterance, count: Self.mostNear, importance: importance)
            .filter { near in
                near.nearness >= Self.leastNearness
                    && !givenUp.contains { $0.rule?.index == finder.patternRules[near.pattern].index }
            }
            .map { near in
                let rule = finder.patternRules[near.pattern]
                return NearRule(
                    rule: rule, near: near, hindrance: hindrance(of: rule, in: context, modal: modal))
            }
    }

    private func hindrance(of rule: Rule, in context: StatePath, modal: StatePath?) -> Hindrance? {
        guard rule.isActive(in: context) else {
            return .elsewhere(rule.origin, only: rule.onlyThisState)
        }
        return rule.passes(modal: modal) ? nil : modal.map { .modal($0) }
    }
}
