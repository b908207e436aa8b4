import SourceText

/// Writes what `check` has found: for people, as JSON Lines, or as SARIF.
struct CheckReport {
    let format: CheckCommand.Format
    /// As the user has given them, for the line that says what to run next.
    let paths: [String]
    let streams: Streams

    func write(_ survey: CheckSurvey) {
        switch format {
        case .text: writeText(survey)
        case .json: for finding in survey.findings { streams.out.line(finding.json.text) }
        case .sarif: streams.out.line(SARIFReport(survey.findings).text)
        }
        sayToPeople(survey.summary + ".")
        guard survey.fixable > 0, !paths.contains(BotPath.standardInput) else { return }
        let them = survey.fixable == survey.findings.count ? "" : " \(survey.fixable) of them"
        sayToPeople("`ringback check --fix \(shownPaths)` mends\(them.isEmpty ? " them" : them).")
    }

    /// What `--fix` has done.
    func write(_ changes: [Mending.Change], mended: Int, files: Int) {
        guard !changes.isEmpty else { return sayToPeople("Nothing could be mended: no finding has a sure fix.\n") }
        for change in changes { sayToPeople("\(change.place): \(change.title)") }
        let findings = CheckSurvey.counted(mended, "finding")
        let way = mended == changes.count ? "" : " with \(CheckSurvey.counted(changes.count, "change"))"
        sayToPeople("Mended \(findings)\(way) in \(CheckSurvey.counted(files, "file")).\n")
    }

    private func writeText(_ survey: CheckSurvey) {
        for finding in survey.findings {
            let paths = finding.check.paths
            let renderer = DiagnosticRenderer(
                isColoured: streams.out.style.isOn, width: streams.out.textWidth, shownPath: { paths.of($0) })
            streams.out.line(renderer.render(finding.diagnostic, in: finding.check.files) + "\n")
        }
    }

    /// Beside records, words for people go to standard error.
    private func sayToPeople(_ text: String) {
        if format == .text { streams.out.line(text) } else { streams.say(text) }
    }

    private var shownPaths: String {
        paths.count <= 3 ? paths.map(\.quotedForShell).joined(separator: " ") : "…"
    }
}

extension TextOutput {
    /// Columns for a line of source beside its number: what the terminal has, within reason.
    fileprivate var textWidth: Int { min(max((terminalWidth ?? 107) - 7, 40), 160) }
}
