import BotModel
import Conversations

/// Puts the entities of a phrase into the slots of an intent, in the order of the text: two slots of one entity take the first and the
/// second; a slot for a list takes all that are left (dsl.md 8.2).
struct SlotFilling {
    private(set) var filled: [FilledSlot]
    /// By the entity's name what no slot has taken yet.
    private var left: [String: ArraySlice<FoundEntity>] = [:]

    init(known: [FilledSlot]) { filled = known }

    mutating func fill(_ slot: Intent.Slot, find: () -> [FoundEntity]) {
        let (name, entity) = (slot.name.text, slot.entity.text)
        guard !filled.contains(where: { $0.name == name }) else { return }
        var found = left[entity] ?? find()[...]
        let taken = found.prefix(slot.isArray ? found.count : 1)
        found = found.dropFirst(taken.count)
        left[entity] = found
        guard !taken.isEmpty else { return }
        filled.append(
            FilledSlot(
                name: name, entity: entity, isArray: slot.isArray,
                values: taken.map { SlotValue(text: $0.text, value: $0.value) }))
    }
}

extension Intent {
    /// The next slot that a bot has to ask for.
    func unfilled(_ filled: [FilledSlot]) -> Slot? {
        slots.first { slot in
            slot.isRequired && !slot.prompts.isEmpty && !filled.contains { $0.name == slot.name.text }
        }
    }
}
