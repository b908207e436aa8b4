import BotModel
import ScriptSyntax
import SourceText

/// What the author of a bot allows by comments: `# ringback: allow check/unused-pattern, link/duplicate-state`.
///
/// Such a comment holds for the tag on whose line it ends, or for the next line, with all that is nested below the tag; as the first thing in a file it
/// holds for the whole file. In `.js` files it is `// ringback: allow …`. Errors cannot be allowed.
package struct Allowances {
    private var allowances: [Allowance] = []
    private var lines: [Allowance.Key: LineRanges] = [:]

    package init(of bot: Bot, _ sources: BotSources) {
        for tree in sources.trees { allowances += AllowanceReader.read(tree) }
        let scripts = bot.files.values.filter { $0.path.hasSuffix(".js") }
        for file in scripts.sorted(by: { $0.path < $1.path }) { allowances += AllowanceReader.read(code: file) }
        lines = Dictionary(grouping: allowances, by: \.key).mapValues { LineRanges($0.map(\.lines)) }
    }

    package func allows(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.severity != .error && lines[Allowance.Key(diagnostic)]?.contains(diagnostic.start.line) ?? false
    }

    /// The diagnostics of all stages without those that are allowed; a comment that allows nothing is a note.
    package func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !allowances.isEmpty else { return diagnostics }
        return diagnostics.filter { !allows($0) } + needless(in: diagnostics)
    }

    /// Notes about comments that silence none of these diagnostics.
    private func needless(in diagnostics: [Diagnostic]) -> [Diagnostic] {
        let silenced = Dictionary(grouping: diagnostics.filter(allows), by: Allowance.Key.init)
            .mapValues { $0.map(\.start.line).sorted() }
        let known = ScriptChecks.all.map { $0.code } + Set(diagnostics.map(\.code)).sorted()
        return allowances.filter { $0.code != NeedlessAllow.code && !$0.covers(anyOf: silenced[$0.key] ?? []) }
            .map { NeedlessAllow.finding($0, known: known) }
    }
}

/// Lines of a file as ranges that do not touch, for quick asking.
private struct LineRanges {
    private var ranges: [ClosedRange<Int>] = []

    init(_ unsorted: [ClosedRange<Int>]) {
        for range in unsorted.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = ranges.last, range.lowerBound <= last.upperBound {
                ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                ranges.append(range)
            }
        }
    }

    func contains(_ line: Int) -> Bool {
        let index = ranges.firstIndex(inSorted: { $0.upperBound >= line })
        return index < ranges.count && ranges[index].contains(line)
    }
}

extension Array {
    /// The first index of a sorted array whose element, like all after it, is so; `count` when there is none.
    fileprivate func firstIndex(inSorted isSo: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isSo(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// One code that a comment allows, and where.
struct Allowance {
    let code: String
    let span: SourceSpan
    let file: SourceFile
    /// Lines from 1.
    let lines: ClosedRange<Int>

    /// What a finding must share with it.
    struct Key: Hashable {
        let file: String
        let code: String
    }

    var key: Key { Key(file: file.path, code: code) }

    /// - Parameter found: lines with findings of this code in this file, sorted.
    func covers(anyOf found: [Int]) -> Bool {
        let index = found.firstIndex(inSorted: { $0 >= lines.lowerBound })
        return index < found.count && lines.contains(found[index])
    }
}

extension Allowance.Key {
    init(_ diagnostic: Diagnostic) { self.init(file: diagnostic.file, code: diagnostic.code) }
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
