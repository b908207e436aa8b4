import BotModel
import Conversations
import Dialog
import PatternMatching

/// Scripts without JavaScript: a script block is one of a few words, an expression is its own text.
final class FakeEvaluator: ScriptEvaluating {
    let bot: Bot
    private(set) var said: [String] = []
    private var happenings: [Happening] = []
    private var input: TurnInput?
    private var timeout: PendingTimeout?
    private var state = ""
    private(set) var captured: ParseNode?

    init(bot: Bot) { self.bot = bot }

    func begin(_ input: TurnInput) {
        self.input = input
        happenings = []
        said = []
        timeout = nil
    }

    func take(_ tree: ParseNode?) throws(TurnFailure) { captured = tree }
    func enter(_ state: StatePath, context: StatePath) { self.state = state.description }

    func run(_ block: CodeReference) throws(TurnFailure) -> ScriptWish {
        var wish = ScriptWish()
        let words = bot.code[block.index].text.trimmed.split(separator: " ").map(String.init)
        switch words.first {
        case "go": wish.transition = .init(path: words[1], isDeferred: false)
        case "wait": wish.transition = .init(path: words[1], isDeferred: true)
        case "stop": wish.stops = true
        case "fail": throw TurnFailure(code: "script/exception", message: "as asked")
        default: break
        }
        return wish
    }

    func holds(_ condition: CodeReference) throws(TurnFailure) -> Bool {
        bot.code[condition.index].text.trimmed == "true"
    }
    func text(of expression: CodeReference) throws(TurnFailure) -> String { bot.code[expression.index].text.trimmed }

    func reply(type: String, fields: [(name: String, value: ReplyField)]) throws(TurnFailure) {
        guard case .text(let text)? = fields.first?.value else { return }
        said.append(text)
        happenings.append(.reply(Reply(type: type, text: text, state: state, json: "{}")))
    }

    func note(_ failure: TurnFailure) { happenings.append(.failure(failure)) }
    func random(below bound: Int) -> Int { bound - 1 }
    func setTimeout(_ timeout: PendingTimeout) { self.timeout = timeout }

    func end() -> ScriptOutcome {
        ScriptOutcome(
            session: "{}", client: "{}", redialUsed: false, timeout: timeout, happenings: happenings, random: .queue([])
        )
    }
}
