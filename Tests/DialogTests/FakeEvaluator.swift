import BotModel
import Conversations
import Dialog
import PatternMatching
import SourceText

/// Scripts without JavaScript: a script block is one of a few words, an expression is its own text.
final class FakeEvaluator: ScriptEvaluating {
    let bot: Bot
    private(set) var said: [String] = []
    private var happenings: [Happening] = []
    private var input: TurnInput?
    private var timeout: PendingTimeout?
    private var state = ""
    private(set) var captured: ParseNode?
    private(set) var recognised: [String] = []
    private(set) var arguments = ""

    init(bot: Bot) { self.bot = bot }

    func begin(_ input: TurnInput) {
        self.input = input
        happenings = []
        said = []
        timeout = nil
    }

    func take(_ tree: ParseNode?) throws(TurnFailure) { captured = tree }
    func recognise(_ intent: RecognisedIntent) { recognised.append(intent.intent.path.text) }
    func setArguments(_ arguments: ReplyField) throws(TurnFailure) { self.arguments = arguments.json }
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
        let members = fields.map { ReplyField.Member($0.name, $0.value) }
        let json = ReplyField.object(members).json
        let text: String? = if type == "text", case .text(let text)? = fields.first?.value { text } else { nil }
        said.append(fields.count == 1 ? text ?? json : json)
        happenings.append(.reply(Reply(type: type, text: text, state: state, json: json)))
    }

    func trace(_ step: TraceStep) { if input?.isTraced == true { happenings.append(.step(step)) } }
    func note(_ failure: TurnFailure) { happenings.append(.failure(failure)) }
    func random(below bound: Int) -> Int { bound - 1 }
    func setTimeout(_ timeout: PendingTimeout) { self.timeout = timeout }

    func end() -> ScriptOutcome {
        ScriptOutcome(
            session: "{}", client: "{}", redialUsed: false, timeout: timeout, happenings: happenings, random: .queue([])
        )
    }
}

extension ReplyField {
    /// The field as JSON, members in their order.
    var json: String {
        switch self {
        case .text(let text): JSONText.quoted(text)
        case .flag(let flag): "\(flag)"
        case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
        case .null: "null"
        case .list(let fields): "[" + fields.map(\.json).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { JSONText.quoted($0.name) + ":" + $0.value.json }.joined(separator: ",") + "}"
        }
    }
}
