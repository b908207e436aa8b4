import Conversations
import JavaScript

/// What the door `end` gives: a flat list, in the order of these members.
struct TurnEnding {
    let session: String?
    let client: String?
    let contextPath: String?
    let endsSession: Bool
    /// The word of `$response.bargeIn`.
    let bargeIn: String?
    /// The own members of `$response`, as JSON.
    let response: String?
    let replies: [Reply]

    init(_ value: ScriptValue) {
        let list = if case .array(let list) = value { list } else { [ScriptValue]() }
        let heads = 6
        func text(_ index: Int) -> String? { index < list.count ? list[index].string : nil }
        session = text(0)
        client = text(1)
        contextPath = text(2)
        endsSession = list.count > 3 && list[3].flag
        bargeIn = text(4)
        response = text(5)
        replies = stride(from: heads, to: list.count - 3, by: 4).map { index in
            Reply(
                type: text(index) ?? "text", text: text(index + 1), state: text(index + 2) ?? "/",
                json: text(index + 3) ?? "{}")
        }
    }
}
