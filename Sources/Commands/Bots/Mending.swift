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
        /// In the order of the text; none touches another.
        private(set) var edits: [TextEdit] = []

        init(file: SourceFile, shown: String) {
            self.file = file
            self.shown = shown
        }

        /// Plans an edit that leaves the planned ones alone: it shares no byte and no place with them.
        mutating func add(_ edit: TextEdit) -> Bool {
            let place = place(of: edit)
            guard edit.span.start >= 0, edit.span.start <= edit.span.end, edit.span.end <= file.bytes.count,
                place == 0 || edits[place - 1].span.end < edit.span.start,
                place == edits.count || edit.span.end < edits[place].span.start
            else { return false }
            edits.insert(edit, at: place)
            return true
        }

        mutating func remove(_ edit: TextEdit) { edits.remove(at: place(of: edit)) }

        /// The number of planned edits that begin before it.
        private func place(of edit: TextEdit) -> Int {
            var low = 0
            var high = edits.count
            while low < high {
                let middle = low + (high - low) / 2
                if edits[middle].span.start < edit.span.start { low = middle + 1 } else { high = middle }
            }
            return low
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
        var planned: [(path: String, edit: TextEdit)] = []
        for edit in fix.edits {
            guard let path = plan(edit, of: check) else {
                for (path, edit) in planned { remove(edit, from: path) }
                return false
            }
            planned.append((path, edit))
        }
        return !planned.isEmpty
    }

    /// The absolute path of the file in which the edit has a place.
    private mutating func plan(_ edit: TextEdit, of check: BotCheck) -> String? {
        // What lies outside the bot's folder belongs to somebody else.
        guard let file = check.files[edit.file], !ShownPath.tidy(edit.file).hasPrefix(".."),
            !edit.file.hasPrefix("/")
        else { return nil }
        let path = check.paths.absolute(edit.file)
        guard plans[path].map({ $0.file.bytes == file.bytes }) ?? true else { return nil }
        let isAdded = plans[path, default: Plan(file: file, shown: check.paths.of(edit.file))].add(edit)
        if !isAdded, plans[path]?.edits.isEmpty == true { plans[path] = nil }
        return isAdded ? path : nil
    }

    private mutating func remove(_ edit: TextEdit, from path: String) {
        plans[path]?.remove(edit)
        if plans[path]?.edits.isEmpty == true { plans[path] = nil }
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
            let edits = plan.edits.map { withLineEnds(of: plan.file, $0) }
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
