import BotModel
import ScriptSyntax
import SourceText

/// What the author of a bot allows by comments: `# ringback: allow check/unused-pattern, link/duplicate-state`.
///
/// Such a comment holds for the tag on whose line it ends, or for the next line, with all that is nested below the tag; as the first thing in a file it
/// holds for the whole file. In `.js` files it is `// ringback: allow …`, in YAML it holds for one line. Errors cannot be allowed.
package struct Allowances {
    private var byFile: [String: [Allowance]] = [:]
    /// Comments that were meant to allow something.
    private var slips: [Diagnostic] = []

    package init(of bot: Bot, _ sources: BotSources, otherFiles: [SourceFile] = []) {
        for tree in sources.trees {
            add(AllowanceReader.read(tree), of: tree.source)
            slips += AllowanceReader.slips(in: tree)
        }
        for file in Array(bot.files.values) + otherFiles
        where [".js", ".yaml", ".yml"].contains(where: file.path.hasSuffix) {
            add(AllowanceReader.read(file), of: file)
            slips += AllowanceReader.slips(in: file)
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
        guard !byFile.isEmpty else { return diagnostics + slips }
        let known = ScriptChecks.all.map { $0.code } + Set(diagnostics.map(\.code)).sorted()
        var suggestions = Suggestions(known)
        let errors = Set(diagnostics.lazy.filter { $0.severity == .error }.map(\.code))
        let silenceable = diagnostics.enumerated().filter {
            $0.element.severity != .error && byFile[$0.element.file] != nil
        }
        let places = Dictionary(grouping: silenceable, by: \.element.file)
        var silenced: Set<Int> = []
        var needless: [Diagnostic] = []
        for (path, allowances) in byFile.sorted(by: { $0.key < $1.key }) {
            let matching = AllowanceMatching(allowances, (places[path] ?? []).map { ($0.offset, $0.element) })
            silenced.formUnion(matching.silenced)
            needless += matching.needless.map { allowance in
                errors.contains(allowance.code)
                    ? NeedlessAllow.ofError(allowance)
                    : NeedlessAllow.finding(allowance, known: Set(known), &suggestions)
            }
        }
        return diagnostics.indices.filter { !silenced.contains($0) }.map { diagnostics[$0] } + needless + slips
    }
}

/// Which comments of one file silence which diagnostics in it: one walk down the lines, since both may be many.
private struct AllowanceMatching {
    private(set) var silenced: [Int] = []
    private(set) var needless: [Allowance] = []

    init(_ allowances: [Allowance], _ diagnostics: [(number: Int, diagnostic: Diagnostic)]) {
        let diagnostics = Dictionary(grouping: diagnostics, by: \.diagnostic.code)
        for (code, allowances) in Dictionary(grouping: allowances, by: \.code).sorted(by: { $0.key < $1.key }) {
            match(allowances, diagnostics[code] ?? [])
        }
        needless.sort { $0.span.start < $1.span.start }
    }

    /// Each comment is looked at once: when a line of its kind comes that it may hold for, it is used or over.
    private mutating func match(_ allowances: [Allowance], _ diagnostics: [(number: Int, diagnostic: Diagnostic)]) {
        let allowances = allowances.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
        var used = Array(repeating: false, count: allowances.count)
        var waiting: [Int] = []
        var next = 0
        var silentUntil = 0
        for (number, diagnostic) in diagnostics.sorted(by: { $0.diagnostic.start.line < $1.diagnostic.start.line }) {
            let line = diagnostic.start.line
            while next < allowances.count, allowances[next].lines.lowerBound <= line {
                waiting.append(next)
                next += 1
            }
            for allowance in waiting where allowances[allowance].lines.upperBound >= line {
                used[allowance] = true
                silentUntil = max(silentUntil, allowances[allowance].lines.upperBound)
            }
            waiting = []
            if line <= silentUntil { silenced.append(number) }
        }
        needless += allowances.indices.filter { !used[$0] && allowances[$0].code != NeedlessAllow.code }.map {
            allowances[$0]
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

    static func ofError(_ allowance: Allowance) -> Diagnostic {
        Diagnostic(
            .note, code, "`\(allowance.code)` is an error, and errors cannot be allowed.",
            hint: "Mend it, and remove it from the comment.", in: allowance.file, at: allowance.span)
    }

    static func slip(codes: [String], in file: SourceFile, at span: SourceSpan) -> Diagnostic {
        let right = "ringback: allow " + codes.joined(separator: ", ")
        return Diagnostic(
            .note, code, "This comment allows nothing, since it is written another way.",
            hint: "Write `\(right)`, with nothing after the codes.", in: file, at: span
        )
        .fixed("Write `\(right)`", by: right)
    }

    static func finding(_ allowance: Allowance, known: Set<String>, _ suggestions: inout Suggestions) -> Diagnostic {
        let isKnown = known.contains(allowance.code)
        let near =
            isKnown
            ? nil : known.first { $0.hasSuffix("/" + allowance.code) } ?? suggestions.nearest(to: allowance.code)
        let diagnostic = Diagnostic(
            .note, code,
            isKnown || !allowance.code.hasPrefix("check/")
                ? "This comment allows `\(allowance.code)`, and nothing of that is found here."
                : "There is no check `\(allowance.code)`.",
            hint: near.map { "There is `\($0)`; did you mean that?" } ?? "Remove it from the comment.",
            in: allowance.file,
            at: allowance.span)
        return near.map { diagnostic.fixed("Write `\($0)`", by: $0) } ?? diagnostic
    }
}
