import SourceText

/// A statement that is only the name of a function: it does nothing.
///
/// ```
/// script: countTries        # bad: the function is named, not called
/// script: countTries();     # good
/// ```
package enum UncalledFunction: Check {
    package static let code = "check/uncalled-function"
    package static let summary = "A statement that is only the name of a function, without the brackets that call it."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let functions = functions(in: bot.survey)
        guard !functions.isEmpty else { return [] }
        return bot.survey.scripts.filter { $0.kind == .block }.flatMap { script in
            script.tokens.indices.compactMap { token in
                guard script.kind(token) == .name, isStatement(token, of: script),
                    functions.contains(script.text(token))
                else { return nil }
                return finding(script.text(token), at: script.span(of: token), in: script.file)
            }
        }
    }

    /// `function name(`, wherever it stands; `name = function`.
    private static func functions(in survey: Survey) -> Set<String> {
        var names: Set<String> = []
        for script in survey.scripts {
            for token in script.tokens.indices where script.isToken(token, "function") {
                if script.kind(token + 1) == .name { names.insert(script.text(token + 1)) }
                if script.isToken(token - 1, "="), script.kind(token - 2) == .name, !script.isToken(token - 3, ".") {
                    names.insert(script.text(token - 2))
                }
            }
        }
        return names
    }

    private static func isStatement(_ token: Int, of script: CodePiece) -> Bool {
        let isBegin =
            token == 0 || script.isToken(token - 1, ";") || script.isToken(token - 1, "}")
            || script.isToken(token - 1, ")") && script.isFirstOnLine(token)
        guard isBegin else { return false }
        let next = token + 1
        return next == script.tokens.count || script.isToken(next, ";") || script.isToken(next, "}")
            || script.kind(next) == .name && script.isFirstOnLine(next)
    }

    private static func finding(_ name: String, at span: SourceSpan, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, code, "The function `\(name)` is only named here, so nothing happens.",
            hint: "Write `\(name)()` to call it.", in: file, at: span
        )
        .fixed("Write `\(name)()`", by: name + "()")
    }
}

extension CodePiece {
    /// Whether a line ends between a token and the one before it.
    fileprivate func isFirstOnLine(_ token: Int) -> Bool {
        guard token > 0, token < tokens.count else { return true }
        return file.bytes[tokens[token - 1].end..<tokens[token].start].contains(.lineFeed)
    }
}
