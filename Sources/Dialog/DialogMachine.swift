import BotModel
import CivilTime
import Conversations
import Entities
import FoundationEssentials
import PatternMatching
import Understanding
import Utterances

/// Decides which state comes next and which of its reactions run. Pure: time, chance and scripts come in as arguments.
package final class DialogMachine: Sendable {
    /// More immediate transitions than this in one turn are a loop (dsl.md 6.5, uncertain).
    package static let transitionLimit = 50

    /// A session that begins anew more often than this in one turn does so for ever.
    static let mostNewSessions = 5

    let bot: Bot
    /// Whether scripts of the bot ask where the talk was before.
    let keepsContextHistory: Bool
    let finder: RuleFinder
    private let words: any WordForms
    private let entities: EntityFinder
    /// What finds the platform's own entities; `nil` for a bot that uses none.
    package let systemEntities: SystemEntities?
    package let entityRules: EntityRules
    /// What finds names of people and places; `nil` for a bot that uses none.
    private let wordEntities: WordEntities?
    /// Whether scripts of the bot give callers records of their own.
    private let keepsClientEntities: Bool

    /// - Parameters:
    ///   - entityRules: find the platform's own entities.
    ///   - teaching: makes what recognises intents.
    package init(
        bot: Bot, words: any WordForms = ExactForms(), entityRules: EntityRules = .none,
        teaching: @escaping IntentTeaching = { SentenceClassifier($0) }
    ) {
        self.bot = bot
        self.words = words
        self.entityRules = entityRules
        systemEntities = SystemEntities(of: bot, entityRules)
        wordEntities = WordEntities(of: bot, words)
        if systemEntities != nil || bot.mentions("parseCallback") {
            entityRules.prepare(for: bot.configuration.language)
        }
        keepsContextHistory = bot.mentions("contextHistory")
        keepsClientEntities = bot.mentions("$caila")
        entities = bot.entityFinder.inflecting(by: words)
        finder = RuleFinder(bot: bot, words: words, entities: entities, teaching: teaching)
    }

    /// One turn: state and incoming in, new state and happenings out.
    package func turn(_ input: TurnInput, scripts: any ScriptEvaluating) -> (TurnResult, RandomSource) {
        let input = input.ofItsOwnCall
        scripts.begin(input)
        var visit = Visit(input.state, of: self, scripts: scripts)
        if systemEntities != nil { visit.moment = input.moment }
        if keepsClientEntities {
            visit.clientEntities = ClientEntities(
                client: input.state.client, of: bot, forms: words, entities: entities)
        }
        let matched = answer(input.incoming, &visit)
        let answered = answerNewSessions(&visit)
        var outcome = end(&visit, input)
        let timeout = outcome.takeTimeout(now: input.now, bot)
        var state = state(after: outcome, visit, input)
        if !outcome.endsSession { state.timeout = timeout }
        if isPassedOver(outcome, visit, input) { state.waits(as: input.state) }
        var record = matched ?? answered
        record?.detours = visit.detours
        var result = TurnResult(state: state, happenings: (record.map { [.match($0)] } ?? []) + outcome.happenings)
        result.response = outcome.response
        result.begunSessions = outcome.begunSessions
        return (result, outcome.random)
    }

    /// What answers a text; one that is too long for `nlp.lengthLimit` is the event `lengthLimit`.
    func finder(_ utterance: Utterance, in context: StatePath) -> RuleSearch {
        guard excess(of: utterance.text) == nil else {
            return RuleSearch(found: finder.rules(forEvent: "lengthLimit", in: context), givenUp: [])
        }
        return finder.search(utterance, in: context)
    }

    /// By how much a text is too long for `nlp.lengthLimit`; `nil` for one that is not.
    package func excess(of text: String) -> LengthExcess? {
        LengthExcess(of: text, characters: bot.configuration.lengthLimit, words: bot.configuration.wordLimit)
    }

    /// The words of a text, with the platform's entities that are in it.
    ///
    /// - Parameter moment: when and where it is said; without it those that rules find are not found.
    package func utterance(of text: String, at moment: EntityMoment?) -> Utterance {
        let utterance = wordEntities?.marked(Utterance(text)) ?? Utterance(text)
        guard let systemEntities, let moment else { return utterance }
        return systemEntities.marked(utterance, at: moment)
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
    package func search(_ text: String, in context: StatePath, at moment: EntityMoment?) -> RuleSearch {
        finder.search(utterance(of: text, at: moment), in: context)
    }

    /// Explains what a text meets, for `match --explain` and `:why`.
    package func explainer() -> RuleExplainer { RuleExplainer(self, finder) }
}
