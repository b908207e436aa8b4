import BotModel
import SourceText

/// A name in JavaScript that nothing declares: the script fails when it comes there.
///
/// ```
/// script:
///     $session.total = countPrise($session.items);      // bad: the function is countPrice
/// ```
/// Names may come from required files, `init:` blocks, `$global`, data files and libraries; when a library is not at hand, nothing is said.
package enum UndeclaredName: Check {
    package static let code = "script/undeclared-name"
    package static let summary = "JavaScript uses a name that nothing declares."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        guard !bot.scriptNames.isEmpty, !bot.bot.vocabulary.libraries.areOpen else { return [] }
        let declared = declaredNames(in: bot)
        let guarded = Set(bot.scriptNames.filter { $0.use == .typeof }.map(NameInFile.init))
        var suggestions = Suggestions(PlatformNames.present.union(PlatformNames.language).union(declared).sorted())
        let undeclared = bot.scriptNames.filter { use in
            use.use == .read && !use.exists && !declared.contains(use.name) && !PlatformNames.contains(use.name)
                && !guarded.contains(NameInFile(use))
        }
        let uses = Dictionary(grouping: undeclared, by: NameInFile.init)
        var seen: Set<NameInFile> = []
        return undeclared.compactMap { use in
            guard seen.insert(NameInFile(use)).inserted, let file = bot.bot.files[use.file] else { return nil }
            return finding(uses[NameInFile(use)] ?? [use], suggestions.nearest(to: use.name), in: file)
        }
    }

    /// A name that a file asks for by `typeof` before it uses it need not be there.
    private struct NameInFile: Hashable {
        let name: String
        let file: String

        init(_ use: ScriptName) {
            name = use.name
            file = use.file
        }
    }

    /// What the bot declares or sets anywhere, and what its libraries and data files give.
    private static func declaredNames(in bot: CheckedBot) -> Set<String> {
        Set(bot.scriptNames.filter { $0.use == .declared || $0.use == .written }.map(\.name))
            .union(bot.bot.data.map(\.name)).union(bot.bot.vocabulary.dataVariables)
            .union(bot.bot.vocabulary.libraries.scriptNames)
    }

    /// One finding for all uses of a name in a file.
    private static func finding(_ uses: [ScriptName], _ near: String?, in file: SourceFile) -> Diagnostic {
        let diagnostic = Diagnostic(
            .warning, code,
            uses[0].isCalled
                ? "There is no function `\(uses[0].name)`." : "Nothing declares the name `\(uses[0].name)`.",
            hint: near.map { "There is `\($0)`; did you mean that?" }
                ?? "Declare it, or require the file that does.", in: file,
            at: span(of: uses[0], in: file))
        return uses.dropFirst().prefix(mostLabels).reduce(diagnostic) { diagnostic, use in
            diagnostic.labelled("also here", in: file, at: span(of: use, in: file))
        }
    }

    private static let mostLabels = 4

    private static func span(of use: ScriptName, in file: SourceFile) -> SourceSpan {
        let start = file.offset(line: use.line, column: use.column ?? 1)
        let end = use.column == nil ? start : min(start + use.name.utf8.count, file.bytes.count)
        return SourceSpan(start, end)
    }
}
