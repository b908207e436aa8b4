/// An intent that waits for values that the caller has not said yet: what slot filling keeps between two turns (dsl.md 8.3).
package struct OpenSlots: Sendable, Hashable, Codable {
    /// The path of the intent, and the text in which it was recognised.
    package var intent: String
    package var phrase: String
    /// The path of the state that answers when all is known, and whether entering it leaves the context alone.
    package var target: String
    package var keepsContext: Bool
    package var filled: [FilledSlot]
    /// The slot that the bot has asked for last.
    package var asked: String
    /// Answers to that question that said nothing for the slot.
    package var misses: Int

    package init(
        intent: String, phrase: String, target: String, keepsContext: Bool, filled: [FilledSlot], asked: String
    ) {
        self.intent = intent
        self.phrase = phrase
        self.target = target
        self.keepsContext = keepsContext
        self.filled = filled
        self.asked = asked
        misses = 0
    }
}

/// A slot of an intent, and what was said for it.
package struct FilledSlot: Sendable, Hashable, Codable {
    package let name: String
    /// The entity's name without `@`.
    package let entity: String
    /// Whether scripts get a list.
    package let isArray: Bool
    /// At least one, and just one where it is no list.
    package let values: [SlotValue]

    package init(name: String, entity: String, isArray: Bool, values: [SlotValue]) {
        self.name = name
        self.entity = entity
        self.isArray = isArray
        self.values = values
    }
}

/// Words that fill a slot.
package struct SlotValue: Sendable, Hashable, Codable {
    package let text: String
    /// What the entity means by them, often JSON; `nil` when the words are all.
    package let value: String?

    package init(text: String, value: String?) {
        self.text = text
        self.value = value
    }
}
