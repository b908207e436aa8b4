import BotModel
import SourceText

/// An intent of the NLU export that nobody can express: it has neither phrases nor patterns.
///
/// ```
/// {"path": "/Order", "phrases": []}                          # bad
/// {"path": "/Order", "phrases": [{"text": "one pizza"}]}     # good
/// ```
/// An intent that only holds others (`/Order/Pizza`), or whose `classificationRules` name an entity, is not looked at.
package enum IntentWithoutPhrases: Check {
    package static let code = "check/intent-without-phrases"
    package static let summary = "An intent of the NLU export without phrases and patterns; it is never recognised."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        var uses: [String: PlacedTrigger] = [:]
        for trigger in bot.survey.triggers where trigger.tag.name.text == "intent" {
            guard let path = trigger.tag.value?.text else { continue }
            let intent = IntentCatalog.normalised(path)
            uses[intent] = uses[intent] ?? trigger
        }
        let folders = Set(
            bot.bot.intents.intents.compactMap { $0.path.text.lastIndex(of: "/").map($0.path.text.prefix(upTo:)) }.map(
                String.init))
        return bot.bot.intents.intents.filter {
            $0.phrases.isEmpty && $0.patterns.isEmpty && $0.rules.isEmpty && $0.isEnabled
                && !folders.contains($0.path.text)
        }
        .compactMap { intent in
            bot.bot.files[intent.file].map { finding(intent, usedBy: uses[intent.path.text], in: $0) }
        }
    }

    private static func finding(_ intent: Intent, usedBy trigger: PlacedTrigger?, in file: SourceFile) -> Diagnostic {
        let diagnostic = Diagnostic(
            trigger == nil ? .note : .warning, code,
            "The intent `\(intent.path.text)` has no phrases, so it is never recognised.",
            hint: "Add what people say, or remove the intent.", in: file, at: intent.path.span)
        return trigger.map { diagnostic.labelled("this trigger never fires", in: $0.file, at: $0.tag.span) }
            ?? diagnostic
    }
}
