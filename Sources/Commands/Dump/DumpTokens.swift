import ArgumentParser
import ScriptSyntax
import SourceText

/// The lossless pieces of a file.
struct DumpTokens: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens", abstract: "The pieces of a script file, each byte in one of them.",
        discussion: """
            EXAMPLE
              ringback dump tokens bots/callback/src/main.sc
            """)

    @OptionGroup var arguments: ScriptArguments

    func run() throws {
        let streams = Streams()
        let (tree, _) = ScriptParser.parse(try ScriptText.read(arguments.file))
        var place = SourcePosition(line: 1, column: 1)
        for piece in tree.pieces where !streams.out.isClosed {
            let text = tree.source.text(in: piece.span)
            streams.out.line(line(piece, text, place))
            place = place.after(text)
        }
        try streams.checkWritten()
    }

    private func line(_ piece: ScriptPiece, _ text: String, _ place: SourcePosition) -> String {
        guard arguments.json else {
            return "\(place.line):\(place.column)\t\(piece.kind.rawValue)\t\(JSONText.quoted(text))"
        }
        return JSONValue.object([
            ("line", .integer(place.line)), ("column", .integer(place.column)), ("kind", .string(piece.kind.rawValue)),
            ("text", .string(text)),
        ]).text
    }
}

extension SourcePosition {
    /// Where one stands after a text that begins here.
    fileprivate func after(_ text: String) -> SourcePosition {
        text.unicodeScalars.reduce(into: self) { place, scalar in
            place =
                scalar == "\n"
                ? SourcePosition(line: place.line + 1, column: 1)
                : SourcePosition(line: place.line, column: place.column + 1)
        }
    }
}
