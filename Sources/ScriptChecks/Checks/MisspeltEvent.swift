import SourceText

/// An event whose name is nearly, but not quite, one that the platform sends.
///
/// ```
/// event!: nomatch       # bad: the platform sends noMatch
/// event!: noMatch       # good
/// ```
/// Names of the bot's own events are not looked at, unless they differ from a known one by a letter or by case.
package enum MisspeltEvent: Check {
    package static let code = "check/misspelt-event"
    package static let summary = "An event's name that differs from a known one by a letter or by case."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.triggers.compactMap { trigger in
            guard trigger.tag.name.text == "event", let name = trigger.tag.value, let meant = meant(by: name.text)
            else { return nil }
            return Diagnostic(
                .warning, code, "No event is called `\(name.text)`, so this never fires.",
                hint: "There is `\(meant)`; did you mean that?", in: trigger.file, at: name.span
            )
            .fixed("Write `\(meant)`", by: meant)
        }
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
