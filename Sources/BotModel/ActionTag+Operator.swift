import ScriptSyntax
import SourceText

/// `TransferCallToOperator`, `TransferToOperator`, `Switch`: the talk is handed over, and states wait for how that went.
extension ActionExpansion {
    mutating func transferCall(_ make: TagMaker) {
        let announcement = make.origin.given("dialMessage").map { make.tag("a", $0) }
        reactions = [announcement].compactMap(\.self) + [make.script(Self.push(Self.callFields, make))]
        let hasSucceeded = "$dialer.getTransferStatus && $dialer.getTransferStatus().status === \"SUCCESS\""
        let (then, failed) = (make.go("then"), make.go("errorState"))
        let goOn =
            then.isEmpty ? make.choice("!(\(hasSucceeded))", failed) : make.choice(hasSucceeded, then, else: failed)
        let lands = !then.isEmpty || !failed.isEmpty
        children = lands ? [make.state("Transfer", [make.tag("event", "transfer")] + goOn)] : []
    }

    mutating func transferTalk(_ make: TagMaker) {
        let waiting = make.origin.given("messageForWaitingOperator").map {
            make.say($0, html: "messageForWaitingOperatorHtml")
        }
        let before = make.origin.given("messageBeforeTransfer").map { make.say($0, html: "messageBeforeTransferHtml") }
        let hand = [before, make.script(Self.push(Self.talkFields, make)), waiting].compactMap(\.self)
        let nobody = make.go("noOperatorsOnlineState")
        // Without the library's function nobody can tell; then somebody may be there.
        let isOnline = "(function () { try { return hasOperatorsOnline(); } catch (e) { return true; } })()"
        let alone = make.origin.isOn("ignoreOffline") || nobody.isEmpty
        reactions = alone ? hand : make.choice(isOnline, hand, else: nobody)
        children = [
            make.state("NoOperatorsOnline", [make.tag("event", "noLivechatOperatorsOnline")] + nobody),
            make.state("LivechatFinished", [make.tag("event", "livechatFinished")] + make.go("dialogCompletedState")),
        ]
    }

    private static let callFields = [
        "phoneNumber", "sipUri", "headers", "transferChannel", "continueCall", "continueRecording", "method", "timeout",
    ].map { ($0, $0) }

    private static let talkFields = [
        ("messageBeforeTransfer", "firstMessage"), ("titleOfCloseButton", "closeChatPhrases"),
        ("ignoreOffline", "ignoreOffline"), ("destination", "destination"), ("prechatAttributes", "attributes"),
        ("sendMessagesToOperator", "sendMessagesToOperator"),
        ("sendMessageHistoryAmount", "sendMessageHistoryAmount"),
    ]

    /// JavaScript that adds the reply `switch` with what was given.
    private static func push(_ fields: [(parameter: String, field: String)], _ make: TagMaker) -> String {
        let members = fields.compactMap { parameter, field -> String? in
            guard let given = make.origin.given(parameter) else { return nil }
            let value = value(given.text, of: parameter, in: make.origin.name.text)
            return "\(field): " + (field == "closeChatPhrases" ? "[\(value)]" : value)
        }
        let fields = (["type: \"switch\""] + members + ["state: $context.currentState"]).joined(separator: ", ")
        return "$response.replies = $response.replies || []; $response.replies.push({\(fields)});"
    }

    private static func value(_ text: String, of parameter: String, in tag: String) -> String {
        let kind = TagCatalog.description(of: tag)?.parameter(parameter)?.kind
        let isPlain = text == "true" || text == "false" || Double(text)?.isFinite == true
        return isPlain && (kind == .flag || kind == .number) ? text : TemplateCode.value(of: text)
    }
}
