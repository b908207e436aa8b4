import BotModel
import ScriptSyntax
import SourceText

/// A field of `$session`, `$client` or `$temp` that is read although nothing in the bot sets it.
///
/// ```
/// script: $session.phoneNumber = $parseTree._Phone;
/// a: Your number is {{$session.phoneNumbr}}.       # bad: nobody sets phoneNumbr
/// ```
/// A name that stands anywhere as an object's key, a text or a setting counts as set. Nothing is said where that cannot be known: the object is handed
/// on whole, a library is not at hand, or code asks first whether there is a value: `$client.name || "you"`, and `if ($client.name)` in a `.js` file.
package enum UnsetField: Check {
    package static let code = "check/unset-field"
    package static let summary = "A field of `$session`, `$client` or `$temp` that is read, but never set."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        guard !mayHaveUnreadCode(bot) else { return [] }
        let uses = FieldUses(of: bot.survey)
        var suggestions = uses.set.mapValues { Suggestions($0.sorted()) }
        var seen: Set<String> = []
        return uses.reads.compactMap { read in
            guard !read.isGuarded, !uses.possible.contains(read.name), !uses.untraceable.contains(read.object),
                !system.contains(read.name), seen.insert(read.object + "." + read.name).inserted
            else { return nil }
            let near = suggestions[read.object]?.nearest(to: read.name)
            return finding(read, near: near.flatMap { isNear($0, read.name) ? $0 : nil })
        }
    }

    /// `PhoneNumberNext` and `AccountNumberNext` are two fields: one that was misspelt begins or ends as it was meant, but for a letter.
    private static func isNear(_ name: String, _ written: String) -> Bool {
        let same = name.lowercased().commonPrefix(with: written.lowercased())
        return same.count * 2 >= min(name.count, written.count) || Spelling.isSlip(written, of: name)
    }

    /// What the platform sets itself.
    private static let system: Set<String> = [
        "contextPath", "lastState", "targetState", "transition", "classifierTargetState",
    ]

    /// Code that was not found may set what it likes: a library, the script of a custom tag.
    private static func mayHaveUnreadCode(_ bot: CheckedBot) -> Bool {
        let vocabulary = bot.bot.vocabulary
        if vocabulary.libraries.areOpen { return true }
        let unread = vocabulary.customTags.values.contains { tag in
            guard let file = tag.scenarioFile?.text.split(separator: "/").last else { return false }
            return !bot.bot.files.keys.contains { $0.hasSuffix(file) }
        }
        return unread
            || bot.survey.tags.contains { placed in
                let name = placed.tag.name.text
                return TagCatalog.isActionName(name) && TagCatalog.description(of: name) == nil
                    && vocabulary.customTags[name] == nil
            }
    }

    private static func finding(_ read: FieldUses.Use, near: String?) -> Diagnostic {
        let diagnostic = Diagnostic(
            .warning, code, "Nothing sets `\(read.object).\(read.name)`, so it has no value here.",
            hint: near.map { "There is `\(read.object).\($0)`; did you mean that?" }
                ?? "Set it before it is read, or remove it.",
            in: read.script.file, at: read.script.span(of: read.token))
        return near.map { diagnostic.corrected(read.name, to: $0) } ?? diagnostic
    }
}
