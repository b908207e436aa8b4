import ArgumentParser
import SourceText

/// `ringback check`: everything there is to say about bots' files.
struct CheckCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif }

    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Find what is wrong with a bot's scripts.",
        discussion: """
            EXAMPLES
              ringback check bots/callback
              ringback check bots/* --fix                  mend what is sure to be meant
              ringback check src/main.sc --json
              ringback check - < src/main.sc               a script from standard input
              ringback check bots/* --format sarif > findings.sarif

            The exit status is 1 when there are errors; warnings and notes alone leave it at 0.
            A comment `# ringback: allow CODE` silences findings of that code: at the end of a line for the line, on a line of
            its own for what follows below it.
            """)

    @Argument(help: "Bots: folders with chatbot.yaml, or .sc files; - is a script from standard input.")
    var paths: [String]
    @OptionGroup var bot: BotOptions
    @Option(help: "How findings are written: text, json (one object a line) or sarif.")
    var format = Format.text
    @Flag(help: "The same as --format json.")
    var json = false
    @Flag(help: "Mend what is sure to be meant, say what was changed, and show what is left.")
    var fix = false
    @Option(help: "The least that is shown: error, warning or note.")
    var severity = Diagnostic.Severity.note

    func validate() throws {
        if fix, paths.contains(BotPath.standardInput) {
            throw ValidationError("--fix: standard input cannot be mended. Give the file.")
        }
    }

    func run() throws {
        let streams = Streams()
        let report = CheckReport(format: json ? .json : format, paths: paths, streams: streams)
        var (survey, trouble) = try look()
        if fix, try mend(&survey, report) { (survey, trouble) = try look() }
        report.write(survey)
        if let missing = WordData.warning(survey.wordNeeds) { streams.say(missing.message, hint: missing.hint) }
        try streams.checkWritten()
        if let trouble { throw trouble }
        if survey.hasErrors { try endWithFindings() }
    }

    /// Checks every path; of several that cannot be checked the first one's trouble is told at the end.
    private func look() throws -> (CheckSurvey, Trouble?) {
        let libraries = try bot.libraries()
        var survey = CheckSurvey(severity: severity)
        var trouble: Trouble?
        for path in paths {
            do {
                survey.add(try BotCheck.run(path, libraries))
            } catch let found as Trouble where paths.count > 1 {
                trouble = trouble ?? found
            }
        }
        return (survey, trouble)
    }

    /// Mends in rounds, since fixes that lie too close together wait for the next one.
    ///
    /// - Returns: whether anything was changed.
    private func mend(_ survey: inout CheckSurvey, _ report: CheckReport) throws -> Bool {
        let fixable = survey.fixable
        var changes: [Mending.Change] = []
        var written = 0
        for _ in 0..<Self.mostRounds {
            let mending = Mending(survey.findings)
            guard !mending.changes.isEmpty else { break }
            written = max(written, try mending.write())
            changes += mending.changes
            survey = try look().0
        }
        // One change may mend several findings, and bring others to light.
        report.write(changes, mended: max(changes.count, fixable - survey.fixable), files: written)
        return !changes.isEmpty
    }

    /// Fixes that never come to an end undo each other; then the last word is as good as any.
    private static let mostRounds = 5
}

extension Diagnostic.Severity: ExpressibleByArgument, CaseIterable {
    package static var allCases: [Diagnostic.Severity] { [.error, .warning, .note] }
}
