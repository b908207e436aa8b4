import BotModel
import PatternMatching
import SourceText

/// `$parseTree._name` whose name nothing captures, while nearly the same name is one of a pattern.
///
/// ```
/// q!: * in $City *
/// a: You said {{$parseTree._city}}.       # bad: names of patterns keep their case
/// a: You said {{$parseTree._City}}.       # good
/// ```
package enum MisspeltCapture: Check {
    package static let code = "check/misspelt-capture"
    package static let summary = "`$parseTree._name` that nothing captures, nearly named like a pattern."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let known = captures(in: bot)
        let byLowercase = Dictionary(known.map { ($0.lowercased(), $0) }, uniquingKeysWith: min)
        return bot.survey.scripts.flatMap { script in
            script.tokens.indices.compactMap { token -> Diagnostic? in
                guard script.isToken(token, "$parseTree"), script.isToken(token + 1, "."),
                    !script.isToken(token + 3, "=")
                else { return nil }
                let field = script.text(token + 2)
                guard field.hasPrefix("_"), !known.contains(String(field.dropFirst())),
                    let near = byLowercase[field.dropFirst().lowercased()]
                else { return nil }
                return finding(field, near, at: script.span(of: token + 2), in: script.file)
            }
        }
    }

    /// Everything that makes a `$parseTree._name`: named patterns, aliases, entities.
    private static func captures(in bot: CheckedBot) -> Set<String> {
        var names: Set<String> = ["Root"]
        names.formUnion(bot.sources.patterns.map(\.name))
        for tree in bot.survey.triggers.compactMap(\.pattern) + bot.sources.patterns.map(\.tree) {
            names.formUnion(tree.captureNames)
        }
        for script in bot.survey.scripts {
            for token in script.tokens.indices
            where script.isToken(token + 1, "=") {
                let name = script.text(token)
                if name.hasPrefix("_") { names.insert(String(name.dropFirst())) }
            }
        }
        return names
    }

    private static func finding(_ field: String, _ near: String, at span: SourceSpan, in file: SourceFile) -> Diagnostic
    {
        Diagnostic(
            .warning, code, "Nothing captures `\(field)`.", hint: "There is `$\(near)`; read it as `_\(near)`.",
            in: file, at: span
        )
        .fixed("Write `_\(near)`", by: "_\(near)")
    }
}
