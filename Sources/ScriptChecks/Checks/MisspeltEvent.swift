import BotModel
import ScriptSyntax
import SourceText

/// An event whose name is nearly, but not quite, one that the platform sends.
///
/// ```
/// event!: nomatch       # bad: the platform sends noMatch
/// event!: "noMatch"     # bad: the quotes are a part of the name
/// event!: noMatch, hangup    # bad: one event a tag
/// event!: noMatch       # good
/// ```
/// Names of the bot's own events are not looked at, unless they differ from a known one by a letter or by case.
package enum MisspeltEvent: Check {
    package static let code = "check/misspelt-event"
    package static let summary =
        "An event's name that differs a little from a known one, stands in quotes, or is two names."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.triggers.compactMap { trigger in
            guard trigger.tag.name.text == "event", let name = trigger.tag.value else { return nil }
            return quoted(name, in: trigger.file) ?? several(name, of: trigger.tag, in: trigger.file)
                ?? misspelt(name, in: trigger.file)
        }
    }

    private static func misspelt(_ name: PlacedText, in file: SourceFile) -> Diagnostic? {
        guard let meant = meant(by: name.text) else { return nil }
        return Diagnostic(
            .warning, code, "No event is called `\(name.text)`, so this never fires.",
            hint: "There is `\(meant)`; did you mean that?", in: file, at: name.span
        )
        .fixed("Write `\(meant)`", by: meant)
    }

    /// Names of events have no quotes.
    private static func quoted(_ name: PlacedText, in file: SourceFile) -> Diagnostic? {
        guard let bare = StatePath.unquoted(name.text), !bare.isEmpty else { return nil }
        let right = meant(by: bare) ?? bare
        let diagnostic = Diagnostic(
            .warning, code, "The quotes are read as a part of the event's name, so this never fires.",
            hint: "Write `\(right)`, without quotes.", in: file, at: name.span)
        return file.text(in: name.span) == name.text ? diagnostic.fixed("Write `\(right)`", by: right) : diagnostic
    }

    /// Two names, one of which the platform sends, with a comma, a slash or a blank between them.
    private static func several(_ name: PlacedText, of tag: ScriptTag, in file: SourceFile) -> Diagnostic? {
        let names = name.text.split { $0.isWhitespace || ",;/|".contains($0) }.map(String.init)
        guard names.count > 1, names.count <= 8, names.contains(where: known.contains) else { return nil }
        let lines = names.prefix(3).map { "`event\(tag.isBang ? "!" : ""): \($0)`" }.joined(separator: ", ")
        return Diagnostic(
            .warning, code, "All of this is read as the name of one event, so it never fires.",
            hint: "Write one event a line: \(lines)\(names.count > 3 ? " …" : "").", in: file, at: name.span)
    }

    private static func meant(by name: String) -> String? {
        guard !known.contains(name) else { return nil }
        return known.first {
            EditDistance.between(name.lowercased(), $0.lowercased(), atMost: 1) != nil && $0.count > 5
        }
    }

    /// What the platform and its channels send (dsl.md 6.6).
    private static let known = [
        "noMatch", "match", "lengthLimit", "timeLimit", "nluSystemLimit", "sessionDataSoftLimitExceeded",
        "clientDataSoftLimitExceeded", "sessionDataHardLimitExceeded", "clientDataHardLimitExceeded", "fileEvent",
        "fileTooBigEvent", "telegramSendLocation", "telegramSendContact", "telegramCallbackQuery",
        "telegramApiRequestFailed", "livechatFinished", "noLivechatOperatorsOnline", "speechNotRecognized", "hangup",
        "botHangup", "ringing", "noDtmfAnswerEvent", "bargeInIntent", "onCallNotConnected",
        "onCallNotConnectedTechnical", "transfer",
    ]
}
