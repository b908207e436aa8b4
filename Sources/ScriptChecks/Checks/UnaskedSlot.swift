import BotModel
import SourceText

/// A slot with questions in a bot that never asks them, since it does not require the library that does.
///
/// ```
/// require: slotfilling/slotFilling.sc      # with this it asks
///     module = sys.zb-common
/// ```
package enum UnaskedSlot: Check {
    package static let code = "check/unasked-slot"
    package static let summary = "An intent has questions for its slots, and the bot does not require what asks them."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        guard !bot.bot.vocabulary.fillsSlots, !bot.bot.vocabulary.libraries.areOpen else { return [] }
        for intent in bot.bot.intents.intents where intent.isEnabled && isAnswered(intent, in: bot.bot) {
            guard let slot = intent.slots.first(where: { $0.isRequired && !$0.prompts.isEmpty }),
                let file = bot.bot.files[intent.file]
            else { continue }
            return [finding(slot, of: intent, in: file)]
        }
        return []
    }

    private static func isAnswered(_ intent: Intent, in bot: Bot) -> Bool {
        bot.rules.contains { rule in
            if case .intent(let path) = rule.trigger { path == intent.path.text } else { false }
        }
    }

    private static func finding(_ slot: Intent.Slot, of intent: Intent, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, code,
            "The bot never asks for `\(slot.name.text)` of the intent `\(intent.path.text)`: its state runs without it.",
            hint: "Add `require: slotfilling/slotFilling.sc`, and below it `module = sys.zb-common`.", in: file,
            at: slot.name.span)
    }
}
