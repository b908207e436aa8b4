// The tables of the language: one entry a tag. To add a tag, add its line here.
extension TagCatalog {
    static let declarations: [TagDescription] = [
        TagDescription(
            "state", .declaration, parameters: stateParameters, nestedKinds: [.trigger, .reaction, .action],
            nestedNames: ["state", "init", "patterns"]),
        TagDescription(
            "theme", .declaration, requiresValue: true, parameters: stateParameters,
            nestedNames: ["state", "init", "patterns"]),
        TagDescription(
            "require", .declaration, value: .address, requiresValue: true,
            parameters: [
                "type", "name", "var", "module", "from", "injector", "provide", "rootTheme", "strict",
            ],
            body: .settings),
        TagDescription("patterns", .declaration, body: .patterns),
        TagDescription("init", .declaration, value: .code),
    ]

    static let triggers: [TagDescription] = [
        trigger("q", value: .pattern),
        trigger("intent"), trigger("intentGroup"), trigger("event"),
        trigger("e", value: .text), trigger("eg"),
    ]

    static let reactions: [TagDescription] = [
        TagDescription(
            "a", .reaction, value: .text,
            parameters: [
                "tts", "html", "htmlEnabled", "ttsEnabled", "lang", "auto_listening", "markdown",
            ] + bargeInParameters),
        TagDescription("go", .reaction, requiresValue: true, takesBang: true),
        TagDescription("script", .reaction, value: .code),
        TagDescription("scriptEs6", .reaction, value: .code),
        conditional("if", value: .expression, requiresValue: true),
        conditional("elseif", value: .expression, requiresValue: true),
        conditional("else", value: .plain, requiresValue: false),
        conditional("random", value: .plain, requiresValue: false),
        TagDescription("buttons", .reaction, body: .lines),
        TagDescription("inlineButtons", .reaction, body: .lines),
        TagDescription("image", .reaction, value: .address, requiresValue: true, parameters: ["text"]),
        TagDescription(
            "audio", .reaction, value: .address, requiresValue: true, parameters: ["name"] + bargeInParameters),
        TagDescription("video", .reaction, value: .address, requiresValue: true),
        TagDescription("timeout", .reaction, requiresValue: true, parameters: ["interval"]),
        TagDescription(
            "newSession", .reaction, parameters: ["message", "data", "session", "client"], body: .settings),
    ]

    static let actions: [TagDescription] = [
        action("InputText", inputParameters),
        action(
            "InputNumber", inputParameters + ["minValue", "maxValue", "failureMessage", "failureMessageHtml"]),
        action("InputPhoneNumber", inputParameters + ["failureMessage", "failureMessageHtml"]),
        action("InputDate", inputParameters + ["failureMessage", "failureMessageHtml"]),
        action("InputFile", inputParameters + ["failureMessage", "errorState"]),
        action(
            "Confirmation",
            [
                "prompt", "agreeState", "disagreeState", "useButtons", "agreeButton", "disagreeButton", "html",
                "htmlEnabled",
            ]),
        action(
            "HttpRequest",
            ["url", "method", "dataType", "body", "headers", "timeout", "vars", "okState", "errorState"]),
        action("EndSession", ["actions"]),
        action("Email", []), action("GoogleSheets", []), action("Sms", []), action("TelegramPayment", []),
        action(
            "TransferCallToOperator",
            [
                "phoneNumber", "timeout", "then", "errorState", "dialMessage", "sipUri", "method", "continueCall",
                "continueRecording",
            ]),
        action(
            "TransferToOperator",
            [
                "titleOfCloseButton", "messageBeforeTransfer", "messageBeforeTransferHtml", "prechatAttributes",
                "ignoreOffline", "messageForWaitingOperator", "messageForWaitingOperatorHtml",
                "sendMessageHistoryAmount",
                "sendMessagesToOperator", "actions", "htmlEnabled", "destination", "noOperatorsOnlineState",
                "dialogCompletedState",
            ]),
    ]

    /// The parameters of a named pattern.
    package static let patternParameters = ["converter"]

    private static let stateParameters = ["noContext", "modal", "sessionResult", "sessionResultColor"]
    private static let bargeInParameters = ["bargeInTransition", "bargeInLabel", "bargeInIf"]
    private static let inputParameters = ["prompt", "varName", "then", "actions", "html", "htmlEnabled"]

    private static func trigger(_ name: String, value: ValueStyle = .plain) -> TagDescription {
        TagDescription(
            name, .trigger, value: value, requiresValue: true, takesBang: true,
            parameters: ["fromState", "toState", "onlyThisState", "noContext"])
    }

    private static func conditional(_ name: String, value: ValueStyle, requiresValue: Bool) -> TagDescription {
        TagDescription(
            name, .reaction, value: value, requiresValue: requiresValue, nestedKinds: [.reaction, .action])
    }

    private static func action(_ name: String, _ parameters: [String]) -> TagDescription {
        TagDescription(name, .action, parameters: parameters, body: .settings)
    }
}
