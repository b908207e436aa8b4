import Conversations
import FoundationEssentials
import Replay

/// What a bot asks of the phone and of the campaign, in words for those who design talks.
enum PhoneWords {
    /// A directive; one that has no words of its own is shown with its arguments.
    static func line(for name: String, _ arguments: String) -> String {
        guard case .object(let given)? = TestJSON(arguments), let words = words(for: name, given) else {
            return "$\(member(name)) \(cut(arguments))"
        }
        return cut(words)
    }

    /// As a script writes it: `dialer.setTtsConfig`.
    private static func member(_ name: String) -> String {
        if name.contains(".") { return name }
        return (name == "setClientTimezone" ? "reactions." : "dialer.") + name
    }

    private static func cut(_ text: String) -> String {
        (text.count > 200 ? text.prefix(200) + "…" : text).replacing("\\/", with: "/").shownOnOneLine
    }

    /// A transfer, or a wait for keys; `nil` for a reply that is said.
    static func line(for reply: Reply) -> String? {
        guard reply.type == "switch" || reply.type == "dtmf", case .object(let given)? = TestJSON(reply.json) else {
            return nil
        }
        return (reply.type == "dtmf" ? keys(given) : transfer(given))?.shownOnOneLine
    }

    private static func words(for name: String, _ given: [String: TestJSON]) -> String? {
        switch name {
        case "setCallResult": "Result: " + plain(given["result"]) + (given["payload"].map { " (\(plain($0)))" } ?? "")
        case "reportData": "Report: \(plain(given["header"])) = \(plain(given["value"]))"
        case "addCallTag": "Tag: " + plain(given["tag"])
        case "setNoInputTimeout": given["milliseconds"]?.seconds.map { "Silence: the bot goes on after \($0)" }
        case "bargeInResponse": bargeIn[plain(given["bargeIn"])].map { "Interrupting: " + $0 }
        case "bargeInInterrupt": "Interrupting: " + (given["interrupt"] == .bool(true) ? "let in" : "not now")
        default: nil
        }
    }

    private static let bargeIn = [
        "disabled": "not possible", "forced": "the bot stops at once", "phrase": "the bot ends its answer first",
    ]

    private static func keys(_ given: [String: TestJSON]) -> String {
        let most = given["max"].map { " for \(plain($0)) of them" } ?? ""
        let time = given["timeout"]?.seconds.map { ", \($0)" } ?? ""
        return "Keys: the bot waits\(most)\(time)"
    }

    private static func transfer(_ given: [String: TestJSON]) -> String? {
        guard let target = given["phoneNumber"] ?? given["sipUri"] else { return nil }
        return "Transfer to \(plain(target)); how it went: @event transfer {\"status\": \"SUCCESS\"}, or \"FAIL\""
    }

    private static func plain(_ value: TestJSON?) -> String {
        switch value {
        case .string(let text)?: text
        case let value?: value.text
        case nil: ""
        }
    }
}

extension TestJSON {
    /// Milliseconds as `7 s`.
    fileprivate var seconds: String? {
        guard case .number(let milliseconds) = self, abs(milliseconds) < 1e12 else { return nil }
        let seconds = milliseconds / 1000
        return (Int(exactly: seconds).map(String.init) ?? String(seconds)) + " s"
    }
}
