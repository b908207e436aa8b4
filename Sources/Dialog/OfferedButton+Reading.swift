import BotModel
import Conversations
import FoundationEssentials

extension ScriptOutcome {
    /// The buttons with a transition among the replies of the session; `nil` when it said nothing at all in this turn.
    func offered(_ bot: Bot) -> [OfferedButton]? {
        var hasReplied = false
        var offered: [OfferedButton] = []
        for case .reply(let reply) in ofSession {
            hasReplied = true
            offered += OfferedButton.offered(in: reply, bot)
        }
        return hasReplied ? offered : nil
    }
}

extension OfferedButton {
    fileprivate static func offered(in reply: Reply, _ bot: Bot) -> [OfferedButton] {
        guard reply.type == "buttons" || reply.type == "inlineButtons",
            let wire = try? JSONDecoder().decode(Wire.self, from: Data(reply.json.utf8))
        else { return [] }
        return wire.buttons.compactMap(\.value).compactMap { button in
            guard let text = button.text?.trimmed, let written = button.transition,
                let path = bot.resolve(written, from: bot.home(of: StatePath(reply.state)))
            else { return nil }
            return OfferedButton(text: text, targetState: path.description)
        }
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
