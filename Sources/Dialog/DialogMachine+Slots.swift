import BotModel
import Conversations
import PatternMatching
import Understanding
import Utterances

/// Slot filling (dsl.md 8.3): an intent that lacks a required value is not answered yet; the bot asks for the value, and what the caller
/// says next is heard as an answer to that, by no rule.
///
/// ```
/// {"path": "/Pizza", "slots": [{"name": "size", "entity": "Size", "required": true, "prompts": ["Which size?", "Small or large?"]}]}
/// ```
/// Only for bots that require `slotfilling/slotFilling.sc`. Events are answered as usual, and the question stays open (uncertain).
extension DialogMachine {
    /// The state in which the bot asks; it has no reactions, and the context of the talk stays where it is.
    static let askingState = StatePath("/SlotFilling/empty")

    /// What the bot asks for before it answers by a rule; `nil` when the intent has all that it needs.
    func question(for found: FoundRule, to entrance: Entrance) -> SlotQuestion? {
        guard bot.vocabulary.fillsSlots, let recognised = found.intent,
            let slot = recognised.intent.unfilled(recognised.slots)
        else { return nil }
        return SlotQuestion(
            slot: slot,
            open: OpenSlots(
                intent: recognised.intent.path.text, phrase: recognised.utterance.text,
                target: entrance.path.description, keepsContext: entrance.keepsContext, filled: recognised.slots,
                asked: slot.name.text))
    }

    /// What answers a text that may be the answer to a question for a slot; `nil` when it is to be heard like any other.
    func hearSlots(_ text: String, _ visit: inout Visit) -> Entrance? {
        guard var open = visit.openSlots else { return nil }
        visit.openSlots = nil
        guard bot.vocabulary.fillsSlots, excess(of: text) == nil, bot.exists(StatePath(open.target)),
            let intent = bot.intents.intent(at: open.intent), intent.isEnabled
        else { return nil }
        let utterance = visit.heard(text)
        let asked = open.asked
        open.filled = finder.recogniser.slots(of: intent, in: utterance, known: open.filled, asked: asked)
        if !open.filled.contains(where: { $0.name == asked }) {
            guard !isInterruption(utterance), open.misses < mostMisses - 1 else { return nil }
            open.misses = max(0, open.misses) + 1
        }
        let recognised = recognised(open, intent, visit)
        visit.scripts.recognise(recognised)
        guard let slot = intent.unfilled(open.filled) else { return complete(open, recognised, &visit) }
        if slot.name.text != asked { (open.asked, open.misses) = (slot.name.text, 0) }
        var entrance = entrance(of: open, recognised, visit)
        entrance.ask(SlotQuestion(slot: slot, open: open), in: bot)
        return entrance
    }

    /// So many answers that say nothing for a slot end its filling; the last of them is heard like any other text.
    private var mostMisses: Int { bot.configuration.slotFilling.mostAnswers }

    /// Whether an answer that fills no slot is an intent that ends the filling. One that fills the slot never does (uncertain).
    private func isInterruption(_ utterance: Utterance) -> Bool {
        let settings = bot.configuration.slotFilling
        guard settings.stopsOnIntent, let intent = finder.intent(of: utterance) else { return false }
        return intent.score > settings.threshold
    }

    /// All is known: the state of the intent runs as if everything had been said at once.
    private func complete(_ open: OpenSlots, _ recognised: RecognisedIntent, _ visit: inout Visit) -> Entrance {
        var entrance = entrance(of: open, recognised, visit)
        if let elsewhere = visit.take(recognised.tree, for: entrance.path) { entrance.move(to: elsewhere, in: bot) }
        return entrance
    }

    /// The intent as it was recognised in the phrase that began it, with all slots that are filled by now.
    private func recognised(_ open: OpenSlots, _ intent: Intent, _ visit: Visit) -> RecognisedIntent {
        let phrase = visit.heard(open.phrase)
        let found = finder.recogniser.intents(of: phrase).first { $0.intent.path.text == intent.path.text }
        var recognised = finder.recogniser.understood(
            found ?? RecognisedIntent(intent: intent, score: 1, match: nil, utterance: phrase))
        recognised.slots = open.filled
        return recognised
    }

    /// The way to the state of the intent; scripts are told that it is what was understood.
    private func entrance(of open: OpenSlots, _ recognised: RecognisedIntent, _ visit: Visit) -> Entrance {
        var entrance = Entrance(StatePath(open.target), in: bot)
        entrance.keepsContext = open.keepsContext
        let rule = bot.rules.first { bot.path(of: $0.target) == entrance.path && $0.trigger.isOfIntents }
        let place = rule?.place ?? bot.state(at: entrance.path)?.place
        entrance.record = RuleMatch(
            state: open.target, rule: open.intent, file: place?.file ?? "", line: place?.line ?? 0, score: 1, rank: 1)
        let rules = [rule.map { FoundRule(of: recognised, by: $0) }].compactMap(\.self)
        visit.scripts.offer(Hypotheses(rules: rules, isUnderstood: true, intents: { [recognised] }))
        return entrance
    }
}

extension FoundRule {
    fileprivate init(of recognised: RecognisedIntent, by rule: Rule) {
        let candidate = Candidate(
            rule: rule.index, kind: .intent, score: recognised.score, explicitWords: 0, steps: 0,
            isGlobal: rule.isGlobal)
        self.init(
            rule: rule, intent: recognised, ranked: RankedCandidate(candidate: candidate, rank: recognised.score),
            source: nil)
    }
}

/// What the bot asks for, and what it knows already.
struct SlotQuestion {
    let slot: Intent.Slot
    let open: OpenSlots

    /// The first prompt at first, the next one each time that the answer said nothing for the slot.
    var prompt: String? {
        slot.prompts.isEmpty ? nil : slot.prompts[max(0, min(open.misses, slot.prompts.count - 1))]
    }
}

extension Entrance {
    /// Asks in place of going on; the record still tells what was understood.
    mutating func ask(_ question: SlotQuestion, in bot: Bot) {
        move(to: DialogMachine.askingState, in: bot)
        self.question = question
    }
}

extension Visit {
    /// The utterance with the entities of rules and the names of this very caller.
    func heard(_ text: String) -> Utterance {
        let utterance = utterance(of: text)
        return clientEntities?.marked(utterance) ?? utterance
    }

    mutating func ask(_ question: SlotQuestion) {
        guard let prompt = question.prompt else { return }
        openSlots = question.open
        current = DialogMachine.askingState
        scripts.enter(current, context: context)
        do {
            try scripts.reply(type: "text", fields: [("text", .text(prompt))])
        } catch { _ = fail(error) }
    }
}

extension Rule.Trigger {
    fileprivate var isOfIntents: Bool {
        switch self {
        case .intent, .intentGroup: true
        case .pattern, .event, .example, .exampleGroup: false
        }
    }
}
