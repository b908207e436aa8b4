import BotModel
import Conversations
import Dialog
import JavaScript
import PatternMatching

/// The converters of named patterns: what they may do, and where they stand.
extension ScriptHost {
    package func take(_ tree: ParseNode?) throws(TurnFailure) {
        guard let tree else { return }
        guard !isCut else { throw .afterCut }
        defer { refuseWishesOfConverters() }
        do { _ = try ask("take", [tree.scriptValue]) } catch { throw failureOfConverter(error) }
    }

    /// A converter only says what a capture means; it is asked before any state is entered.
    private func refuseWishesOfConverters() {
        guard calls.takeWish(), !isCut else { return }
        _ = try? call("wish", [])
        calls.note(Self.wishOfConverter)
    }

    private static let wishOfConverter =
        "A converter of a pattern has asked for a transition, a new session or the end of the script; it can only give a value, so that is ignored."

    /// With the place in the function that is written behind `converter =`, which the engine knows only as a text, or with the pattern
    /// whose converter has called the function that failed.
    private func failureOfConverter(_ error: ScriptFailure) -> TurnFailure {
        var failure = turnFailure(error)
        guard !isCut, let pattern = (try? ask("failedConverter", []))?.string, let converter = bot.converters[pattern]
        else { return failure }
        let place = place(of: error, in: converter)
        if failure.file == nil { (failure.file, failure.line, failure.column) = (place.file, place.line, place.column) }
        failure.stack.append(
            TurnFailure.Frame(
                function: "the converter of $\(pattern)", file: place.file, line: place.line, column: place.column))
        return failure
    }

    /// The code of a converter is evaluated behind a bracket.
    private func place(of error: ScriptFailure, in converter: PatternConverter) -> CodePlace {
        guard let (line, column) = error.placeInEvaluatedText else { return converter.start }
        return converter.place(line: line, byteColumn: line == 1 ? column - 1 : column)
    }
}
