import BotModel
import SourceText

/// A finding together with the bot in which it was found.
struct BotFinding {
    let diagnostic: Diagnostic
    let check: BotCheck

    /// The one fix of which it is sure that it is meant; several are for a person to choose from.
    var sureFix: Diagnostic.FixIt? { diagnostic.fixIts.count == 1 ? diagnostic.fixIts.first : nil }
}

/// What all the paths of one `check` hold together.
struct CheckSurvey {
    private(set) var findings: [BotFinding] = []
    /// Findings that weigh less than what was asked for.
    private(set) var hidden = 0
    /// Files of all bots, each once.
    private var files: Set<String> = []
    private var seen: Set<BotCheck.Identity> = []

    /// The languages whose words the bots need.
    private(set) var wordNeeds = WordNeeds()

    let severity: Diagnostic.Severity

    init(severity: Diagnostic.Severity) { self.severity = severity }

    mutating func add(_ check: BotCheck) {
        wordNeeds.add(check.bot.wordNeeds)
        files.formUnion(check.files.keys.map(check.paths.absolute))
        for diagnostic in check.findings where seen.insert(BotCheck.Identity(diagnostic, in: check.paths)).inserted {
            guard diagnostic.severity.weight >= severity.weight else {
                hidden += 1
                continue
            }
            findings.append(BotFinding(diagnostic: diagnostic, check: check))
        }
    }

    var hasErrors: Bool { findings.contains { $0.diagnostic.severity == .error } }

    var fixable: Int { findings.count { $0.sureFix != nil } }

    /// `2 errors, 1 warning in 2 of 12 files`, or `No findings in 12 files`.
    var summary: String {
        let counts = [Diagnostic.Severity.error, .warning, .note].compactMap { severity -> String? in
            let count = findings.count { $0.diagnostic.severity == severity }
            return count == 0 ? nil : Self.counted(count, severity.rawValue)
        }
        let guilty = Set(findings.map { $0.check.paths.absolute($0.diagnostic.file) }).count
        let found = counts.isEmpty ? "No findings" : counts.joined(separator: ", ")
        let place =
            guilty == 0 || guilty == files.count
            ? Self.counted(files.count, "file") : "\(guilty) of \(Self.counted(files.count, "file"))"
        return "\(found) in \(place)" + (hidden == 0 ? "" : "; \(hidden) below `--severity \(severity.rawValue)`")
    }

    static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension Diagnostic.Severity {
    /// Heavier ones are larger.
    var weight: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
