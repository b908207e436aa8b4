import CampaignModel
import Conversations
import Foundation
import JavaScript

/// A reply as it was made: what is kept when a cut takes the script's own list away.
enum SaidReply {
    /// A script's, as JSON.
    case script(String)
    /// A tag's, and the state that it stands in.
    case tag(ScriptValue, state: String)

    /// About so many bytes.
    var size: Int {
        switch self {
        case .script(let json): json.utf8.count
        case .tag(let value, let state): value.size + state.utf8.count
        }
    }

    var json: String {
        switch self {
        case .script(let json): return json
        case .tag(let value, let state):
            guard case .object(let members) = value else { return "{}" }
            return ScriptValue.object(members + [.init("state", .string(state))]).policyValue.jsonText
        }
    }

    var reply: Reply {
        let wire = try? JSONDecoder().decode(Wire.self, from: Data(json.utf8))
        return Reply(type: wire?.type ?? "text", text: wire?.text, state: wire?.state ?? "/", json: json)
    }

    private struct Wire: Decodable {
        let type: String
        let text: String?
        let state: String?
    }
}

extension ScriptValue {
    /// About the bytes of its JSON.
    fileprivate var size: Int {
        switch self {
        case .string(let text): text.utf8.count
        case .array(let values): values.reduce(2) { $0 + $1.size }
        case .object(let members): members.reduce(2) { $0 + $1.key.utf8.count + $1.value.size }
        default: 8
        }
    }
}
