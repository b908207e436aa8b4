import Conversations
import FoundationEssentials
import Replay

extension Reply {
    /// A reply as people read it: its words; `[buttons] “Yes” → /Order, “No”`; `[image] https://…`; else its JSON.
    var shownWords: String {
        if type == "text", let text { return text.shown }
        guard let wire = try? JSONDecoder().decode(Wire.self, from: Data(json.utf8)), let words = wire.words else {
            return "[\(type)] \(json)".shown
        }
        return "[\(type)] \(words)".shown
    }

    /// Whether an answer has more than its words: how it is spoken, what a caller may do while it is.
    var saysMore: Bool {
        guard case .object(let fields)? = TestJSON(json) else { return false }
        return !Set(fields.keys).isSubset(of: ["type", "text", "state"])
    }

    private struct Wire: Decodable {
        var text: String?
        var imageUrl: String?
        var audioUrl: String?
        var videoUrl: String?
        var buttons: [Button]?
        var content: [Card]?

        struct Button: Decodable {
            var text: String
            var transition: String?
            var url: String?

            var words: String { "“\(text)”" + ((transition ?? url).map { " → " + $0 } ?? "") }
        }

        struct Card: Decodable {
            var title: String?
            var btnText: String?

            var words: String { [title, btnText.map { "“\($0)”" }].compactMap(\.self).joined(separator: " ") }
        }

        var words: String? {
            let lists = [buttons?.map(\.words), content?.map(\.words)].compactMap(\.self)
            let media = [imageUrl, audioUrl, videoUrl].compactMap(\.self)
            let parts = [text].compactMap(\.self) + media + lists.map { $0.joined(separator: ", ") }
            return media.isEmpty && lists.isEmpty ? nil : parts.filter { !$0.isEmpty }.joined(separator: " ")
        }
    }
}
