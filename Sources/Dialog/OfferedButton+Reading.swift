import BotModel
import Conversations
import FoundationEssentials

extension OfferedButton {
    /// The buttons with a transition among the replies of a turn; `nil` for a turn that said nothing at all.
    static func offered(in happenings: [Happening], _ bot: Bot) -> [OfferedButton]? {
        var hasReplied = false
        var offered: [OfferedButton] = []
        for case .reply(let reply) in happenings {
            hasReplied = true
            guard reply.type == "buttons" || reply.type == "inlineButtons",
                let wire = try? JSONDecoder().decode(Wire.self, from: Data(reply.json.utf8))
            else { continue }
            offered += wire.buttons.compactMap(\.value).compactMap { button in
                guard let text = button.text?.trimmed, let written = button.transition,
                    let path = bot.resolve(written, from: bot.home(of: StatePath(reply.state)))
                else { return nil }
                return OfferedButton(text: text, targetState: path.description)
            }
        }
        return hasReplied ? offered : nil
    }

    private struct Wire: Decodable {
        let buttons: [Lenient]
    }

    /// A button that is not what it should be is passed over, not all of them.
    private struct Lenient: Decodable {
        let value: Button?

        init(from decoder: any Decoder) throws {
            value = try? Button(from: decoder)
        }
    }

    private struct Button: Decodable {
        let text: String?
        let transition: String?
    }
}
