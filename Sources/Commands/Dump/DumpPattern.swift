import ArgumentParser
import PatternMatching
import SourceText

/// A pattern's tree.
struct DumpPattern: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pattern", abstract: "A pattern as it is understood, and what is wrong with it.",
        discussion: """
            EXAMPLE
              ringback dump pattern '* call [me] [back] * (an/one) hour *'
            """)

    @Argument(help: "The text of the pattern; - reads patterns from standard input, one a line.")
    var pattern: String
    @Flag(help: "One JSON object a line on standard output.")
    var json = false

    func run() throws {
        let streams = Streams()
        var hasErrors = false
        for text in try patterns() where !streams.out.isClosed {
            let (tree, mistakes) = PatternParser.parse(text)
            streams.out.line(json ? record(text, tree, mistakes).text : tree.expression.shownOnOneLine)
            hasErrors = hasErrors || mistakes.contains(where: \.isError)
            guard !json else { continue }
            let source = SourceFile(path: "", text: text)
            for mistake in mistakes {
                let column = source.position(at: mistake.start).column
                streams.say("column \(column): \(mistake.code): \(mistake.message.shown)", hint: mistake.hint?.shown)
            }
        }
        try streams.checkWritten()
        if hasErrors { try endWithFindings() }
    }

    private func patterns() throws -> [String] {
        guard pattern == BotPath.standardInput else { return [pattern] }
        return try InputText.standardInput().split(separator: "\n").map(String.init)
    }

    private func record(_ text: String, _ tree: PatternTree, _ mistakes: [PatternMistake]) -> JSONValue {
        let source = SourceFile(path: "", text: text)
        let list = mistakes.map { mistake in
            JSONValue.object([
                ("column", .integer(source.position(at: mistake.start).column)),
                ("endColumn", .integer(source.position(at: mistake.end).column)),
                ("severity", mistake.isError ? "error" : "warning"), ("code", .string(mistake.code)),
                ("message", .string(mistake.message)), ("hint", .text(mistake.hint)),
            ])
        }
        return .object([
            ("pattern", .string(text)), ("tree", .string(tree.expression)), ("mistakes", .array(list)),
        ])
    }
}
