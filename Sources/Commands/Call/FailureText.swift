import Conversations
import SourceText

/// A failure of the bot as its author reads it: where, what, the line itself, the way there, what to do.
///
///     src/main.sc:8:18: error[script/exception] TypeError: cannot read property 'sum' of undefined
///       8 | each(items, function price(item) { return item.cost.sum; });
///         |                                           ^
///       called from each, lib.js:2:21
///       in /Order, on “order two”
struct FailureText {
    let style: Style

    func text(of failure: TurnFailure) -> String {
        let place = [failure.file, failure.line.map(String.init), failure.column.map(String.init)]
        let shown = place.prefix { $0 != nil }.compactMap(\.self).joined(separator: ":")
        let head = style.red("\(shown.isEmpty ? "" : shown + ": ")error[\(failure.code)] \(failure.message.shown)")
        let rest = source(failure) + calls(failure) + [situation(failure), failure.hint].compactMap(\.self)
        return (["        " + head] + rest.map { "          " + style.dim($0) }).joined(separator: "\n")
    }

    private func source(_ failure: TurnFailure) -> [String] {
        guard let line = failure.sourceLine, let number = failure.line, !line.isEmpty else { return [] }
        // The blanks before the code say nothing here.
        let indent = line.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
        let column = (failure.column ?? indent + 1) - indent
        let code = String(line.unicodeScalars.dropFirst(indent))
        let excerpt = SourceExcerpt(of: code, column: column, width: 90)
        let margin = String(repeating: " ", count: String(number).count)
        guard failure.column != nil, column > 0 else { return ["\(number) | \(excerpt.text)"] }
        let caret = String(repeating: " ", count: excerpt.markColumn) + "^"
        return ["\(number) | \(excerpt.text)", "\(margin) | \(caret)"]
    }

    /// The calls that led to the place, without the place itself.
    private func calls(_ failure: TurnFailure) -> [String] {
        let isPlace = failure.stack.first.map { $0.file == failure.file && $0.line == failure.line } ?? false
        return failure.stack.dropFirst(isPlace ? 1 : 0).prefix(Self.mostCalls).map { frame in
            let name = frame.function.map { $0.shown + ", " } ?? ""
            return "called from \(name)\(frame.file):\(frame.line):\(frame.column)"
        }
    }

    private func situation(_ failure: TurnFailure) -> String? {
        let phrase = failure.phrase.map { "on “\($0.shortened.shown)”" }
        let state = failure.state.map { "in \($0)" }
        let parts = [state, phrase].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private static let mostCalls = 8
}
