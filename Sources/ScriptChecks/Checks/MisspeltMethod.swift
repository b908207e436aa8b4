import SourceText

/// A method of the platform's objects that is called by nearly its name.
///
/// ```
/// script:
///     $dialer.hangup();          // bad: names keep their case
///     $dialer.hangUp();          // good
/// ```
/// Only what is near a known method is reported: the platform may have methods that are not listed here.
package enum MisspeltMethod: Check {
    package static let code = "check/misspelt-method"
    package static let summary = "A method of a built-in object is called by nearly its name."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let books = methods.mapValues(NameBook.init)
        return bot.survey.scripts.flatMap { script in
            script.tokens.indices.compactMap { token -> Diagnostic? in
                guard script.isToken(token + 1, "."), script.isToken(token + 3, "("), !script.isToken(token - 1, "."),
                    let known = methods[script.text(token)]
                else { return nil }
                let name = script.text(token + 2)
                guard !known.contains(name), let near = books[script.text(token)]?.near(name, most: 1).first else {
                    return nil
                }
                return finding(script.text(token), name, near, at: script.span(of: token + 2), in: script.file)
            }
        }
    }

    /// By object (dsl.md 5.2, 5.3, 5.5).
    static let methods: [String: [String]] = [
        "$reactions": [
            "answer", "transition", "buttons", "inlineButtons", "image", "audio", "video", "random",
            "setClientTimezone", "template", "timeout", "newSession",
        ],
        "$jsapi": [
            "context", "bind", "startSession", "stopSession", "newSession", "currentTime", "timeForZone", "dateForZone",
            "random", "stopScript", "parseXml", "log", "chatHistoryInLlmFormat", "resolvePath", "chatHistory",
            "chatHistoryJson", "version", "cailaService",
        ],
        "$dialer": [
            "getCaller", "getTrunk", "getPayload", "getCampaignSchedule", "getDialSchedule", "getDialHistory",
            "setCallResult", "reportData", "redial", "hangUp", "setNoInputTimeout", "bargeInResponse",
            "bargeInInterrupt", "getBargeInIntentStatus", "isBargeInInterrupted", "getTransferStatus",
            "getCallNotConnectedReason", "getCallRecordingPath", "getCallRecordingFullUrl", "getAudioToken",
            "getAsrConfig", "setAsrConfig", "getTtsConfig", "setTtsConfig", "setAsrProperties", "getSipHeaders",
            "getRetryIntervals", "setCallResultAccepted", "setCallResultRejected", "addCallTag", "transferCall",
            "getBargeInLabel", "getBargeInTransition", "getCampaignToken", "getAbonentTimezone", "isIncomingCall",
            "sendDtmf", "isPlaybackStarted", "isPlaybackFinished",
        ],
    ]

    private static func finding(
        _ object: String, _ name: String, _ near: String, at span: SourceSpan, in file: SourceFile
    ) -> Diagnostic {
        Diagnostic(
            .warning, code, "`\(object)` has no method `\(name)`.", hint: "There is `\(near)`; did you mean that?",
            in: file, at: span
        )
        .corrected(name, to: near)
    }
}
