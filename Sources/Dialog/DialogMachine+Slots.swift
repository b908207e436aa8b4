import BotModel
import Conversations
import PatternMatching
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

    /// Asks for the first missing value of the intent by which a rule was found; `nil` when nothing is missing.
    func ask(for found: FoundRule?, _ visit: inout Visit) -> Happening? {
        visit.openSlots = nil
        guard bot.vocabulary.fillsSlots, let found, let recognised = found.intent,
            let slot = recognised.intent.unfilled(recognised.slots)
        else { return nil }
        let target = path(of: found.rule)
        let open = OpenSlots(
            intent: recognised.intent.path.text, phrase: recognised.utterance.text, target: target.description,
            keepsContext: found.rule.keepsContext, filled: recognised.slots, asked: slot.name.text)
        visit.ask(slot, open)
        return record(of: open)
    }

    /// What answers a text that may be the answer to a question for a slot; `nil` when it is to be heard like any other.
    func hearSlots(_ text: String, _ visit: inout Visit) -> Happening? {
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
        guard let slot = intent.unfilled(open.filled) else { return complete(open, intent, &visit) }
        if slot.name.text != asked { (open.asked, open.misses) = (slot.name.text, 0) }
        visit.ask(slot, open)
        return record(of: open)
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
    private func complete(_ open: OpenSlots, _ intent: Intent, _ visit: inout Visit) -> Happening {
        let phrase = visit.heard(open.phrase)
        let found = finder.recogniser.intents(of: phrase).first { $0.intent.path.text == intent.path.text }
        var recognised = finder.recogniser.understood(
            found ?? RecognisedIntent(intent: intent, score: 1, match: nil, utterance: phrase))
        recognised.slots = open.filled
        visit.recognise(recognised)
        visit.follow(StatePath(open.target), keepsContext: open.keepsContext, tree: recognised.tree)
        return record(of: open)
    }

    private func record(of open: OpenSlots) -> Happening {
        let target = StatePath(open.target)
        let rule = bot.rules.first { path(of: $0) == target && $0.trigger.isOfIntents }
        let place = rule?.place ?? bot.state(at: target)?.place
        return .match(
            RuleMatch(
                state: open.target, rule: open.intent, file: place?.file ?? "", line: place?.line ?? 0, score: 1,
                rank: 1))
    }
}

extension Visit {
    /// The utterance with the names of this very caller.
    func heard(_ text: String) -> Utterance {
        let utterance = Utterance(text)
        return clientEntities?.marked(utterance) ?? utterance
    }

    /// Asks for a slot: the first question at first, the next one each time that the answer said nothing for it.
    mutating func ask(_ slot: Intent.Slot, _ open: OpenSlots) {
        guard !slot.prompts.isEmpty else { return }
        openSlots = open
        scripts.enter(DialogMachine.askingState, context: context)
        let prompt = slot.prompts[max(0, min(open.misses, slot.prompts.count - 1))]
        do {
            try scripts.reply(type: "text", fields: [("text", .text(prompt))])
        } catch { scripts.note(error) }
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
