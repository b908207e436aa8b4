import ArgumentParser
import BotModel
import SourceText

/// `ringback check`: everything there is to say about bots' files.
struct CheckCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Find what is wrong with a bot's scripts.",
        discussion: """
            EXAMPLES
              ringback check bots/callback
              ringback check src/main.sc --json

            The exit status is 1 when there are errors; warnings alone leave it at 0.
            """)

    @Argument(help: "Bots: folders with chatbot.yaml, or .sc files.")
    var paths: [String]
    @OptionGroup var bot: BotOptions
    @Option(help: "How findings are written.")
    var format = Format.text
    @Flag(help: "The same as --format json.")
    var json = false

    func run() throws {
        let streams = Streams()
        var findings: [Diagnostic] = []
        let libraries = try bot.libraries()
        for path in paths {
            let (bot, linked) = try BotReading.load(path, libraries)
            let diagnostics = Self.inFileOrder(linked + (try BotReading.runtime(of: bot)).loadDiagnostics)
            for diagnostic in diagnostics { streams.out.line(text(of: diagnostic, in: bot, streams.out)) }
            findings += diagnostics
        }
        report(findings, streams)
        try streams.checkWritten()
        if findings.contains(where: { $0.severity == .error }) { try endWithFindings() }
    }

    /// File by file as they were first named, and from top to bottom in each.
    private static func inFileOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var ranks: [String: Int] = [:]
        for diagnostic in diagnostics where ranks[diagnostic.file] == nil { ranks[diagnostic.file] = ranks.count }
        return diagnostics.sorted { left, right in
            (ranks[left.file] ?? 0, left.start, left.code) < (ranks[right.file] ?? 0, right.start, right.code)
        }
    }

    private var isJSON: Bool { json || format == .json }

    private func text(of diagnostic: Diagnostic, in bot: Bot, _ out: TextOutput) -> String {
        if isJSON { return diagnostic.json.text }
        return DiagnosticRenderer(isColoured: out.style.isOn).render(diagnostic, in: bot.files[diagnostic.file]) + "\n"
    }

    private func report(_ findings: [Diagnostic], _ streams: Streams) {
        let summary = Self.summary(findings)
        if isJSON { streams.say(summary) } else { streams.out.line(summary) }
    }

    /// `2 errors, 1 warning`, or `No errors.`.
    static func summary(_ findings: [Diagnostic]) -> String {
        let counts = [Diagnostic.Severity.error, .warning, .note].compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return counts.isEmpty ? "No errors." : counts.joined(separator: ", ")
    }
}

extension Diagnostic {
    /// A line of `check --json`.
    var json: JSONValue {
        .object([
            ("file", .string(file)), ("line", .integer(start.line)), ("column", .integer(start.column)),
            ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
            ("severity", .string(severity.rawValue)),
            ("code", .string(code)), ("message", .string(message)), ("hint", .text(hint)),
        ])
    }
}
