import BotModel
import Conversations

/// Puts the values of `{{ }}` into texts, buttons and arguments.
extension Visit {
    func say(_ text: Template, _ options: [(name: String, value: Template)]) throws(TurnFailure) {
        let words = try render(text)
        guard !words.isEmpty else { return }
        try scripts.reply(type: "text", fields: [("text", .text(words))] + (try render(options)))
    }

    func render(_ options: [(name: String, value: Template)]) throws(TurnFailure)
        -> [(name: String, value: ReplyField)]
    {
        try options.map { option throws(TurnFailure) in
            let value = try render(option.value)
            return (option.name, value == "true" || value == "false" ? .flag(value == "true") : .text(value))
        }
    }

    func render(_ button: ButtonTemplate, in state: BotState) throws(TurnFailure) -> ReplyField {
        let content = try render(button.content, in: state)
        var members: [ReplyField.Member] = [.init("text", content)]
        if case .object(let given) = content { members = given }
        if let target = button.target { members.append(.init("transition", .text(try render(target)))) }
        return .object(members)
    }

    func render(_ data: DataTemplate, in state: BotState) throws(TurnFailure) -> ReplyField {
        switch data {
        case .text(let text): return .text(try render(text))
        case .state(let path):
            let written = try render(path)
            return .text(bot.resolve(written, from: state.home)?.description ?? written)
        case .number(let text):
            let written = try render(text)
            return Double(written).map { .number($0) } ?? .text(written)
        case .flag(let text): return .flag(try render(text) == "true")
        case .null: return .null
        case .list(let values):
            return .list(try values.map { value throws(TurnFailure) in try render(value, in: state) })
        case .object(let members):
            return .object(
                try members.map { member throws(TurnFailure) in
                    ReplyField.Member(member.name, try render(member.value, in: state))
                })
        }
    }

    func render(_ template: Template) throws(TurnFailure) -> String {
        var result = ""
        for part in template.parts {
            switch part {
            case .text(let text): result += text
            case .expression(let expression): result += try scripts.text(of: expression)
            }
        }
        return result
    }
}
