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
    private var state = ""
    private(set) var captured: ParseNode?
    private(set) var recognised: [String] = []
    private(set) var arguments = ""
    /// What a test has bound, which phases were called in which state, and what handlers of errors were told.
    private(set) var bound: [(handler: PhaseHandler, work: () throws(TurnFailure) -> ScriptWish)] = []
    private(set) var called: [String] = []
    private(set) var told: [String] = []
    private(set) var offered: Hypotheses?
    var selected: Hypotheses.Selection?

    init(bot: Bot) { self.bot = bot }

    func bind(
        _ phase: TurnPhase, _ path: String = "/",
        work: @escaping () throws(TurnFailure) -> ScriptWish = { ScriptWish() }
    ) {
        bound.append((PhaseHandler(number: bound.count, phase: phase, path: StatePath(path)), work))
    }

    /// Says something, as a handler may.
    func say(_ text: String) {
        said.append(text)
        happenings.append(.reply(Reply(type: "text", text: text, state: state, json: "{}")))
    }

    func begin(_ input: TurnInput) {
        called = []
        told = []
        state = input.state.contextPath
        self.input = input
        happenings = []
        said = []
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

    func wishOfTag() throws(TurnFailure) -> ScriptWish? { nil }

    func reply(type: String, fields: [(name: String, value: ReplyField)]) throws(TurnFailure) {
        let members = fields.map { ReplyField.Member($0.name, $0.value) }
        let json = ReplyField.object(members).json
        let text: String? = if type == "text", case .text(let text)? = fields.first?.value { text } else { nil }
        said.append(fields.count == 1 ? text ?? json : json)
        happenings.append(.reply(Reply(type: type, text: text, state: state, json: json)))
    }

    func trace(_ step: TraceStep) { if input?.isTraced == true { happenings.append(.step(step)) } }
    func remark(_ text: String) { happenings.append(.note(text)) }
    func note(_ failure: TurnFailure) { happenings.append(.failure(failure)) }
    func handlers(of phase: TurnPhase) -> [PhaseHandler] { bound.filter { $0.handler.phase == phase }.map(\.handler) }
    func call(_ handler: PhaseHandler) throws(TurnFailure) -> ScriptWish {
        called.append("\(handler.phase) \(state)")
        return try bound[handler.number].work()
    }
    func tell(_ failure: TurnFailure) { told.append(failure.code) }
    func offer(_ hypotheses: Hypotheses) { offered = hypotheses }
    func selection() throws(TurnFailure) -> Hypotheses.Selection? { selected }
    func beginEvent(_ event: String) {}
    func beginSession(with message: String?) { state = "/" }
    func random(below bound: Int) -> Int { bound - 1 }

    func end() -> ScriptOutcome {
        ScriptOutcome(
            session: "{}", client: "{}", redialUsed: false, happenings: happenings, random: .queue([]))
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
