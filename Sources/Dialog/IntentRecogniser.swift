import BotModel
import Conversations
import PatternMatching
import Understanding
import Utterances

/// An intent that was recognised in a text.
package struct RecognisedIntent: Sendable {
    package let intent: Intent
    /// From 0 to 1.
    package let score: Double
    /// How a pattern, or a phrase with entities, covers the text; `nil` when a phrase was said as it is written.
    package let match: PatternMatch?
    /// The text in which it was recognised.
    package let utterance: Utterance
    /// The entities of the text and the slots that they fill: known for the intent that answers.
    package internal(set) var entities: [FoundEntity] = []
    package internal(set) var slots: [FilledSlot] = []

    /// `$parseTree`: what the pattern captured, and a node for every other entity of the text.
    var tree: ParseNode {
        var tree = match?.tree ?? ParseNode(rootOf: utterance)
        let captured = Set(tree.children.map(\.tag))
        for entity in entities where !captured.contains(entity.name) {
            var node = ParseNode(
                tag: entity.name, pattern: entity.name, text: entity.text,
                words: utterance.tokens[entity.words].map(\.word), value: entity.value)
            node.isEntity = true
            tree.children.append(node)
        }
        return tree
    }
}

/// Recognises the intents and examples of a bot: asks the classifier, and leaves out what is not sure enough or lacks a value that it needs.
struct IntentRecogniser: Sendable {
    private let bot: Bot
    private let classifier: any IntentClassifying
    private let entityFinder: EntityFinder
    private var examplePhrases = PhraseBook()

    init(bot: Bot, words: any WordForms, entities: EntityFinder, teaching: IntentTeaching) {
        self.bot = bot
        entityFinder = entities
        let lessons = bot.intents.intents.enumerated().filter(\.element.isEnabled).map { number, intent in
            IntentLesson(
                intent: number, phrases: intent.phrases.map(\.text),
                patterns: intent.patterns.map { PatternParser.parse($0.text).0 })
        }
        classifier = teaching(
            IntentCourse(
                lessons: lessons, language: bot.configuration.language, library: bot.patterns, forms: words,
                entities: entityFinder, hearsNearWords: bot.configuration.hearsNearWords))
        for rule in bot.rules { learn(rule) }
    }

    private mutating func learn(_ rule: Rule) {
        switch rule.trigger {
        case .example(let phrase, _): examplePhrases.add(Self.words(of: phrase), meaning: rule.index)
        case .exampleGroup(let name):
            guard let group = bot.intents.exampleGroup(named: name), group.isEnabled else { return }
            for phrase in group.phrases { examplePhrases.add(Self.words(of: phrase.text), meaning: rule.index) }
        case .pattern, .event, .intent, .intentGroup: break
        }
    }

    private static func words(of text: String) -> [String] { Utterance(text).tokens.map(\.word) }

    /// The intents of a text, best first.
    func intents(of utterance: Utterance) -> [RecognisedIntent] {
        let all = bot.intents.intents
        let sure = classifier.candidates(for: utterance).filter {
            all.indices.contains($0.intent) && hindrance(of: $0, in: utterance) == nil
        }
        var seen: Set<Int> = []
        return sure.sorted(by: precedes).filter { seen.insert($0.intent).inserted }.map {
            RecognisedIntent(
                intent: all[$0.intent], score: $0.confidence, match: $0.match, utterance: utterance)
        }
    }

    /// The surer one; of two as sure as each other the one with the higher priority, then the one that is declared first.
    private func precedes(_ left: IntentCandidate, _ right: IntentCandidate) -> Bool {
        let priorities = (bot.intents.intents[left.intent].priority, bot.intents.intents[right.intent].priority)
        return (left.confidence, priorities.0, -left.intent) > (right.confidence, priorities.1, -right.intent)
    }

    /// Why an intent is not recognised all the same; `nil` when it is.
    private func hindrance(of candidate: IntentCandidate, in utterance: Utterance) -> IntentHindrance? {
        let intent = bot.intents.intents[candidate.intent]
        let threshold = threshold(of: candidate.source)
        if candidate.confidence < threshold { return .unsure(threshold: threshold) }
        if let rule = intent.rules.first(where: { !meets($0, utterance) }) { return .entity(rule) }
        return missingSlot(of: intent, in: utterance).map { .slot($0) }
    }

    private func meets(_ rule: Intent.EntityRule, _ utterance: Utterance) -> Bool {
        entityFinder.entities(named: [rule.entity], in: utterance).isEmpty != rule.isWanted
    }

    /// The intents whose phrases are the likest to a text, best first.
    func near(to utterance: Utterance, count: Int) -> [NearIntent] {
        let candidates = classifier.candidates(for: utterance)
        let all = bot.intents.intents
        return classifier.nearest(to: utterance, count: count).compactMap { near in
            guard all.indices.contains(near.intent) else { return nil }
            let sure = candidates.filter { $0.intent == near.intent && $0.source == .phrases }.map(\.confidence).max()
            let candidate = IntentCandidate(
                intent: near.intent, source: .phrases, confidence: sure ?? near.confidence)
            let rival = candidate.confidence > near.confidence ? nil : near.rival
            return NearIntent(
                intent: all[near.intent], phrase: near, confidence: candidate.confidence,
                hindrance: hindrance(of: candidate, in: utterance),
                rival: rival.map { NearIntent.Rival(intent: all[$0.intent], doubt: $0.doubt) })
        }
    }

    private func threshold(of source: IntentCandidate.Source) -> Double {
        switch source {
        case .phrases: bot.configuration.thresholds.phrases
        case .patterns: bot.configuration.thresholds.patterns
        }
    }

    /// The numbers of the `e:` and `eg:` rules that have this text as an example.
    func examples(of utterance: Utterance) -> Set<Int> {
        Set(examplePhrases.meanings(of: utterance.tokens.map(\.word)))
    }

    // MARK: Entities

    /// A required slot for which the bot has no question must be filled by the phrase itself (dsl.md 8.2).
    private func missingSlot(of intent: Intent, in utterance: Utterance) -> Intent.Slot? {
        let needed = intent.slots.filter { $0.isRequired && $0.prompts.isEmpty }
        guard !needed.isEmpty else { return nil }
        let filled = Set(slots(of: intent, in: utterance).map(\.name))
        return needed.first { !filled.contains($0.name.text) }
    }

    /// The same with its entities and slots.
    func understood(_ recognised: RecognisedIntent) -> RecognisedIntent {
        var recognised = recognised
        let names = entityFinder.names(in: recognised.utterance)
        recognised.entities = entityFinder.entities(named: names, in: recognised.utterance)
        recognised.slots = slots(of: recognised.intent, in: recognised.utterance)
        return recognised
    }

    /// The slots that a phrase fills.
    ///
    /// - Parameters:
    ///   - known: slots that are filled already, and stay so; they come first.
    ///   - asked: the slot that takes before the others.
    func slots(
        of intent: Intent, in utterance: Utterance, known: [FilledSlot] = [], asked: String? = nil
    ) -> [FilledSlot] {
        var filling = SlotFilling(known: known)
        let slots = intent.slots.filter { $0.name.text == asked } + intent.slots.filter { $0.name.text != asked }
        for slot in slots {
            filling.fill(slot) { entityFinder.entities(named: [slot.entity.text], in: utterance) }
        }
        return filling.filled
    }
}
