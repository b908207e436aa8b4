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
        return bot.scriptNames.compactMap { use in
            guard use.use == .read, !use.exists, !declared.contains(use.name), !PlatformNames.contains(use.name),
                !guarded.contains(NameInFile(use)), let file = bot.bot.files[use.file]
            else { return nil }
            return finding(use, suggestions.nearest(to: use.name), in: file)
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

    private static func finding(_ use: ScriptName, _ near: String?, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, code,
            use.isCalled ? "There is no function `\(use.name)`." : "Nothing declares the name `\(use.name)`.",
            hint: near.map { "There is `\($0)`; did you mean that?" }
                ?? "Declare it, or require the file that does.", in: file,
            at: span(of: use, in: file))
    }

    private static func span(of use: ScriptName, in file: SourceFile) -> SourceSpan {
        let start = file.offset(line: use.line, column: use.column ?? 1)
        let end = use.column == nil ? start : min(start + use.name.utf8.count, file.bytes.count)
        return SourceSpan(start, end)
    }
}
