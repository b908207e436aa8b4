import BotModel
import SourceText

/// A slot of an intent that nothing ever fills, since nothing is found of its entity.
///
/// ```
/// {"name": "size", "entity": "Siez", "required": true, "prompts": ["Which size?"]}      # bad: the entity is called Size
/// ```
/// Also an entity that is switched off, or has no records. Those to which scripts give records of their caller are not looked at.
package enum UnfillableSlot: Check {
    package static let code = "check/unfillable-slot"
    package static let summary = "A slot of an intent whose entity is never found, so that nothing fills it."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let book = NameBook(bot.bot.intents.entities.map(\.name.text))
        return bot.bot.intents.intents.filter(\.isEnabled).flatMap { intent in
            intent.slots.compactMap { slot in
                guard !bot.bot.entityFinder.mayFind(slot.entity.text) else { return nil }
                return bot.bot.files[intent.file].map { finding(slot, of: intent, bot.bot.intents, book, in: $0) }
            }
        }
    }

    private static func finding(
        _ slot: Intent.Slot, of intent: Intent, _ catalog: IntentCatalog, _ book: NameBook, in file: SourceFile
    ) -> Diagnostic {
        let name = slot.entity.text
        let isPlatforms = catalog.entity(named: name) == nil && catalog.knowsEntity(name)
        return Diagnostic(
            isPlatforms || !slot.isRequired ? .note : .warning, code,
            "Nothing fills the slot `\(slot.name.text)` of the intent `\(intent.path.text)`: "
                + reason(name, catalog, isPlatforms) + consequence(of: slot),
            hint: hint(name, catalog, isPlatforms, book), in: file, at: slot.entity.span)
    }

    private static func reason(_ name: String, _ catalog: IntentCatalog, _ isPlatforms: Bool) -> String {
        guard let entity = catalog.entity(named: name) else {
            return isPlatforms
                ? "nothing is recognised yet as `@\(name)`" : "the bot's NLU export has no entity `@\(name)`"
        }
        return entity.isEnabled ? "the entity `@\(name)` has no records" : "the entity `@\(name)` is switched off"
    }

    private static func consequence(of slot: Intent.Slot) -> String {
        guard slot.isRequired else { return "." }
        return slot.prompts.isEmpty
            ? ", and without it the intent is never recognised." : ", so the bot asks for it in vain."
    }

    private static func hint(_ name: String, _ catalog: IntentCatalog, _ isPlatforms: Bool, _ book: NameBook) -> String
    {
        if isPlatforms { return "Use an entity of your own with the words that callers say." }
        if catalog.entity(named: name) != nil { return "Switch it on, and give it the words that callers say." }
        let near = book.near(name)
        return near.isEmpty
            ? "Create the entity in the NLU core and export again."
            : "There is \(Spelling.alternatives(near.map { "@" + $0 }) ?? ""); did you mean that?"
    }
}
