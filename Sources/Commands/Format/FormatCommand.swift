import ArgumentParser
import ScriptFormat
import SourceText

/// `ringback format`: scripts in the one style.
struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format", abstract: "Bring scripts into the one style.",
        discussion: """
            EXAMPLES
              ringback format bots/callback                every .sc file below the folder
              ringback format --check --diff bots          what would change, for CI
              ringback format - < src/main.sc              from standard input to standard output

            Only blanks and line ends move. The result is read again and compared: a file that would say anything else in the
            new layout is left as it is, with the reason. Hidden folders and node_modules are passed over.

            The exit status is 1 when a file had to be left as it is, and with --check also when one would change.
            """)

    @Argument(help: "Files and folders; - is standard input.")
    var paths: [String]
    @Flag(help: "Change nothing; name the files that would change.")
    var check = false
    @Flag(help: "Change nothing; show the changes as a unified diff.")
    var diff = false
    @Flag(help: "One JSON object a file.")
    var json = false

    func validate() throws {
        if paths.contains(BotPath.standardInput), paths.count > 1 {
            throw ValidationError("Standard input (-) is formatted alone, for its text goes to standard output.")
        }
    }

    func run() throws {
        let streams = Streams()
        var report = FormatReport(isJSON: json, showsDifference: diff, changesNothing: check || diff, streams: streams)
        var trouble: Trouble?
        do {
            for path in paths { try format(path, &report, &trouble) }
        } catch let found as Trouble {
            trouble = trouble ?? found
        }
        report.finish()
        try streams.checkWritten()
        if let trouble { throw trouble }
        if report.hasFaultOfOurs { throw ExitCode(ExitStatus.ownFault.rawValue) }
        if report.refused > 0 || check && report.changed > 0 { try endWithFindings() }
    }

    private func format(_ path: String, _ report: inout FormatReport, _ trouble: inout Trouble?) throws {
        guard path != BotPath.standardInput else { return try formatStandardInput(&report) }
        for file in try ScriptSearch.scripts(at: path) {
            do {
                try format(file: file, &report)
            } catch let found as Trouble {
                // The others are formatted all the same.
                report.add(found, file)
                trouble = trouble ?? found
            }
        }
    }

    private func format(file path: String, _ report: inout FormatReport) throws {
        let result = ScriptFormatter.format(try ScriptText.read(path))
        if result.isChanged, !check, !diff {
            try FileReplacement.write(Array(result.text.utf8), to: path, shown: path)
        }
        report.add(result)
    }

    private func formatStandardInput(_ report: inout FormatReport) throws {
        let result = ScriptFormatter.format(try ScriptText.read(BotPath.standardInput))
        if !check, !diff, !json { report.streams.out.write(result.text) }
        report.add(result, isText: !check && !diff && !json)
    }
}
