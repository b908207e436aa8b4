import BotModel
import BotRuntime
import CivilTime
import Conversations
import Dialog
import Entities
import FoundationEssentials
import Replay

/// A failed case as people read it: what was said last, where the words part, which rule won, and why another did not.
struct FailureStory {
    private let result: CaseResult
    private let bot: Bot
    private let style: Style
    private let explainer: RuleExplainer
    private let paths: ShownPath

    init(_ result: CaseResult, _ bot: Bot, _ explainer: RuleExplainer, _ style: Style) {
        self.result = result
        self.bot = bot
        self.explainer = explainer
        self.style = style
        paths = ShownPath(folder: bot.folder)
    }

    var lines: [String] {
        guard result.problem == nil else { return [] }
        let talk = result.exchanges.flatMap(\.talkLines).map { "  " + style.dim(Self.cut($0.shownOnOneLine)) }
        return (talk + WordDifference(result.expected ?? "", result.actual ?? "", style).lines + rules).map {
            "    " + $0
        }
    }

    /// A line of a talk, without the rest of one that nobody would read.
    private static func cut(_ line: String) -> String {
        line.count > mostCharacters ? line.prefix(mostCharacters) + "…" : line
    }

    private static let mostCharacters = 400

    // MARK: Rules

    private var rules: [String] {
        guard let last = result.exchanges.last else { return [] }
        let won = last.matches.map { match in
            "answered  \(match.state) by \(match.rule.shownOnOneLine), \(paths.of(match.file)):\(match.line)"
        }
        guard let state = expectedState, state != last.matches.last?.state else { return won }
        return won + [why(state, last)].compactMap { $0 }
    }

    /// The state that the test names, else the only one that says the expected words.
    private var expectedState: String? {
        if let state = result.expectedState { return state }
        guard let expected = result.expected, expected.hasPrefix("< "), expected != "< …" else { return nil }
        let isBeginning = expected.hasSuffix("…")
        let words = Self.folded(expected.dropFirst(2).dropLast(isBeginning ? 1 : 0))
        let speakers = bot.states.filter { state in
            state.reactions.contains { reaction in
                guard case .answer(let text, _, _) = reaction, let said = text.constant else { return false }
                return isBeginning ? Self.folded(said).hasPrefix(words) : Self.folded(said) == words
            }
        }
        return speakers.count == 1 ? speakers[0].path.description : nil
    }

    private static func folded(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Why the expected state did not answer; `nil` where no rule leads there, or no words were said.
    private func why(_ state: String, _ exchange: Exchange) -> String? {
        let path = StatePath(state)
        guard bot.state(at: path) != nil else { return "expected  \(state): the bot has no such state" }
        guard case .text(let text) = exchange.heard else { return nil }
        let settings = bot.configuration
        if let excess = LengthExcess(of: text, characters: settings.lengthLimit, words: settings.wordLimit) {
            return "expected  \(state). " + MatchLimits.line(excess)
        }
        let context = StatePath(exchange.context)
        let zone = (try? Zone.named(exchange.zone)) ?? .utc
        let moment = EntityMoment(now: exchange.at.epochSecond, zone: zone)
        let explanation = explainer.explanation(of: text, in: context, at: moment)
        let entrances = entrances(to: path)
        let leads = { (rule: Rule) in entrances.contains(bot.path(of: rule.target)) }
        if let found = loss(explanation, leads) ?? closure(explanation, leads) { return "expected  " + found }
        if let near = explainer.nearest(to: text, into: entrances, in: context, at: moment) {
            let hindrance = near.hindrance.map { "; " + ExplanationText.text(of: $0) } ?? ""
            return "expected  \(view(near.rule)), comes nearest: it \(NearText(near.near, text).text)\(hindrance)"
        }
        let rule = bot.rules.first { leads($0) && $0.isActive(in: context) }
        return rule.map { "expected  \(view($0)), which has nothing in common with what was said" }
    }

    private func loss(_ explanation: RuleExplanation, _ leads: (Rule) -> Bool) -> String? {
        guard let winner = explanation.found.first,
            let loser = explanation.found.dropFirst().first(where: { leads($0.rule) })
        else { return nil }
        let reason = LossReasons(explanation, winner, .usual).text(of: loser)
        return "\(view(loser.rule)), matches too, and loses: \(reason)"
    }

    private func closure(_ explanation: RuleExplanation, _ leads: (Rule) -> Bool) -> String? {
        explanation.closed.first { leads($0.found.rule) }.map {
            "\(view($0.found.rule)), would match: \(ExplanationText.text(of: $0.hindrance))"
        }
    }

    /// The state, and those from which a turn may come to it at once; not from too far, since in the end all states lead to all.
    private func entrances(to path: StatePath) -> Set<StatePath> {
        let ways = bot.transitions.filter { [.go, .script, .tag].contains($0.kind) }
        var found: Set<StatePath> = [path]
        for _ in 0..<2 {
            found.formUnion(ways.filter { $0.to.map(found.contains) ?? false }.compactMap(\.from))
        }
        return found
    }

    private func view(_ rule: Rule) -> String {
        "\(bot.path(of: rule.target)) by \(rule.source.shownOnOneLine), \(paths.of(rule.place.file)):\(rule.place.line)"
    }
}

/// Two texts below each other, with a mark under the words in which they differ.
struct WordDifference {
    private let expected: [Substring]
    private let actual: [Substring]
    private let style: Style

    init(_ expected: String, _ actual: String, _ style: Style) {
        self.expected = expected.shownOnOneLine.split(whereSeparator: \.isWhitespace)
        self.actual = actual.shownOnOneLine.split(whereSeparator: \.isWhitespace)
        self.style = style
    }

    var lines: [String] {
        let head = zip(expected, actual).prefix { $0 == $1 }.count
        let most = min(expected.count, actual.count) - head
        let tail = zip(expected.reversed(), actual.reversed()).prefix { $0 == $1 }.count
        let end = min(tail, most)
        let (wanted, came) = (expected[head..<expected.count - end], actual[head..<actual.count - end])
        let (first, last) = (side(expected, wanted), side(actual, came))
        guard !wanted.isEmpty || !came.isEmpty else { return ["expected  \(first)", "actual    \(last)"] }
        let before = expected[..<head].map(\.count).reduce(head, +)
        let mark = { (words: ArraySlice<Substring>) in
            String(repeating: " ", count: before)
                + String(repeating: "~", count: max(1, words.joined(separator: " ").count))
        }
        // Where all is another there is nothing to point at.
        let isAnother = head <= 1 && end == 0
        if style.isOn || isAnother { return ["expected  \(first)", "actual    \(last)"] }
        return ["expected  \(first)", "          \(mark(wanted))", "actual    \(last)", "          \(mark(came))"]
    }

    /// On a terminal the differing words are coloured.
    private func side(_ words: [Substring], _ differing: ArraySlice<Substring>) -> String {
        let parts = [words[..<differing.startIndex], differing, words[differing.endIndex...]].map {
            $0.joined(separator: " ")
        }
        let coloured = [parts[0], parts[1].isEmpty ? "" : style.red(parts[1]), parts[2]]
        return coloured.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
