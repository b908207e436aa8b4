/// One line of a JavaScript stack that has a place: `at f (src/main.sc:12:5)` or `at src/main.sc:12:5`.
struct ScriptFrame {
    let function: Substring
    let file: String
    let line: Int
    /// In bytes of UTF-8, from 1, as the engine counts.
    let byteColumn: Int

    /// Nothing for frames of built-ins, `at map (native)`.
    init?(_ text: Substring) {
        var place = text.drop { $0 == " " }
        guard place.hasPrefix("at ") else { return nil }
        place = place.dropFirst(3)
        function = place.prefix { $0 != " " }
        if place.last == ")", let opening = place.firstRange(of: " (") {
            place = place[opening.upperBound...].dropLast()
        }
        let parts = place.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 3, let line = Int(parts[parts.count - 2]), let column = Int(parts[parts.count - 1])
        else { return nil }
        file = parts.dropLast(2).joined(separator: ":")
        self.line = line
        byteColumn = column
    }

    /// Whether the frame is a function's with a name.
    var isNamed: Bool { !function.isEmpty && !function.hasPrefix("<") && !function.contains(":") }

    /// Our own preludes are no place for the author of a bot.
    var isOfBot: Bool { !file.hasPrefix("ringback:") && !file.hasPrefix("<") }

    /// The engine's name for a text that was evaluated.
    var isEvaluated: Bool { file == "<input>" }

    /// The first frame of the stack that lies in a file of the bot, past the constructor of a bot's own error class.
    static func firstOfBot(in stack: String, message: String) -> ScriptFrame? {
        let frames = stack.split(separator: "\n").compactMap { ScriptFrame($0) }.filter(\.isOfBot)
        return frames.first { !message.hasPrefix($0.function + ":") } ?? frames.first
    }
}
