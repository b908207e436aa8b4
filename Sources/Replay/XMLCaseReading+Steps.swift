import CivilTime
import FoundationEssentials
import SourceText

/// One element of a `<test-case>`, one step (dsl.md 9.2 and 9.3).
extension XMLCaseReading {
    mutating func take(_ element: XMLElementNode) {
        refuseStrangers(of: element)
        switch element.name {
        case "q": request(.says(element.text), data: requestData, element)
        case "event": takeEvent(element.text.trimmed, data: requestData, element)
        case "request": takeRequest(element)
        case "requestData": takeRequestData(element)
        case "rawRequest": takeRawRequest(element)
        case "timeout": add(.act(.waitsForTimeout), element)
        case "state": add(.preparation(.contextPath(Self.statePath(element.text))), element)
        case "context": takeContext(element)
        case "dateTime": takeClock(element)
        case "random": takeRandom(element)
        case "a": takeAnswer(element)
        case "timeoutReply": takeTimeoutReply(element)
        case "responseData": takeResponseData(element)
        case "mockData": takeMock(element)
        case "mockService": takeServiceMock(element)
        case "mail": takeMail(element)
        case "newSession": takeNewSession(element)
        default: refuseUnknown(element)
        }
    }

    /// The elements of a `<test-case>`.
    private static let names = [
        "q", "a", "event", "request", "requestData", "rawRequest", "timeout", "state", "context", "dateTime", "random",
        "timeoutReply", "responseData", "mockData", "mockService", "mail", "newSession",
    ]

    private mutating func refuseUnknown(_ element: XMLElementNode) {
        let near = Spelling.nearest(to: element.name, among: Self.names)
        refuse(
            element, "`<\(element.name)>` is no step of a test.",
            hint: near.map { "Did you mean `<\($0)>`?" }
                ?? "Steps are \(Self.names.map { "`<\($0)>`" }.joined(separator: ", ")).")
    }

    /// The path with its leading `/`, which tests may leave out.
    static func statePath(_ written: String) -> String {
        let path = written.trimmed
        return path.hasPrefix("/") ? path : "/" + path
    }

    private mutating func refuseUnreadable(_ element: XMLElementNode, wanted: String) {
        refuse(element, "`<\(element.name)>` cannot be read: `\(element.text.folded)`.", hint: "Write \(wanted).")
    }

    private mutating func takeEvent(_ name: String, data: TestJSON?, _ element: XMLElementNode) {
        request(.event(name, data: data.flatMap(Self.eventData)), data: data, element)
    }

    /// A whole request: `{query: "…"}`, `{event: "…"}` or `{targetState: "…"}`.
    private mutating func takeRequest(_ element: XMLElementNode) {
        guard case .object(let fields)? = TestJSON(element.text) else {
            return refuseUnreadable(element, wanted: "a JSON object")
        }
        let data = fields["data"] ?? requestData
        if case .string(let path)? = fields["targetState"] {
            request(.enters(state: Self.statePath(path)), data: data, element)
        } else if case .string(let name)? = fields["event"] {
            takeEvent(name, data: data, element)
        } else if case .string(let query)? = fields["query"] {
            request(.says(query), data: data, element)
        } else {
            refuse(
                element, "`<request>` has no `query`, `event` or `targetState`, so nothing would reach the bot.",
                hint: "Write one like `<request>{\"query\": \"hello\"}</request>`.")
        }
    }

    /// For the requests that follow.
    private mutating func takeRawRequest(_ element: XMLElementNode) {
        guard let json = TestJSON(element.text), case .object = json else {
            return refuseUnreadable(element, wanted: "a JSON object")
        }
        add(.preparation(.rawRequest(json.text)), element)
    }

    private mutating func takeRequestData(_ element: XMLElementNode) {
        guard let data = TestJSON(element.text), case .object = data else {
            return refuseUnreadable(element, wanted: "a JSON object")
        }
        requestData = data
    }

    private static func eventData(of data: TestJSON) -> String? {
        guard case .object(let fields) = data else { return nil }
        return fields["eventData"]?.text
    }

    private mutating func takeContext(_ element: XMLElementNode) {
        guard let json = TestJSON(element.text), case .object = json else {
            return refuseUnreadable(element, wanted: "a JSON object")
        }
        switch element.attributes["var"]?.trimmed {
        case "client": add(.preparation(.client(json.text)), element)
        case "session": add(.preparation(.session(json.text)), element)
        default: refuseUnreadable(element, wanted: "`var=\"client\"` or `var=\"session\"`")
        }
    }

    /// `yyyy-MM-dd HH:mm:ss`, on the wall of the case's zone; people leave the zero of `08:30` out.
    private mutating func takeClock(_ element: XMLElementNode) {
        let zone = try? Zone.named(talk.heads.zone)
        guard let moment = Date(iso: Self.withZeros(element.text.folded), zone: zone) else {
            return refuseUnreadable(element, wanted: "`2026-11-23 09:00:00`")
        }
        if !zoneIsKnown { talk.assumesZone = true }
        add(.preparation(.clock(moment)), element)
    }

    /// `2023-6-3 8:30:00` as `2023-06-03 08:30:00`.
    private static func withZeros(_ text: String) -> String {
        var result = ""
        var digits = ""
        for character in text + " " {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else {
                result += (digits.count == 1 ? "0" : "") + digits + String(character)
                digits = ""
            }
        }
        return result.trimmed
    }

    private mutating func takeRandom(_ element: XMLElementNode) {
        guard let numbers = NumberList.numbers(of: element.text) else {
            return refuseUnreadable(element, wanted: "`2, 0, 1`")
        }
        add(.preparation(.random(numbers)), element)
    }

    /// `<a>text</a>`: the next reply. `<a/>` is any reply; `state` said it, `class` was matched first.
    private mutating func takeAnswer(_ element: XMLElementNode) {
        let text = element.text.trimmed
        let expected = text.isEmpty ? ExpectedText.any : ExpectedText(text, blanks: .dropped)
        let state = element.attributes["state"].map(Self.statePath)
        let firstState = element.attributes["class"].map(Self.statePath)
        add(.expectation(.reply(expected, state: state, firstState: firstState)), element)
    }

    private mutating func takeTimeoutReply(_ element: XMLElementNode) {
        let interval = element.attributes["interval"].map { Double($0.trimmed) }
        if case .some(nil) = interval { return refuseUnreadable(element, wanted: "`interval` in seconds") }
        let target = element.attributes["targetState"].map(Self.statePath)
        add(.expectation(.timeout(targetState: target, interval: interval ?? nil)), element)
    }

    /// `<newSession message="…"><data>{json}</data></newSession>`: the turn began a new session.
    private mutating func takeNewSession(_ element: XMLElementNode) {
        let data = element.children.first { $0.name == "data" }
        let wanted = data.map { TestJSON($0.text.trimmed) }
        guard case .some(nil) = wanted else {
            let message = element.attributes["message"]
            return add(.expectation(.newSession(message: message, data: wanted ?? nil)), element)
        }
        refuseUnreadable(data ?? element, wanted: "the session's data as a JSON object")
    }

    private mutating func takeResponseData(_ element: XMLElementNode) {
        let field = element.attributes["field"] ?? ""
        guard let path = DataPath(field) else {
            return refuse(
                element, "The field `\(field)` is no path into the response.",
                hint: "Write one like `replies[0].buttons[1].text`.")
        }
        let text = element.text.trimmed
        add(.expectation(.responseData(field: path, TestJSON(text) ?? .string(text))), element)
    }
}
