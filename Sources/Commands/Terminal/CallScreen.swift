/// The terminal of a call: lines that stay above, and below them the line that is being typed.
final class CallScreen {
    private let output: TextOutput
    private let terminal: RawTerminal
    var style: Style { output.style }

    init(_ terminal: RawTerminal, _ output: TextOutput) {
        self.terminal = terminal
        self.output = output
        output.lineEnd = "\r\n"
        // Ask for pastes to be marked as such.
        output.write("\u{1B}[?2004h")
    }

    func read(within timeout: Double?) -> RawTerminal.Input {
        output.isClosed ? .closed : terminal.read(within: timeout)
    }

    /// Adds lines above the typed one. Control characters of a bot or a script do not reach the terminal.
    func line(_ text: String) {
        erase()
        output.line(text.inert)
    }

    /// Draws the typed line anew.
    func draw(_ editor: LineEditor, prompt: String) {
        let room = terminal.width - prompt.count - 1
        let (text, cursor) = editor.view(width: room)
        erase()
        output.write(style.cyan(prompt) + text + "\r\u{1B}[\(prompt.count + cursor)C")
    }

    func erase() { output.write("\r\u{1B}[K") }

    func leave() {
        erase()
        output.lineEnd = "\n"
    }
}

extension String {
    /// Without control characters other than line ends and our own colours.
    var inert: String {
        var text = ""
        var isColour = false
        let scalars = Array(unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if scalar == "\u{1B}" {
                isColour = Self.isColour(scalars[(index + 1)...])
                if !isColour { continue }
            } else if scalar.value < 0x20,
                scalar != "\n" || scalar.value == 0x7F || (0x80..<0xA0).contains(scalar.value)
            {
                continue
            }
            text.unicodeScalars.append(scalar)
        }
        return text
    }

    /// Whether `[`, digits and `m` follow.
    private static func isColour(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        guard rest.first == "[" else { return false }
        return rest.dropFirst().first { !("0"..."9").contains($0) } == "m"
    }
}
