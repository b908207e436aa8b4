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
                "tts", "html", .flag("htmlEnabled"), .flag("ttsEnabled"), "lang", .flag("auto_listening"), "markdown",
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
        TagDescription(
            "image", .reaction, value: .address, requiresValue: true, parameters: ["text"] + bargeInParameters),
        TagDescription(
            "audio", .reaction, value: .address, requiresValue: true, parameters: ["name"] + bargeInParameters),
        TagDescription(
            "video", .reaction, value: .address, requiresValue: true, parameters: ["name"] + bargeInParameters),
        TagDescription("timeout", .reaction, requiresValue: true, parameters: ["interval"]),
        TagDescription(
            "newSession", .reaction, parameters: ["message", "data", "session", "client"], body: .settings),
    ]

    static let actions: [TagDescription] = [
        action("InputText", inputParameters),
        action(
            "InputNumber", inputParameters + failureParameters + [.number("minValue"), .number("maxValue")]),
        action("InputPhoneNumber", inputParameters + failureParameters),
        action("InputDate", inputParameters + failureParameters),
        action("InputFile", inputParameters + failureParameters + [.state("errorState")]),
        action(
            "Confirmation",
            [
                "prompt", .state("agreeState").required, .state("disagreeState"), .flag("useButtons"), "agreeButton",
                "disagreeButton", "actions",
            ] + htmlParameters),
        action("EndSession", ["actions"]),
        action("TransferCallToOperator", transferCallParameters), action("TransferToOperator", operatorParameters),
        action("Switch", operatorParameters),
        action(
            "HttpRequest",
            [
                TagParameter("url").required, "method", "dataType", "body", "headers", .number("timeout"), "vars",
            ] + outcomeParameters),
        service(
            "Email",
            [
                "destination", "to", "subject", "text", "files", "hiddenCopy", "from", "server", "port", "user",
                "password", "connection",
            ] + htmlParameters + outcomeParameters),
        service("Sms", ["destination", "phoneNumber", "text"] + outcomeParameters),
        service(
            "GoogleSheets",
            [
                "integrationId", "operation", "operationType", "spreadsheetId", "spreadsheetUrl", "sheetName", "range",
                "body", "vars", "method",
            ] + outcomeParameters),
        service(
            "TelegramPayment",
            [
                "title", "description", "payload", "token", "providerToken", "currency", "prices", "amount",
                "startParameter", "photoUrl", .flag("needName"), .flag("needPhoneNumber"), .flag("needEmail"),
                .flag("needShippingAddress"), .flag("isFlexible"), .state("then"),
            ] + outcomeParameters),
    ]

    private static let stateParameters: [TagParameter] = [
        .flag("noContext"), .flag("modal"), "sessionResult", "sessionResultColor",
    ]
    private static let bargeInParameters: [TagParameter] = [
        .state("bargeInTransition"), "bargeInLabel", "bargeInIf",
    ]
    private static let htmlParameters: [TagParameter] = ["html", .flag("htmlEnabled")]
    private static let outcomeParameters: [TagParameter] = [.state("okState"), .state("errorState")]
    private static let failureParameters: [TagParameter] = ["failureMessage", "failureMessageHtml"]
    private static let inputParameters: [TagParameter] =
        ["prompt", TagParameter("varName").required, .state("then"), "actions"] + htmlParameters
    private static let transferCallParameters: [TagParameter] = [
        "phoneNumber", .number("timeout"), .state("then"), .state("errorState"), "dialMessage", "sipUri", "method",
        "headers", "transferChannel", .flag("continueCall"), .flag("continueRecording"),
    ]
    private static let operatorParameters: [TagParameter] = [
        "titleOfCloseButton", "messageBeforeTransfer", "messageBeforeTransferHtml", "prechatAttributes",
        .flag("ignoreOffline"), "messageForWaitingOperator", "messageForWaitingOperatorHtml",
        .number("sendMessageHistoryAmount"), .flag("sendMessagesToOperator"), "actions", .flag("htmlEnabled"),
        "destination", .state("noOperatorsOnlineState"), .state("dialogCompletedState"),
    ]

    private static func trigger(_ name: String, value: ValueStyle = .plain) -> TagDescription {
        TagDescription(
            name, .trigger, value: value, requiresValue: true, takesBang: true,
            parameters: [
                TagParameter("fromState", .states), .state("toState"), .flag("onlyThisState"), .flag("noContext"),
            ])
    }

    private static func conditional(_ name: String, value: ValueStyle, requiresValue: Bool) -> TagDescription {
        TagDescription(
            name, .reaction, value: value, requiresValue: requiresValue, nestedKinds: [.reaction, .action])
    }

    private static func action(_ name: String, _ parameters: [TagParameter]) -> TagDescription {
        TagDescription(name, .action, parameters: parameters, body: .settings)
    }

    /// An action whose full list of parameters nobody has published.
    private static func service(_ name: String, _ parameters: [TagParameter]) -> TagDescription {
        TagDescription(name, .action, parameters: parameters, body: .settings, takesOthers: true)
    }
}
