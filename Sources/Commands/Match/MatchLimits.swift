import BotModel
import Dialog
import PatternMatching

/// What a phrase was too long or too much for: the bot as a whole, or some of its rules.
struct MatchLimits {
    let givenUp: [GivenUpRule]
    let excess: LengthExcess?
    let bot: Bot

    /// For people, after what answers.
    var lines: [String] {
        (excess.map { [Self.line($0)] } ?? [])
            + givenUp.map { given in
                let rule = given.rule.map { RuleView($0, bot).line() } ?? "Every rule"
                return "Given up: \(rule)\n    its pattern \(given.trouble.explanation)"
            }
    }

    static func line(_ excess: LengthExcess) -> String {
        "In a call this phrase is too long: \(excess.length) \(excess.countsWords ? "words" : "characters"), and `nlp.lengthLimit` is \(excess.limit). "
            + "The event `lengthLimit` is sent then."
    }

    /// The fields `tooLong` and `givenUp` of a record, each only when there is something to tell.
    var fields: [(String, JSONValue)] {
        var fields: [(String, JSONValue)] = []
        if let excess {
            fields.append(
                ("tooLong", .object([("length", .integer(excess.length)), ("limit", .integer(excess.limit))])))
        }
        if !givenUp.isEmpty { fields.append(("givenUp", .array(givenUp.map(record)))) }
        return fields
    }

    private func record(_ given: GivenUpRule) -> JSONValue {
        .object(
            (given.rule.map { RuleView($0, bot).fields } ?? [])
                + [("reason", .string("its pattern " + given.trouble.explanation))])
    }
}
