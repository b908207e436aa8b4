import BotModel
import ScriptSyntax
import SourceText

/// What the author of a bot allows by comments: `# ringback: allow check/unused-pattern, link/duplicate-state`.
///
/// Such a comment holds for the tag on whose line it ends, or for the next line, with all that is nested below the tag; as the first thing in a file it
/// holds for the whole file. In `.js` files it is `// ringback: allow …`. Errors cannot be allowed.
package struct Allowances {
    private var byFile: [String: [Allowance]] = [:]

    package init(of bot: Bot, _ sources: BotSources) {
        for tree in sources.trees { add(AllowanceReader.read(tree), of: tree.source) }
        for file in bot.files.values where file.path.hasSuffix(".js") {
            add(AllowanceReader.read(code: file), of: file)
        }
    }

    private mutating func add(_ allowances: [Allowance], of file: SourceFile) {
        if !allowances.isEmpty { byFile[file.path, default: []] += allowances }
    }

    package func allows(_ diagnostic: Diagnostic) -> Bool {
        guard diagnostic.severity != .error else { return false }
        return byFile[diagnostic.file]?.contains { $0.covers(diagnostic) } ?? false
    }

    /// The diagnostics of all stages without those that are allowed; a comment that allows nothing is a note.
    package func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !byFile.isEmpty else { return diagnostics }
        return diagnostics.filter { !allows($0) } + needless(in: diagnostics)
    }

    /// Notes about comments that silence none of these diagnostics.
    private func needless(in diagnostics: [Diagnostic]) -> [Diagnostic] {
        let silenced = Dictionary(grouping: diagnostics.filter { $0.severity != .error }, by: \.file)
        let known = ScriptChecks.all.map { $0.code } + Set(diagnostics.map(\.code)).sorted()
        return byFile.sorted { $0.key < $1.key }.flatMap { path, allowances in
            allowances.filter { allowance in !(silenced[path] ?? []).contains(where: allowance.covers) }
                .filter { $0.code != NeedlessAllow.code }
                .map { NeedlessAllow.finding($0, known: known) }
        }
    }
}

/// One code that a comment allows, and where.
struct Allowance {
    let code: String
    let span: SourceSpan
    let file: SourceFile
    /// Lines from 1.
    let lines: ClosedRange<Int>

    func covers(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.severity != .error && diagnostic.code == code && lines.contains(diagnostic.start.line)
    }
}

/// What is said about a comment that silences nothing.
enum NeedlessAllow {
    static let code = "check/needless-allow"

    static func finding(_ allowance: Allowance, known: [String]) -> Diagnostic {
        let isKnown = known.contains(allowance.code)
        let near = isKnown ? nil : Spelling.nearest(to: allowance.code, among: known)
        let diagnostic = Diagnostic(
            .note, code,
            isKnown || !allowance.code.hasPrefix("check/")
                ? "There is no `\(allowance.code)` here to allow." : "There is no check `\(allowance.code)`.",
            hint: near.map { "There is `\($0)`; did you mean that?" } ?? "Remove it from the comment.",
            in: allowance.file,
            at: allowance.span)
        return near.map { diagnostic.fixed("Write `\($0)`", by: $0) } ?? diagnostic
    }
}
