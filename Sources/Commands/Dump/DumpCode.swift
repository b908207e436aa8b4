import ArgumentParser
import BotModel

/// The JavaScript of a bot.
struct DumpCode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code", abstract: "Every piece of JavaScript in a bot, with its place and kind.",
        discussion: """
            Kinds: file and init (run when the bot is loaded), block (script:), condition (if:), text ({{ }}).

            EXAMPLE
              ringback dump code bots/callback
            """)

    @OptionGroup var arguments: BotArguments

    func run() throws {
        let streams = Streams()
        let (bot, _) = try arguments.load()
        let start = bot.startScripts.map { script in
            Piece(
                kind: script.kind == .block ? "init" : "\(script.kind)", file: script.file, line: script.firstLine,
                code: script.text)
        }
        let pieces =
            start + bot.code.map { Piece(kind: "\($0.kind)", file: $0.file, line: $0.firstLine, code: $0.text) }
        let paths = ShownPath(folder: bot.folder)
        for piece in pieces where !streams.out.isClosed {
            streams.out.line(arguments.json ? piece.json(paths).text : piece.text(paths))
        }
        try streams.checkWritten()
    }

    private struct Piece {
        let kind: String
        let file: String
        let line: Int
        let code: String

        func text(_ paths: ShownPath) -> String {
            let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map { "    | \($0)" }
            return (["\(paths.of(file)):\(line)\t\(kind)"] + lines).joined(separator: "\n")
        }

        func json(_ paths: ShownPath) -> JSONValue {
            .object([
                ("kind", .string(kind)), ("file", .string(paths.of(file))), ("line", .integer(line)),
                ("code", .string(code)),
            ])
        }
    }
}
