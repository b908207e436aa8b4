import FoundationEssentials
import SourceText

/// Makes the sure fixes of findings in the bots' files (`check --fix`).
struct Mending {
    /// One finding that is mended: where, and what was done.
    struct Change: Hashable {
        let place: String
        let title: String
    }

    private(set) var changes: [Change] = []
    /// Files by their absolute paths, with what is to be changed in them.
    private var plans: [String: Plan] = [:]

    private struct Plan {
        let file: SourceFile
        let shown: String
        var edits: [TextEdit] = []

        /// Whether an edit leaves the planned ones alone: it shares no byte and no place with them.
        func hasRoom(for edit: TextEdit) -> Bool {
            edit.span.start >= 0 && edit.span.start <= edit.span.end && edit.span.end <= file.bytes.count
                && edits.allSatisfy { edit.span.end < $0.span.start || $0.span.end < edit.span.start }
        }
    }

    /// Plans the fixes that do not stand in each other's way; of two that do, the first one. The rest is for the next round.
    init(_ findings: [BotFinding]) {
        for finding in findings {
            guard let fix = finding.sureFix, plan(fix, of: finding.check) else { continue }
            let start = finding.diagnostic.start
            let place = "\(finding.check.paths.of(finding.diagnostic.file)):\(start.line):\(start.column)"
            changes.append(Change(place: place, title: fix.title))
        }
    }

    /// All edits of a fix, or none.
    private mutating func plan(_ fix: Diagnostic.FixIt, of check: BotCheck) -> Bool {
        var touched: [String: Plan] = [:]
        for edit in fix.edits {
            // What lies outside the bot's folder belongs to somebody else.
            guard let file = check.files[edit.file], !ShownPath.tidy(edit.file).hasPrefix(".."),
                !edit.file.hasPrefix("/")
            else { return false }
            let path = check.paths.absolute(edit.file)
            var plan = touched[path] ?? plans[path] ?? Plan(file: file, shown: check.paths.of(edit.file))
            guard plan.file.bytes == file.bytes, plan.hasRoom(for: edit) else { return false }
            plan.edits.append(edit)
            touched[path] = plan
        }
        plans.merge(touched) { $1 }
        return !touched.isEmpty
    }

    /// Writes the files, each one whole or not at all.
    ///
    /// - Returns: how many were written.
    func write() throws -> Int {
        for (path, plan) in plans.sorted(by: { $0.key < $1.key }) {
            guard let now = FileManager.default.contents(atPath: path), Array(now) == plan.file.bytes else {
                throw Trouble(
                    .inputOutput, "`\(plan.shown)` has changed while it was checked; it is left as it is.",
                    hint: "Run the same command again.")
            }
            let edits = plan.edits.sorted { $0.span.start < $1.span.start }.map { withLineEnds(of: plan.file, $0) }
            try FileReplacement.write(Array(plan.file.applying(edits).utf8), to: path, shown: plan.shown)
        }
        return plans.count
    }

    private func withLineEnds(of file: SourceFile, _ edit: TextEdit) -> TextEdit {
        guard edit.replacement.contains("\n"), file.endsLinesWithCRLF else { return edit }
        let text = edit.replacement.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
        return TextEdit(file: edit.file, span: edit.span, replacement: text)
    }
}

extension SourceFile {
    /// By its first line end.
    fileprivate var endsLinesWithCRLF: Bool {
        lineStarts.count > 1 && lineStarts[1] >= 2 && bytes[lineStarts[1] - 2] == UInt8(ascii: "\r")
    }
}
