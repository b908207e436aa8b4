import BotModel
import Conversations

/// The `interval` of a `timeout:`: pairs of number and unit, like `10 seconds` or `1 h 30m` (dsl.md 2.2.10).
enum SilenceInterval {
    /// Seconds; a number without a unit means milliseconds (uncertain); `nil` when there is nothing to read.
    static func seconds(in text: String) -> Double? {
        var total = 0.0
        var rest = text[...].drop { !$0.isNumber }
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isNumber || $0 == "." }
            guard let number = Double(digits) else { return nil }
            rest = rest.dropFirst(digits.count).drop { $0.isWhitespace }
            let unit = rest.prefix { !$0.isNumber }
            total += number * scale(of: unit.first)
            rest = rest.dropFirst(unit.count)
        }
        return total
    }

    private static func scale(of unit: Character?) -> Double {
        switch unit {
        case "d", "D": 86400
        case "h", "H": 3600
        case "m", "M": 60
        case "s", "S": 1
        default: 0.001
        }
    }
}

// What a bot can do wrong while the dialog walks.
extension TurnFailure {
    static func unknownState(_ written: String, from state: StatePath, place: CodePlace?) -> TurnFailure {
        TurnFailure(
            code: "dialog/unknown-state", message: "There is no state `\(written)`, as seen from `\(state)`.",
            hint: "The talk stays where it was. Correct the path, or add the state.", file: place?.file,
            line: place?.line,
            column: place?.column)
    }

    static func endlessTransitions(_ state: BotState) -> TurnFailure {
        TurnFailure(
            code: "dialog/transitions",
            message:
                "More than \(DialogMachine.transitionLimit) transitions in one turn; the last one led to `\(state.path)`.",
            hint: "Some states lead to each other by `go!` without waiting for the caller.", file: state.place.file,
            line: state.place.line, column: state.place.column)
    }

    static func unreadableInterval(_ text: String, place: CodePlace) -> TurnFailure {
        TurnFailure(
            code: "dialog/interval", message: "`\(text)` is no time span.", hint: "Write `interval = \"10 seconds\"`.",
            file: place.file, line: place.line, column: place.column)
    }
}
