import BotModel
import BotRuntime
import Dialog
import PatternMatching

/// What answers a phrase, for people and as a record.
struct MatchFinding {
    private let phrase: String
    private let found: [FoundRule]
    private let limits: MatchLimits
    private let runtime: BotRuntime
    private var bot: Bot { runtime.bot }

    init(phrase: String, search: RuleSearch, runtime: BotRuntime) {
        self.phrase = phrase
        found = search.found
        limits = MatchLimits(givenUp: search.givenUp, excess: runtime.excess(of: phrase), bot: runtime.bot)
        self.runtime = runtime
    }

    /// - Parameter explanation: the field `explain`, when it is wanted.
    func json(explanation: JSONValue? = nil) -> JSONValue {
        let winner = found.first
        let view = winner.map { RuleView($0.rule, bot) }
        return .object(
            [
                ("text", .string(phrase)), ("state", .text(view?.state)), ("pattern", .text(view?.pattern)),
                ("file", .text(view?.file)), ("line", view.map { .integer($0.line) } ?? .null),
                ("score", winner.map { .score($0.score) } ?? .null),
                ("tree", tree),
            ] + limits.fields + (explanation.map { [("explain", $0)] } ?? []))
    }

    /// Converters are the bot's own JavaScript, so a tree with one is made as in a call.
    private var tree: JSONValue {
        guard let tree = found.first?.match()?.tree else { return .null }
        guard tree.hasConverter else { return tree.record }
        return runtime.convertedTree(tree).map(JSONValue.raw) ?? tree.record
    }

    var text: String { (answer + limits.lines).joined(separator: "\n").shown }

    private var answer: [String] {
        guard let winner = found.first else { return ["Nothing answers `\(phrase.shortened)`."] }
        let others = found.dropFirst().prefix(Self.mostOthers).map { "  before " + line($0) }
        return [line(winner)] + (winner.match().map { Self.captures($0.tree, depth: 1) } ?? []) + others
    }

    /// More rules that lose are not listed.
    private static let mostOthers = 5

    private func line(_ found: FoundRule) -> String {
        RuleView(found.rule, bot).line(score: found.score, numbers)
    }

    private var numbers: ShownNumbers { ShownNumbers(telling: found.prefix(1 + Self.mostOthers).map(\.score)) }

    private static func captures(_ node: ParseNode, depth: Int) -> [String] {
        node.children.flatMap { child in
            let value = child.value.map { " = \($0)" } ?? ""
            return [String(repeating: "  ", count: depth) + "\(child.tag): \(child.text)\(value)"]
                + captures(child, depth: depth + 1)
        }
    }
}

/// A rule as it is shown: the state that it leads to, its text, its place.
struct RuleView {
    let state: String
    let pattern: String
    let file: String
    let line: Int

    init(_ rule: Rule, _ bot: Bot) {
        state = bot.path(of: rule.target).description
        pattern = rule.source
        file = rule.place.file
        line = rule.place.line
    }

    /// `/Later by * later * (0.84), src/main.sc:12`
    func line(score: Double? = nil, _ numbers: ShownNumbers = .usual) -> String {
        let score = score.map { " (\(numbers.text($0)))" } ?? ""
        return "\(state) by \(pattern.shownOnOneLine)\(score), \(file):\(line)"
    }

    var fields: [(String, JSONValue)] {
        [("state", .string(state)), ("pattern", .string(pattern)), ("file", .string(file)), ("line", .integer(line))]
    }
}
