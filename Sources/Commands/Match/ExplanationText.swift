import BotModel
import Dialog
import PatternMatching

/// An explanation as people read it: the winner word by word, why the others lost, what is shut, what comes near.
struct ExplanationText {
    private let explanation: RuleExplanation
    private let phrase: String
    private let bot: Bot
    private let numbers: ShownNumbers

    init(_ explanation: RuleExplanation, _ phrase: String, _ bot: Bot) {
        self.explanation = explanation
        self.phrase = phrase
        self.bot = bot
        let ranking = explanation.ranking
        numbers =
            explanation.found.first.map { winner in
                ShownNumbers(
                    winner, explanation.found.dropFirst().prefix(Self.mostRules),
                    globalPenalty: ranking.globalPenalty, stepPenalty: ranking.stepPenalty)
            } ?? .usual
    }

    /// More rules than this are only counted.
    private static let mostRules = 5

    var text: String {
        ([answer] + shutOut + limits.lines + others + closed + near + intents).joined(separator: "\n").shown
    }

    private var limits: MatchLimits {
        MatchLimits(givenUp: explanation.givenUp, excess: explanation.excess, bot: bot)
    }

    // MARK: Who answers

    private var answer: String {
        guard let winner = explanation.found.first else { return noAnswer }
        let head = line(winner)
        return ([head] + words(of: winner) + heardAs(winner) + [scoreLine(of: winner), rankLine(of: winner)]).joined(
            separator: "\n")
    }

    /// A rule that would have answered, had the talk not been in a modal state.
    private var shutOut: [String] {
        guard let closed = explanation.shutOutByModal, case .modal(let modal) = closed.hindrance else { return [] }
        return [
            "The talk is in the modal state \(modal), so only rules within it, and those open there by `fromState`, are heard.",
            "Without `modal` this would have answered: " + line(closed.found),
        ]
    }

    private func line(_ found: FoundRule) -> String { RuleView(found.rule, bot).line(score: found.score, numbers) }

    private var noAnswer: String {
        let head = "Nothing answers `\(phrase.shortened)` in \(explanation.context)."
        guard let substitute = explanation.substitute else { return head }
        guard let rule = substitute.rule?.rule else {
            return head + " The event `\(substitute.event)` is sent, and nothing answers it either."
        }
        return head + " The event `\(substitute.event)` is sent: " + RuleView(rule, bot).line() + "."
    }

    /// Which element covers which words, and what these count.
    private func words(of found: FoundRule) -> [String] {
        guard let match = found.match(), !match.alignment.isEmpty else { return [] }
        let rows = match.alignment.map { piece in
            [
                piece.words.joined(separator: " ").shownOnOneLine,
                piece.element.shownOnOneLine + (piece.owner.map { "  of $\($0)" } ?? ""), numbers.text(piece.sum),
            ]
        }
        return TextTable(heading: ["said", "element", "counts"], rows: rows).lines.map { "  " + $0 }
    }

    /// Words that were taken for others, where a bot wants that.
    private func heardAs(_ found: FoundRule) -> [String] {
        (found.match()?.alignment ?? []).compactMap { piece in
            piece.meant.map { "  heard `\(piece.words.joined(separator: " "))`, taken for `\($0)`" }
        }
    }

    private func scoreLine(of found: FoundRule) -> String {
        guard let match = found.match() else {
            return "  score: \(numbers.text(found.score)), \(Self.source(of: found))"
        }
        let words = match.tree.words.count
        guard words > 0 else { return "  score: \(numbers.text(match.score)), the text has no words" }
        let all = match.alignment.reduce(0) { $0 + $1.sum }
        var sum = "\(numbers.text(all)) / \(words) \(words == 1 ? "word" : "words")"
        if match.factor != 1 { sum += " × \(ShownNumbers.whole(match.factor)) ($weight)" }
        if match.addend != 0 { sum += Self.signed(match.addend) + " ($weight)" }
        return "  score: \(sum) = \(numbers.text(match.score))"
    }

    private static func source(of found: FoundRule) -> String {
        found.score < 1 ? "like a phrase of the intent" : "said as it is written"
    }

    private func rankLine(of found: FoundRule) -> String {
        let (candidate, ranking) = (found.candidate, explanation.ranking)
        var sum = numbers.text(candidate.score)
        let penalty = ranking.globalPenalty(of: candidate)
        if penalty != 0 { sum += Self.signed(-penalty) + " (a global rule)" }
        if candidate.steps != 0 {
            let top = candidate.isGlobal ? StatePath.root : found.rule.origin
            let steps = candidate.steps == 1 ? "1 step" : "\(candidate.steps) steps"
            sum += Self.signed(-ranking.stepPenalty * Double(candidate.steps))
            sum += " (\(steps) from \(explanation.context) up to \(top))"
        }
        let rank = numbers.text(found.rank)
        return sum == rank ? "  rank: \(rank)" : "  rank: \(sum) = \(rank)"
    }

    // MARK: Who does not

    private var others: [String] {
        guard let winner = explanation.found.first, explanation.found.count > 1 else { return [] }
        let reasons = LossReasons(explanation, winner, numbers)
        return section("These match too, and lose", explanation.found.dropFirst()) { loser in
            [line(loser), "  " + reasons.text(of: loser)]
        }
    }

    private var closed: [String] {
        section("These would match, but are not open in \(explanation.context)", explanation.closed[...]) { closed in
            [line(closed.found), "  " + Self.text(of: closed.hindrance)]
        }
    }

    private var near: [String] {
        section("These come nearest", explanation.near[...]) { near in
            let told = NearText(near.near, phrase)
            let mended = near.near.mended.map { "  would match: \($0.shownOnOneLine)" }
            let hindrance = near.hindrance.map { "  " + Self.text(of: $0) }
            return [RuleView(near.rule, bot).line(), "  " + told.text] + [mended, hindrance].compactMap(\.self)
        }
    }

    private var intents: [String] {
        section("Intents with the likest phrases", explanation.intents[...]) { IntentText($0, explanation).lines }
    }

    private func section<Item>(_ title: String, _ items: ArraySlice<Item>, _ lines: (Item) -> [String]) -> [String] {
        guard !items.isEmpty else { return [] }
        let more = items.count - Self.mostRules
        return [title] + items.prefix(Self.mostRules).flatMap(lines).map { "  " + $0 }
            + (more > 0 ? ["  and \(more) more"] : [])
    }

    static func text(of hindrance: Hindrance) -> String {
        switch hindrance {
        case .elsewhere(let path, only: true): "open only in \(path)"
        case .elsewhere(let path, only: false): "open in \(path) and below"
        case .modal(let path): "the talk is in the modal state \(path), which hears only its own rules"
        }
    }

    // MARK: Numbers

    /// ` + 0.3`, ` - 0.3`
    static func signed(_ value: Double) -> String {
        (value < 0 ? " - " : " + ") + ShownNumbers.whole(abs(value))
    }
}
