import BotModel
import SourceText

/// The same trigger written twice for the same context: the second never gets its turn.
///
/// ```
/// state: Hours
///     q!: * open *
/// state: Address
///     q!: * open *        # bad: /Hours always comes first
/// ```
/// Good: each pattern once, or a local `q:` where the context tells them apart. Global triggers are compared among neighbours only: further
/// apart, an author may count on the nearest one.
package enum DuplicateTrigger: Check {
    package static let code = "check/duplicate-trigger"
    package static let summary = "The same trigger twice for the same context; only the first ever fires."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        var first: [Key: PlacedTrigger] = [:]
        return bot.survey.triggers.compactMap { trigger in
            guard let key = key(of: trigger, in: bot) else { return nil }
            guard let earlier = first[key] else {
                first[key] = trigger
                return nil
            }
            return finding(trigger, earlier, in: bot)
        }
    }

    private struct Key: Hashable {
        let name: String
        let value: String
        let isGlobal: Bool
        /// The context of a local trigger, the parent of a global one.
        let origin: String
        let onlyThisState: Bool
    }

    private static func key(of trigger: PlacedTrigger, in bot: CheckedBot) -> Key? {
        let tag = trigger.tag
        guard let value = tag.value, !["e", "eg"].contains(tag.name.text) else { return nil }
        let path = bot.survey.states[trigger.state].path
        let own = tag.parameter("toState") == nil || tag.isBang ? path.parent : path
        return Key(
            name: tag.name.text, value: value.text, isGlobal: tag.isBang,
            origin: tag.parameter("fromState")?.value.text ?? own.description,
            onlyThisState: tag.isOn("onlyThisState"))
    }

    private static func finding(_ trigger: PlacedTrigger, _ earlier: PlacedTrigger, in bot: CheckedBot) -> Diagnostic {
        let tag = trigger.tag
        let isSame = earlier.state == trigger.state
        let message =
            isSame
            ? "This state has the same `\(tag.name.text)\(tag.isBang ? "!" : ""):` already."
            : "`\(shortened(tag.value?.text ?? ""))` already leads to `\(bot.survey.states[earlier.state].path)` "
                + "(\(place(of: earlier, seenFrom: trigger))); it never leads here."
        return Diagnostic(
            isSame ? .note : .warning, code, message,
            hint: isSame ? "Remove one of them." : "Remove one of them, or make their words or contexts differ.",
            in: trigger.file, at: tag.span
        )
        .labelled("first written here", in: earlier.file, at: earlier.tag.span)
    }

    private static func place(of earlier: PlacedTrigger, seenFrom trigger: PlacedTrigger) -> String {
        let line = "line \(earlier.file.position(at: earlier.tag.span.start).line)"
        return earlier.file.path == trigger.file.path ? line : "`\(earlier.file.path)`, \(line)"
    }

    private static func shortened(_ text: String) -> String {
        text.count <= 60 ? text : text.prefix(60).trimmed + " …"
    }
}
