import BotModel
import Dialog
import PatternMatching

/// An explanation as the field `explain` of a record; its fields stand in the room's README.
struct ExplanationRecord {
    private let explanation: RuleExplanation
    private let bot: Bot

    init(_ explanation: RuleExplanation, _ bot: Bot) {
        self.explanation = explanation
        self.bot = bot
    }

    var json: JSONValue {
        let winner = explanation.found.first
        return .object([
            ("winner", winner.map { .object(fields(of: $0)) } ?? .null),
            ("others", .array(explanation.found.dropFirst().map { other(than: winner, $0) })),
            ("closed", .array(explanation.closed.map(closed))), ("near", .array(explanation.near.map(near))),
            ("intents", .array(explanation.intents.map { IntentText($0, explanation).json })),
            ("event", .text(explanation.substitute?.event)),
            ("eventState", .text(explanation.substitute?.rule.map { RuleView($0.rule, bot).state })),
        ])
    }

    private func fields(of found: FoundRule) -> [(String, JSONValue)] {
        let match = found.match()
        return RuleView(found.rule, bot).fields + [
            ("kind", .string(found.candidate.kind.rawValue)), ("score", .score(found.score)),
            ("rank", .score(found.rank)), ("steps", .integer(found.candidate.steps)),
            ("global", .bool(found.candidate.isGlobal)), ("factor", match.map { .score($0.factor) } ?? .null),
            ("addend", match.map { .score($0.addend) } ?? .null),
            ("alignment", .array((match?.alignment ?? []).map(Self.piece))),
        ]
    }

    private static func piece(_ piece: PatternAlignment) -> JSONValue {
        .object([
            ("words", .array(piece.words.map(JSONValue.string))), ("element", .string(piece.element)),
            ("of", .text(piece.owner)), ("meant", .text(piece.meant)),
            ("counts", .score(Double(piece.sum) / Double(ScoreFormula.unit))),
        ])
    }

    private func other(than winner: FoundRule?, _ found: FoundRule) -> JSONValue {
        guard let winner else { return .object(fields(of: found)) }
        let loses = explanation.loss(of: found, to: winner).rawValue
        return .object(fields(of: found) + [("loses", .string(loses))])
    }

    private func closed(_ closed: ClosedRule) -> JSONValue {
        .object(
            RuleView(closed.found.rule, bot).fields + [("score", .score(closed.found.score))]
                + Self.fields(of: closed.hindrance))
    }

    /// `openIn` and `only`, or `modal`.
    private static func fields(of hindrance: Hindrance?) -> [(String, JSONValue)] {
        switch hindrance {
        case .elsewhere(let path, let only): [("openIn", .string(path.description)), ("only", .bool(only))]
        case .modal(let path): [("modal", .string(path.description))]
        case nil: []
        }
    }

    private func near(_ near: NearRule) -> JSONValue {
        .object(
            RuleView(near.rule, bot).fields + [
                ("nearness", .score(near.near.nearness)), ("pieces", .array(near.near.pieces.map(Self.piece))),
                ("mended", .text(near.near.mended)),
            ] + Self.fields(of: near.hindrance))
    }

    /// `first` and `end` count words of the phrase from 0; a missing element stands before the word `first`.
    private static func piece(_ piece: NearMatch.Piece) -> JSONValue {
        let kind =
            switch piece.kind {
            case .covered: "covered"
            case .extra: "extra"
            case .misspelt: "misspelt"
            case .missing(.elsewhere): "misplaced"
            case .missing: "missing"
            case .unfit: "unfit"
            case .moved: "moved"
            }
        return .object([
            ("kind", .string(kind)), ("element", piece.kind == .extra ? .null : .string(piece.element)),
            ("of", .text(piece.owner)), ("meant", .text(piece.meant)), ("first", .integer(piece.words.lowerBound)),
            ("end", .integer(piece.words.upperBound)),
        ])
    }
}
